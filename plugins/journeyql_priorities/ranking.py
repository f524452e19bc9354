"""Open measures in the order in which they are worth doing.

By quadrant first: quick wins, big bets, fill-ins, what is not rated, and what is better dropped. Then by the score that
the option `rank-by` names, what has none after what has one; then by impact, effort, and the severity of what it
addresses. Nothing comes before what it waits for, however much it is worth: it cannot be done first. Equal ones share a
rank, so that the order in which they are written decides nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journeyql.facts import Priority, Score
from journeyql_priorities.dependencies import Dependencies, batches
from journeyql_priorities.inputs import Inputs, Spread, inputs
from journeyql_priorities.measures import Measure, Measures
from journeyql_priorities.notes import Notes
from journeyql_priorities.options import Options
from journeyql_priorities.quadrants import ORDER
from journeyql_priorities.scores import FALLING, Scoring

_Key = tuple[float, ...]


def priorities(
    measures: Measures, dependencies: Dependencies, options: Options, quadrants: Mapping[str, str], today: datetime.date
) -> tuple[Priority, ...]:
    """The open measures, what is worth most first; `quadrants` are those of the rated ones."""
    spread = Spread.of(measures)
    read = {one.path: inputs(measures, one, options.years, spread) for one in measures.open}
    currencies = frozenset(currency for one in read.values() for currency in one.currencies)
    scoring = Scoring.of(options.formulas, options.rank_by, currencies)
    rated = {path: _rated(scoring, quadrants.get(path, ""), one, options.rank_by) for path, one in read.items()}
    notes = Notes(measures.eyes, dependencies, today)
    worth = {path: one.worth for path, one in rated.items()}
    return tuple(_priority(rank, measure, rated[measure.path], notes) for rank, measure in _ranked(dependencies, worth))


class _Rated(NamedTuple):
    """What a measure is worth; of the key of the order the smallest comes first."""

    impact: float | None
    effort: float | None
    quadrant: str
    scores: tuple[Score, ...]
    worth: _Key


def _rated(scoring: Scoring, quadrant: str, given: Inputs, rank_by: str) -> _Rated:
    impact, effort = given.figures.get("impact"), given.figures.get("effort")
    scores = scoring.scores(given)
    value = next((score.value for score in scores if score.name == rank_by), None)
    rising = 0.0 if value is None else value if rank_by in FALLING else -value
    severity = given.figures.get("severity", 0.0)
    worth = (ORDER.index(quadrant), float(value is None), rising, -(impact or 0.0), effort or 0.0, -severity)
    return _Rated(impact, effort, quadrant, scores, worth)


def _ranked(dependencies: Dependencies, worth: Mapping[str, _Key]) -> Iterator[tuple[int, Measure]]:
    """Measures with their ranks; what is in a circle comes last."""
    free = [measure for measure in dependencies.order if measure.path not in dependencies.stuck]
    stuck = [measure for measure in dependencies.order if measure.path in dependencies.stuck]
    alone = dict.fromkeys(dependencies.stuck, ())
    count = 0
    for batch in (*batches(free, dependencies.before, worth), *batches(stuck, alone, worth)):
        yield from ((count + 1, measure) for measure in batch)
        count += len(batch)


def _priority(rank: int, measure: Measure, rated: _Rated, notes: Notes) -> Priority:
    return Priority(
        rank=rank,
        measure=measure,
        quadrant=rated.quadrant,
        impact=rated.impact,
        effort=rated.effort,
        scores=rated.scores,
        depends=notes.dependencies.before[measure.path],
        notes=tuple(notes.of(measure, rated.quadrant)),
    )
