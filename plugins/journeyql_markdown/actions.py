"""What is done: improvements with owner and due date, and recoveries while the customer is still there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from journeyql.model import Action, Element, Recovery
from journeyql_markdown.markup import NOTHING, Markup, heading, italic, joined, table, text
from journeyql_markdown.story import Story

_ACTION = ("action", "against", "owner", "due", "status", "impact", "effort")
_RECOVERY = ("recovery", "where", "condition", "within", "owner")


def actions(story: Story) -> Iterator[Markup]:
    """The actions, what is due first at the top, those without a date in the order written."""
    found = sorted(story.items(Action), key=lambda action: _due(story, action))
    if found:
        yield heading(2, story.words.say("actions"))
        yield table([story.words.say(key) for key in _ACTION], [_action(story, one) for one in found], numeric=(5, 6))
        if any(story.seen(one)[one.impact] is not None or story.seen(one)[one.effort] is not None for one in found):
            yield italic(story.words.say("ratings"))


def _due(story: Story, action: Action) -> datetime.date:
    due = story.seen(action)[action.due]
    return due.last if due is not None else datetime.date.max


def _action(story: Story, action: Action) -> list[Markup]:
    view = story.seen(action)
    return [
        joined([story.title(action), italic(text(view[action.because] or ""))], " — "),
        _against(story, action),
        story.owner(action),
        story.figure(view[action.due]),
        story.word(action, action.status),
        story.figure(view[action.impact]),
        story.figure(view[action.effort]),
    ]


def _against(story: Story, action: Action) -> Markup:
    """What it addresses: what it names, else what it stands in, with its place."""
    view = story.seen(action)
    named = [view.follow(ref) for ref in view[action.addresses]]
    around = view.parent(action)
    aims = [aim for aim in named if aim is not None] or ([around] if around not in {None, story.journey} else [])
    return joined(_aim(story, aim) for aim in aims if aim is not None)


def _aim(story: Story, aim: Element) -> Markup:
    place = story.place(aim)
    number = story.number.get(aim.path)
    if number is not None:
        return story.step_name(aim)
    return joined([story.title(aim), story.words.say("in-brackets", words=place) if place else NOTHING], "")


def recoveries(story: Story) -> Iterator[Markup]:
    """The recoveries, in the order of the journey."""
    found = story.items(Recovery)
    if found:
        yield heading(2, story.words.say("recoveries"))
        yield table([story.words.say(key) for key in _RECOVERY], [_recovery(story, one) for one in found])


def _recovery(story: Story, recovery: Recovery) -> list[Markup]:
    view = story.seen(recovery)
    system = view[recovery.system]
    carried_out = story.named((system,), view) if system is not None else NOTHING
    return [
        story.title(recovery),
        story.place(recovery),
        text(view[recovery.when] or ""),
        story.figure(view[recovery.within]),
        joined([story.owner(recovery), carried_out]),
    ]
