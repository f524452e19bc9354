"""What a decision would need and a map does not say, most important first, as phrases for reports.

The order: what the worst pains and the lowest scores rest on, whether goals can be missed, what the moments of truth
are like, then waits, steps and experiments that leave a question open. Each question comes once for a journey, with how often it
arises and where first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from journeyql.facts import Phrase, Trial, Unknown
from journeyql.model import (
    Element,
    Experiment,
    Goal,
    Journey,
    Measure,
    Metric,
    Moment,
    Opportunity,
    Pain,
    Stage,
    Touchpoint,
    View,
)
from journeyql_evidence.claims import EMOTION, FREQUENCY, Claim
from journeyql_evidence.gauges import unmeasured_truths
from journeyql_evidence.shown import Field, Shown

E = TypeVar("E", bound=Element)
_SEVERE: Final = {"high", "critical"}


def unknowns(view: View, claims: Mapping[str, Sequence[Claim]], trials: Sequence[Trial]) -> tuple[Unknown, ...]:
    """What is not known of each journey; experiments with counts are decided by these (`trials`)."""
    decided = {trial.experiment.path: bool(trial.winner) for trial in trials}
    return tuple(
        unknown
        for journey in view.journeys
        for unknown in _of(_Asked(Shown.of(view, journey), journey, claims[journey.path], decided))
    )


@attrs.frozen(eq=False, repr=False)
class _Asked:
    """A journey as it is asked about: what is shown, its claims, which trials are decided."""

    shown: Shown
    journey: Journey
    claims: Sequence[Claim]
    decided: Mapping[str, bool]

    def of(self, kind: type[E]) -> Sequence[E]:
        """The elements of a kind that stand in it."""
        return [*self.shown.view.within(self.journey, kind)]

    def says(self, field: Field) -> bool:
        """Whether a property has a value for anybody."""
        return bool(field.cells and self.shown.cells(field))


def _of(asked: _Asked) -> Iterator[Unknown]:
    for key, question in _QUESTIONS.items():
        places = list(dict.fromkeys(question(asked)))
        if places:
            values: dict[str, str | float] = {"count": len(places), "first": asked.shown.view.title(places[0])}
            words = Phrase(f"evidence.{key}", values)
            yield Unknown(journey=asked.journey.path, place=places[0], words=words, others=tuple(places[1:]))


def _rare_or_common(asked: _Asked) -> Iterator[Element]:
    """Severe pains of which nobody says how many they hit."""
    for pain in asked.of(Pain):
        severe = any(cell.value in _SEVERE for cell in asked.shown.cells(pain.severity))
        if severe and not asked.says(pain.frequency):
            yield pain


def _guessed_lows(asked: _Asked) -> Iterable[Element]:
    """The lowest scores, where nothing is behind them."""
    scores = [claim for claim in asked.claims if claim.name == EMOTION.name]
    least = min((claim.cell.value for claim in scores), default=None)
    return [claim.element for claim in scores if claim.cell.value == least and claim.assumed]


def _guessed_frequencies(asked: _Asked) -> Iterable[Element]:
    return [claim.element for claim in asked.claims if claim.name == FREQUENCY.name and claim.assumed]


def _goals(asked: _Asked) -> Iterator[Element]:
    """Goals of a journey that has no metric at all."""
    return iter(()) if asked.of(Metric) else _loose_goals(asked)


def _unlinked_goals(asked: _Asked) -> Iterator[Element]:
    """Goals to which none of the journey's metrics is linked."""
    return _loose_goals(asked) if asked.of(Metric) else iter(())


def _loose_goals(asked: _Asked) -> Iterator[Element]:
    for goal in asked.of(Goal):
        if isinstance(asked.shown.view.parent(goal), Journey) and not asked.says(goal.metric):
            yield goal


def _empty_metrics(asked: _Asked) -> Iterator[Element]:
    return (metric for metric in asked.of(Metric) if not asked.says(metric.value))


def _truths(asked: _Asked) -> Iterable[Element]:
    return unmeasured_truths(asked.shown.view, asked.of(Moment))


def _endless_waits(asked: _Asked) -> Iterator[Element]:
    """Waits of which nobody says how long they may be."""
    for moment in asked.of(Moment):
        waits = asked.shown.cells(moment.wait) if moment.wait.cells else ()
        if waits and not any(_target(cell.options) for cell in waits):
            yield moment


def _target(options: object) -> bool:
    return isinstance(options, Measure) and bool(options.target.cells)


def _unscored(asked: _Asked) -> Iterator[Element]:
    """Steps of which nobody says how they feel, in journeys that score any."""
    steps = [step for step in asked.of(Touchpoint) if not _felt(asked, step)]
    return iter(steps) if any(asked.says(moment.emotion) for moment in asked.of(Moment)) else iter(())


def _felt(asked: _Asked, step: Touchpoint) -> bool:
    if asked.says(step.emotion) or asked.says(step.feeling):
        return True
    stage = asked.shown.view.around(step, Stage)
    return stage is not None and asked.says(stage.emotion)


def _unweighed(asked: _Asked) -> Iterator[Element]:
    """Opportunities of which nobody says how much they matter."""
    return (item for item in asked.of(Opportunity) if not asked.says(item.importance))


def _undecided(asked: _Asked) -> Iterator[Element]:
    """Experiments without a winner by their counts; where nothing is counted, without a clear result."""
    for experiment in asked.of(Experiment):
        results = asked.shown.cells(experiment.result)
        clear = bool(results) and all(cell.value != "unclear" for cell in results)
        if not asked.decided.get(experiment.path, clear):
            yield experiment


_QUESTIONS: Final[Mapping[str, Callable[[_Asked], Iterable[Element]]]] = {
    "pain-without-frequency": _rare_or_common,
    "guessed-low": _guessed_lows,
    "guessed-frequency": _guessed_frequencies,
    "goal-without-metric": _goals,
    "goal-without-link": _unlinked_goals,
    "metric-without-value": _empty_metrics,
    "unmeasured-truth": _truths,
    "wait-without-target": _endless_waits,
    "step-without-score": _unscored,
    "undecided-experiment": _undecided,
    "opportunity-without-weight": _unweighed,
}
