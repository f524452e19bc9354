"""Reads the emotion curves: one line for each persona that feels otherwise, and one for another state."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import ASSUMED, Moment, Stage, Touchpoint, View
from journeyql_map.cast import Cast
from journeyql_map.sheet import Line, Point
from journeyql_map.words import Words

_LEVELS = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Feelings:
    """The curves of one journey."""

    cast: Cast
    words: Words
    steps: tuple[Moment, ...]
    compare: str = ""

    def lines(self) -> tuple[Line, ...]:
        """The lines in the order in which they are named; none when no score is known."""
        seen = [self._line(name, place, view) for place, (name, view) in enumerate(self.cast.eyes)]
        if len(seen) > 1 and len({_signature(line) for line in seen}) == 1:
            seen = [attrs.evolve(seen[0], name="")]
        found = [*seen, *self._compared()]
        return tuple(line for line in found if any(line.points)) if any(any(line.points) for line in found) else ()

    def _compared(self) -> Iterator[Line]:
        """The curve of another state, where one is asked for."""
        if self.compare:
            view = self.cast.view.narrowed(state=self.compare)
            line = self._line(self.words(f"state.{self.compare}"), len(self.cast.members) or 1, view)
            yield attrs.evolve(line, plain=True)

    def _line(self, name: str, place: int, view: View) -> Line:
        points = [self._point(view, step) if view.has(step) else None for step in self.steps]
        present = [view.has(step) for step in self.steps]
        for middle, inside, stage in self._stages(view, points):
            points[middle] = self._point(view, stage)
            present = [here and (index == middle or index not in inside) for index, here in enumerate(present)]
        known = [point for point in points if point is not None]
        low, high = (pick((point.height for point in known), default=0.0) for pick in (min, max))
        marked = [self._marked(point, low, high, points) if point else None for point in points]
        unknown = self.words("feeling.unknown", name=name) if name else self.words("unknown")
        return Line(name=name, persona=place, points=tuple(marked), present=tuple(present), unknown=unknown)

    def _stages(self, view: View, points: list[Point | None]) -> Iterator[tuple[int, range, Stage]]:
        """The stages that say how they feel while none of their touchpoints does: their middle column, and all."""
        first = 0
        while first < len(self.steps):
            stage = view.parent(self.steps[first])
            end = first + 1
            while end < len(self.steps) and view.parent(self.steps[end]) is stage:
                end += 1
            silent = isinstance(stage, Stage) and not any(points[first:end])
            if silent and isinstance(stage, Stage) and view.has(stage) and view[stage.emotion] is not None:
                yield (first + end - 1) // 2, range(first, end), stage
            first = end

    def _marked(self, point: Point, low: float, high: float, points: list[Point | None]) -> Point:
        """The point with its name when it is the first of the lowest or the highest."""
        if low == high:
            return point
        for key, height in (("lowest", low), ("peak", high)):
            if point.height == height and point is next(one for one in points if one and one.height == height):
                return attrs.evolve(point, extreme=self.words(key), lowest=key == "lowest")
        return point

    def _point(self, view: View, step: Moment) -> Point | None:
        score = view[step.emotion]
        if score is None:
            return None
        scale = view.scale(step)
        low, high = scale.low if scale.low is not None else 1.0, scale.high if scale.high is not None else 5.0
        share = min(1.0, max(0.0, (score - low) / (high - low))) if high != low else 0.5
        return Point(
            height=share,
            face=int(1 + share * (_LEVELS - 1) + 0.5),
            score=self.words.figure(score),
            feeling=self.words.word(Touchpoint, "feeling", view[step.feeling]),
            assumed=view.grade(step.emotion) == ASSUMED,
        )


def _signature(line: Line) -> tuple[object, ...]:
    return tuple((one.height, one.feeling, one.assumed) if one else None for one in line.points)
