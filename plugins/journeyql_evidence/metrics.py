"""The analysis of figures: facts first, then the findings that follow from them."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.diagnostics import Diagnostic
from journeyql.facts import READINGS, TRIALS
from journeyql.plugin import PassContext
from journeyql_evidence.experiments import experiments
from journeyql_evidence.figures import figures
from journeyql_evidence.gaps import gaps
from journeyql_evidence.options import MetricsOptions
from journeyql_evidence.promises import promises
from journeyql_evidence.readings import readings
from journeyql_evidence.scales import scales
from journeyql_evidence.targets import targets
from journeyql_evidence.trials import trials


def analyse(context: PassContext[MetricsOptions]) -> Iterable[Diagnostic]:
    """Provide what was measured and tried, and report what the rules find."""
    view, options = context.view.model.view(), context.options  # findings are about the whole file
    found, tried = figures(view), tuple(trials(view, options.significance))
    context.provide(READINGS, readings(context.view, found if context.view is view else figures(context.view)))
    context.provide(TRIALS, tuple(trial for trial in tried if context.view.has(trial.experiment)))
    yield from scales(view, found)
    yield from targets(view, found, options)
    yield from promises(view, found)
    yield from experiments(view, tried, options.significance)
    if view.model.complete:  # while a line cannot be read, nobody knows what is missing
        yield from gaps(view, found)
