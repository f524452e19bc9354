"""What the map rests on, and how much of it is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.facts import EVIDENCE_MIX
from journeyql.model import ASSUMED, MEASURED, STATED, Evidence
from journeyql_markdown.markup import Markup, code, heading, joined, link, table
from journeyql_markdown.story import Story

_HEADS = ("source", "method", "sample", "date", "covers", "kept")
_GRADES = (ASSUMED, STATED, MEASURED)
#: The claims told together, by the properties that make them; all others are figures.
_SORTS: Final = {
    "claims-emotion": {"emotion"},
    "claims-words": {"feeling", "doing", "thinking", "expectation", "kano"},
    "claims-pains": {"title", "severity", "frequency", "importance", "satisfaction"},
}
_FIGURES: Final = "claims-figures"


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
    """A web address as a link, a path as it is typed, anything else as text."""
    return link(address, address) if address.startswith(("https://", "http://")) else code(address)


def _counts(story: Story) -> Iterator[list[Markup]]:
    """The claims by sort, as the analysis counted them; together they are what the page says is known and assumed."""
    for mix in story.context.facts.get(EVIDENCE_MIX) or ():
        if mix.journey == story.journey.path:
            found: dict[str, list[int]] = {key: [0, 0, 0] for key in (*_SORTS, _FIGURES)}
            for name, counts in mix.by:
                row = found[next((key for key, names in _SORTS.items() if name in names), _FIGURES)]
                row[:] = [known + more for known, more in zip(row, counts, strict=True)]
            for key, row in found.items():
                if any(row):
                    yield [story.words.say(key), *(story.figure(count) for count in row)]
