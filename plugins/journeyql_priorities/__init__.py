"""What to do first: opportunities, scores, quadrants, and the plan."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import OPPORTUNITIES, PRIORITIES, QUADRANTS, ROADMAP
from journeyql.plugin import LabelSet, Pass, hookimpl
from journeyql_priorities.options import Options, Quadrants
from journeyql_priorities.rules import RULES

#: What is planned is planned for all personas.
_VARIES_BY = ("state", "segment", "market")


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The analyses of one view; they look through the eyes of all personas by themselves, because a plan is made for all."""
    yield Pass(
        name="quadrants",
        summary="Impact against effort: quick wins, big bets, fill-ins, and what is better not done.",
        work="journeyql_priorities.sorting:sort",
        provides=(QUADRANTS,),
        varies_by=_VARIES_BY,
        options=Quadrants,
    )
    yield Pass(
        name="priorities",
        summary="Needs worth serving, actions in the order in which they are worth doing, and the plan.",
        work="journeyql_priorities.analysis:analyse",
        rules=RULES,
        requires=(QUADRANTS,),
        provides=(OPPORTUNITIES, PRIORITIES, ROADMAP),
        varies_by=_VARIES_BY,
        options=Options,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The words of the facts."""
    yield LabelSet(name="priorities-en", locale="en", texts="journeyql_priorities.catalogue:EN")
    yield LabelSet(name="priorities-de", locale="de", texts="journeyql_priorities.catalogue:DE")
    yield LabelSet(name="priorities-zh", locale="zh", texts="journeyql_priorities.catalogue:ZH")
