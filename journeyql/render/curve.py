"""Draw a smooth curve through points that never rises or falls beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from journeyql.render.svg import number

#: A place in px; `y` grows downwards.
Point: TypeAlias = tuple[float, float]

#: How far the handles of a lone segment reach, as a share of its width; those of longer runs reach a third.
_EASE: Final = 0.42
_THIRD: Final = 1 / 3
#: The number of points of a lone segment.
_LONE: Final = 2


@attrs.frozen(eq=False, repr=False)
class Segment:
    """The curve between two neighbouring points, a cubic Bézier in px.

    `index` is that of its first point in the series that was given.
    """

    index: int
    start: Point
    first_handle: Point
    second_handle: Point
    end: Point

    def at(self, share: float) -> Point:
        """The place on the curve at a parameter from 0 (start) to 1 (end).

        >>> Segment(0, (0, 0), (1, 0), (2, 3), (3, 3)).at(0.5)
        (1.5, 1.5)
        """
        rest = 1 - share
        first, second, third, fourth = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = self.start, self.first_handle, self.second_handle, self.end
        return (
            first * x1 + second * x2 + third * x3 + fourth * x4,
            first * y1 + second * y2 + third * y3 + fourth * y4,
        )


def smooth(points: Sequence[tuple[float, float | None]]) -> tuple[Segment, ...]:
    """The segments of a monotone cubic through points from left to right; a `y` of None leaves a gap.

    Tangents are the weighted harmonic means of the two secants beside a point, and level at a peak or valley (Fritsch
    and Butland, "A method for constructing local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5,
    1984); at the ends of a run they follow the last secant; a run of two points eases level at both ends. So a segment
    never leaves the range of its two end points. `x` must increase. A point alone between gaps has no segment.

    >>> [segment.index for segment in smooth([(0, 1), (10, 2), (20, None), (30, 1), (40, 1)])]
    [0, 3]
    """
    runs: list[list[tuple[int, Point]]] = [[]]
    for index, (horizontal, vertical) in enumerate(points):
        if vertical is None:
            runs.append([])
        else:
            runs[-1].append((index, (horizontal, vertical)))
    return tuple(segment for run in runs for segment in _run(run))


def path(segments: Sequence[Segment]) -> str:
    """The data of an SVG path along segments; neighbours are joined, so that dashes go on from one to the next.

    >>> path(smooth([(0, 0), (100, 50)]))
    'M0 0C42 0 58 50 100 50'
    """
    drawn: list[str] = []
    last: Point | None = None
    for segment in segments:
        if segment.start != last:
            drawn.append(f"M{_spell(segment.start)}")
        drawn.append(f"C{_spell(segment.first_handle)} {_spell(segment.second_handle)} {_spell(segment.end)}")
        last = segment.end
    return "".join(drawn)


def _run(run: list[tuple[int, Point]]) -> list[Segment]:
    """The segments of points without a gap."""
    points = [point for _, point in run]
    slopes = _tangents(points)
    reach = _EASE if len(points) == _LONE else _THIRD
    return [
        Segment(
            index=run[position][0],
            start=start,
            first_handle=(start[0] + reach * (end[0] - start[0]), start[1] + reach * (end[0] - start[0]) * before),
            second_handle=(end[0] - reach * (end[0] - start[0]), end[1] - reach * (end[0] - start[0]) * after),
            end=end,
        )
        for position, ((start, end), (before, after)) in enumerate(zip(pairwise(points), pairwise(slopes), strict=True))
    ]


def _tangents(points: list[Point]) -> list[float]:
    """The slope of the curve at each point of a run."""
    widths = [end[0] - start[0] for start, end in pairwise(points)]
    secants = [(end[1] - start[1]) / (end[0] - start[0]) for start, end in pairwise(points)]
    if len(secants) <= 1:
        return [0.0] * len(points)
    inner = [
        _tangent(width, next_width, secant, next_secant)
        for (width, next_width), (secant, next_secant) in zip(pairwise(widths), pairwise(secants), strict=True)
    ]
    return [secants[0], *inner, secants[-1]]


def _tangent(width: float, next_width: float, secant: float, next_secant: float) -> float:
    """The slope at an inner point: level where the direction turns, else the weighted harmonic mean of the secants."""
    if secant * next_secant <= 0:
        return 0.0
    weight, next_weight = 2 * next_width + width, next_width + 2 * width
    return (weight + next_weight) / (weight / secant + next_weight / next_secant)


def _spell(point: Point) -> str:
    """A point in path data."""
    return f"{number(point[0])} {number(point[1])}"
