"""The whole document: the sections of each journey in the order in which people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from journeyql.plugin import OutputFile, RenderContext, RenderResult
from journeyql_markdown.actions import actions, recoveries
from journeyql_markdown.behind import behind
from journeyql_markdown.chances import chances, experiments, risks, voices
from journeyql_markdown.courses import courses
from journeyql_markdown.curve import curve
from journeyql_markdown.diagram import diagram
from journeyql_markdown.evidence import evidence
from journeyql_markdown.findings import findings
from journeyql_markdown.header import header, people
from journeyql_markdown.markup import Markup, code, heading, italic, text
from journeyql_markdown.metrics import metrics
from journeyql_markdown.options import Options
from journeyql_markdown.pains import pains
from journeyql_markdown.priorities import quadrant, roadmap
from journeyql_markdown.steps import steps
from journeyql_markdown.story import Story, stories
from journeyql_markdown.summary import sentences
from journeyql_markdown.unknowns import unknowns
from journeyql_markdown.words import Words

#: Who and what on top, the experience in the middle, what follows from it and what it rests on at the bottom.
SECTIONS: Final[tuple[Callable[[Story], Iterator[Markup]], ...]] = (
    header,
    sentences,
    people,
    diagram,
    curve,
    pains,
    actions,
    quadrant,
    roadmap,
    steps,
    courses,
    recoveries,
    chances,
    voices,
    metrics,
    risks,
    experiments,
    behind,
    evidence,
    unknowns,
    findings,
)


def render(context: RenderContext[Options]) -> RenderResult:
    """Write one document for the view."""
    words = Words(context.locale, context.label)
    told = stories(context, words)
    blocks = [block for story in told for section in SECTIONS for block in section(story) if block]
    blocks = blocks or [heading(1, text(context.stem)), words.say("no-journey")]
    source = context.view.model.source.name.rpartition("/")[2]
    blocks.append(italic(words.say("made-by", source=code(source))))
    return RenderResult(files=(OutputFile(path=f"{context.stem}.md", content="\n\n".join(blocks) + "\n"),))
