"""The analysis of figures: facts first, then the findings that follow from them.

What a map has nothing of is not even loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.facts import READINGS, TRIALS
from journeyql.model import Experiment, Metric, View
from journeyql.plugin import PassContext
from journeyql_evidence.figures import Figure, figures
from journeyql_evidence.gaps import gaps
from journeyql_evidence.options import MetricsOptions


def analyse(context: PassContext[MetricsOptions]) -> Iterable[Diagnostic]:
    """Provide what was measured and tried, and report what the rules find."""
    view = context.view.model.view()  # findings are about the whole file, so each view has the same
    found = figures(view)
    if found or view.model.all(Metric):
        yield from _measured(context, view, found)
    else:
        context.provide(READINGS, ())
    if view.model.all(Experiment):
        yield from _tried(context, view)
    else:
        context.provide(TRIALS, ())
    if view.model.complete:  # while a line cannot be read, nobody knows what is missing
        yield from gaps(view, found)


def _measured(context: PassContext[MetricsOptions], view: View, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    from journeyql_evidence.promises import promises
    from journeyql_evidence.readings import readings
    from journeyql_evidence.scales import scales
    from journeyql_evidence.targets import targets

    context.provide(READINGS, readings(context.view, found if context.view is view else figures(context.view)))
    yield from scales(view, found)
    yield from targets(view, found, context.options)
    yield from promises(view, found)


def _tried(context: PassContext[MetricsOptions], view: View) -> Iterator[Diagnostic]:
    from journeyql_evidence.experiments import experiments
    from journeyql_evidence.trials import trials

    significance = context.options.significance
    tried = tuple(trials(view, significance))
    context.provide(TRIALS, tuple(trial for trial in tried if context.view.has(trial.experiment)))
    yield from experiments(view, tried, significance)
