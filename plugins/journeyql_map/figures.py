"""Reads waits, scores and metrics into gauges with their targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from journeyql.model import Amount, Cell, Duration, Element, Measure, Metric, Moment, Varying, View
from journeyql_map.selection import Selection
from journeyql_map.sheet import Gauge
from journeyql_map.words import Words

#: How much longer a bar is than the larger of its value and target.
_ROOM = 1.25
#: The scores of surveys: their usual scales, and whether less is better (of effort scores, scales disagree).
_SCALES = {"nps": (-100.0, 100.0, False), "csat": (1.0, 5.0, False), "ces": (1.0, 7.0, None)}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figures:
    """Makes gauges for the figures of one view."""

    view: View
    words: Words
    selection: Selection

    def waits(self, step: Moment) -> Iterator[Gauge]:
        """How long customers wait, and how long it takes."""
        for key, field in (("wait", step.wait), ("duration", step.duration)):
            cell = self.view.cell(field)
            if cell is not None:
                yield self._gauge(self.words(f"map.{key}"), cell, None, lower=True)

    def measures(self, step: Moment) -> Iterator[Gauge]:
        """Survey scores, and the metrics that stand in an element."""
        fields: dict[str, Varying[float]] = {"nps": step.nps, "csat": step.csat, "ces": step.ces}
        for key, field in fields.items():
            cell = self.view.cell(field)
            if cell is not None:
                low, high, lower = _SCALES[key]
                yield self._gauge(self.words(f"map.{key}"), cell, (low, high), lower=lower)
        yield from self.metrics(step)

    def metrics(self, place: Element) -> Iterator[Gauge]:
        """The metrics that stand directly in an element."""
        for metric in self.view.children(place, Metric) if self.selection.shows(Metric) else ():
            yield self.metric(metric)

    def metric(self, metric: Metric) -> Gauge:
        """A metric against its target."""
        view = self.view
        value, target, scale = view[metric.value], view[metric.target], view[metric.scale]
        unit = view[metric.unit] or ""
        ends = (scale.low, scale.high) if scale and scale.low is not None and scale.high is not None else None
        better = view[metric.better]
        said = f"{self.words.figure(value)} {unit}".strip() if value is not None else "–"
        return self._made(
            view.title(metric), said, (value, target), ends, None if better is None else better == "lower"
        )

    def own(self, name: str, value: object, ends: tuple[float, float] | None) -> Gauge:
        """A value of a lane of one's own that is a score."""
        return self._made(name, self.words.figure(value), (value, None), ends, None)

    def _gauge(self, label: str, cell: Cell[Any], ends: tuple[float, float] | None, *, lower: bool | None) -> Gauge:
        measure = cell.option(Measure)
        target = self.view[measure.target] if measure is not None else None
        return self._made(label, self.words.figure(cell.value), (cell.value, target), ends, lower)

    def _made(
        self,
        label: str,
        said: str,
        value_and_target: tuple[object, object],
        ends: tuple[float, float] | None,
        lower: bool | None,
    ) -> Gauge:
        value, target = value_and_target
        here, there = _comparable(value), _comparable(target)
        met = None
        if here and there and here[1] == there[1] and lower is not None:
            met = here[0] <= there[0] if lower else here[0] >= there[0]
        both = here is not None and (there is None or there[1] == here[1])
        ends = ends or ((0.0, _ROOM * max(here[0], there[0])) if both and here and there else None)
        return Gauge(
            label=label,
            value=said,
            share=_share(here[0], ends) if here and ends else None,
            mark=_share(there[0], ends) if there and ends and both else None,
            target=self.words("target.of", value=self.words.figure(target)) if target is not None else "",
            met=met,
        )


def _share(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.0


def _comparable(value: object) -> tuple[float, str] | None:
    """A figure and its unit."""
    match value:
        case bool():
            return None
        case int() | float():
            return float(value), ""
        case Duration():
            return value.seconds, "s"
        case Amount():
            return value.number, value.unit
    return None
