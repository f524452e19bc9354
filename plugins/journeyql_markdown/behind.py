"""The work behind the steps: hand-offs, backstage work, support, and what the customer gets to see of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from journeyql.model import Backstage, Handoff, Proof, Support, View
from journeyql_markdown.markup import NOTHING, Markup, heading, joined, table, text
from journeyql_markdown.story import Story

Work: TypeAlias = Handoff | Backstage | Support | Proof
_KINDS: tuple[tuple[str, type[Work]], ...] = (
    ("handoff", Handoff),
    ("backstage", Backstage),
    ("support", Support),
    ("proof", Proof),
)


def behind(story: Story) -> Iterator[Markup]:
    """One row for each step behind which there is any work."""
    rows = [
        [story.step_name(step), *(joined(_work(story, one) for one in story.within(step, kind)) for _, kind in _KINDS)]
        for step in story.all_steps
    ]
    filled = [row for row in rows if any(row[1:])]
    if filled:
        yield heading(2, story.words.say("behind"))
        yield table([story.words.say("step"), *(story.words.say(key) for key, _ in _KINDS)], filled)


def _work(story: Story, work: Work) -> Markup:
    """What is done, with who does it, or where it goes and what is carried."""
    view = story.seen(work)
    details = _handed(story, view, work) if isinstance(work, Handoff) else _done_by(story, view, work)
    return Markup(f"{story.title(work)}{story.words.say('in-brackets', words=details) if details else ''}")


def _handed(story: Story, view: View, handoff: Handoff) -> Markup:
    to = view[handoff.to]
    target = NOTHING if to is None else story.words.say("to", names=story.named((to,), view))
    carried = story.words.names([text(name) for name in view[handoff.carries]])
    return joined([target, story.words.say("carries", names=carried) if carried else NOTHING])


def _done_by(story: Story, view: View, work: Backstage | Support | Proof) -> Markup:
    by = story.named(view[work.by], view)
    return story.words.say("by", names=by) if by else NOTHING
