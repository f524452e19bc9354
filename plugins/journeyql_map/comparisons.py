"""Reads the scores of own lanes that are drawn as curves: those of a competitor, and others that are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import ASSUMED, Journey, Moment, View
from journeyql.model import Lane as LaneElement
from journeyql_map.scores import Read, line, share_of
from journeyql_map.sheet import Line, Point
from journeyql_map.words import Words


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comparisons:
    """The curves besides those of emotion; `asked` names lanes that are drawn as one, though they tell of no competitor.

    `shown` are the lanes that a saved view keeps; all, if there are none.
    """

    view: View
    journey: Journey
    words: Words
    steps: tuple[Moment, ...]
    asked: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def lanes(self) -> tuple[LaneElement, ...]:
        """The lanes that are curves: scores only, because other values have no place between worst and best."""
        scores = (lane for lane in self.view.children(self.journey, LaneElement) if self.view[lane.type_] == "score")
        return tuple(lane for lane in scores if lane.id in self.asked or self.view[lane.of] is not None)

    def lines(self) -> Iterator[Line]:
        """A line for each of them that says anything; its name has the scale where it is not that of emotion."""
        usual = self.view.scale(self.journey)
        for number, lane in enumerate(self.lanes(), 1):
            if self.shown and lane.id not in self.shown:
                continue
            low, high = ends_of(self.view, lane)
            name = self.view.title(lane)
            if (low, high) != (usual.low, usual.high):
                scale = f"{self.words.figure(low)}–{self.words.figure(high)}"
                name = self.words("map.scaled", name=name, scale=scale)
            found = line(self.steps, self.view, self._read(lane, low, high), self.words, name)
            if any(found.points):
                yield attrs.evolve(found, own=number, highest=high)

    def _read(self, lane: LaneElement, low: float, high: float) -> Read:
        def read(view: View, step: Moment) -> Point | None:
            score = view.own(step, lane.id)
            if isinstance(score, bool) or not isinstance(score, int | float):
                return None
            assumed = view.grade(step.own[lane.id]) == ASSUMED
            share = share_of(score, low, high)
            return Point(height=share, face=0, score=self.words.figure(score), assumed=assumed)

        return read


def ends_of(view: View, lane: LaneElement) -> tuple[float, float]:
    """The lowest and the highest score of a lane: from 1 to 5, if it does not say."""
    scale = view[lane.scale]
    if scale is None or scale.low is None or scale.high is None:
        return 1.0, 5.0
    return scale.low, scale.high
