"""Whether two texts say the same: the trees of their meaning, without places, spellings and the order of properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter

import attrs

from journeyql import ast
from journeyql.fmt.meaning import TOP, Form, Place, Specs, Words
from journeyql.fmt.naming import Names
from journeyql.fmt.pieces import SIGN
from journeyql.fmt.spelling import is_literal, meant, plain_name
from journeyql.syntax import lines

_LITERAL = "`"


@attrs.frozen
class Saying:
    """What a line says: the line itself, its properties by their keys, and everything else below it in its order.

    `key` is that of a property (a backtick for a literal by itself), empty for an element or an arrow.
    """

    key: str
    words: tuple[object, ...]
    properties: tuple[Saying, ...]
    rest: tuple[Saying, ...]
    line: int = attrs.field(eq=False)


def sayings(document: ast.Document, words: Words, names: Names) -> list[Saying]:
    """What the lines of the outermost level say, as if the elements had these names."""
    teller = _Teller(words, names)
    found: list[Saying] = []
    place = TOP
    for node in document.body:
        found += teller.of(node, place)
        place = words.below(node, place)
    return found


def difference(before: Sequence[Saying], after: Sequence[Saying]) -> int | None:
    """The line of the first one that says something else in `after`, or None."""
    for one, other in zip_longest(before, after):
        if one == other:
            continue
        if one is None:
            return before[-1].line if before else 1
        if other is None or one.words != other.words:
            return one.line
        return difference((*one.properties, *one.rest), (*other.properties, *other.rest)) or one.line
    return None


def comments(text: str) -> list[str]:
    """The comments of a text, in their order."""
    found = (line.comment.strip() for line in lines(text) if not line.verbatim)
    return [words for words in found if words.startswith(SIGN)]


@attrs.frozen(eq=False, repr=False)
class _Teller:
    """Tells what nodes say."""

    words: Words
    names: Names

    def of(self, node: ast.Node, place: Place) -> Iterator[Saying]:
        """What a node says: one thing, or one for each element that it stands for."""
        if isinstance(node, ast.Flow):
            yield self._flow(node, place)
        elif isinstance(node, ast.Element):
            yield self._element(node, place)
        else:
            yield from self._property(node, place)

    def _element(self, node: ast.Element, place: Place) -> Saying:
        meaning = self.words.element(node, place)
        if meaning.form is Form.PROPERTY:
            value: ast.Value = ast.Reference(node.name or "") if node.text is None else ast.Text(node.text)
            return self._said(node, (value,), meaning.specs, place)
        name, text = self.names.get((id(node), 0), node.name), node.text
        body = self._all(node.body, meaning.inside)
        if self.words.uses(node) and text is not None:
            path = Saying(_LITERAL, (_LITERAL, (), ("literal", text)), (), (), node.line)
            body, text = [path, *body], None
        kind = meaning.kind.name if meaning.kind is not None and (node.kind or name) else self.words.plain(node.kind)
        return _saying(node, "", (kind, node.qualifiers, name, text), body)

    def _property(self, node: ast.Property, place: Place) -> Iterator[Saying]:
        meaning = self.words.property(node, place)
        if meaning.form is not Form.ELEMENTS or meaning.kind is None:
            yield self._said(node, node.values, meaning.specs, place)
            return
        body = self._all(node.body, meaning.inside)
        for index, value in enumerate(node.values):
            given = self.names.get((id(node), index))
            name, text = (given, value.value) if isinstance(value, ast.Text) else (value.value, None)
            yield _saying(node, "", (meaning.kind.name, node.qualifiers, name, text), body)

    def _said(
        self, node: ast.Property | ast.Element, values: Sequence[ast.Value], specs: Specs, place: Place
    ) -> Saying:
        """What a property or option says, in whatever form."""
        written = node.key if isinstance(node, ast.Property) else node.kind
        key = plain_name(written, specs) or _LITERAL
        body: list[Saying] = []
        for child in node.body:
            if isinstance(child, ast.Property):
                body.append(self._said(child, child.values, self.words.options(specs, child.key), place))
            else:
                body += self.of(child, place)
        return _saying(node, key, (key, node.qualifiers, *(_value(value, specs) for value in values)), body)

    def _flow(self, node: ast.Flow, place: Place) -> Saying:
        body: list[Saying] = []
        for child in node.body:
            if isinstance(child, ast.Property):
                body.append(self._said(child, child.values, self.words.terms(child.key), place))
            else:
                body += self.of(child, place)
        return _saying(node, "", (node.source, node.targets, node.condition), body)

    def _all(self, nodes: Iterable[ast.Node], place: Place) -> list[Saying]:
        return [saying for node in nodes for saying in self.of(node, place)]


def _saying(node: ast.Node, key: str, words: tuple[object, ...], body: Iterable[Saying]) -> Saying:
    properties: list[Saying] = []
    rest: list[Saying] = []
    for saying in body:
        (properties if saying.key else rest).append(saying)
    return Saying(key, words, tuple(sorted(properties, key=attrgetter("key"))), tuple(rest), node.line)


def _value(value: ast.Value, specs: Specs) -> tuple[str, str]:
    if is_literal(value, specs):
        return "literal", value.value
    if isinstance(value, ast.Reference):
        found = {meant(value.value, spec) for spec in specs}
        return "name", found.pop() if len(found) == 1 else value.value
    return ("text" if isinstance(value, ast.Text) else "quantity"), value.value
