"""Findings about written pains: those that nobody owns, mends or understands, and those that are all alike."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.model import Journey, Moment, Pain, View
from journeyql_experience.measures import owned
from journeyql_experience.pain_rules import PAIN_EVERYWHERE, PAIN_WITHOUT_ACTION, SEVERE_PAIN_WITHOUT_CAUSE
from journeyql_experience.perspectives import Seen, quoted
from journeyql_experience.rules import SEVERE_PAIN_WITHOUT_ACTION, SEVERE_PAIN_WITHOUT_OWNER
from journeyql_experience.story import Story
from journeyql_experience.telling import Telling
from journeyql_experience.unseen import severe
from journeyql_experience.wording import NAMED, listed

_MANY_UNMENDED, _MANY_ALIKE, _MANY_STEPS, _NEARLY_ALL = 3, 5, 6, 0.9


def pain_findings(told: Telling) -> Iterator[Diagnostic]:
    """The findings about written pains, journey by journey."""
    story = told.story
    for journey in story.view.journeys:
        known = story.pains(journey)
        for one in known:
            if severe(one):
                yield from _severe_pain(story, one.view, one.place)
        for by, mild in told.groups(_mild, journey):
            yield from _unmended(mild, len(by.pains(journey)))
        yield from _alike(story, journey, known)
        for _, unknown in told.groups(_causes_unknown, journey):
            yield from _causeless(unknown)


def _mild(story: Story, journey: Journey) -> list[Seen[Pain]]:
    """The less severe pains that are to be mended and have nothing planned against them."""
    return [
        one
        for one in story.pains(journey)
        if not severe(one)
        and one.view[one.place.status] not in {"dropped", "done"}
        and not story.notes[one.view].measures.against(one.place)
    ]


def _causes_unknown(story: Story, journey: Journey) -> list[Seen[Pain]]:
    """The severe pains without a cause."""
    return [
        one
        for one in story.pains(journey)
        if severe(one) and not one.view[one.place.because] and not story.notes[one.view].roots((one.place,))
    ]


def _severe_pain(story: Story, view: View, pain: Pain) -> Iterator[Diagnostic]:
    """`severe-pain-without-action`, else `severe-pain-without-owner`: an orphan pain is told once."""
    planned = story.notes[view].measures.against(pain)
    unowned = not any(owned(view, one) for one in (pain, *planned))
    if not planned:
        yield SEVERE_PAIN_WITHOUT_ACTION.at(
            view.span(pain, pain.severity),
            f"Nothing is planned against the {_described(view, pain)}{', and nobody answers for it' if unowned else ''}.",
            help=f'write below it action "what will be done" owner=NAME, or elsewhere addresses={pain.id}',
            severity=None if story.progress.actions else Severity.INFO,
        )
    elif unowned:
        yield SEVERE_PAIN_WITHOUT_OWNER.at(
            view.span(pain, pain.severity),
            f"The {_described(view, pain)} belongs to nobody: neither it nor an action against it has an owner.",
            help="what has no owner stays as it is: add owner=NAME to the pain, or to what surrounds it",
            severity=None if story.progress.owners else Severity.INFO,
        )


def _described(view: View, pain: Pain) -> str:
    frequency = view[pain.frequency]
    often = "" if frequency is None else f", {frequency:g}% of cases"
    return f'pain "{view.title(pain)}" (severity {view[pain.severity]}{often})'


def _unmended(pains: list[Seen[Pain]], every: int) -> Iterator[Diagnostic]:
    """`pain-without-action`: once for a journey, from three pains on."""
    if len(pains) < _MANY_UNMENDED:
        return
    yield PAIN_WITHOUT_ACTION.at(
        pains[0].place.span,
        f"{_titles(pains)} have nothing planned against them: {len(pains)} of the {every} pains of the journey.",
        help='write below each action "what will be done" owner=NAME, or status=dropped for what is to stay',
        related=[Related(one.place.span, "nor against this one") for one in pains[1:NAMED]],
    )


def _titles(pains: list[Seen[Pain]]) -> str:
    return listed(pains, quoted)


def _alike(story: Story, journey: Journey, pains: list[Seen[Pain]]) -> Iterator[Diagnostic]:
    """`pain-everywhere`: nearly every touchpoint has one, or all have the same severity."""
    severities = {one.view[one.place.severity] for one in pains}
    hurting = {place.path for one in pains if (place := one.view.around(one.place, Moment)) is not None}
    steps = {step.path for seen in story.seen[journey.path] for step in seen.steps(journey)}
    share = len(hurting & steps) / len(steps) if steps else 0.0
    if len(steps) >= _MANY_STEPS and share >= _NEARLY_ALL:
        message = f"{len(hurting & steps)} of {len(steps)} touchpoints have a pain"
    elif len(pains) >= _MANY_ALIKE and len(severities) == 1 and None not in severities:
        message = f"All {len(pains)} pains have the severity {severities.pop()}"
    else:
        return
    yield PAIN_EVERYWHERE.at(
        story.view.span(journey, journey.title),
        f"{message}: where everything hurts alike, nothing says where to begin.",
        help="keep severity=critical and high for the few that make customers leave, and low for those that they shrug off",
    )


def _causeless(pains: list[Seen[Pain]]) -> Iterator[Diagnostic]:
    """`severe-pain-without-cause`: once for a journey."""
    if pains:
        yield SEVERE_PAIN_WITHOUT_CAUSE.at(
            pains[0].view.span(pains[0].place, pains[0].place.severity),
            f"{_titles(pains)}: nothing says why, so nobody knows whether an action mends the cause.",
            help='ask why, and write below the pain cause "the answer"; the last cause of a chain is the root',
            related=[Related(one.place.span, "nor here") for one in pains[1:NAMED]],
        )
