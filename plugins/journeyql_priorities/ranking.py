"""Open measures in the order in which they are worth doing.

By quadrant first: quick wins, big bets, fill-ins, what is not rated, and what is better dropped. Then by the score that
the option `rank-by` names, what has none after what has one; then by impact, effort, and the severity of what it
addresses. Equal ones share a rank, so that the order in which they are written decides nothing.
"""

from __future__ import annotations

import datetime

import attrs

from journeyql.facts import Priority
from journeyql_priorities.dependencies import Dependencies
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
    rated = ((one.figures.get("impact"), one.figures.get("effort")) for one in read.values())
    cut = Cut.of(options.cut, rated)
    notes = Notes(measures.eyes, dependencies, today)
    made = [_priority(scoring, cut, notes, one, read[one.path]) for one in measures.open]
    return _ranked([(_key(one, read[one.measure.path], options.rank_by), one) for one in made])


def _ranked(keyed: list[tuple[_Key, Priority]]) -> tuple[Priority, ...]:
    keyed.sort(key=lambda pair: pair[0])
    ranks: dict[_Key, int] = {}
    for place, (key, _) in enumerate(keyed, start=1):
        ranks.setdefault(key, place)
    return tuple(attrs.evolve(one, rank=ranks[key]) for key, one in keyed)


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
