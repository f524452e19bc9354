"""What was measured at a place and is worse than it should be.

A value that misses its own target is strong: the map itself says how it should be. Without a target a survey score
counts when it lies on the bad side of the middle of its usual scale: satisfaction as the mean of 1 to 5 below 3, effort
as the mean of 1 to 7 below 4 (the second version of the question, where more is easier), a net promoter score below 0
(more detractors than promoters). On another scale nothing is known without a target. Whether customers recommend a
company is asked at one touchpoint and is about all of them, so a net promoter score alone says little of the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeyql.facts import Signal
from journeyql.model import Amount, Cell, Duration, Measure, Metric, View
from journeyql.model import Season as Rush
from journeyql_experience.looks import FAIR, STRONG, Look, said

_USUAL = {"csat": (1.0, 5.0), "ces": (1.0, 7.0), "nps": (-100.0, 100.0)}


def measurements(look: Look) -> Iterator[Signal]:
    """Times, survey scores, metrics and loads that are worse than they should be."""
    place, view = look.place, look.view
    for name, time in (("wait", view.cell(place.wait)), ("duration", view.cell(place.duration))):
        if time is not None:
            yield from _time(view, name, time)
    for name, score in (("csat", view.cell(place.csat)), ("ces", view.cell(place.ces)), ("nps", view.cell(place.nps))):
        if score is not None:
            yield from _survey(view, name, score)
    for part in look.parts:
        if isinstance(part, Metric):
            yield from _metric(view, part)
    capacity = view[place.capacity]
    if capacity is not None:
        yield from _load(look, capacity)


def _time(view: View, name: str, cell: Cell[Duration]) -> Iterator[Signal]:
    target = _target(view, cell)
    if not isinstance(target, Duration):
        return
    seconds, wanted = cell.value.seconds, target.seconds
    if seconds > wanted:
        strength = 1 - wanted / seconds / 2  # twice the target: 0.75
        yield said(name, f"{name}-over-target", strength, cell, value=cell.value, target=target)


def _survey(view: View, name: str, cell: Cell[float]) -> Iterator[Signal]:
    (low, high), value, target = _USUAL[name], cell.value, _target(view, cell)
    measure = cell.option(Measure)
    usual = measure is None or view[measure.scale] is None
    if isinstance(target, float):
        gap = (target - value) / (high - low)
        if gap > 0:
            strength = FAIR if name == "nps" else min(1.0, STRONG + gap / 2)
            yield said(name, f"{name}-below-target", strength, cell, value=value, target=target)
        elif name == "ces" and not usual and value != target:  # nobody knows which end of their scale is easy
            yield said(name, "ces-off-target", FAIR, cell, value=value, target=target)
    elif usual and low <= value < (low + high) / 2:
        yield said(name, f"{name}-low", FAIR if name == "nps" else STRONG, cell, value=value)


def _target(view: View, cell: Cell[Any]) -> object | None:
    measure = cell.option(Measure)
    return None if measure is None else view[measure.target]


def _metric(view: View, metric: Metric) -> Iterator[Signal]:
    cell, target = view.cell(metric.value), view[metric.target]
    if cell is None or target is None or cell.value.unit != target.unit:
        return
    gap, lower = cell.value.number - target.number, _lower_is_better(view, metric, target)
    if lower is None or gap == 0 or (gap > 0) is not lower:
        return
    most = max(abs(cell.value.number), abs(target.number))
    strength = STRONG + min(1.0, abs(gap) / most) / 2
    name = view.title(metric)
    yield said("metric", "metric-off-target", strength, cell, metric=name, value=cell.value, target=target)


def _lower_is_better(view: View, metric: Metric, target: Amount) -> bool | None:
    """The good direction: as written, else from where the change comes or how it is wanted."""
    better, baseline, change = view[metric.better], view[metric.baseline], view[metric.change]
    if better is not None:
        return better == "lower"
    if baseline is not None and baseline.unit == target.unit and baseline.number != target.number:
        return target.number < baseline.number
    return None if not change else change < 0


def _load(look: Look, capacity: float) -> Iterator[Signal]:
    for cell in look.view.cells(look.place.season):
        rush = cell.option(Rush)
        load = look.view[rush.load] if rush is not None else None
        if load is not None and load > capacity:
            yield said("load", "load", FAIR, cell, load=load, capacity=capacity)
            return
