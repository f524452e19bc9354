"""What a decision would need and a map does not say, most important first, as phrases for reports.

The order: what the worst pains and the lowest scores rest on, whether goals can be missed, what the moments of truth
are like, then waits, steps and experiments that leave a question open. Each question comes once for a journey, with how often it
arises and where first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from journeyql.facts import Phrase, Unknown
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

#: The elements of one journey, by what they are.
Standing: TypeAlias = Sequence[Element]
_SEVERE: Final = {"high", "critical"}


def unknowns(view: View, claims: Mapping[str, Sequence[Claim]]) -> tuple[Unknown, ...]:
    """What is not known of each journey."""
    standing: dict[str, list[Element]] = {journey.path: [] for journey in view.journeys}
    for element in view.model.elements.values():
        journey = view.around(element, Journey)
        if journey is not None and journey.path in standing:
            standing[journey.path].append(element)
    return tuple(
        unknown
        for journey in view.journeys
        for unknown in _of(view, journey, standing[journey.path], claims[journey.path])
    )


def _of(view: View, journey: Journey, standing: Standing, claims: Sequence[Claim]) -> Iterator[Unknown]:
    for key, asked in _QUESTIONS.items():
        places = list(dict.fromkeys(asked(view, standing, claims)))
        if places:
            values: dict[str, str | float] = {"count": len(places), "first": view.title(places[0])}
            words = Phrase(f"evidence.{key}", values)
            yield Unknown(journey=journey.path, place=places[0], words=words, others=tuple(places[1:]))


def _of_kind(standing: Standing, kind: type[Any]) -> Iterator[Any]:
    return (element for element in standing if isinstance(element, kind))


def _rare_or_common(_view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    """Severe pains of which nobody says how many they hit."""
    for pain in _of_kind(standing, Pain):
        if not pain.frequency.cells and any(cell.value in _SEVERE for cell in pain.severity.cells):
            yield pain


def _guessed_lows(_view: View, _standing: object, claims: Sequence[Claim]) -> Iterable[Element]:
    """The lowest scores, where nothing is behind them."""
    scores = [claim for claim in claims if claim.name == EMOTION.name]
    least = min((claim.cell.value for claim in scores), default=None)
    return [claim.element for claim in scores if claim.cell.value == least and claim.assumed]


def _guessed_frequencies(_view: View, _standing: object, claims: Sequence[Claim]) -> Iterable[Element]:
    return [claim.element for claim in claims if claim.name == FREQUENCY.name and claim.assumed]


def _goals(view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    for goal in _of_kind(standing, Goal):
        if isinstance(view.parent(goal), Journey) and not goal.metric.cells:
            yield goal


def _empty_metrics(_view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    return (metric for metric in _of_kind(standing, Metric) if not metric.value.cells)


def _truths(view: View, standing: Standing, _claims: object) -> Iterable[Element]:
    return unmeasured_truths(view, standing)


def _endless_waits(_view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    """Waits of which nobody says how long they may be."""
    for moment in _of_kind(standing, Moment):
        if moment.wait.cells and not any(_target(cell.options) for cell in moment.wait.cells):
            yield moment


def _target(options: object) -> bool:
    return isinstance(options, Measure) and bool(options.target.cells)


def _unscored(view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    """Steps of which nobody says how they feel, in journeys that score any."""
    steps = [step for step in _of_kind(standing, Touchpoint) if not _felt(view, step)]
    return iter(steps) if any(moment.emotion.cells for moment in _of_kind(standing, Moment)) else iter(())


def _felt(view: View, step: Touchpoint) -> bool:
    stage = view.around(step, Stage)
    return bool(step.emotion.cells or step.feeling.cells or (stage is not None and stage.emotion.cells))


def _unweighed(_view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    """Opportunities of which nobody says how much they matter."""
    return (item for item in _of_kind(standing, Opportunity) if not item.importance.cells)


def _undecided(_view: View, standing: Standing, _claims: object) -> Iterator[Element]:
    """Experiments without a clear result."""
    for experiment in _of_kind(standing, Experiment):
        if not experiment.result.cells or any(cell.value == "unclear" for cell in experiment.result.cells):
            yield experiment


_QUESTIONS: Final[Mapping[str, Callable[[View, Standing, Sequence[Claim]], Iterable[Element]]]] = {
    "pain-without-frequency": _rare_or_common,
    "guessed-low": _guessed_lows,
    "guessed-frequency": _guessed_frequencies,
    "goal-without-metric": _goals,
    "metric-without-value": _empty_metrics,
    "unmeasured-truth": _truths,
    "wait-without-target": _endless_waits,
    "step-without-score": _unscored,
    "undecided-experiment": _undecided,
    "opportunity-without-weight": _unweighed,
}
