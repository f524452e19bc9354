"""The plan: what is done in which phase.

A measure is in the phase that the map says; without one it is in the phase after the last that it waits for, and in the
first if it waits for nothing. What is in a circle, or waits for one, is in a phase of its own at the end. Within a phase
what is due first stands first, then what is worth more.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from journeyql.facts import Phase
from journeyql.model import Element
from journeyql_priorities.dependencies import Dependencies
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measure


def roadmap(eyes: Eyes, dependencies: Dependencies, ranks: Mapping[str, int]) -> tuple[Phase, ...]:
    """The phases in order, each with its open measures."""
    numbers = numbered(eyes, dependencies)
    placed = sorted(dependencies.order, key=lambda one: (numbers[one.path], _due(eyes, one), ranks[one.path]))
    phases: dict[float, list[Element]] = {}
    for measure in placed:
        phases.setdefault(numbers[measure.path], []).append(measure)
    return tuple(Phase(number=number, measures=tuple(found)) for number, found in phases.items())


def numbered(eyes: Eyes, dependencies: Dependencies) -> dict[str, float]:
    """The phase of each open measure, by path."""
    numbers: dict[str, float] = {}
    for measure in dependencies.order:
        written = eyes.one(measure.phase)
        if written is not None:
            numbers[measure.path] = written
        elif measure.path not in dependencies.stuck:
            before = (numbers[other.path] for other in dependencies.before[measure.path] if other.path in numbers)
            numbers[measure.path] = max(before, default=0.0) + 1
    last = max(numbers.values(), default=0.0) + 1
    return {measure.path: numbers.get(measure.path, last) for measure in dependencies.order}


def _due(eyes: Eyes, measure: Measure) -> datetime.date:
    due = eyes.one(measure.due)
    return datetime.date.max if due is None else due.last
