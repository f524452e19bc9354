"""The figures of a file, each with its target, baseline, sample and scale, wherever they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from journeyql.model import (
    USUAL_SCALES,
    Amount,
    Cell,
    Element,
    Evidence,
    Finding,
    Frequency,
    Measure,
    Metric,
    Moment,
    PropertySpec,
    Range,
    Varying,
    View,
    Yardstick,
    amount_of,
    property_of,
)

NPS: Final = property_of(Moment.nps)
CSAT: Final = property_of(Moment.csat)
CES: Final = property_of(Moment.ces)
WAIT: Final = property_of(Moment.wait)
DURATION: Final = property_of(Moment.duration)
VALUE: Final = property_of(Metric.value)
FREQUENCY: Final = property_of(Finding.frequency)
SCORES: Final = frozenset(USUAL_SCALES)
_MOMENT: Final = (WAIT, DURATION, NPS, CSAT, CES)
_PERCENT: Final = "%"
_ALL: Final = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figure:
    """One measured value: of a metric, a score, a wait, a duration, or a frequency with a sample.

    `by` is what it is held against, and `within` the share of cases that must meet the target.
    """

    element: Element
    name: str
    field: Varying[Any]
    cell: Cell[Any]
    value: Amount
    by: Yardstick
    within: float | None = None
    sample: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target holds; None where that cannot be told."""
        return self.by.met(self.value)


def figures(view: View) -> tuple[Figure, ...]:
    """All figures of a file, in the order written."""
    return tuple(figure for element in view.model.elements.values() for figure in _of(view, element))


def _of(view: View, element: Element) -> Iterator[Figure]:
    if isinstance(element, Moment):
        for spec in _MOMENT:
            field: Varying[Any] = getattr(element, spec.field)
            for cell in field.cells:
                yield _measured(view, element, spec, field, cell)
    elif isinstance(element, Metric):
        yield from (_metric(view, element, cell) for cell in element.value.cells)
    elif isinstance(element, Finding):
        yield from _frequencies(view, element)


def _measured(view: View, element: Moment, spec: PropertySpec, field: Varying[Any], cell: Cell[Any]) -> Figure:
    within, sample = _behind(view, cell)
    return Figure(
        element=element,
        name=spec.name,
        field=field,
        cell=cell,
        value=amount_of(cell.value) or Amount("", 0.0, ""),
        by=Yardstick.of(view, spec.name, cell),
        within=within,
        sample=_sample(view, cell, sample),
    )


def _metric(view: View, metric: Metric, cell: Cell[Amount]) -> Figure:
    within, sample = _behind(view, cell)
    return Figure(
        element=metric,
        name=VALUE.name,
        field=metric.value,
        cell=cell,
        value=cell.value,
        by=Yardstick.of_metric(view, metric, cell),
        within=within,
        sample=_sample(view, cell, view[metric.sample] or sample),
    )


def _behind(view: View, cell: Cell[Any]) -> tuple[float | None, float | None]:
    """The share of cases that must meet the target, and the sample, as they stand behind a value."""
    said = cell.option(Measure)
    return (None, None) if said is None else (view[said.within], view[said.sample])


def _frequencies(view: View, finding: Finding) -> Iterator[Figure]:
    for cell in finding.frequency.cells:
        beside = cell.option(Frequency)
        sample = None if beside is None else view[beside.sample]
        if sample is not None and sample > 0:
            value = Amount(f"{cell.value:g}%", cell.value, _PERCENT)
            yield Figure(
                element=finding,
                name=FREQUENCY.name,
                field=finding.frequency,
                cell=cell,
                value=value,
                by=Yardstick(scale=Range(0.0, _ALL), lower=True, told="usual"),
                sample=sample,
            )


def _sample(view: View, cell: Cell[Any], stated: float | None) -> float | None:
    """How many cases were measured: as is said, else the sample of the one study that the value cites."""
    if stated is not None or not cell.cited:
        return stated if stated is None or stated > 0 else None
    studies = [study for study in (view.follow(ref) for ref in cell.cited) if isinstance(study, Evidence)]
    sample = view[studies[0].sample] if len(studies) == 1 else None
    return sample if sample is not None and sample > 0 else None
