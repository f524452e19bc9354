"""Finds the lines that two texts share, in time that grows with their length.

Lines that stand once in each text are met first ("patience diff", by Bram Cohen); what lies between two of them is
compared by `difflib` where it is short, whose time grows with the square, and else taken for changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

#: Up to so many lines are compared each with each.
_SHORT = 100


class LineMatcher(SequenceMatcher[str]):
    """A matcher of lines; its opcodes are those of `difflib`."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__()
        self.a, self.b = before, after
        self._blocks = [*_joined(_shared(before, after)), Match(len(before), len(after), 0)]

    def get_matching_blocks(self) -> list[Match]:
        """The stretches of equal lines, in order, and an empty one at the end."""
        return self._blocks


def _shared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The numbers of equal lines in both texts, in order."""
    anchors = [(-1, -1), *_anchors(before, after), (len(before), len(after))]
    for (low, first), (high, last) in pairwise(anchors):
        if low >= 0:
            yield low, first
        yield from _between(before, after, (low + 1, high), (first + 1, last))


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The lines that stand once in each text: as many as keep their order in both."""
    counts = Counter(before)
    once = {line: number for number, line in enumerate(before) if counts[line] == 1}
    counts = Counter(after)
    pairs = [(once[line], number) for number, line in enumerate(after) if counts[line] == 1 and line in once]
    return _increasing(pairs)


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs in which the first numbers increase, as the second ones do."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, (number, _) in enumerate(pairs):
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
        links.append(ends[length - 1] if length else -1)
    found = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = links[index]
    return found[::-1]


def _between(
    before: Sequence[str], after: Sequence[str], rows: tuple[int, int], others: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The equal lines between two anchors: those at the beginning, in the middle, at the end."""
    (low, high), (first, last) = rows, others
    while low < high and first < last and before[low] == after[first]:
        yield low, first
        low, first = low + 1, first + 1
    tail = 0
    while tail < min(high - low, last - first) and before[high - tail - 1] == after[last - tail - 1]:
        tail += 1
    if high - tail - low <= _SHORT and last - tail - first <= _SHORT:
        middle = SequenceMatcher(None, before[low : high - tail], after[first : last - tail], autojunk=False)
        for start, beginning, size in middle.get_matching_blocks():
            yield from ((low + start + step, first + beginning + step) for step in range(size))
    yield from ((high - step, last - step) for step in range(tail, 0, -1))


def _joined(pairs: Iterator[tuple[int, int]]) -> Iterator[Match]:
    """Equal lines that follow each other, as stretches."""
    start, other, size = 0, 0, 0
    for row, number in pairs:
        if size and (row, number) == (start + size, other + size):
            size += 1
            continue
        if size:
            yield Match(start, other, size)
        start, other, size = row, number, 1
    if size:
        yield Match(start, other, size)
