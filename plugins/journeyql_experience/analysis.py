"""The analysis of one view: its facts first, then the findings that follow from them."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.diagnostics import Diagnostic
from journeyql.facts import CURVES, EMOTIONS, PAINS
from journeyql.plugin import PassContext
from journeyql_experience.curves import curves
from journeyql_experience.options import Options
from journeyql_experience.pains import ranked
from journeyql_experience.story import Story


def analyse(context: PassContext[Options]) -> Iterable[Diagnostic]:
    """Provide curves, their figures and ranked pains, and report what the rules find."""
    view, options = context.view, context.options
    drawn = curves(view)
    story = Story.of(view, drawn, options)
    context.provide(CURVES, drawn)
    context.provide(EMOTIONS, story.emotions)
    context.provide(PAINS, ranked(view, story.spots, story.hidden, story.notes, options))
    if context.facts_only:
        return
    from journeyql_experience.findings import found  # a picture asks for the facts alone
    from journeyql_experience.telling import Telling

    usual = view.model.view()
    before = None if view.context == usual.context else Story.of(usual, curves(usual), options)
    yield from found(Telling(story, before))
