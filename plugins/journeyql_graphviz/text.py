"""`-t dot`: the flow of each journey of a view as DOT text."""

from __future__ import annotations

from journeyql.model import Journey
from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult
from journeyql.render import Pen
from journeyql_graphviz import reading
from journeyql_graphviz.digraph import whole
from journeyql_graphviz.options import DotOptions
from journeyql_graphviz.outputs import path, refusal


def render(ctx: RenderContext[DotOptions]) -> RenderResult:
    """One text for each journey."""
    made = [_write(ctx, journey, place) for place, journey in enumerate(ctx.view.journeys)]
    return RenderResult(
        files=tuple(item for item in made if isinstance(item, OutputFile)),
        diagnostics=tuple(item for item in made if isinstance(item, Diagnostic)),
    )


def _write(ctx: RenderContext[DotOptions], journey: Journey, place: int) -> OutputFile | Diagnostic:
    refused = refusal(ctx.view, journey, force=ctx.options.force)
    if refused is not None:
        return refused
    text = whole(reading.read(ctx, journey), Pen(theme=ctx.theme, lang=ctx.locale))
    return OutputFile(path=path(ctx.stem, place, ".dot"), content=text)
