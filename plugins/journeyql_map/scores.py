"""Puts the scores of one curve in their columns: those of touchpoints, and of stages that speak for theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeyql.model import Moment, Stage, View
from journeyql_map.sheet import Line, Point
from journeyql_map.words import Words

Read = Callable[[View, Moment], Point | None]


def line(steps: tuple[Moment, ...], view: View, read: Read, words: Words, name: str = "") -> Line:
    """The line that `read` finds in a view: its points, and where there are none though they could be."""
    points = [read(view, step) if view.has(step) else None for step in steps]
    present = [view.has(step) for step in steps]
    for middle, inside, point in _stages(steps, view, read, points):
        points[middle] = point
        present = [here and (index == middle or index not in inside) for index, here in enumerate(present)]
    unknown = words("feeling.unknown", name=name) if name else words("unknown")
    return Line(name=name, points=tuple(points), present=tuple(present), unknown=unknown)


def share_of(score: float, low: float, high: float) -> float:
    """How high a score lies between the ends of its scale, from 0 to 1."""
    return min(1.0, max(0.0, (score - low) / (high - low))) if high != low else 0.5


def _stages(
    steps: tuple[Moment, ...], view: View, read: Read, points: list[Point | None]
) -> Iterator[tuple[int, range, Point]]:
    """The scores of stages none of whose touchpoints has one: the middle column, and all of the stage."""
    first = 0
    while first < len(steps):
        stage = view.parent(steps[first])
        end = first + 1
        while end < len(steps) and view.parent(steps[end]) is stage:
            end += 1
        if isinstance(stage, Stage) and view.has(stage) and not any(points[first:end]):
            point = read(view, stage)
            if point is not None:
                yield (first + end - 1) // 2, range(first, end), point
        first = end
