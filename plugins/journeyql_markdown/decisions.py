"""`journeyql report`: one page to decide by, from what the analyses found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from journeyql.plugin import NoOptions, OutputFile, RenderContext, RenderResult
from journeyql_markdown.chances import opportunities
from journeyql_markdown.courses import courses
from journeyql_markdown.curve import curve
from journeyql_markdown.markup import Markup, code, heading, italic, text
from journeyql_markdown.metrics import readings, trials
from journeyql_markdown.pains import pains
from journeyql_markdown.priorities import order, quadrant, roadmap
from journeyql_markdown.story import Story, stories
from journeyql_markdown.summary import summary
from journeyql_markdown.unknowns import unknowns
from journeyql_markdown.words import Words

#: The answer first, then what it rests on.
SECTIONS: Final[tuple[Callable[[Story], Iterator[Markup]], ...]] = (
    summary,
    curve,
    pains,
    quadrant,
    order,
    roadmap,
    opportunities,
    courses,
    readings,
    trials,
    unknowns,
)


def render(context: RenderContext[NoOptions]) -> RenderResult:
    """Write one page for the view."""
    words = Words(context.locale, context.label)
    blocks = [block for story in stories(context, words) for section in SECTIONS for block in section(story) if block]
    blocks = blocks or [heading(1, text(context.stem)), words.say("no-journey")]
    source = context.view.model.source.name.rpartition("/")[2]
    blocks.append(italic(words.say("made-by", source=code(source))))
    return RenderResult(files=(OutputFile(path=f"{context.stem}.report.md", content="\n\n".join(blocks) + "\n"),))
