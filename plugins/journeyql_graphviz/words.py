"""Chooses the part of a line that its words stand on: where no other line turns off or crosses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

_STEP, _CLEAR, _LEAD, _MOST = 6.0, 6.0, 12.0, 400
#: Words that hang over an end still hold on to the line by this, and are moved in such steps.
_HOLD, _NUDGE = 4.0, 4.0


def choose(begin: float, end: float, half: float, others: Sequence[float], *, central: bool = False) -> float:
    """The middle of words that reach `half` to either side, on a line from `begin` to `end`.

    `others` are the places where other lines turn. Words like to be near the beginning, or `central`.
    """
    short = abs(end - begin) <= 2 * (half + _LEAD)
    wanted = (begin + end) / 2 if central or short else begin

    def cost(place: float) -> tuple[int, float]:
        return sum(1 for other in others if abs(other - place) < half + _CLEAR), abs(place - wanted)

    return min(_places(begin, end, half), key=cost)


def _places(begin: float, end: float, half: float) -> Iterable[float]:
    low, high = sorted((begin, end))
    first, last = low + half + _LEAD, high - half - _LEAD
    if first >= last:
        # Words longer than the line hang over one of its ends, where they are out of the way of others.
        reach = max(0.0, half - _HOLD)
        count = int(reach / _NUDGE)
        hanging = ((low - _NUDGE * step, high + _NUDGE * step) for step in range(1, count + 1))
        return ((low + high) / 2, low, high, *chain.from_iterable(hanging))
    step = max(_STEP, (last - first) / _MOST)
    return (first, last, (low + high) / 2, *(first + step * index for index in range(1, int((last - first) / step))))
