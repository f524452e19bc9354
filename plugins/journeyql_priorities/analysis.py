"""The analysis of one view: its facts first, then the findings that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeyql.facts import OPPORTUNITIES, PRIORITIES, ROADMAP
from journeyql.model import Action, Experiment, Finding, Recovery

if TYPE_CHECKING:
    from journeyql.diagnostics import Diagnostic
    from journeyql.plugin import PassContext
    from journeyql_priorities.options import Options


def analyse(context: PassContext[Options]) -> Iterable[Diagnostic]:
    """Provide opportunities, priorities and roadmap, and report what the rules find."""
    view = context.view
    if any(view.of(kind) for kind in (Finding, Action, Recovery, Experiment)):
        from journeyql_priorities.work import work  # a map without any of them pays for no more

        return work(context)
    context.provide(OPPORTUNITIES, ())
    context.provide(PRIORITIES, ())
    context.provide(ROADMAP, ())
    return ()
