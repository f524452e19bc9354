"""The marks that occur on a map, with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from journeyql.render import Element, Pen, element
from journeyql.render.faces import Look, face
from journeyql.render.icons import WARNING, draw, star
from journeyql_map.axis import cut
from journeyql_map.columns import Strip
from journeyql_map.items import outline
from journeyql_map.layouts import PATH
from journeyql_map.marks import BULB, BUOY, TICK, dots
from journeyql_map.rails import stop
from journeyql_map.sheet import ACTION, PAIN, RECOVERY, Card, Chip, Gauge, Marks, Sheet
from journeyql_map.timeline import BROKEN, STRETCHED
from journeyql_map.trail import ENTER, UNDER, Way, levels, trail

#: Draws a mark 24 high with its upper left corner at a place.
Draw = Callable[[float, float, Pen], Iterator[Element]]


@attrs.frozen(eq=False, repr=False)
class Mark:
    """A mark: its words, how wide it is, and how it is drawn."""

    words: str
    draw: Draw
    width: float = 30.0


def marks(sheet: Sheet, strips: tuple[Strip, ...]) -> tuple[Mark, ...]:
    """The marks that occur in the strips of a map, in the order of the legend."""
    cards = [item for item in sheet.items if isinstance(item, Card)]
    gauges = [item for item in sheet.items if isinstance(item, Gauge)]
    kinds = {item.kind for item in sheet.items if isinstance(item, Chip)}
    felt = [line for line in sheet.lines if not line.own] if "emotion" in sheet.order else []
    points = [point for line in felt for point in line.points if point]
    gap = any(not point and here for line in felt for point, here in zip(line.points, line.present, strict=True))
    path = PATH in sheet.order
    ways = tuple(_ways(sheet, strips)) if path else ()
    looks = {stretch.look for strip in strips for stretch in strip.stretches}
    found = (
        (any(point.assumed for point in points) and bool(sheet.evidence), "legend.grounded", _face(hollow=False), 44.0),
        (any(point.assumed for point in points), "legend.assumed", _face(hollow=True), 44.0),
        (bool(points) and gap, "legend.gap", _gap, 30.0),
        ("online" in kinds, "channel.online", _chip("online"), 30.0),
        ("offline" in kinds, "channel.offline", _chip("offline"), 30.0),
        ("hidden" in kinds, "channel.hidden", _chip("hidden"), 30.0),
        (any(one.met is True for one in gauges), "legend.met", _icon(TICK, "good"), 20.0),
        (any(one.met is False for one in gauges), "legend.missed", _icon(WARNING, "bad"), 20.0),
        (any(one.mark is not None for one in gauges), "legend.target", _target, 30.0),
        (any(one.kind == ACTION for one in cards), "legend.opportunity", _icon(BULB, "remedy"), 20.0),
        (any(one.kind == RECOVERY for one in cards), "legend.recovery", _icon(BUOY, "remedy"), 20.0),
        (any(one.kind == PAIN and one.severity for one in cards), "legend.severity", _severity, 40.0),
        (any(one.badge for one in sheet.columns) and bool(path), "legend.moment", _moment, 24.0),
        (path and any(one.entry for one in sheet.columns), "map.entry", _entry, 30.0),
        (path and any(one.exit for one in sheet.columns), "map.exit", _exit, 30.0),
        (any(time is None for time in sheet.times), "map.untimed", _untimed, 30.0),
        (STRETCHED in looks, "map.stretched", _stretched, 30.0),
        (BROKEN in looks, "map.broken", _cut, 30.0),
        (any(one.kind == ENTER and not one.route.parallel for one in ways), "map.condition", _condition, 24.0),
        (any(one.kind == UNDER and one.route.target <= one.route.source for one in ways), "map.return", _return, 30.0),
    )
    signs = dict.fromkeys(mark for item in sheet.items if isinstance(item, Marks) for mark in item.marks)
    return (
        *(Mark(sheet.words[key], drawn, width) for occurs, key, drawn, width in found if occurs),
        *(Mark(sign.words, _icon(sign.drawing, "plain"), 20.0) for sign in signs),
    )


def assumed(sheet: Sheet) -> Mark | None:
    """The mark of what is assumed, where it occurs."""
    return next((mark for mark in marks(sheet, ()) if mark.words == sheet.words["legend.assumed"]), None)


def _ways(sheet: Sheet, strips: tuple[Strip, ...]) -> Iterator[Way]:
    """The ways that the path of each strip has."""
    known = levels(sheet)
    for strip in strips:
        yield from trail(sheet, known, strip).ways


def _face(*, hollow: bool) -> Draw:
    def drawn(x: float, y: float, pen: Pen) -> Iterator[Element]:
        colour = pen.theme.secondary
        dash = "6 6" if hollow else None
        yield element(
            "line", x1=x, y1=y + 12, x2=x + 44, y2=y + 12, stroke=colour, stroke_width=2.5, stroke_dasharray=dash
        )
        yield from face((x + 22, y + 12), 0, 4, Look(colour, pen.theme.page, hollow=hollow))

    return drawn


def _gap(x: float, y: float, pen: Pen) -> Iterator[Element]:
    look: dict[str, str | float] = {"stroke": pen.theme.secondary, "stroke_width": 2.5, "stroke_linecap": "round"}
    yield element("line", x1=x + 1, y1=y + 12, x2=x + 9, y2=y + 12, **look)
    yield element("line", x1=x + 14, y1=y + 12, x2=x + 29, y2=y + 12, stroke_dasharray="0.5 6", **look)


def _chip(kind: str) -> Draw:
    def drawn(x: float, y: float, pen: Pen) -> Iterator[Element]:
        yield outline(kind, (x + 1, y + 4, 27, 16), pen)

    return drawn


def _icon(drawing: str, role: str) -> Draw:
    def drawn(x: float, y: float, pen: Pen) -> Iterator[Element]:
        theme = pen.theme
        colours = {"good": theme.personas[0].colour, "bad": theme.pain.colour, "remedy": theme.remedy.colour}
        yield draw(drawing, (x + 3, y + 5), 14, colours.get(role, theme.ink))

    return drawn


def _target(x: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("rect", x=x, y=y + 9, width=28, height=6, rx=3, fill=pen.theme.track)
    yield element("line", x1=x + 18, y1=y + 6, x2=x + 18, y2=y + 18, stroke=pen.theme.ink, stroke_width=2)


def _severity(x: float, y: float, pen: Pen) -> Iterator[Element]:
    return dots(2, x + 4, y + 12, pen)


def _moment(x: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("circle", cx=x + 11, cy=y + 12, r=9, fill=pen.theme.ink)
    yield star(x + 11, y + 12, 5.6, pen.theme.page)


def _entry(x: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("circle", cx=x + 5, cy=y + 12, r=3.5, fill=pen.theme.secondary)
    line = f"M{x + 8:.2f} {y + 12:.2f}h17m-5 -4l5 4l-5 4"
    look: dict[str, str | float] = {"fill": "none", "stroke": pen.theme.secondary, "stroke_width": 1.5}
    yield element("path", d=line, stroke_linecap="round", stroke_linejoin="round", **look)


def _exit(x: float, y: float, pen: Pen) -> Iterator[Element]:
    line = f"M{x + 3:.2f} {y + 12:.2f}h20m-5 -4l5 4l-5 4"
    look: dict[str, str | float] = {"fill": "none", "stroke": pen.theme.secondary, "stroke_width": 1.5}
    yield element("path", d=line, stroke_linecap="round", stroke_linejoin="round", **look)
    yield stop(x + 25, y + 12, pen)


def _untimed(x: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("circle", cx=x + 14, cy=y + 12, r=3.5, fill=pen.theme.page, stroke=pen.theme.ink, stroke_width=1.25)


def _stretched(x: float, y: float, pen: Pen) -> Iterator[Element]:
    look: dict[str, str | float] = {"stroke": pen.theme.ink, "stroke_width": 1.5, "stroke_dasharray": "1.5 4"}
    yield element("line", x1=x + 1, y1=y + 12, x2=x + 28, y2=y + 12, **look)


def _cut(x: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("line", x1=x + 1, y1=y + 12, x2=x + 28, y2=y + 12, stroke=pen.theme.ink, stroke_width=1.5)
    yield from cut(x + 14.5, y + 12, pen)


def _condition(x: float, y: float, pen: Pen) -> Iterator[Element]:
    shape = f"M{x + 4:.2f} {y + 12:.2f}l7 -7l7 7l-7 7z"
    yield element("path", d=shape, fill=pen.theme.page, stroke=pen.theme.ink, stroke_width=1.5)


def _return(x: float, y: float, pen: Pen) -> Iterator[Element]:
    line = f"M{x + 26:.2f} {y + 5:.2f}v4q0 8 -8 8h-6q-8 0 -8 -8v-4m-3.500 4l3.500 -4l3.500 4"
    look: dict[str, str | float] = {"fill": "none", "stroke": pen.theme.secondary, "stroke_width": 1.5}
    yield element("path", d=line, stroke_linecap="round", stroke_linejoin="round", **look)
