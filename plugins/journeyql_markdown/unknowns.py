"""What nobody knows yet, most important first."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import EVIDENCE_MIX, UNKNOWNS, Unknown
from journeyql_markdown.findings import gaps
from journeyql_markdown.markup import NOTHING, Markup, bullets, heading
from journeyql_markdown.story import Story

#: So many places are named besides the first.
_NAMED = 4


def unknowns(story: Story) -> Iterator[Markup]:
    """How much is assumed, and what a decision would need and the map does not have; without analyses, plain gaps."""
    if story.context.facts.get(UNKNOWNS) is None:
        yield from gaps(story)
        return
    lines = [*_assumed(story), *_missing(story)]
    if lines:
        yield heading(2, story.words.say("gaps"))
        yield bullets(lines)


def _assumed(story: Story) -> Iterator[Markup]:
    for mix in story.context.facts.get(EVIDENCE_MIX) or ():
        total = mix.assumed + mix.stated + mix.measured
        if mix.journey == story.journey.path and mix.assumed:
            share = story.share(mix.assumed / total)
            yield story.words.say(
                "report-mix", assumed=story.figure(mix.assumed), total=story.figure(total), share=share
            )


def _missing(story: Story) -> Iterator[Markup]:
    for unknown in story.context.facts.get(UNKNOWNS) or ():
        if unknown.journey == story.journey.path:
            said = story.words.phrase(unknown.words)
            yield Markup(f"{said}{_others(story, unknown)}")


def _others(story: Story, unknown: Unknown) -> Markup:
    """The places after the first, as far as one reads them."""
    if not unknown.others:
        return NOTHING
    more = len(unknown.others) - _NAMED
    names = [story.words.say("quoted", words=story.title(one)) for one in unknown.others[:_NAMED]]
    names += [story.words.say("more", count=more)] if more > 0 else []
    return story.words.say("in-brackets", words=story.words.say("also", names=story.words.names(names)))
