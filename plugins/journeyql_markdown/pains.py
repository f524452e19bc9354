"""The pains in their order, with what the order rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from journeyql.facts import Input, RankedPain
from journeyql.model import Cause, Element, Moment, Pain, Stage, View
from journeyql_markdown.markup import NOTHING, Markup, heading, italic, joined, table, text
from journeyql_markdown.story import Story

_HEADS = ("number", "pain", "where", "severity", "frequency", "reach", "importance", "score", "why")
_NUMERIC = (0, 4, 5, 6, 7)
_SIGNS = 3
#: The severities by the figure that formulas use, from 1.
_SEVERITIES: Final = ("low", "medium", "high", "critical")


def pains(story: Story) -> Iterator[Markup]:
    """The ranked pains; in the order written when no analysis ranked them."""
    ranked = story.pains
    passed = any(one.value < 1 for pain in ranked for one in pain.inputs if one.name == "reach")
    # Ranks run through all journeys of the file; here they count within this one.
    rows = [_ranked(story, pain, rank, passed=passed) for rank, pain in enumerate(ranked, start=1)] or [
        _written(story, pain) for pain in story.items(Pain)
    ]
    if not rows:
        return
    yield heading(2, story.words.say("ranking"))
    yield table([story.words.say(key) for key in _HEADS], rows, numeric=_NUMERIC)
    if ranked:
        yield italic(story.words.say("ranking-how"))


def _ranked(story: Story, ranked: RankedPain, number: int, *, passed: bool) -> list[Markup]:
    """A pain with the figures its score is the product of; the reach where not all customers come everywhere."""
    given = {one.name: one for one in ranked.inputs}
    where = story.step_name(ranked.place) if isinstance(ranked.place, Moment) else NOTHING
    return [
        text(str(number)),
        story.title(ranked.pain) if ranked.pain is not None else italic(story.words.say("no-pain")),
        where,
        _figure(given.get("severity"), lambda level: _severity(story, level)),
        _figure(given.get("frequency"), story.share),
        _figure(given.get("reach"), story.share) if passed else NOTHING,
        _figure(given.get("importance"), story.figure),
        story.score(ranked.score),
        _why(story, ranked),
    ]


def _severity(story: Story, level: float) -> Markup:
    return text(story.words.label(f"severity.{_SEVERITIES[int(level) - 1]}"))


def _figure(one: Input | None, say: Callable[[float], Markup]) -> Markup:
    """A figure, with a sign in front of one that nobody stated."""
    return NOTHING if one is None else Markup(f"{'≈' * one.assumed}{say(one.value)}")


def _why(story: Story, ranked: RankedPain) -> Markup:
    """The causes that are written, then what speaks for the pain, the strongest first."""
    view = story.seen(ranked.pain or ranked.place)
    causes = () if ranked.pain is None else view.children(ranked.pain, Cause)
    signs = joined(
        (story.words.phrase(signal.words) for signal in ranked.signals[:_SIGNS]), story.words.plain("semicolon")
    )
    return joined([*(_chain(story, view, cause) for cause in causes), signs])


def _written(story: Story, pain: Pain) -> list[Markup]:
    """A pain that no analysis looked at, as it is written."""
    view = story.seen(pain)
    own = view[pain.importance]
    return [
        NOTHING,
        story.title(pain),
        story.place(pain),
        story.word(pain, pain.severity),
        story.percent(view[pain.frequency]),
        NOTHING,
        story.figure(own) if own is not None else _importance(story, pain),
        NOTHING,
        joined(_chain(story, view, cause) for cause in view.children(pain, Cause)),
    ]


def _importance(story: Story, place: Element) -> Markup:
    """The importance of the step or else of the stage around it."""
    view = story.seen(place)
    for around in (place, view.around(place, Stage)):
        if isinstance(around, Moment) and (stated := view[around.importance]) is not None:
            return story.figure(stated)
    return NOTHING


def _chain(story: Story, view: View, cause: Cause) -> Markup:
    """A cause and what causes it, down to the roots."""
    deeper = joined((_chain(story, view, one) for one in view.children(cause, Cause)), ", ")
    return joined([story.title(cause), deeper], " ← ")
