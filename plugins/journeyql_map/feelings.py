"""Reads the emotion curves: one line for each persona that feels otherwise, and those that differ in another state."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import ASSUMED, Journey, Moment, Touchpoint, View
from journeyql_map.cast import Cast
from journeyql_map.scores import line, share_of
from journeyql_map.sheet import Line, Point
from journeyql_map.words import Words

_LEVELS = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Feelings:
    """The curves of one journey."""

    cast: Cast
    journey: Journey
    words: Words
    steps: tuple[Moment, ...]
    compare: str = ""

    def lines(self) -> tuple[Line, ...]:
        """The lines in the order in which they are named; none when no score is known."""
        now = [self._line(name, place, view) for place, (name, view) in enumerate(self.cast.eyes)]
        then = self._compared(now) if self.compare else ()
        shown = [attrs.evolve(now[0], name="")] if len(now) > 1 and _alike(now) else now
        return tuple(line for line in (*shown, *then) if any(line.points))

    def _compared(self, now: list[Line]) -> Iterator[Line]:
        """The curves of another state that differ from those of `now`: one for all who feel alike then."""
        there, state = self.cast.view.narrowed(state=self.compare), self.words(f"state.{self.compare}")
        seen = there.perspectives(self.journey)
        eyes = [(persona.id, self.cast.name(persona)) for persona, _ in self.cast.members] or [("", "")]
        then = [
            self._line(self.words("map.then", name=name, state=state) if name else state, place, seen.get(key, there))
            for place, (key, name) in enumerate(eyes)
        ]
        differing = [line for line, today in zip(then, now, strict=True) if not _alike([line, today])]
        if len(differing) == len(eyes) and _alike(differing):
            common = len(self.cast.members) or 1
            differing = [self._line(state, common, seen.get(eyes[0][0], there))]
        yield from (attrs.evolve(line, plain=True) for line in differing)

    def _line(self, name: str, place: int, view: View) -> Line:
        found = line(self.steps, view, self._point, self.words, name)
        highest = view.scale(self.journey).high
        return attrs.evolve(
            found, points=_marked(found.points, self.words), persona=place, highest=5.0 if highest is None else highest
        )

    def _point(self, view: View, step: Moment) -> Point | None:
        score = view[step.emotion]
        if score is None:
            return None
        scale = view.scale(step)
        low, high = scale.low if scale.low is not None else 1.0, scale.high if scale.high is not None else 5.0
        share = share_of(score, low, high)
        return Point(
            height=share,
            face=int(1 + share * (_LEVELS - 1) + 0.5),
            score=self.words.figure(score),
            feeling=self.words.word(Touchpoint, "feeling", view[step.feeling]),
            assumed=view.grade(step.emotion) == ASSUMED,
        )


def _alike(lines: list[Line]) -> bool:
    """Whether all lines tell of the same feelings."""
    return len({_signature(line) for line in lines}) == 1


def _signature(line: Line) -> tuple[object, ...]:
    return tuple((one.height, one.feeling, one.assumed) if one else None for one in line.points)


def _marked(points: tuple[Point | None, ...], words: Words) -> tuple[Point | None, ...]:
    """The points, the first of the lowest and the first of the highest with its name."""
    known = [point for point in points if point is not None]
    low, high = (pick(known, key=lambda one: one.height, default=None) for pick in (min, max))
    if low is None or high is None or low.height == high.height:
        return points
    named = {
        id(low): attrs.evolve(low, extreme=words("lowest"), lowest=True),
        id(high): attrs.evolve(high, extreme=words("peak")),
    }
    return tuple(named.get(id(point), point) if point else None for point in points)
