"""Drafts: elements while they are put together, before their values are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeVar

import attrs

from journeyql import ast
from journeyql.model.element import TITLE
from journeyql.model.vocabulary import KindSpec, PropertySpec
from journeyql.source import SourceFile

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class Origin:
    """The file that a piece of a draft was written in: its text, keyword language, and layer (base files lower)."""

    source: SourceFile
    language: str
    layer: int
    askew: frozenset[int]

    def guessed(self, node: ast.Node) -> bool:
        """Whether a node stands where it does by a guess: that this is the wrong place is told already."""
        return node.line in self.askew


@attrs.frozen(eq=False, repr=False)
class Condition:
    """A qualifier as written: the node that carries it, and where that stands."""

    origin: Origin
    node: ast.Property | ast.Element
    place: Draft


Conditions: TypeAlias = tuple[Condition, ...]


@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Entry:
    """A property as written: what it is, its syntax, and every qualifier that applies to it.

    An entry that was written in the form of an element (`doing "x"`) has an element as its node.
    """

    spec: PropertySpec
    node: ast.Property | ast.Element
    origin: Origin
    conditions: Conditions

    @property
    def word(self) -> str:
        """The name of the property as the file has it."""
        written = self.node.key if isinstance(self.node, ast.Property) else self.node.kind
        return written if written in {self.spec.name, self.spec.zh} else self.spec.name

    @property
    def values(self) -> tuple[ast.Value, ...]:
        """The values as written."""
        node = self.node
        if isinstance(node, ast.Property):
            return node.values
        words = () if node.text is None else (ast.Text(node.text),)
        # The name in a header is that of the element, and the text is its title.
        return words if node.name is None or (words and self.spec is TITLE) else (ast.Reference(node.name), *words)


@attrs.frozen(eq=False, repr=False)
class FlowDraft:
    """An arrow line as written, in the element that surrounds it."""

    node: ast.Flow
    origin: Origin
    conditions: Conditions


@attrs.define(eq=False, repr=False, weakref_slot=False)
class Draft:
    """An element being put together; the draft of a whole file has no kind."""

    kind: KindSpec | None
    node: ast.Element
    origin: Origin
    parent: Draft | None
    id: str = ""
    path: str = ""
    within: Conditions = ()
    children: list[Draft] = attrs.field(factory=list)
    entries: list[Entry] = attrs.field(factory=list)
    without: Sequence[Omission] = ()
    own: Sequence[Entry] = ()
    flows: Sequence[FlowDraft] = ()
    allows: Sequence[AllowDraft] = ()

    @property
    def kind_name(self) -> str:
        """The name of its kind; empty for a file."""
        return "" if self.kind is None else self.kind.name

    def is_a(self, *classes: type) -> bool:
        """Whether it is of one of some kinds."""
        return self.kind is not None and issubclass(self.kind.cls, classes)

    def outward(self) -> Iterator[Draft]:
        """The draft itself, then what surrounds it, up to the file."""
        place: Draft | None = self
        while place is not None:
            yield place
            place = place.parent

    def walk(self) -> Iterator[Draft]:
        """The draft itself and everything in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def file(self) -> Draft:
        """The draft of the file that it stands in."""
        *_, last = self.outward()
        return last

    def around(self, cls: type) -> Draft | None:
        """The nearest surrounding draft of a kind, itself included."""
        return next((place for place in self.outward() if place.is_a(cls)), None)


def longer(items: Sequence[T], item: T) -> Sequence[T]:
    """Some items with one more, in a list that is made with the first one: most drafts have none.

    >>> longer(longer((), 1), 2)
    [1, 2]
    """
    found = items if isinstance(items, list) else [*items]
    found.append(item)
    return found


@attrs.frozen(eq=False, repr=False)
class Omission:
    """An `omit` line as written, with everything that qualifies it."""

    node: ast.Element
    origin: Origin
    conditions: Conditions


@attrs.frozen(eq=False, repr=False)
class AllowDraft:
    """An `allow` line as written."""

    node: ast.Element
    origin: Origin
