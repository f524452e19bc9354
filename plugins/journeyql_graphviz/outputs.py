"""What both renderers share: names of files, and journeys that cannot be drawn."""

from __future__ import annotations

from journeyql.model import Journey, View
from journeyql.plugin import Diagnostic
from journeyql_graphviz import rules
from journeyql_graphviz.options import MOST_NODES


def path(stem: str, place: int, suffix: str) -> str:
    """The file of a journey: the first has the stem as its name, others are counted."""
    return f"{stem}{suffix}" if place == 0 else f"{stem}-{place + 1}{suffix}"


def named(journey: Journey) -> str:
    """A journey as findings name it; they stand at its header."""
    return f"the journey `{journey.id}`"


def refusal(view: View, journey: Journey, *, force: bool) -> Diagnostic | None:
    """Why a journey is not drawn, or None."""
    count = len(view.steps(journey))
    if count == 0:
        message = f"{named(journey)} has no stage to draw here"
        return rules.NOTHING_TO_DRAW.at(
            journey.span,
            message,
            help="write below it what customers go through, or choose a persona, market or state that has any",
        )
    if count > MOST_NODES and not force:
        message = f"{named(journey)} has {count} touchpoints, too many for one picture"
        return rules.TOO_LARGE.at(journey.span, message, help="split it into sub-journeys, or set the option force")
    return None
