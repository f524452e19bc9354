"""The pains in their order, with what the order rests on."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import RankedPain, Signal
from journeyql.model import Cause, Element, Moment, Pain, Stage, View
from journeyql_markdown.markup import NOTHING, Markup, heading, italic, joined, table, text
from journeyql_markdown.story import Story

_HEADS = ("pain", "where", "severity", "frequency", "importance", "score", "why")
_NUMERIC = (0, 4, 5, 6)
_SIGNS = 3


def pains(story: Story) -> Iterator[Markup]:
    """The ranked pains; in the order written when no analysis ranked them."""
    ranked = story.pains
    # Ranks run through all journeys of the file; here they count within this one.
    rows = [_ranked(story, pain, rank) for rank, pain in enumerate(ranked, start=1)] or [
        _row(story, pain, pain, ("", "")) for pain in story.items(Pain)
    ]
    if not rows:
        return
    yield heading(2, story.words.say("ranking"))
    yield table([story.words.say("number"), *(story.words.say(key) for key in _HEADS)], rows, numeric=_NUMERIC)
    if ranked:
        yield italic(story.words.say("ranking-how"))


def _ranked(story: Story, ranked: RankedPain, number: int) -> list[Markup]:
    figures = (str(number), f"{round(ranked.score)}")
    if isinstance(ranked.pain, Pain):
        return _row(story, ranked.pain, ranked.place, figures, ranked.signals)
    missing = italic(story.words.say("no-pain"))
    rank, score = figures
    where = story.step_name(ranked.place)
    importance = _importance(story, ranked.place)
    return [text(rank), missing, where, NOTHING, NOTHING, importance, text(score), _signs(story, ranked.signals)]


def _row(
    story: Story, pain: Pain, place: Element, figures: tuple[str, str], signals: tuple[Signal, ...] = ()
) -> list[Markup]:
    view = story.seen(pain)
    rank, score = figures
    own = view[pain.importance]
    return [
        text(rank),
        story.title(pain),
        story.place(place) if place is pain else story.step_name(place) if isinstance(place, Moment) else NOTHING,
        story.word(pain, pain.severity),
        story.percent(view[pain.frequency]),
        story.figure(own) if own is not None else _importance(story, place),
        text(score),
        joined(_chain(story, view, cause) for cause in view.children(pain, Cause)) or _signs(story, signals),
    ]


def _signs(story: Story, signals: tuple[Signal, ...]) -> Markup:
    """What speaks for a pain whose cause nobody has named, the strongest first."""
    return joined((story.words.phrase(signal.words) for signal in signals[:_SIGNS]), "; ")


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
