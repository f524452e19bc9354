"""Names for elements that have none: the slug of the text, which stands in their paths already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from journeyql import ast
from journeyql.fmt.meaning import JOURNEY, TOP, Form, Place, Scope, Words
from journeyql.model import FILE, KindSpec
from journeyql.model.resolve.names import slug
from journeyql.syntax.plans import is_name

#: The identity of a node, and the index of a text in it.
Key: TypeAlias = tuple[int, int]
Names: TypeAlias = Mapping[Key, str]
#: What no two elements may share: what they stand in, kind, name, qualifiers.
_Seat: TypeAlias = tuple[int, str, str, tuple[str, ...]]


@attrs.frozen(eq=False, repr=False)
class _Found:
    """An element whose place is known: what it stands in, and the texts of those that it stands for."""

    node: ast.Element | ast.Property
    parent: int
    kind: KindSpec

    def seat(self, name: str) -> _Seat:
        """Its place, if it had a name."""
        return (self.parent, self.kind.name, name, self.node.qualifiers)

    def texts(self) -> Iterator[tuple[int, str]]:
        """The texts that names can be made of, with their index."""
        node = self.node
        if isinstance(node, ast.Property):
            yield from ((i, value.value) for i, value in enumerate(node.values) if isinstance(value, ast.Text))
        elif node.text and node.name is None:
            yield 0, node.text


def names(document: ast.Document, words: Words) -> Names:
    """A name for each element that should have one.

    Goals and quotes in their brief form need none. What stands in `extend` gets none, for it could meet another
    element of that name there.
    """
    found = [*_found(document.body, TOP, 0, words)]
    taken = {item.seat(item.node.name) for item in found if isinstance(item.node, ast.Element) and item.node.name}
    named: dict[Key, str] = {}
    for item in found:
        for index, text in item.texts():
            seat = item.seat(slug(text))
            if is_name(slug(text)) and not item.kind.brief and seat not in taken:
                taken.add(seat)
                named[id(item.node), index] = slug(text)
    return named


def _found(nodes: Iterable[ast.Node], place: Place, parent: int, words: Words) -> Iterator[_Found]:
    """The elements among some nodes and in them; at the top level a part of a journey stands in the one above."""
    journey = parent
    for node in nodes:
        if isinstance(node, ast.Flow):
            continue
        meaning = words.of(node, place)
        if meaning.kind is None or meaning.form is Form.PROPERTY:
            continue
        yield _Found(node, parent if FILE in meaning.kind.inside else journey, meaning.kind)
        yield from _found(node.body, meaning.inside, id(node), words)
        if place.scope is Scope.FILE and meaning.kind.name == JOURNEY:
            journey = id(node)
        place = words.below(node, place)
