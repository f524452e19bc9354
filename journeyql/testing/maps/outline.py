"""Which elements a made-up map has, and how they stand in each other."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from journeyql.model import FILE, KindSpec
from journeyql.model.resolve import WordTable

#: Kinds of which a whole map has several, so that references between them are possible, and how many.
_SEVERAL: Final = {"journey": 2, "stage": 3, "touchpoint": 3, "persona": 2, "segment": 2, "market": 2, "lane": 1}
_JOURNEY, _LANE = "journey", "lane"
#: So many elements are enough to choose from.
_MOST: Final = 40


@attrs.define(eq=False, repr=False)
class Node:
    """An element to be written."""

    kind: KindSpec
    id: str
    children: list[Node] = attrs.field(factory=list)
    parent: Node | None = None

    def add(self, child: Node) -> Node:
        """Put another element into it."""
        child.parent = self
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """It and everything in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def around(self) -> Iterator[Node]:
        """It and everything around it."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@attrs.define(eq=False, repr=False)
class Outline:
    """The elements of a file: what belongs to the file first, then its journeys."""

    roots: list[Node] = attrs.field(factory=list)
    _named: Counter[str] = attrs.field(factory=Counter)

    def node(self, kind: KindSpec, name: str = "") -> Node:
        """An element with a name that no other one has: the one given, or that of its kind, and a number.

        A lane that is called like a property does not declare one, but renames it, so it is called by its kind.
        """
        name = "" if kind.name == _LANE else name
        base = name or f"{kind.name}-"
        self._named[base] += 1
        count = self._named[base]
        return Node(kind, base if name and count == 1 else f"{base}{count}")

    def add(self, node: Node) -> Node:
        """Put an element at the top level."""
        self.roots.append(node)
        self.roots.sort(key=lambda root: root.kind.name == _JOURNEY)
        return node


def whole(table: WordTable, names: Iterator[str]) -> Outline:
    """An outline with every kind of a vocabulary in every place where it may stand, called by names in turn."""
    outline = Outline()
    first: dict[str, Node] = {}
    waiting = [(spec, place) for spec in table.kinds.values() for place in spec.inside]
    before = -1
    while len(waiting) != before:  # until no place is left that exists
        before = len(waiting)
        waiting = [pair for pair in waiting if not _placed(outline, first, names, *pair)]
    return outline


def _placed(outline: Outline, first: dict[str, Node], names: Iterator[str], spec: KindSpec, place: str) -> bool:
    """Put elements of a kind into a place, if that exists."""
    put: Callable[[Node], Node]
    if place == FILE:
        put = outline.add
    elif place in first:
        put = first[place].add
    else:
        return False
    for _ in range(_SEVERAL.get(spec.name, 1)):
        node = put(outline.node(spec, next(names)))
        first.setdefault(spec.name, node)
    return True


@attrs.frozen(eq=False, repr=False)
class Index:
    """All elements of an outline, in the order of the file, and by kind."""

    order: Mapping[int, int]
    kinds: Mapping[str, Sequence[Node]]

    @classmethod
    def of(cls, outline: Outline) -> Index:
        """The index of an outline that is finished."""
        nodes = [node for root in outline.roots for node in root.walk()]
        kinds: dict[str, list[Node]] = {}
        for node in nodes:
            kinds.setdefault(node.kind.name, []).append(node)
        return cls({id(node): index for index, node in enumerate(nodes)}, kinds)

    def named(self, *kinds: str) -> Iterator[Node]:
        """The elements of some kinds."""
        return (node for kind in kinds for node in self.kinds.get(kind, ()))

    def targets(self, kinds: Sequence[str], of: Node) -> list[Node]:
        """The elements of some kinds that another may refer to, chosen so that references never lead in a circle.

        None stands around it. Of its own kind they stand before it; a journey that tells it in detail comes later.
        """
        around = {id(node): node.kind.name for node in of.around()}
        place, own, told = self.order[id(of)], of.kind.name in kinds, _JOURNEY in around.values()

        def fits(node: Node) -> bool:
            later = self.order[id(node)] > place
            misplaced = not later if told and node.kind.name == _JOURNEY else own and later
            return id(node) not in around and not misplaced

        return list(itertools.islice(filter(fits, self.named(*kinds)), _MOST))
