"""How customers go through a journey: dead ends, likeliest ways, waits, hand-offs."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import COURSES
from journeyql.plugin import Pass, hookimpl
from journeyql_flow.options import Options
from journeyql_flow.service_rules import RULES


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The analysis of one view; it looks through the eyes of each persona by itself, so that a finding comes once."""
    yield Pass(
        name="flow",
        summary="Likeliest ways, visits, times and bottlenecks; dead ends, losses, hand-offs that lose something.",
        work="journeyql_flow.analysis:analyse",
        rules=RULES,
        provides=(COURSES,),
        varies_by=("state", "segment", "market"),
        options=Options,
    )
