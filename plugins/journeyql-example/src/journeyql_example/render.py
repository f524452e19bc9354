"""Writes the list of barriers as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.plugin import NoOptions, OutputFile, RenderContext, RenderResult
from journeyql.render import escape
from journeyql_example.vocabulary import Barrier


def render(ctx: RenderContext[NoOptions]) -> RenderResult:
    """One line for each barrier, in the order of the journey."""
    lines = [*_lines(ctx)] or [ctx.label("example.none")]
    return RenderResult(files=(OutputFile(path=f"{ctx.stem}.txt", content="\n".join(lines) + "\n"),))


def _lines(ctx: RenderContext[NoOptions]) -> Iterator[str]:
    view = ctx.view
    for barrier in view.of(Barrier):
        place = view.parent(barrier)
        words = escape.plain(view.title(barrier))
        whom = ", ".join(view[barrier.for_])
        said = ctx.label("example.for", barrier=words, whom=whom) if whom else words
        yield ctx.label("example.barrier", place=escape.plain(view.title(place)) if place else "", barrier=said)
