"""Which lines of its source an element takes, and whether a line is among them."""

from __future__ import annotations

import bisect
import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from journeyql import ast
from journeyql.model import Element, Model
from journeyql.model.resolve import Unit

#: The first and the last of some lines.
Lines = tuple[int, int]

K = TypeVar("K", bound=Hashable)


@attrs.frozen(eq=False, repr=False)
class Extents:
    """The lines at which nodes begin, by source name, so that the last line of each can be told."""

    starts: Mapping[str, tuple[int, ...]]
    lines: Mapping[str, int]
    _elements: dict[str, Mapping[str, tuple[Lines, ...]]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, unit: Unit) -> Extents:
        """The ranges of all documents of a unit."""
        documents = unit.documents()
        return cls(
            {item.source.name: tuple(sorted(lines_of(item.body))) for item in documents},
            {item.source.name: len(item.source.starts) for item in documents},
        )

    def of_element(self, model: Model, path: str) -> Mapping[str, tuple[Lines, ...]]:
        """The lines of an element and everything in it, by source name."""
        if path not in self._elements and path in model.elements:
            element = model.elements[path]
            parts = ((part.source.name, self._of(part)) for part in (element, *model.below(element)))
            together = united((name, (lines,)) for name, lines in parts)
            self._elements[path] = {name: tuple(lines) for name, lines in together.items()}
        return self._elements.get(path, {})

    def _of(self, element: Element) -> Lines:
        first = element.node.line
        return first, self.end(element.source.name, first, element.node)

    def last(self, name: str) -> int:
        """The number of lines of a source."""
        return self.lines.get(name, 1)

    def end(self, name: str, first: int, node: ast.Element) -> int:
        """The last line of a node: the one before the next node that is not in it."""
        starts = self.starts.get(name, ())
        inner = max(lines_of(node.body), default=first)
        index = bisect.bisect_right(starts, inner)
        return starts[index] - 1 if index < len(starts) else self.last(name)


def nodes_of(body: Iterable[ast.Node]) -> Iterator[ast.Node]:
    """Some nodes and all below them."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.body)


def lines_of(body: Iterable[ast.Node]) -> Iterator[int]:
    """The lines at which some nodes and all below them begin."""
    return (node.line for node in nodes_of(body))


def met(sorted_lines: Sequence[int], covered: Iterable[Lines]) -> bool:
    """Whether any line is covered."""
    for first, last in covered:
        index = bisect.bisect_left(sorted_lines, first)
        if index < len(sorted_lines) and sorted_lines[index] <= last:
            return True
    return False


def united(places: Iterable[tuple[K, Iterable[Lines]]]) -> Mapping[K, Sequence[Lines]]:
    """All lines of each place, sorted and without overlaps."""
    found: dict[K, list[Lines]] = {}
    for place, lines in places:
        found.setdefault(place, []).extend(lines)
    return {place: [*_merged(sorted(lines))] for place, lines in found.items()}


def _merged(lines: Iterable[Lines]) -> Iterator[Lines]:
    first, last = 0, -1
    for begin, end in lines:
        if begin > last:
            if last >= first:
                yield first, last
            first, last = begin, end
        last = max(last, end)
    if last >= first:
        yield first, last


def within(covered: Sequence[Lines], line: int) -> bool:
    """Whether a line is among some, which are sorted and do not overlap."""
    index = bisect.bisect_right(covered, (line, math.inf)) - 1
    return index >= 0 and line <= covered[index][1]
