"""Chooses the part of a line that its words stand on: where no other line turns off or crosses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_STEP, _CLEAR, _LEAD, _MOST = 6.0, 6.0, 12.0, 400


def choose(begin: float, end: float, half: float, others: Sequence[float], *, central: bool = False) -> float:
    """The middle of words that reach `half` to either side, on a line from `begin` to `end`.

    `others` are the places where other lines turn. Words like to be near the beginning, or `central`.
    """
    wanted = (begin + end) / 2 if central else begin

    def cost(place: float) -> tuple[int, float]:
        return sum(1 for other in others if abs(other - place) < half + _CLEAR), abs(place - wanted)

    return min(_places(begin, end, half), key=cost)


def _places(begin: float, end: float, half: float) -> Iterable[float]:
    low, high = sorted((begin, end))
    first, last = low + half + _LEAD, high - half - _LEAD
    if first >= last:
        return ((low + high) / 2,)
    step = max(_STEP, (last - first) / _MOST)
    return (first, last, (low + high) / 2, *(first + step * index for index in range(1, int((last - first) / step))))
