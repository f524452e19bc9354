"""Figures as facts: what was measured, how surely, and against what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from journeyql.facts import Interval, Reading
from journeyql.model import Journey, Range, View
from journeyql_evidence import intervals
from journeyql_evidence.figures import NPS, Figure
from journeyql_evidence.shown import Shown

#: How intervals are worked out: `wilson` for shares, `no-passives` for net promoter scores whose parts are not known
#: (the widest), `half-at-either-end` for means on a scale whose spread is not known (the widest, by Popoviciu).
WILSON: Final = "wilson"
NO_PASSIVES: Final = "no-passives"
HALF_AT_EITHER_END: Final = "half-at-either-end"
_PERCENT: Final = "%"
_ALL: Final = 100.0
_WHOLE: Final = Range(0.0, _ALL)


def readings(view: View, found: Iterable[Figure]) -> tuple[Reading, ...]:
    """The figures that a view shows and that have a target, a baseline or a sample."""
    return tuple(_shown(view, (figure for figure in found if _says_more(figure))))


def _shown(view: View, found: Iterable[Figure]) -> Iterator[Reading]:
    seen: dict[Journey | None, Shown] = {}
    for figure in found:
        journey = view.around(figure.element, Journey)
        shown = seen.get(journey)
        if shown is None:
            shown = seen[journey] = Shown.of(view, journey)
        people = shown.people(figure.element, figure.field, figure.cell)
        if people is not None:
            yield _reading(figure, people)


def _says_more(figure: Figure) -> bool:
    return figure.by.target is not None or figure.by.baseline is not None or figure.sample is not None


def _reading(figure: Figure, people: tuple[str, ...]) -> Reading:
    return Reading(
        element=figure.element,
        name=figure.name,
        value=figure.value,
        target=figure.by.target,
        baseline=figure.by.baseline,
        lower_is_better=figure.by.lower,
        direction=figure.by.told,
        met=figure.met,
        attainment=figure.by.attainment(figure.value),
        sample=figure.sample,
        interval=interval(figure),
        people=people,
    )


def interval(figure: Figure) -> Interval | None:
    """The interval of a figure with a sample, where one can be worked out honestly; in the figure's own unit."""
    if figure.sample is None or figure.sample < 1:
        return None
    value, scale = figure.value.number, figure.by.scale
    if _is_share(figure):
        low, high = intervals.wilson(value / _ALL, figure.sample)
        return Interval(low=low * _ALL, high=high * _ALL, method=WILSON)
    if scale is None or scale.low is None or scale.high is None or not scale.holds(value):
        return None
    if figure.name == NPS.name:
        ends = intervals.promoters(value, figure.sample)
        return None if ends is None else Interval(low=ends[0], high=ends[1], method=NO_PASSIVES)
    low, high = intervals.mean(value, scale.low, scale.high, figure.sample)
    return Interval(low=low, high=high, method=HALF_AT_EITHER_END)


def _is_share(figure: Figure) -> bool:
    """Whether it is a share of the cases measured: a percentage, or a score from 0 to 100."""
    shaped = figure.value.unit == _PERCENT or (figure.by.scale == _WHOLE and figure.name != NPS.name)
    return shaped and 0 <= figure.value.number <= _ALL
