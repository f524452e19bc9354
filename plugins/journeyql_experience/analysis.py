"""The analysis of one view: its facts first, then the findings that follow from them."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.diagnostics import Diagnostic
from journeyql.facts import CURVES, PAINS
from journeyql.plugin import PassContext
from journeyql_experience.curves import curves
from journeyql_experience.findings import journeys_without_emotion, severe_pains, unexplained_valleys
from journeyql_experience.low_points import low_points
from journeyql_experience.options import Options
from journeyql_experience.pains import ranked
from journeyql_experience.progress import Progress


def analyse(context: PassContext[Options]) -> Iterable[Diagnostic]:
    """Provide curves and ranked pains, and report what the rules find."""
    view, options = context.view, context.options
    found = curves(view)
    unexplained = tuple(low for low in low_points(view, found, options.prominence) if not low.explained)
    context.provide(CURVES, found)
    context.provide(PAINS, ranked(view, found, unexplained, options))
    progress = Progress.of(view)
    yield from unexplained_valleys(view, unexplained, progress)
    if view.model.complete:  # while a line cannot be read, nobody knows what is missing
        yield from severe_pains(view, progress)
        yield from journeys_without_emotion(view, found)
