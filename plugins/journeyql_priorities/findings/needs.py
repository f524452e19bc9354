"""Needs and opportunities for which nothing is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Diagnostic, Severity
from journeyql.facts import OpportunityScore
from journeyql.model import Cause, Finding, Moment, Need, Opportunity, Pain
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.findings.gathered import Gathering
from journeyql_priorities.measures import Measures
from journeyql_priorities.opportunities import EXTREME, HIGH, asked, failing
from journeyql_priorities.options import Options
from journeyql_priorities.rules import (
    CAUSE_WITHOUT_ACTION,
    LARGE_OPPORTUNITY_WITHOUT_ACTION,
    LATENT_NEED_WITHOUT_ACTION,
    OPPORTUNITY_WITHOUT_ACTION,
    UNMET_NEED_WITHOUT_ACTION,
)


def large_opportunities(
    measures: Measures, scores: Iterable[OpportunityScore], options: Options
) -> Iterator[Diagnostic]:
    """`large-opportunity-without-action`: once for each.

    Pains have rules of their own elsewhere, and factors say what decides, not what is wanted.
    """
    severity = None if measures.all else Severity.INFO
    for score in scores:
        wish = score.element
        large = score.score >= options.opportunity or failing(score)
        if large and isinstance(wish, Need | Opportunity) and not _settled(measures, wish):
            yield _large(measures.eyes, wish, score, severity)


def _settled(measures: Measures, wish: Finding) -> bool:
    """Whether something is planned for a wish, or somebody has decided about it."""
    return measures.planned(wish) or measures.eyes.word(wish.status) in {"done", "dropped"}


def _large(eyes: Eyes, finding: Finding, score: OpportunityScore, severity: Severity | None) -> Diagnostic:
    kind = finding.entry.name
    must = ", and it is a must-be: customers take it for granted" if failing(score) else ""
    return LARGE_OPPORTUNITY_WITHOUT_ACTION.at(
        eyes.span(finding, finding.importance),
        f'Nothing is planned for the {kind} "{eyes.title(finding)}": importance {score.importance:g}, satisfaction '
        f"{score.satisfaction:g} give an opportunity of {score.score:g} of 20{_band(score.score)}{must}.",
        help=f'write below it action "what will be done" impact=4 effort=2, or elsewhere addresses={finding.id}',
        severity=severity,
    )


def _band(score: float) -> str:
    return " (extreme)" if score >= EXTREME else " (high)" if score >= HIGH else ""


def unmet_needs(measures: Measures) -> Iterator[Diagnostic]:
    """`unmet-need-without-action`: needs that are said to be unmet, without figures that tell how much they matter."""
    gathering = Gathering(
        eyes=measures.eyes, rule=UNMET_NEED_WITHOUT_ACTION, words=_unmet, fields=lambda need: (need.unmet,)
    )
    yield from gathering.of(_unanswered(measures, unmet=True))


def _unmet(count: int, names: str) -> tuple[str, str]:
    what = "The unmet need" if count == 1 else f"{count} unmet needs"
    verb, they = ("has", "it matters") if count == 1 else ("have", "they matter")
    return (
        f"{what} {names} {verb} no action, and no figure says how much {they}.",
        "give importance=0..10 and satisfaction=0..10 as customers see it, and plan an action for what scores 12 or more",
    )


def latent_needs(measures: Measures) -> Iterator[Diagnostic]:
    """`latent-need-without-action`: needs that customers do not name, and nothing serves."""
    gathering = Gathering(
        eyes=measures.eyes, rule=LATENT_NEED_WITHOUT_ACTION, words=_latent, fields=lambda need: (need.latent,)
    )
    yield from gathering.of(_unanswered(measures, unmet=False))


def _latent(count: int, names: str) -> tuple[str, str]:
    what = "The latent need" if count == 1 else f"{count} latent needs"
    verb = "has" if count == 1 else "have"
    return f"{what} {names} {verb} no action.", "customers will not ask for it: plan something, or say status=dropped"


def _unanswered(measures: Measures, *, unmet: bool) -> Iterator[Need]:
    eyes = measures.eyes
    served = {_place(measures, idea) for idea in eyes.every(Opportunity) if idea.path in measures.answers}
    for need in eyes.every(Need):
        mark = need.unmet if unmet else need.latent
        planned = _settled(measures, need) or _place(measures, need) in served
        if not planned and True in eyes.all(mark) and _open(eyes, need, unmet=unmet):
            yield need


def _open(eyes: Eyes, need: Need, *, unmet: bool) -> bool:
    """Whether a need is told of by no other rule: by its figures, or as an unmet one."""
    told_as_unmet = not unmet and True in eyes.all(need.unmet)
    return asked(eyes, need) is None and not told_as_unmet


def _place(measures: Measures, finding: Finding) -> str:
    """Where a finding stands: what is planned for an opportunity beside a need may be meant for it."""
    place = measures.eyes.view.parent(finding)
    return place.path if isinstance(place, Moment) else finding.path


def ideas(measures: Measures) -> Iterator[Diagnostic]:
    """`opportunity-without-action`: ideas that cannot be weighed."""
    eyes = measures.eyes
    open_ = [
        idea
        for idea in eyes.every(Opportunity)
        if not measures.answers.get(idea.path) and eyes.word(idea.status) not in {"done", "dropped"}
    ]
    gathering = Gathering(eyes=eyes, rule=OPPORTUNITY_WITHOUT_ACTION, words=_ideas, fields=lambda idea: (idea.title,))
    yield from gathering.of(open_)


def _ideas(count: int, names: str) -> tuple[str, str]:
    what = "The opportunity" if count == 1 else f"{count} opportunities"
    verb = "has" if count == 1 else "have"
    return (
        f"{what} {names} {verb} no action with impact and effort: nobody can weigh it against the rest.",
        'write below it action "the first step" impact=3 effort=2, or say status=dropped',
    )


def open_causes(measures: Measures) -> Iterator[Diagnostic]:
    """`cause-without-action`: of several causes some have actions of their own, and others none."""
    eyes = measures.eyes
    for pain in eyes.every(Pain):
        causes = eyes.view.children(pain, Cause)
        answered = [cause for cause in causes if cause.path in measures.answers]
        if not answered or len(answered) == len(causes) or _at_pain(measures, pain, causes):
            continue
        left = [cause for cause in causes if cause.path not in measures.answers]
        names = ", ".join(f'"{eyes.title(cause)}"' for cause in left)
        yield CAUSE_WITHOUT_ACTION.at(
            eyes.span(left[0], left[0].title),
            f'"{eyes.title(pain)}" has {len(causes)} causes and actions against {len(answered)} of them; nothing is '
            f"planned against {names}.",
            help="the pain stays as long as one of its causes does: add an action below it, or say status=dropped",
        )


def _at_pain(measures: Measures, pain: Pain, causes: Iterable[Cause]) -> bool:
    """Whether something is planned against a pain as a whole, and not for one of its causes."""
    for_causes = {answer.path for cause in causes for answer in measures.answers.get(cause.path, ())}
    place = measures.eyes.view.parent(pain)
    beside = place is not None and place.path in measures.answers
    return beside or any(answer.path not in for_causes for answer in measures.answers.get(pain.path, ()))
