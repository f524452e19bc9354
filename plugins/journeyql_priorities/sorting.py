"""The pass that sorts measures by impact and effort; pictures use it, so that it is apart from scores and plans."""

from __future__ import annotations

from journeyql.facts import QUADRANTS
from journeyql.model import Action, Recovery
from journeyql.plugin import PassContext
from journeyql_priorities.options import Quadrants


def sort(context: PassContext[Quadrants]) -> None:
    """Provide the quadrant of each rated measure that is not over."""
    found: dict[str, str] = {}
    if any(measure.impact.cells for kind in (Action, Recovery) for measure in context.view.of(kind)):
        from journeyql_priorities.quadrants import sorted_by  # a map without ratings pays for no more

        found = sorted_by(context.view, context.options.cut)
    context.provide(QUADRANTS, found)
