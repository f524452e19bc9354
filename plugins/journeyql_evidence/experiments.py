"""What is said of experiments, beside what their counts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeyql.diagnostics import Diagnostic
from journeyql.facts import Trial
from journeyql.model import Experiment, View
from journeyql_evidence.figure_rules import ARMS_WITHOUT_COUNTS, IMPOSSIBLE_COUNTS, RESULT_AGAINST_COUNTS
from journeyql_evidence.telling import some
from journeyql_evidence.trials import Counts, arms

_TWO: Final = 2
_TESTS: Final = {"z": "two-proportion z test", "fisher": "Fisher's exact test"}


def experiments(view: View, found: Sequence[Trial], significance: float) -> Iterator[Diagnostic]:
    """All rules about experiments."""
    tried: Mapping[str, Trial] = {trial.experiment.path: trial for trial in found}
    for experiment in view.model.all(Experiment):
        counts = arms(view, experiment)
        yield from (_impossible(view, experiment, arm) for arm in counts if _stated(arm) and not arm.possible)
        trial = tried.get(experiment.path)
        if trial is not None:
            yield from _against(view, experiment, trial, significance)
        elif view.model.complete:
            yield from _uncounted(view, experiment, counts)


def _stated(arm: Counts) -> bool:
    return arm.sample is not None and arm.successes is not None


def _impossible(view: View, experiment: Experiment, arm: Counts) -> Diagnostic:
    return IMPOSSIBLE_COUNTS.at(
        arm.cell.span,
        f'The arm "{arm.name}" of "{view.title(experiment)}" has {arm.successes:g} successes of {arm.sample:g}: both have to '
        "be whole numbers of people, and no more can succeed than took part.",
        help="correct the counts; a rate belongs into a metric",
    )


def _against(view: View, experiment: Experiment, trial: Trial, significance: float) -> Iterator[Diagnostic]:
    cell = view.cell(experiment.result)
    decided = trial.p < significance
    if cell is not None and cell.value in ({"unclear"} if decided else {"confirmed"}):
        says = f'"{trial.winner}" is better' if trial.winner else "at least two of them differ"
        meaning = says if decided else "such a difference is well within chance"
        yield RESULT_AGAINST_COUNTS.at(
            cell.span,
            f'"{view.title(experiment)}" is called {cell.value}, and by its counts {meaning}: {_rates(trial)} '
            f"(p = {trial.p:.2g}, {_test(trial)}).",
            help="correct the result" if decided else "go on until more have taken part, or call it unclear",
        )


def _rates(trial: Trial) -> str:
    return some([f"{arm.successes / arm.sample:.1%} of {arm.sample:g} with “{arm.name}”" for arm in trial.arms])


def _test(trial: Trial) -> str:
    test, _, corrected = trial.method.partition("-")
    return _TESTS[test] + (", corrected for several arms by Bonferroni" if corrected else "")


def _uncounted(view: View, experiment: Experiment, counts: Sequence[Counts]) -> Iterator[Diagnostic]:
    bare = [arm for arm in counts if not _stated(arm)]
    cell = view.cell(experiment.result)
    if cell is not None and bare and len(counts) >= _TWO:
        yield ARMS_WITHOUT_COUNTS.at(
            bare[0].cell.span,
            f'"{view.title(experiment)}" has a result ({cell.value}), and {some([f"“{arm.name}”" for arm in bare])} '
            "no counts: nobody can check whether it is more than chance.",
            help="write behind each arm how many got it and how many did what was hoped for: sample=5120 successes=123",
        )
