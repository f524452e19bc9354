"""The top of the document: title, goal, what the map describes, and the people it is about."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Goal, Persona, Quote, View
from journeyql_markdown.markup import NOTHING, Markup, bold, bullets, heading, italic, joined, quotation, text
from journeyql_markdown.story import Story


def header(story: Story) -> Iterator[Markup]:
    """Title, goal, one line about the map itself, scope and scenario."""
    yield heading(1, story.title(story.journey))
    yield goals(story)
    yield _about(story)
    yield _labelled(story, "scope", story.texts(story.journey, story.journey.scope))
    yield _labelled(story, "scenario", story.said(story.journey, lambda view: _prose(view[story.journey.scenario])))


def goals(story: Story) -> Markup:
    """What the journey is to reach."""
    return _labelled(story, "goal", joined(story.title(goal) for goal in story.view.children(story.journey, Goal)))


def _labelled(story: Story, key: str, content: Markup) -> Markup:
    return Markup(f"{bold(story.words.say(key))}{story.words.say('colon')}{content}") if content else NOTHING


def _prose(words: str | None) -> Markup:
    """Lines of a text as one paragraph."""
    return joined((text(line) for line in (words or "").splitlines()), " ")


def _about(story: Story) -> Markup:
    """State, version, dates and people in one line."""
    view, journey, words = story.view, story.journey, story.words
    # The state that was asked for goes before the one the map gives itself.
    state = view.context.state if view.context.state != "current" else view[journey.state]
    parts = [words.say(f"state-{state}")] if state else []
    parts += [words.say(key, value=value) for key, value in _dated(story) if value]
    parts += [words.say(key, names=names) for key, names in _people_of(story) if names]
    if view.context.persona:
        parts.append(words.say("seen-by", names=story.persona_name(view.context.persona)))
    return italic(joined(parts))


def _dated(story: Story) -> Iterator[tuple[str, Markup]]:
    view, journey = story.view, story.journey
    yield "version", text(view[journey.version] or "")
    yield "updated", story.figure(view[journey.updated])
    yield "validated", story.figure(view[journey.validated])
    yield "review", story.figure(view[journey.review])


def _people_of(story: Story) -> Iterator[tuple[str, Markup]]:
    view, journey = story.view, story.journey
    yield "owned-by", story.owner(journey)
    yield "consulted", story.named(view[journey.consulted])
    yield "informed", story.named(view[journey.informed])
    yield "markets", story.named(view[journey.market])


def people(story: Story) -> Iterator[Markup]:
    """Each persona with quote, needs, motive and behaviour."""
    if story.personas:
        yield heading(2, story.words.say("people"))
    for persona in story.personas.values():
        yield heading(3, story.title(persona))
        quotes = story.view.children(persona, Quote)
        yield quotation(story.quoted(story.seen(quote).title(quote)) for quote in quotes)
        yield bullets(_facts(story, story.view.narrowed(persona=persona.id), persona))


def _facts(story: Story, view: View, persona: Persona) -> Iterator[Markup]:
    yield _labelled(story, "needs-of", joined(text(need) for need in view[persona.needs]))
    yield _labelled(story, "motive", joined(text(motive) for motive in view[persona.motive]))
    yield _labelled(story, "behaviour", joined(text(act) for act in view[persona.behaviour]))
    yield _labelled(story, "segment", story.named(view[persona.segment]))
    yield _labelled(story, "age", story.figure(view[persona.age]))
