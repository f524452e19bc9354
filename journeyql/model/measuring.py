"""What measured figures are held against: their scale, their target, and which direction is good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from journeyql.model.element import Measure
from journeyql.model.kinds import Metric, Moment
from journeyql.model.quantity import Duration, Range
from journeyql.model.types import Amount
from journeyql.model.varying import Cell
from journeyql.model.view import View
from journeyql.model.vocabulary import property_of

_NPS, _CSAT, _CES, _WAIT, _DURATION = (
    property_of(field).name for field in (Moment.nps, Moment.csat, Moment.ces, Moment.wait, Moment.duration)
)
_BASELINE, _VALUE, _CHANGE = (property_of(field).name for field in (Metric.baseline, Metric.value, Metric.change))
#: The usual scale of each score: Reichheld 2003; the five-point scale of satisfaction; CES 2.0 of CEB, 2013.
USUAL_SCALES: Final[Mapping[str, Range[float]]] = {
    _NPS: Range(-100.0, 100.0),
    _CSAT: Range(1.0, 5.0),
    _CES: Range(1.0, 7.0),
}
#: A net promoter score is asked from 0 to 10 (Reichheld 2003), and reported on its usual scale.
_ASKED: Final = Range(0.0, 10.0)
_LOWER: Final = {_WAIT: True, _DURATION: True, _NPS: False, _CSAT: False}
#: The first two numbers of words like `1 easy to 7 hard`; a dash between digits is none of theirs.
_NUMBERS: Final = r"(?<![\d.])[-+]?[0-9]+(?:\.[0-9]+)?"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Yardstick:
    """What a measured value is held against.

    `scale` is None for what has none, and where its words cannot be read; a usual scale that nobody wrote down is the very
    one of `USUAL_SCALES`. `lower` is whether less is better, None where nothing tells, and `told` what tells it: it is
    `stated`, or `usual` of such a figure, or inferred from the `change` aimed at, or from the target beside the `baseline`
    or the `value`.
    """

    target: Amount | None = None
    baseline: Amount | None = None
    scale: Range[float] | None = None
    lower: bool | None = None
    told: str = ""

    @classmethod
    def of(cls, view: View, name: str, cell: Cell[Any]) -> Yardstick:
        """That of a value of a place: of its `csat`, `nps`, `ces`, `wait` or `duration` (`name`)."""
        behind, scale, lower = cell.option(Measure), USUAL_SCALES.get(name), _LOWER.get(name)
        if behind is None:
            return cls(scale=scale, lower=lower, told="" if lower is None else "usual")
        target, baseline, words = amount_of(view[behind.target]), amount_of(view[behind.baseline]), view[behind.scale]
        if words is not None:
            stated = _scale(words)
            scale = scale if name == _NPS and stated == _ASKED else stated
        told = "usual"
        if lower is None:
            lower, told = _beside(target, {_BASELINE: baseline, _VALUE: amount_of(cell.value)})
        return cls(target=target, baseline=baseline, scale=scale, lower=lower, told=told)

    @classmethod
    def of_metric(cls, view: View, metric: Metric, cell: Cell[Amount]) -> Yardstick:
        """That of a value of a metric; what the metric says itself goes before what stands behind the value."""
        target, baseline, scale = view[metric.target], view[metric.baseline], view[metric.scale]
        behind = cell.option(Measure)
        if behind is not None:
            target, baseline = target or view[behind.target], baseline or view[behind.baseline]
            scale = scale or _scale(view[behind.scale] or "")
        lower, told = _stated(view, metric) or _beside(target, {_BASELINE: baseline})
        return cls(target=target, baseline=baseline, scale=scale, lower=lower, told=told)

    @property
    def length(self) -> float:
        """From the lowest to the highest possible value; 0 where either is not known."""
        scale = self.scale
        return 0.0 if scale is None or scale.low is None or scale.high is None else scale.high - scale.low

    def holds(self, *values: Amount | None) -> bool:
        """Whether values can be; times and money have no scale.

        >>> Yardstick(scale=Range(1.0, 5.0)).holds(Amount.parse("4.5"), Amount.parse("30"))
        False
        """
        on = self.scale
        return on is None or all(one is None or one.unit not in {"", "%"} or on.holds(one.number) for one in values)

    def met(self, value: Amount) -> bool | None:
        """Whether the target holds; None where that cannot be told, or one of the two does not lie on the scale.

        >>> by = Yardstick(target=Amount.parse("3"), scale=Range(1.0, 7.0), lower=True)
        >>> by.met(Amount.parse("2")), by.met(Amount.parse("6")), by.met(Amount.parse("8"))
        (True, False, None)
        """
        target = self.target
        if target is None or self.lower is None or target.unit != value.unit or not self.holds(value, target):
            return None
        return value.number <= target.number if self.lower else value.number >= target.number

    def gap(self, value: Amount) -> float | None:
        """How far a value that misses its target is from it, as a share of the scale; None where the scale is not known."""
        if self.target is None or self.met(value) is not False or not self.length:
            return None
        return abs(self.target.number - value.number) / self.length

    def attainment(self, value: Amount) -> float | None:
        """The share of the way from baseline to target that is behind us; below 0 where it got worse."""
        if self.target is None or self.baseline is None or not self.holds(value, self.target, self.baseline):
            return None
        way = self.target.number - self.baseline.number
        if not way or {self.target.unit, self.baseline.unit} != {value.unit}:
            return None
        return (value.number - self.baseline.number) / way


def _stated(view: View, metric: Metric) -> tuple[bool, str] | None:
    """Whether less is better as a metric says it, else by the change aimed at; None where it says neither."""
    better, change = view[metric.better], view[metric.change]
    if better is not None:
        return better == "lower", "stated"
    return (change < 0, _CHANGE) if change else None


def _beside(target: Amount | None, others: Mapping[str, Amount | None]) -> tuple[bool | None, str]:
    """Whether less is better by the target beside the first other figure that differs from it, and which that is."""
    for name, other in others.items():
        if target is not None and other is not None and other.unit == target.unit and other.number != target.number:
            return target.number < other.number, name
    return None, ""


def amount_of(value: object) -> Amount | None:
    """A value as a number with a unit; None for nothing, and for what is none.

    >>> amount_of(Duration.parse("1h30min")), amount_of(4.2), amount_of("low")
    (Amount(text='1h30min', number=5400.0, unit='s'), Amount(text='4.2', number=4.2, unit=''), None)
    """
    match value:
        case Amount():
            return value
        case Duration():
            return Amount(str(value), value.seconds, "s")
        case float():
            return Amount(f"{value:g}", value, "")
    return None


def _scale(words: str) -> Range[float] | None:
    """The scale that words tell, like `1 to 5`, `1..7` or `0-10`; None where they do not.

    >>> _scale("1 easy to 7 hard"), _scale("0-10"), _scale("-2..+2"), _scale("stars")
    (Range(low=1.0, high=7.0), Range(low=0.0, high=10.0), Range(low=-2.0, high=2.0), None)
    """
    found = [float(number) for number in re.findall(_NUMBERS, words)[:2]]
    return Range(min(found), max(found)) if len(found) == 2 and found[0] != found[1] else None  # noqa: PLR2004 - two ends
