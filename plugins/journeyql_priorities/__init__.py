"""What to do first: opportunities, scores, quadrants, and the plan."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import OPPORTUNITIES, PRIORITIES, ROADMAP
from journeyql.plugin import LabelSet, Pass, hookimpl
from journeyql_priorities.options import Options
from journeyql_priorities.rules import RULES


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The analysis of one view; it looks through the eyes of all personas by itself, because a plan is made for all."""
    yield Pass(
        name="priorities",
        summary="Needs worth serving, actions in the order in which they are worth doing, and the plan.",
        work="journeyql_priorities.analysis:analyse",
        rules=RULES,
        provides=(OPPORTUNITIES, PRIORITIES, ROADMAP),
        varies_by=("state", "segment", "market"),
        options=Options,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The words of the facts."""
    yield LabelSet(name="priorities-en", locale="en", texts="journeyql_priorities.catalogue:EN")
    yield LabelSet(name="priorities-de", locale="de", texts="journeyql_priorities.catalogue:DE")
    yield LabelSet(name="priorities-zh", locale="zh", texts="journeyql_priorities.catalogue:ZH")
