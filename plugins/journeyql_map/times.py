"""Reads how much time has gone by when each touchpoint begins."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import Clock, Date, Duration, Edge, Graph, Journey, Moment, Stage, View

_MINUTE, _DAY = 60.0, 86_400.0


@attrs.define(eq=False, repr=False)
class Times:
    """The time since a journey began, in seconds, as far as its file tells.

    It tells by `at`, and by what waits, durations and delays before add up to; a touchpoint that says nothing takes no time.
    A time of day is the next one, and a date counts from the first that is named. `exact` tells for each step, when they
    have been looked at, whether all before it says how long it takes: else its time is the least that it can be.
    """

    view: View
    journey: Journey
    steps: tuple[Moment, ...]
    midnight: float | None = None
    today: Date | None = None
    days: float = 0.0
    ends: list[float] = attrs.field(factory=list)
    exact: dict[str, bool] = attrs.field(factory=dict)

    def elapsed(self) -> tuple[float | None, ...]:
        """The time at the beginning of each column; None where nothing tells of it. Nothing if no time is told at all."""
        graph = self.view.flow(self.journey)
        floors = dict(self._floors(graph.nodes))
        begins: list[float] = []
        found: list[float | None] = []
        for place, step in enumerate(graph.nodes):
            arrived, told, exact = self._arrival(graph, place)
            takes = self._takes(step)
            at = self._at(step, arrived)
            floor = begins[floors[place][0]] + floors[place][1] if place in floors else 0.0
            begin = max(arrived, floor) if at is None else at
            begins.append(begin)
            self.ends.append(begin + (takes or 0.0))
            self.exact[step.path] = exact or place == 0 or at is not None or floor > arrived
            known = told or place == 0 or takes is not None or at is not None or floor > arrived
            found.append(begin if known else None)
        shown = {step.path for step in self.steps}
        kept = tuple(time for step, time in zip(graph.nodes, found, strict=True) if step.path in shown)
        return kept if any(kept) else ()

    def _arrival(self, graph: Graph, place: int) -> tuple[float, bool, bool]:
        """When a touchpoint is reached at the earliest, whether anything is said of the time before, and whether all is."""
        edges = [
            (graph.position[edge.source.path], edge)
            for edge in graph.into(graph.nodes[place])
            if edge.source is not None
        ]
        ways = [(self.ends[source] + _delay(edge), source, edge) for source, edge in edges if source < place]
        if not ways:
            return (self.ends[-1] if self.ends else 0.0), False, False
        arrived, source, edge = min(ways, key=lambda way: way[:2])
        before = graph.nodes[source]
        told = edge.delay is not None or self._takes(before) is not None
        return arrived, told, told and self.exact[before.path]

    def _takes(self, step: Moment) -> float | None:
        parts = [value.seconds for value in (self.view[step.wait], self.view[step.duration]) if value is not None]
        return sum(parts) if parts else None

    def _at(self, step: Moment, arrived: float) -> float | None:
        """When a touchpoint says that it begins."""
        at = self.view[step.at]
        match at:
            case Duration():
                return at.seconds
            case Clock():
                if self.midnight is None:
                    self.midnight = at.minutes * _MINUTE - arrived
                return arrived + (at.minutes * _MINUTE - self.midnight - arrived) % _DAY
            case Date():
                if self.today is None:
                    self.today, self.days = at, arrived
                return self.days + (at.first - self.today.first).days * _DAY
        return None

    def _floors(self, nodes: tuple[Moment, ...]) -> Iterator[tuple[int, tuple[int, float]]]:
        """The first column behind each stage that says how long it takes: that of its beginning, and the time."""
        first = 0
        for place, step in enumerate(nodes):
            stage = self.view.parent(nodes[first])
            if self.view.parent(step) is not stage:
                duration = self.view[stage.duration] if isinstance(stage, Stage) else None
                if duration is not None:
                    yield place, (first, duration.seconds)
                first = place


def _delay(edge: Edge) -> float:
    return edge.delay.seconds if edge.delay is not None else 0.0
