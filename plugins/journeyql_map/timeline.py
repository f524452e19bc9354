"""Widens columns so that the way between them tells how much time goes by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

#: How the time between two columns is drawn: to scale, longer than it is (columns need room), or cut short.
SCALE, STRETCHED, BROKEN = "scale", "stretched", "broken"
#: How much wider than its columns a stretch of time may be before it is cut short.
MOST: Final = 260.0
_ROUNDS, _CLOSE = 60, 0.01


@attrs.frozen(eq=False, repr=False)
class Stretch:
    """The time from one column to the next that is known, in seconds since the journey began; columns by their index."""

    first: int
    last: int
    begin: float
    end: float
    look: str
    scale: float


@attrs.frozen(eq=False, repr=False)
class _Gap:
    """The columns between two known times: how wide they are at least, and how long they take."""

    first: int
    last: int
    base: float
    time: float

    def wide(self, scale: float, most: float) -> float:
        return max(self.base, min(self.time * scale, self.base + most))


def spread(
    times: Sequence[float | None], widths: list[float], gaps: Sequence[float], room: float, first: int
) -> tuple[list[float], tuple[Stretch, ...]]:
    """Wider columns that fill `room`, and the stretches of time between them.

    `times`, `widths` and `gaps` (the space before a column) are those of columns side by side, the first of which has the
    index `first`. Columns without a time share the way between their neighbours.
    """
    found = _gaps(times, widths, gaps)
    spare = room - sum(widths) - sum(gaps[1:])
    if not any(gap.time > 0 for gap in found):
        return [width + max(0.0, spare) / len(widths) for width in widths], ()
    most = MOST if _extra(found, float("inf"), MOST) >= spare else float("inf")
    scale = _filling(found, spare, most)
    wider = list(widths)
    for gap in found:
        each = (gap.wide(scale, most) - gap.base) / (gap.last - gap.first)
        for place in range(gap.first, gap.last):
            wider[place] += each
    stretches = (_stretch(gap, times, scale, most, first) for gap in found)
    return wider, tuple(stretches)


def wanted(times: Sequence[float | None], widths: Sequence[float], gaps: Sequence[float]) -> float:
    """How much wider columns should be, so that as many stretches of time as possible are to scale."""
    found = [gap for gap in _gaps(times, widths, gaps) if gap.time > 0]
    events = sorted(
        (scale, -change)
        for gap in found
        for scale, change in ((gap.base / gap.time, 1), ((gap.base + MOST) / gap.time, -1))
    )
    count = highest = 0
    best = 0.0
    for scale, change in events:
        count -= change
        if count > highest:
            highest, best = count, scale
    return _extra(found, best, MOST)


def _gaps(times: Sequence[float | None], widths: Sequence[float], gaps: Sequence[float]) -> list[_Gap]:
    known = [place for place, time in enumerate(times) if time is not None]
    return [
        _Gap(
            one,
            other,
            sum(widths[one:other]) + sum(gaps[one + 1 : other + 1]),
            (times[other] or 0.0) - (times[one] or 0.0),
        )
        for one, other in pairwise(known)
    ]


def _extra(found: Sequence[_Gap], scale: float, most: float) -> float:
    return sum(gap.wide(scale, most) - gap.base for gap in found if gap.time > 0)


def _filling(found: Sequence[_Gap], spare: float, most: float) -> float:
    """The scale in px a second at which stretches of time take up what is to spare."""
    low, high = 0.0, 1e-9
    while _extra(found, high, most) < spare - _CLOSE and high < 1e12:  # noqa: PLR2004 - more than any page has
        high *= 2
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if _extra(found, middle, most) < spare else (low, middle)
    return high


def _stretch(gap: _Gap, times: Sequence[float | None], scale: float, most: float, first: int) -> Stretch:
    exact = gap.time * scale
    look = STRETCHED if exact < gap.base - _CLOSE else BROKEN if exact > gap.base + most + _CLOSE else SCALE
    begin = times[gap.first] or 0.0
    return Stretch(gap.first + first, gap.last + first, begin, begin + gap.time, look, scale)


def ordered(times: tuple[float | None, ...], levels: tuple[int, ...]) -> tuple[float | None, ...]:
    """The times without those that go back: of sidings, what does not lie between the times of the main line."""
    kept: list[float | None] = [None] * len(times)
    latest = 0.0
    for place, time in enumerate(times):
        if levels[place] == 0 and time is not None and time >= latest:
            kept[place] = latest = time
    following = [float("inf")] * (len(times) + 1)
    for place in reversed(range(len(times))):
        time = kept[place]
        following[place] = following[place + 1] if time is None else time
    latest = 0.0
    for place, time in enumerate(times):
        if levels[place] and time is not None and latest <= time <= following[place]:
            kept[place] = time
        latest = kept[place] if kept[place] is not None else latest  # type: ignore[assignment]
    return tuple(kept)
