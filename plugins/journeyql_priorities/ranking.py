"""Open measures in the order in which they are worth doing.

By quadrant first: quick wins, big bets, fill-ins, what is not rated, and what is better dropped. Then by the score that
the option `rank-by` names, what has none after what has one; then by impact, effort, and the severity of what it
addresses. Nothing comes before what it waits for, however much it is worth: it cannot be done first. Equal ones share a
rank, so that the order in which they are written decides nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import attrs

from journeyql.facts import Priority
from journeyql_priorities.dependencies import Dependencies, batches
from journeyql_priorities.inputs import Inputs, inputs
from journeyql_priorities.measures import Measure, Measures
from journeyql_priorities.notes import Notes
from journeyql_priorities.options import Options
from journeyql_priorities.quadrants import ORDER, Cut
from journeyql_priorities.scores import FALLING, Scoring

_Key = tuple[float, ...]


def priorities(
    measures: Measures, dependencies: Dependencies, options: Options, today: datetime.date
) -> tuple[Priority, ...]:
    """The open measures, what is worth most first."""
    read = {one.path: inputs(measures, one, options.years, today) for one in measures.open}
    currencies = frozenset(currency for one in read.values() for currency in one.currencies)
    scoring = Scoring.of(options.formulas, currencies)
    cut = Cut.of(options.cut, ((one.figures.get("impact"), one.figures.get("effort")) for one in read.values()))
    notes = Notes(measures.eyes, dependencies, today)
    made = {one.path: _priority(scoring, cut, notes, one, read[one.path]) for one in measures.open}
    worth = {path: _key(one, read[path], options.rank_by) for path, one in made.items()}
    return tuple(attrs.evolve(made[path], rank=rank) for rank, path in _ranked(dependencies, worth))


def _ranked(dependencies: Dependencies, worth: Mapping[str, _Key]) -> Iterator[tuple[int, str]]:
    """Paths with their ranks; what is in a circle comes last."""
    free = [measure for measure in dependencies.order if measure.path not in dependencies.stuck]
    stuck = [measure for measure in dependencies.order if measure.path in dependencies.stuck]
    alone = dict.fromkeys(worth, ())
    count = 0
    for batch in (*batches(free, dependencies.before, worth), *batches(stuck, alone, worth)):
        yield from ((count + 1, measure.path) for measure in batch)
        count += len(batch)


def _priority(scoring: Scoring, cut: Cut, notes: Notes, measure: Measure, given: Inputs) -> Priority:
    impact, effort = given.figures.get("impact"), given.figures.get("effort")
    quadrant = cut.quadrant(impact, effort)
    return Priority(
        rank=0,
        measure=measure,
        quadrant=quadrant,
        impact=impact,
        effort=effort,
        scores=scoring.scores(given),
        depends=notes.dependencies.before[measure.path],
        notes=tuple(notes.of(measure, quadrant)),
    )


def _key(priority: Priority, given: Inputs, rank_by: str) -> _Key:
    value = next((score.value for score in priority.scores if score.name == rank_by), None)
    falling = value is not None and rank_by in FALLING
    return (
        ORDER.index(priority.quadrant),
        float(value is None),
        0.0 if value is None else value if falling else -value,
        -(priority.impact or 0.0),
        priority.effort or 0.0,
        -given.figures.get("severity", 0.0),
    )
