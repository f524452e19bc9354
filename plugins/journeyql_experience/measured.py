"""What was measured at a place and is worse than it should be.

A value that misses its own target is strong, and the stronger the larger the share of its scale that is missing: the map
itself says how it should be. Which direction is good and on which scale a score lies is told as `Yardstick` tells it; what
does not lie on its scale is a slip and says nothing. Where only the target tells that a smaller effort is meant, against
the usual question, the signal is fair.

Without a target a survey score counts when it lies on the bad side of the middle of its usual scale: satisfaction as the
mean of 1 to 5 below 3, effort as the mean of 1 to 7 below 4 (the second version of the question, where more is easier), a
net promoter score below 0 (more detractors than promoters). On another scale nothing is known without a target. Whether
customers recommend a company is asked at one touchpoint and is about all of them, so a net promoter score alone says little
of the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeyql.facts import Signal
from journeyql.model import USUAL_SCALES, Cell, Duration, Measure, Metric, View, Yardstick, amount_of
from journeyql.model import Season as Rush
from journeyql_experience.looks import FAIR, STRONG, Look, said
from journeyql_experience.valleys import neutral


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
    by, value = Yardstick.of(view, name, cell), amount_of(cell.value)
    if by.target is None:
        if by.scale is USUAL_SCALES[name] and by.holds(value) and cell.value < neutral(by.scale):
            yield said(name, f"{name}-low", FAIR if name == "nps" else STRONG, cell, value=cell.value)
    elif value is not None and by.met(value) is False:
        guessed = by.lower and by.told == "value"
        strength = FAIR if guessed or name == "nps" else STRONG + (by.gap(value) or 0.0) / 2
        words = "off-target" if by.lower else "below-target"
        yield said(name, f"{name}-{words}", strength, cell, value=cell.value, target=by.target.number)


def _target(view: View, cell: Cell[Any]) -> object | None:
    measure = cell.option(Measure)
    return None if measure is None else view[measure.target]


def _metric(view: View, metric: Metric) -> Iterator[Signal]:
    cell = view.cell(metric.value)
    if cell is None:
        return
    by, value = Yardstick.of_metric(view, metric, cell), cell.value
    target = by.target
    if target is None or by.met(value) is not False:
        return
    most = max(abs(value.number), abs(target.number))
    strength = STRONG + abs(value.number - target.number) / most / 2
    name = view.title(metric)
    yield said("metric", "metric-off-target", min(1.0, strength), cell, metric=name, value=value, target=target)


def _load(look: Look, capacity: float) -> Iterator[Signal]:
    for cell in look.view.cells(look.place.season):
        rush = cell.option(Rush)
        load = look.view[rush.load] if rush is not None else None
        if load is not None and load > capacity:
            yield said("load", "load", FAIR, cell, load=load, capacity=capacity)
            return
