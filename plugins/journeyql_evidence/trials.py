"""What experiments with counted arms came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import attrs

from journeyql.facts import ArmResult, Interval, Trial
from journeyql.model import Arm, Cell, Experiment, View
from journeyql_evidence.intervals import wilson
from journeyql_evidence.readings import WILSON
from journeyql_evidence.significance import compared

#: More arms than this are not compared pair by pair.
MOST_ARMS: Final = 50
_TWO: Final = 2


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Counts:
    """An arm with its counts as written; None for what is not stated."""

    name: str
    cell: Cell[str]
    sample: float | None
    successes: float | None

    @property
    def possible(self) -> bool:
        """Whether both are whole numbers that fit: people, and as many of them at most."""
        sample, successes = self.sample, self.successes
        if sample is None or successes is None or not sample.is_integer() or not successes.is_integer():
            return False
        return 0 <= successes <= sample and sample > 0


def arms(view: View, experiment: Experiment) -> tuple[Counts, ...]:
    """The arms of an experiment."""
    return tuple(_counts(view, cell) for cell in view.cells(experiment.arms))


def _counts(view: View, cell: Cell[str]) -> Counts:
    beside = cell.option(Arm)
    if beside is None:
        return Counts(name=cell.value, cell=cell, sample=None, successes=None)
    return Counts(name=cell.value, cell=cell, sample=view[beside.sample], successes=view[beside.successes])


def trials(view: View, significance: float) -> Iterator[Trial]:
    """The experiments of which two arms or more are counted."""
    for experiment in view.model.all(Experiment):
        counted = [arm for arm in arms(view, experiment) if arm.possible]
        if _TWO <= len(counted) <= MOST_ARMS:
            yield trial(experiment, counted, significance)


def trial(experiment: Experiment, counted: Sequence[Counts], significance: float) -> Trial:
    """What the counts come to.

    Of more than two arms each is compared with each, and the probabilities are multiplied by the number of pairs
    (Bonferroni): the largest difference is found after the fact. `p` is that of the clearest pair; the best arm wins
    when it differs from every other one.
    """
    results = tuple(_result(arm) for arm in counted)
    tables = [(int(arm.sample), int(arm.successes)) for arm in results]
    pairs = list(combinations(range(len(tables)), _TWO))
    found = {pair: compared(tables[pair[0]], tables[pair[1]]) for pair in pairs}
    chances = {pair: min(1.0, p * len(pairs)) for pair, (p, _) in found.items()}
    clearest = min(pairs, key=chances.__getitem__)
    best = max(range(len(results)), key=lambda index: results[index].successes / results[index].sample)
    wins = all(p < significance for pair, p in chances.items() if best in pair)
    method = found[clearest][1] + ("-bonferroni" if len(pairs) > 1 else "")
    winner = results[best].name if wins else ""
    return Trial(experiment=experiment, arms=results, p=chances[clearest], method=method, winner=winner)


def _result(arm: Counts) -> ArmResult:
    sample, successes = arm.sample or 1.0, arm.successes or 0.0
    low, high = wilson(successes / sample, sample)
    return ArmResult(
        name=arm.name, sample=sample, successes=successes, interval=Interval(low=low, high=high, method=WILSON)
    )
