"""`-t map`: one picture for each journey of a view."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Journey, SavedView, View
from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult
from journeyql.render import Pen
from journeyql_map.options import Options
from journeyql_map.page import page
from journeyql_map.reading import Reader
from journeyql_map.rules import NO_SUCH_VIEW, NOTHING_TO_DRAW


def render(ctx: RenderContext[Options]) -> RenderResult:
    """One picture for each journey."""
    made = [item for place, journey in enumerate(ctx.view.journeys) for item in _draw(ctx, journey, place)]
    return RenderResult(
        files=tuple(item for item in made if isinstance(item, OutputFile)),
        diagnostics=tuple(item for item in made if isinstance(item, Diagnostic)),
    )


def _draw(ctx: RenderContext[Options], journey: Journey, place: int) -> Iterator[OutputFile | Diagnostic]:
    name = f"the journey `{journey.id}`"
    saved = next((one for one in ctx.view.children(journey, SavedView) if one.id == ctx.options.saved), None)
    if ctx.options.saved and saved is None:
        message = f"{name} has no view `{ctx.options.saved}`; the whole map is drawn"
        yield NO_SUCH_VIEW.at(journey.span, message, help="see the lines that begin with `view`")
    view = _selected(ctx, saved)
    if not view.steps(journey):
        message = f"{name} has no stage to draw here"
        yield NOTHING_TO_DRAW.at(journey.span, message, help="add a stage, or look at another context")
        return
    sheet = Reader(ctx=ctx, view=view, journey=journey, saved=saved).sheet()
    suffix = "" if place == 0 else f"-{place + 1}"
    svg = page(sheet, ctx.options.columns, Pen(theme=ctx.theme, lang=ctx.locale))
    yield OutputFile(path=f"{ctx.stem}{suffix}.svg", content=svg)


def _selected(ctx: RenderContext[Options], saved: SavedView | None) -> View:
    """The view narrowed to whom, where and when a saved one is about."""
    view = ctx.view
    if saved is None:
        return view
    people, market, state = view[saved.persona], view[saved.market], view[saved.state]
    found = {
        "persona": people[0].path if len(people) == 1 else "",
        "market": market.path if market is not None else "",
        "state": state or "",
    }
    return view.narrowed(**{name: value for name, value in found.items() if value})
