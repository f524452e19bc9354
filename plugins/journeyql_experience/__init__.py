"""What a journey feels like: emotion curves, low points, ranked pains, and the rules about them."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import CURVES, PAINS
from journeyql.plugin import Pass, hookimpl
from journeyql_experience.options import Options
from journeyql_experience.rules import RULES


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The analysis of one view; it looks through the eyes of each persona by itself, so that a finding comes once."""
    yield Pass(
        name="experience",
        summary="Emotion curves, low points without a cause, and pains in the order in which they deserve attention.",
        work="journeyql_experience.analysis:analyse",
        rules=RULES,
        provides=(CURVES, PAINS),
        varies_by=("state", "segment", "market"),
        options=Options,
    )
