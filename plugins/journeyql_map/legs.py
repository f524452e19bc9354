"""Gives every way that leaves a node upwards or downwards a leg of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: How far apart legs are, and how far from the middle of a node the outermost may be.
_APART: Final = 7.0
_REACH: Final = 14.0


def legs(ways: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """How far right of the middle of their nodes ways begin and end, so that none crosses another's leg.

    Each way is its source, target and track; tracks are counted from the innermost. Ways to the left stand left of those to
    the right, and of ways to one side the outermost is the innermost leg.

    >>> legs([(5, 2, 0)]), legs([(5, 2, 0), (5, 1, 1)]), legs([(4, 4, 0)])
    ([(0.0, 0.0)], [(-3.5, 0.0), (3.5, 0.0)], [(3.5, -3.5)])
    """
    found = [[0.0, 0.0] for _ in ways]
    nodes: dict[int, list[tuple[tuple[int, int], int, int]]] = {}
    for place, (source, target, track) in enumerate(ways):
        for end, node, other in ((0, source, target), (1, target, source)):
            rightwards = other > node or (other == node and end == 0)
            order = (1, -track) if rightwards else (0, track)
            nodes.setdefault(node, []).append((order, place, end))
    for ends in nodes.values():
        apart = min(_APART, _REACH / max(1, len(ends) - 1))
        for number, (_, place, end) in enumerate(sorted(ends)):
            found[place][end] = (number - (len(ends) - 1) / 2) * apart
    return [(begin, end) for begin, end in found]
