"""The figures that formulas may ask for, of one measure; what nobody stated is not there.

- `impact`, `effort`: as rated, 1 to 5; `ease`: 6 less the effort.
- `reach`: customers in a quarter where `per=` says in which time they are counted, else as written.
- `confidence`: 0 to 1.
- `urgency`: how early it is due among all that has a date, in proportion: 5 for the first day, 1 for the last, 3 where
  there is but one. The day of the run does not count, so that a plan has the same figures tomorrow.
- `severity` (low 1 to critical 4), `frequency` (0 to 1), `importance`, `satisfaction` (0 to 10), `opportunity`
  (Ulwick's, 0 to 20): of what it addresses, of each the largest; importance and satisfaction are those behind the
  largest opportunity, else importance is that of the touchpoint or stage.
- `cost`, `benefit`: money; what comes again is added up over the option `years`.
- `investment`: a cost that comes once; `yearly`: a benefit that comes again, in a year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from journeyql.model import Amount, Benefit, Duration, Element, Finding, Moment, Rate, Risk
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measure, Measures
from journeyql_priorities.opportunities import asked, opportunity
from journeyql_priorities.quadrants import HIGHEST, LOWEST, MIDDLE

SEVERITIES: Final[Mapping[str, float]] = {"low": 1.0, "medium": 2.0, "high": 3.0, "critical": 4.0}
_PERCENT = 100.0
_YEAR = Duration(((1.0, "y"),)).seconds
_QUARTER = _YEAR / 4


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Inputs:
    """The figures of a measure by their names, and the currencies of its money: those of cost and benefit."""

    figures: Mapping[str, float]
    cost_in: str = ""
    benefit_in: str = ""

    @property
    def currencies(self) -> frozenset[str]:
        """The currencies of its money."""
        return frozenset(filter(None, (self.cost_in, self.benefit_in)))


@attrs.frozen(eq=False, repr=False)
class Spread:
    """The first and the last due day of a plan.

    >>> Spread(datetime.date(2026, 1, 1), datetime.date(2026, 1, 5)).urgency(datetime.date(2026, 1, 2))
    4.0
    """

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, measures: Measures) -> Spread:
        """The days of the open measures."""
        days = [due.last for one in measures.open if (due := measures.eyes.one(one.due)) is not None]
        return cls(min(days, default=datetime.date.min), max(days, default=datetime.date.min))

    def urgency(self, day: datetime.date) -> float:
        """How early a day is, from 5 to 1."""
        length = (self.last - self.first).days
        return LOWEST + (HIGHEST - LOWEST) * (self.last - day).days / length if length else MIDDLE


def inputs(measures: Measures, measure: Measure, years: float, spread: Spread) -> Inputs:
    """The figures of a measure."""
    eyes = measures.eyes
    cost_in, costs = _cost(eyes, measure, years)
    benefit_in, benefits = _benefit(eyes, measure, years)
    found = {
        **dict(_rated(eyes, measure)),
        **dict(_planned(eyes, measure, spread)),
        **_addressed(eyes, measures.aims.get(measure.path, ())),
        **costs,
        **benefits,
    }
    return Inputs(figures=found, cost_in=cost_in, benefit_in=benefit_in)


def _rated(eyes: Eyes, measure: Measure) -> Iterator[tuple[str, float]]:
    impact, effort = eyes.most(measure.impact), eyes.most(measure.effort)
    confidence = eyes.most(measure.confidence)
    if impact is not None:
        yield "impact", impact
    if effort is not None:
        yield "effort", effort
        yield "ease", LOWEST + HIGHEST - effort
    if confidence is not None:
        yield "confidence", confidence / _PERCENT


def _planned(eyes: Eyes, measure: Measure, spread: Spread) -> Iterator[tuple[str, float]]:
    reach, due = eyes.cell(measure.reach), eyes.one(measure.due)
    if reach is not None:
        seconds = _per(eyes, reach.option(Rate))
        yield "reach", reach.value if seconds is None else reach.value * _QUARTER / seconds
    if due is not None:
        yield "urgency", spread.urgency(due.last)


def _per(eyes: Eyes, options: Rate | Benefit | None) -> float | None:
    """The seconds in which something comes once; None when it does not come again."""
    per = None if options is None else eyes.one(options.per)
    return None if per is None or per.seconds <= 0 else per.seconds


def _cost(eyes: Eyes, measure: Measure, years: float) -> tuple[str, dict[str, float]]:
    cell = eyes.cell(measure.cost)
    if cell is None:
        return "", {}
    amount, seconds = float(cell.value.amount), _per(eyes, cell.option(Rate))
    if seconds is None:
        return cell.value.currency, {"cost": amount, "investment": amount}
    return cell.value.currency, {"cost": amount * years * _YEAR / seconds}


def _benefit(eyes: Eyes, measure: Measure, years: float) -> tuple[str, dict[str, float]]:
    cell = eyes.cell(measure.benefit)
    if cell is None or not in_money(cell.value):
        return "", {}
    amount, seconds = cell.value.number, _per(eyes, cell.option(Benefit))
    if seconds is None:
        return cell.value.unit, {"benefit": amount}
    yearly = amount * _YEAR / seconds
    return cell.value.unit, {"benefit": yearly * years, "yearly": yearly}


def in_money(amount: Amount) -> bool:
    """Whether an amount is one of money, in a currency, and no rise of a figure."""
    return amount.unit not in {"", "%", "s"}


def _addressed(eyes: Eyes, aims: tuple[Element, ...]) -> dict[str, float]:
    """The largest figures of what a measure addresses."""
    findings = [aim for aim in aims if isinstance(aim, Finding)]
    graded = [aim for aim in aims if isinstance(aim, Finding | Risk)]
    severities = [SEVERITIES[word] for aim in graded for word in eyes.all(aim.severity) if word in SEVERITIES]
    frequencies = [share / _PERCENT for finding in findings for share in eyes.all(finding.frequency)]
    found = {**_largest("severity", severities), **_largest("frequency", frequencies)}
    pairs = [pair for finding in findings if (pair := asked(eyes, finding)) is not None]
    if pairs:
        importance, satisfaction = max(pairs, key=lambda pair: (opportunity(*pair), pair[0]))
        score = opportunity(importance, satisfaction)
        return {**found, "importance": importance, "satisfaction": satisfaction, "opportunity": score}
    return {**found, **_largest("importance", _importances(eyes, aims, findings))}


def _importances(eyes: Eyes, aims: tuple[Element, ...], findings: list[Finding]) -> list[float]:
    """The importances of findings, else of where they stand."""
    own = [value for finding in findings for value in eyes.all(finding.importance)]
    if own:
        return own
    places = (eyes.view.around(aim, Moment) for aim in aims)
    return [value for place in places if place is not None for value in eyes.all(place.importance)]


def _largest(name: str, values: list[float]) -> dict[str, float]:
    return {name: max(values)} if values else {}
