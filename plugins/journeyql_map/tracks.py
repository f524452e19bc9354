"""Stacks things that have a width: each goes on the first track on which nothing is in its way."""

from __future__ import annotations

from collections.abc import Sequence


def packed(spans: Sequence[tuple[float, float]]) -> list[int]:
    """The track of each span, from 0; shorter spans choose first, so that they lie further inside.

    >>> packed([(0, 10), (2, 4), (5, 8), (20, 30)])
    [1, 0, 0, 0]
    """
    taken: list[list[tuple[float, float]]] = []
    found = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda one: (spans[one][1] - spans[one][0], spans[one])):
        low, high = spans[index]
        track = next((place for place, used in enumerate(taken) if _free(used, low, high)), len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        found[index] = track
    return found


def _free(used: list[tuple[float, float]], low: float, high: float) -> bool:
    return all(high <= one[0] or low >= one[1] for one in used)
