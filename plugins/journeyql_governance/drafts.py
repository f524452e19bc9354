"""What a map has begun to say: what to add next to a first draft, and what a grown map has forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.model import Element, Goal, Journey, Moment, Persona, Remedy, Team, View
from journeyql.wording import counted, several
from journeyql_governance.options import Governance
from journeyql_governance.shape_rules import NEXT_STEPS, UNFRAMED_JOURNEY

_AT_ONCE = 3


@attrs.frozen(eq=False, repr=False)
class _Lack:
    """What a journey does not say: the question, and the line that answers it."""

    question: str
    line: str


_STAGES = _Lack("what the customer goes through", '"What the customer does first"')
_PERSONA = _Lack("whom it is about", 'persona NAME "Who, in a few words" (a line of its own)')
_GOAL = _Lack("what it is to reach", 'goal: "What will be better"')
_OWNER = _Lack("who answers for it", "owner: TEAM")


def is_draft(view: View, options: Governance) -> bool:
    """Whether all journeys of a view together are so small that nobody expects more of them."""
    return sum(len(view.steps(journey)) for journey in view.journeys) <= options.draft


def findings(view: View, options: Governance) -> Iterator[Diagnostic]:
    """`next-steps` for a bare first draft, `unframed-journey` for a journey that has outgrown it."""
    draft = is_draft(view, options)
    for journey in view.journeys:
        lacking = tuple(_lacking(view, journey))
        if lacking and draft and _bare(view):
            yield _next_steps(view, journey, lacking)
        elif lacking and len(view.steps(journey)) > options.draft:
            yield _unframed(view, journey, lacking)


def _lacking(view: View, journey: Journey) -> Iterator[_Lack]:
    if not view.stages(journey):
        yield _STAGES
    if not view.personas(journey):
        yield _PERSONA
    if not any(view.within(journey, Goal)):
        yield _GOAL
    if not owned(view, journey):
        yield _OWNER


def _bare(view: View) -> bool:
    """Whether the map says nothing but what happens, to whom and what for: who adds more knows how to go on."""
    return all(isinstance(one, Journey | Moment | Persona | Goal | Team) for one in view.model.elements.values())


def owned(view: View, journey: Journey) -> bool:
    """Whether somebody answers for the journey, or for each of its stages."""
    if _has_owner(view, journey):
        return True
    stages = view.stages(journey)
    return bool(stages) and all(_has_owner(view, stage) for stage in stages)


def _has_owner(view: View, element: Element) -> bool:
    ref = view[element.owner]
    return ref is not None and view.follow(ref) is not None


def _next_steps(view: View, journey: Journey, lacking: tuple[_Lack, ...]) -> Diagnostic:
    first = lacking[:_AT_ONCE]
    return NEXT_STEPS.at(
        view.span(journey, journey.title),
        f'A beginning. What "{view.title(journey)}" could say next: {several(one.question for one in first)}.',
        help="for example " + "; ".join(one.line for one in first),
    )


def _unframed(view: View, journey: Journey, lacking: tuple[_Lack, ...]) -> Diagnostic:
    questions = several(one.question for one in lacking)
    return UNFRAMED_JOURNEY.at(
        view.span(journey, journey.title),
        f'"{view.title(journey)}" has {counted(len(view.steps(journey)), "step")} and does not say {questions}.'
        f"{_ownerless(view, journey) if _OWNER in lacking else ''}",
        help="without that nobody knows for whom to decide, or who does: " + "; ".join(one.line for one in lacking),
    )


def _ownerless(view: View, journey: Journey) -> str:
    measures = list(view.within(journey, Remedy))
    count = sum(not _has_owner(view, measure) for measure in measures)
    return f" {count} of its {counted(len(measures), 'measure')} belong to nobody either." if count else ""
