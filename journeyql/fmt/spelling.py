"""How words are spelled in a formatted file: the vocabulary's own name for each, in the language of the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import attrs

from journeyql import ast
from journeyql.fmt.meaning import Place, Scope, Specs, Words
from journeyql.model import LITERAL, PICTURE, KindSpec, PropertySpec
from journeyql.model.directives import directive_of, spec_of
from journeyql.model.resolve.words import spelled
from journeyql.model.vocabulary import ZH

#: The names of everything that a word can mean at some place, in a keyword language.
Lookup = Callable[[str, str], frozenset[str]]


@attrs.frozen(eq=False, repr=False, slots=False)
class Spelling:
    """The names of words in the language `target`; `words` is what the file says in its own.

    `unclear` gathers words that cannot be converted, because what they mean depends on another file: their lines.
    """

    words: Words
    target: str
    unclear: list[tuple[int, str]] = attrs.field(factory=list)

    @cached_property
    def _target_words(self) -> Words:
        return Words(self.words.table, self.target)

    def kind(self, node: ast.Element | ast.Property, kind: KindSpec | None, place: Place, *, brief: bool) -> str:
        """The name of a kind, in the form of an element or, `brief`, of a property."""
        if kind is None:
            return self._other(node.kind if isinstance(node, ast.Element) else node.key)
        if self.target != ZH or not kind.zh:
            return kind.name
        if brief:
            again = self._target_words.with_colon(kind.zh, place)
        else:
            name, written = (node.name, node.kind) if isinstance(node, ast.Element) else (None, node.key)
            if not self._says_the_same(written, kind.zh, place):
                return self._kept(node, written)
            again = self._target_words.element(ast.Element(kind.zh, (), name, "", (), 0, 0), place).kind
        return kind.zh if again is kind else kind.name

    def _says_the_same(self, written: str, word: str, place: Place) -> bool:
        """Whether a Chinese word for a kind could mean the same properties, in a place of which little is known."""
        if place.scope not in {Scope.EXTENSION, Scope.UNKNOWN}:
            return True
        return self.words.anywhere(written, self.words.language) == self.words.anywhere(word, ZH)

    def _other(self, written: str) -> str:
        """A word that is no kind: a directive, or one that the vocabulary does not know."""
        directive = directive_of(written, self.words.language)
        return written if directive is None else spelled(spec_of(directive), self.target)

    def key(self, node: ast.Element | ast.Property, specs: Specs, lookup: Lookup) -> str:
        """The name of a property or option."""
        written = node.key if isinstance(node, ast.Property) else node.kind
        if not specs:
            return written
        names = lookup(written, self.words.language)
        if len(names) != 1:
            return self._kept(node, written)
        local = {spec.zh for spec in specs}
        if self.target == ZH and len(local) == 1 and "" not in local:
            (word,) = local
            if lookup(word, ZH) == names:
                return word
        (name,) = names
        return name

    def word(self, node: ast.Element | ast.Property, value: ast.Reference, specs: Specs) -> str:
        """A bare word: the name of an enumerated one, anything else as it is."""
        found = {self._word(value.value, spec) for spec in specs if _may_take(value.value, spec)}
        if len(found) > 1:
            return self._kept(node, value.value)
        return found.pop() if found else value.value

    def _word(self, written: str, spec: PropertySpec) -> str:
        plain = meant(written, spec)
        local = spec.value.words.get(plain, "")
        return local if self.target == ZH and local and meant(local, spec) == plain else plain

    def _kept(self, node: ast.Node, word: str) -> str:
        """A word with several meanings, as it is."""
        if self.target != self.words.language:
            self.unclear.append((node.line, word))
        return word


def plain_name(written: str, specs: Specs) -> str:
    """The plain name of a property; the word as written when it is unknown or has several meanings."""
    names = {spec.name for spec in specs}
    return names.pop() if len(names) == 1 else written


def meant(written: str, spec: PropertySpec) -> str:
    """The plain name of an enumerated word of a property; any other word as it is.

    >>> from journeyql.model import Touchpoint, properties_of
    >>> meant("峰值", properties_of(Touchpoint)["moment"])
    'peak'
    """
    words = spec.value.words
    return written if written in words else next((name for name, local in words.items() if local == written), written)


def _may_take(word: str, spec: PropertySpec) -> bool:
    """Whether a property may take a bare word: one with words of its own takes those."""
    words = spec.value.words
    return not words or word in words or word in words.values()


def is_literal(value: ast.Value, specs: Specs) -> bool:
    """Whether a value stands in backticks: it is a literal, or a text where every property takes a literal."""
    if isinstance(value, ast.Literal):
        return True
    literal = bool(specs) and all(spec.value in {LITERAL, PICTURE} for spec in specs)
    return literal and isinstance(value, ast.Text) and not any(sign in value.value for sign in "`\n")
