"""`-t flow`: the drawn flow of each journey of a view as SVG."""

from __future__ import annotations

from journeyql.model import Journey
from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult
from journeyql.render import Pen
from journeyql_graphviz import compose, engine, reading, rules
from journeyql_graphviz.options import FlowOptions
from journeyql_graphviz.outputs import named, path, refusal


def render(ctx: RenderContext[FlowOptions]) -> RenderResult:
    """One picture for each journey."""
    made = [_draw(ctx, journey, place) for place, journey in enumerate(ctx.view.journeys)]
    return RenderResult(
        files=tuple(item for item in made if isinstance(item, OutputFile)),
        diagnostics=tuple(item for item in made if isinstance(item, Diagnostic)),
    )


def _draw(ctx: RenderContext[FlowOptions], journey: Journey, place: int) -> OutputFile | Diagnostic:
    refused = refusal(ctx.view, journey, force=ctx.options.force)
    if refused is not None:
        return refused
    picture = reading.read(ctx, journey)
    drawn = compose.draw(picture, Pen(theme=ctx.theme, lang=ctx.locale), ctx.options.engine)
    if isinstance(drawn, engine.Failure):
        return rules.ENGINE_FAILED.at(journey.span, f"{named(journey)} is not drawn: {drawn.message}", help=drawn.help)
    return OutputFile(path=path(ctx.stem, place, ".flow.svg"), content=drawn)
