"""Figures that cannot be, figures that are missing, and actions that are for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.model import Action, Benefit
from journeyql.source import Span
from journeyql_priorities.dependencies import Dependencies
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.findings.gathered import Gathering
from journeyql_priorities.inputs import in_money
from journeyql_priorities.measures import Measure, Measures
from journeyql_priorities.rules import ACTION_FOR_NOTHING, IMPOSSIBLE_FIGURE, RATING_INCOMPLETE


def impossible(measures: Measures) -> Iterator[Diagnostic]:
    """`impossible-figure`: once for each figure below what it can be."""
    eyes = measures.eyes
    for measure in measures.all:
        for span, words, hint in _impossible(eyes, measure):
            yield IMPOSSIBLE_FIGURE.at(span, f'{words} of "{eyes.title(measure)}" cannot be right.', help=hint)


def _impossible(eyes: Eyes, measure: Measure) -> Iterator[tuple[Span, str, str]]:
    cost, benefit, reach = eyes.one(measure.cost), eyes.one(measure.benefit), eyes.one(measure.reach)
    phase = eyes.one(measure.phase)
    if cost is not None and cost.amount < 0:
        yield eyes.span(measure, measure.cost), f"The cost {cost}", "money that comes in is a benefit: benefit="
    if benefit is not None and in_money(benefit) and benefit.number < 0:
        yield eyes.span(measure, measure.benefit), f"The benefit {benefit}", "money that is lost is a cost: cost="
    if reach is not None and reach < 0:
        yield eyes.span(measure, measure.reach), f"The reach {reach:g}", "it is a number of customers, from 0 on"
    if phase is not None and phase < 1:
        yield eyes.span(measure, measure.phase), f"Phase {phase:g}", "phases count from 1"


def incomplete(measures: Measures) -> Iterator[Diagnostic]:
    """`rating-incomplete`: once for each journey in which some measures have impact or effort, and not both."""
    eyes = measures.eyes
    gathering = Gathering(
        eyes=eyes,
        rule=RATING_INCOMPLETE,
        words=_incomplete,
        fields=lambda one: (one.impact, one.effort),
        figures=lambda one: "no effort" if one.impact.cells else "no impact",
    )
    yield from gathering.of(one for one in measures.open if bool(one.impact.cells) != bool(one.effort.cells))


def _incomplete(count: int, names: str) -> tuple[str, str]:
    what = "is rated" if count == 1 else "are rated"
    return f"Only by half {what}: {names}; it has no place in the order.", "give both, impact=1..5 and effort=1..5"


def aimless(measures: Measures, dependencies: Dependencies) -> Iterator[Diagnostic]:
    """`action-for-nothing`: once for each journey with open actions that are for no place and no finding.

    What others wait for is for these.
    """
    eyes = measures.eyes
    found = [
        one
        for one in measures.open
        if isinstance(one, Action) and not _for_anything(eyes, measures, one) and not dependencies.after.get(one.path)
    ]
    gathering = Gathering(eyes=eyes, rule=ACTION_FOR_NOTHING, words=_aimless, fields=lambda one: (one.title,))
    yield from gathering.of(found)


def _for_anything(eyes: Eyes, measures: Measures, measure: Action) -> bool:
    gain = eyes.cell(measure.benefit)
    options = None if gain is None else gain.option(Benefit)
    return bool(measures.aims[measure.path]) or (options is not None and bool(options.metric.cells))


def _aimless(count: int, names: str) -> tuple[str, str]:
    what = "The action" if count == 1 else f"{count} actions"
    verb = "names" if count == 1 else "name"
    return (
        f"{what} {names} {verb} nothing that would be better by it: no pain, need, goal or place.",
        "say what it is for, addresses=NAME, or put it below what it mends",
    )
