"""The figures of a file, each with its target, baseline, sample and scale, wherever they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import attrs

from journeyql.model import (
    Amount,
    Cell,
    Duration,
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
    property_of,
)

NPS: Final = property_of(Moment.nps)
CSAT: Final = property_of(Moment.csat)
CES: Final = property_of(Moment.ces)
WAIT: Final = property_of(Moment.wait)
DURATION: Final = property_of(Moment.duration)
VALUE: Final = property_of(Metric.value)
FREQUENCY: Final = property_of(Finding.frequency)
#: The usual scale of each score: Reichheld 2003; the five-point scale of satisfaction; CES 2.0 of CEB, 2013.
USUAL: Final = {NPS.name: Range(-100.0, 100.0), CSAT.name: Range(1.0, 5.0), CES.name: Range(1.0, 7.0)}
SCORES: Final = frozenset(USUAL)
#: What tells which direction is good; the value beside the target is named by its property.
STATED, USUALLY, CHANGE = "stated", "usual", property_of(Metric.change).name
BASELINE: Final = property_of(Metric.baseline).name
_LOWER: Final = {WAIT.name: True, DURATION.name: True, NPS.name: False, CSAT.name: False}
_MOMENT: Final = (WAIT, DURATION, NPS, CSAT, CES)
#: The first two numbers of words like `1 easy to 7 hard`; a dash between digits is none of theirs.
_NUMBERS: Final = re.compile(r"(?<![\d.])[-+]?[0-9]+(?:\.[0-9]+)?")
_PERCENT: Final = "%"
_ALL: Final = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figure:
    """One measured value: of a metric, a score, a wait, a duration, or a frequency with a sample.

    `within` is the share of cases that must meet the target. `scale` is None for what has none, and where its words
    cannot be read. `lower` is whether less is better, None where nothing tells, and `told` what tells it: `stated`, `usual` of
    such a figure, or inferred from the `change` aimed at, or from the target beside the `baseline` or the `value`.
    """

    element: Element
    name: str
    field: Varying[Any]
    cell: Cell[Any]
    value: Amount
    target: Amount | None = None
    baseline: Amount | None = None
    within: float | None = None
    sample: float | None = None
    scale: Range[float] | None = None
    lower: bool | None = None
    told: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target holds; None where that cannot be told."""
        if self.target is None or self.lower is None or self.target.unit != self.value.unit:
            return None
        less, more = self.value.number <= self.target.number, self.value.number >= self.target.number
        return less if self.lower else more

    @property
    def attainment(self) -> float | None:
        """The share of the way from baseline to target that is behind us; below 0 where it got worse."""
        if self.target is None or self.baseline is None:
            return None
        way = self.target.number - self.baseline.number
        if not way or {self.target.unit, self.baseline.unit} != {self.value.unit}:
            return None
        return (self.value.number - self.baseline.number) / way

    @property
    def length(self) -> float:
        """How long its scale is; 0 where it has none."""
        return length(self.scale)


def length(scale: Range[float] | None) -> float:
    """From the lowest to the highest possible value; 0 where either is not known."""
    return 0.0 if scale is None or scale.low is None or scale.high is None else scale.high - scale.low


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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Beside:
    """What stands behind a measured value."""

    target: Amount | None = None
    baseline: Amount | None = None
    within: float | None = None
    sample: float | None = None
    scale: str | None = None

    @classmethod
    def of(cls, view: View, cell: Cell[Any]) -> Beside:
        """The words behind a cell; all None where there are none."""
        said = cell.option(Measure)
        if said is None:
            return cls()
        return cls(
            target=amount(view[said.target]),
            baseline=amount(view[said.baseline]),
            within=view[said.within],
            sample=view[said.sample],
            scale=view[said.scale],
        )


def _measured(view: View, element: Moment, spec: PropertySpec, field: Varying[Any], cell: Cell[Any]) -> Figure:
    beside = Beside.of(view, cell)
    value = amount(cell.value) or Amount("", 0.0, "")
    lower, told = _direction(_LOWER.get(spec.name), value, beside.target, beside.baseline)
    return Figure(
        element=element,
        name=spec.name,
        field=field,
        cell=cell,
        value=value,
        target=beside.target,
        baseline=beside.baseline,
        within=beside.within,
        sample=_sample(view, cell, beside.sample),
        scale=USUAL.get(spec.name) if beside.scale is None else scale_of(beside.scale),
        lower=lower,
        told=told,
    )


def _metric(view: View, metric: Metric, cell: Cell[Amount]) -> Figure:
    beside = Beside.of(view, cell)
    target = view[metric.target] or beside.target
    baseline = view[metric.baseline] or beside.baseline
    said = view[metric.better]
    lower, told = _by_change(view, metric) if said is None else (said == "lower", STATED)
    if lower is None:
        lower, told = _direction(None, None, target, baseline)
    return Figure(
        element=metric,
        name=VALUE.name,
        field=metric.value,
        cell=cell,
        value=cell.value,
        target=target,
        baseline=baseline,
        within=beside.within,
        sample=_sample(view, cell, view[metric.sample] or beside.sample),
        scale=view[metric.scale] or scale_of(beside.scale or ""),
        lower=lower,
        told=told,
    )


def _by_change(view: View, metric: Metric) -> tuple[bool | None, str]:
    """The direction that the change aimed at tells."""
    change = view[metric.change]
    return (change < 0, CHANGE) if change else (None, "")


def _direction(
    known: bool | None, value: Amount | None, target: Amount | None, baseline: Amount | None
) -> tuple[bool | None, str]:
    """Whether less is better: as is usual, else by the target beside the baseline, else beside the value."""
    if known is not None:
        return known, USUALLY
    for other, name in ((baseline, BASELINE), (value, VALUE.name)):
        if target is not None and other is not None and other.unit == target.unit and other.number != target.number:
            return target.number < other.number, name
    return None, ""


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
                sample=sample,
                scale=Range(0.0, _ALL),
                lower=True,
                told=USUALLY,
            )


def _sample(view: View, cell: Cell[Any], stated: float | None) -> float | None:
    """How many cases were measured: as is said, else the sample of the one study that the value cites."""
    if stated is not None or not cell.cited:
        return stated if stated is None or stated > 0 else None
    studies = [study for study in (view.follow(ref) for ref in cell.cited) if isinstance(study, Evidence)]
    sample = view[studies[0].sample] if len(studies) == 1 else None
    return sample if sample is not None and sample > 0 else None


def amount(value: object) -> Amount | None:
    """A value as a number with a unit; None for nothing, and for what is none."""
    match value:
        case Amount():
            return value
        case Duration():
            return Amount(str(value), value.seconds, "s")
        case float():
            return Amount(f"{value:g}", value, "")
    return None


def scale_of(words: str) -> Range[float] | None:
    """The scale that words tell, like `1 to 5`, `1..7` or `0-10`; None where they do not.

    >>> scale_of("1 easy to 7 hard"), scale_of("0-10"), scale_of("-2..+2"), scale_of("stars")
    (Range(low=1.0, high=7.0), Range(low=0.0, high=10.0), Range(low=-2.0, high=2.0), None)
    """
    found = [float(number) for number in _NUMBERS.findall(words)[:2]]
    return Range(min(found), max(found)) if len(found) == 2 and found[0] != found[1] else None  # noqa: PLR2004 - two ends
