"""What the map rests on, and how much of it is assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from journeyql.model import ASSUMED, MEASURED, STATED, Evidence, Many, Moment, Pain, Varying, View
from journeyql_markdown.markup import NOTHING, Markup, heading, joined, link, table, text
from journeyql_markdown.story import Story

_HEADS = ("source", "method", "sample", "date", "covers", "kept")
_GRADES = (ASSUMED, STATED, MEASURED)


def evidence(story: Story) -> Iterator[Markup]:
    """The studies and data, and the count of claims by how well they are founded; nothing without any evidence."""
    found = story.items(Evidence)
    if not found:
        return
    yield heading(2, story.words.say("evidence"))
    yield table([story.words.say(key) for key in _HEADS], [_source(story, one) for one in found], numeric=(2,))
    head = [story.words.say("claims"), *(story.words.say(grade) for grade in _GRADES)]
    yield table(head, list(_counts(story)), numeric=(1, 2, 3), whole=True)


def _source(story: Story, one: Evidence) -> list[Markup]:
    view = story.seen(one)
    return [
        story.title(one),
        story.word(one, one.method),
        story.figure(view[one.sample]),
        story.figure(view[one.date]),
        story.named(view[one.covers], view),
        joined(_kept(address) for address in (*view[one.source_], *view[one.link])),
    ]


def _kept(address: str) -> Markup:
    """A web address as a link, anything else as text."""
    return link(address, address) if address.startswith(("https://", "http://")) else text(address)


def _counts(story: Story) -> Iterator[list[Markup]]:
    for key, fields in (
        ("claims-emotion", _emotions),
        ("claims-figures", _figures),
        ("claims-words", _words),
        ("claims-pains", _pains),
    ):
        counted = Counter(view.grade(field) for view, field in _distinct(story, fields))
        if counted:
            yield [story.words.say(key), *(story.figure(counted[grade]) or NOTHING for grade in _GRADES)]


def _distinct(story: Story, fields: Any) -> Iterator[tuple[View, Varying[Any] | Many[Any]]]:
    """Each claim once, whoever sees it: the fields that have a value, by the cells that hold."""
    seen: set[int] = set()
    for _, view in story.views:
        for field in fields(story, view):
            cells = view.cells(field) if isinstance(field, Many) else filter(None, (view.cell(field),))
            for cell in cells:
                if id(cell) not in seen:
                    seen.add(id(cell))
                    yield view, field


def _moments(story: Story, view: View) -> Iterator[Moment]:
    return (moment for moment in view.within(story.journey, Moment))


def _emotions(story: Story, view: View) -> Iterator[Varying[Any]]:
    return (moment.emotion for moment in _moments(story, view))


def _figures(story: Story, view: View) -> Iterator[Varying[Any]]:
    for moment in _moments(story, view):
        yield from (moment.wait, moment.duration, moment.nps, moment.csat, moment.ces)


def _words(story: Story, view: View) -> Iterator[Many[Any]]:
    for moment in _moments(story, view):
        yield from (moment.doing, moment.thinking)


def _pains(story: Story, view: View) -> Iterator[Varying[Any]]:
    return (pain.title for pain in view.within(story.journey, Pain))
