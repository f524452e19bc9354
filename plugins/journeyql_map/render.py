"""`-t map`: one picture for each journey of a view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.model import Journey, Lane, SavedView
from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult, nearest
from journeyql.render import Pen
from journeyql_map.advice import advice, icons
from journeyql_map.options import Options
from journeyql_map.page import page
from journeyql_map.reading import Reader
from journeyql_map.rules import (
    NO_SUCH_CURVE,
    NO_SUCH_VIEW,
    NO_TIME,
    NOTHING_TO_DRAW,
    SAME_CURVES,
    SMALL_PRINT,
    TIME_ASTRAY,
    UPRIGHT_NOTHING,
)
from journeyql_map.selection import selected
from journeyql_map.sheet import Sheet

#: So many touchpoints out of their time are named.
_NAMED: Final = 5


def render(ctx: RenderContext[Options]) -> RenderResult:
    """One picture for each journey; where some have the saved view that is asked for, for each of those."""
    journeys = list(enumerate(ctx.view.journeys))
    having = [(place, journey) for place, journey in journeys if _saved(ctx, journey) is not None]
    made = [item for place, journey in having or journeys for item in _draw(ctx, journey, place)]
    return RenderResult(
        files=tuple(item for item in made if isinstance(item, OutputFile)),
        diagnostics=(*_idle(ctx), *icons(ctx.view), *(item for item in made if isinstance(item, Diagnostic))),
    )


def _draw(ctx: RenderContext[Options], journey: Journey, place: int) -> Iterator[OutputFile | Diagnostic]:
    name = f"the journey `{journey.id}`"
    saved = _saved(ctx, journey)
    if ctx.options.saved and saved is None:
        message = f"{name} has no view `{ctx.options.saved}`; the whole map is drawn"
        names = [one.id for one in ctx.view.children(journey, SavedView)]
        near = nearest(ctx.options.saved, names)
        listed = f"its views: {', '.join(names)}" if names else "see the lines that begin with `view`"
        yield NO_SUCH_VIEW.at(journey.span, message, help=f"did you mean `{near}`?" if near else listed)
    ctx, selection = selected(ctx, saved)
    reader = Reader(ctx=ctx, view=ctx.view, journey=journey, selection=selection)
    if not reader.steps:
        message = f"{name} has no stage to draw here"
        yield NOTHING_TO_DRAW.at(
            journey.span,
            message,
            help="write below it what customers go through, or choose a persona, market or state that has any",
        )
        return
    yield from _missing(ctx, journey)
    yield from advice(reader, ctx.options)
    sheet = reader.sheet()
    yield from _untold(ctx.options, sheet, reader)
    stem = ctx.stem if place == 0 else f"{ctx.stem}-{place + 1}"
    pen = Pen(theme=ctx.theme, lang=ctx.locale)
    if ctx.options.page:
        yield from _printed(ctx.options, sheet, journey, stem, pen)
    else:
        yield OutputFile(path=f"{stem}.svg", content=page(sheet, ctx.options.columns, pen))


def _saved(ctx: RenderContext[Options], journey: Journey) -> SavedView | None:
    return next((one for one in ctx.view.children(journey, SavedView) if one.id == ctx.options.saved), None)


def _idle(ctx: RenderContext[Options]) -> Iterator[Diagnostic]:
    """What the options ask for in vain, whatever the journeys are."""
    if ctx.options.portrait and not ctx.options.page:
        for journey in ctx.view.journeys[:1]:
            message = "`portrait` is about pages, and no `page` is asked for; the map is drawn as one picture"
            yield UPRIGHT_NOTHING.at(journey.span, message, help="say how large: `--page A4 --portrait`")


def _untold(options: Options, sheet: Sheet, reader: Reader) -> Iterator[Diagnostic]:
    """What the options ask for and the journey does not tell: its times, and how it feels in another state."""
    journey = reader.journey
    if options.axis == "time" and not sheet.times:
        message = f"the journey `{journey.id}` says nothing of time; its touchpoints stand by their order"
        yield NO_TIME.at(journey.span, message, help="say `wait=`, `duration=` or `at=` at touchpoints")
    for index in sheet.astray[:_NAMED]:
        message = f"`{reader.steps[index].id}` is said to begin before what comes ahead of it; it stands where its neighbours are"
        yield TIME_ASTRAY.at(reader.steps[index].span, message, help="look at the `at=` of both, or put them in order")
    if options.compare and not any(line.plain for line in sheet.lines):
        message = f"in the state `{options.compare}` of `{journey.id}` everybody feels as on the map"
        example = f"write, for example, `emotion[{options.compare}]=4` where it differs"
        yield SAME_CURVES.at(journey.span, message, help=example)


def _missing(ctx: RenderContext[Options], journey: Journey) -> Iterator[Diagnostic]:
    """Curves that are asked for and cannot be drawn."""
    scores = [lane.id for lane in ctx.view.children(journey, Lane) if ctx.view[lane.type_] == "score"]
    for name in ctx.options.curves:
        if name not in scores:
            message = f"the journey `{journey.id}` has no lane `{name}` of type `score`; its curve is left out"
            yield NO_SUCH_CURVE.at(journey.span, message, help=f"its lanes of scores: {', '.join(scores) or 'none'}")


def _printed(
    options: Options, sheet: Sheet, journey: Journey, stem: str, pen: Pen
) -> Iterator[OutputFile | Diagnostic]:
    """A file for each page; the whole map in one where it cannot be divided."""
    from journeyql_map.printing import LEAST, SIZES, printed  # for those who print

    narrow, wide = SIZES[options.page]
    made = printed(sheet, options.columns, (narrow, wide) if options.portrait else (wide, narrow), pen)
    if made.scale < LEAST:
        outcome = "some text has less than 6 points" if made.pages else "it is drawn as one picture"
        message = f"the journey `{journey.id}` has rows that are larger than a page ({options.page}); {outcome}"
        yield SMALL_PRINT.at(journey.span, message, help="choose a larger `page`, or shorten the longest texts")
    pages = made.pages or (page(sheet, options.columns, pen),)
    for number, content in enumerate(pages, 1):
        yield OutputFile(path=f"{stem}.svg" if number == 1 else f"{stem}.page-{number}.svg", content=content)
