"""Places the scores of a strip in the emotion band, and the curves between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from journeyql.render import Segment, smooth
from journeyql_map.columns import Strip
from journeyql_map.sheet import Line, Point

#: Height of the band, and of the best and worst score in it.
BAND, BEST, WORST = 240.0, 40.0, 204.0
#: From so many persons on, only the first has faces; the others are thin lines.
CROWD: Final = 5
_CLOSE, _APART = 22.0, 26.0


@attrs.frozen(eq=False, repr=False)
class Spot:
    """A score on the page, from the upper edge of the band; `column` is its place in the strip; `alike` are all lines that share it."""

    line: int
    column: int
    x: float
    y: float
    point: Point
    alike: tuple[int, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Curves:
    """All scores of a strip, and the segments of each line with whether they are assumed."""

    strip: Strip
    lines: tuple[Line, ...]
    spots: tuple[tuple[Spot, ...], ...]
    segments: tuple[tuple[tuple[Segment, bool], ...], ...]

    @property
    def crowd(self) -> bool:
        """Whether there are too many persons for each of them to have faces."""
        return is_crowd(self.lines)


def is_crowd(lines: tuple[Line, ...]) -> bool:
    """Whether there are too many persons for each of them to have faces."""
    return sum(not line.own for line in lines) >= CROWD


def level_of(share: float) -> float:
    """How far below the upper edge of the band a score from 0 to 1 lies."""
    return WORST - share * (WORST - BEST)


def curves(lines: tuple[Line, ...], strip: Strip) -> Curves:
    """The scores and curves of a strip."""
    spots: list[list[Spot]] = [[] for _ in lines]
    for place, track in enumerate(strip.tracks):
        found = [(number, line.points[track.index]) for number, line in enumerate(lines)]
        known = [(number, point) for number, point in found if point is not None]
        for number, point, move in _beside(known, crowd=is_crowd(lines)):
            spots[number].append(Spot(number, place, track.centre + move, level_of(point.height), point))
    drawn = tuple(tuple(_segments(line, spots[number], strip)) for number, line in enumerate(lines))
    return Curves(strip, lines, tuple(map(tuple, spots)), drawn)


def _beside(known: list[tuple[int, Point]], *, crowd: bool) -> Iterator[tuple[int, Point, float]]:
    """Scores of one column, those that are alike side by side; of a crowd all on one vertical."""
    if crowd:
        yield from ((number, point, 0.0) for number, point in known)
        return
    groups: list[list[tuple[int, Point]]] = []
    for number, point in sorted(known, key=lambda one: one[1].height):
        near = groups and level_of(groups[-1][-1][1].height) - level_of(point.height) < _CLOSE
        groups[-1].append((number, point)) if near else groups.append([(number, point)])
    for group in groups:
        for place, (number, point) in enumerate(sorted(group, key=lambda one: one[0])):
            yield number, point, (place - (len(group) - 1) / 2) * _APART


def _segments(line: Line, spots: list[Spot], strip: Strip) -> Iterator[tuple[Segment, bool]]:
    """The segments of a line: broken where a score is missing, but not by columns that are not for it."""
    at = {spot.column: spot for spot in spots}
    points: list[tuple[float, float | None]] = []
    assumed: list[bool] = []
    for place, track in enumerate(strip.tracks):
        spot = at.get(place)
        if spot is None and not line.present[track.index]:
            continue
        points.append((spot.x, spot.y) if spot else (track.centre, None))
        assumed.append(spot is not None and spot.point.assumed)
    for segment in smooth(points):
        yield segment, assumed[segment.index] or assumed[segment.index + 1]
