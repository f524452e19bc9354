"""Sets cards: pains, needs and chances, actions and recoveries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from journeyql.render import Accent, Element, Pen, Style, element
from journeyql.render.icons import draw
from journeyql_map import styles
from journeyql_map.block import Block, text_at
from journeyql_map.marks import BULB, BUOY, dots
from journeyql_map.sheet import ACTION, CHANCE, NONE, PAIN, RECOVERY, Card

#: How much wider a card is than its text on both sides together, and narrower than its column.
INSET: Final = 10.0
_ICON: Final = 18.0
#: Small texts should stay on one line up to this width.
_SMALL: Final = 110.0


def card(item: Card, room: float, pen: Pen) -> Block:
    """A card whose text is `room` wide; its last lines stay at the bottom."""
    if item.kind == NONE:
        return _empty(item, room, pen)
    accent = _accent(item, pen)
    small, strong = styles.label(pen), styles.label(pen, accent.colour, 600)
    over = pen.lines(item.over, room, small) if item.over else ()
    text, style = pen.lines(item.text, room, styles.body(pen, 600)), styles.body(pen, 600)
    signed = item.kind not in {PAIN, CHANCE}
    # The sign of an action stands before its owner, and before its terms where nobody owns it.
    first, other = (item.owner, item.foot) if item.owner or not signed else (item.foot, "")
    owner = pen.lines(first or " ", room - _ICON, strong if item.owner else small) if signed else ()
    foot = pen.lines(other, room, small) if other else ()
    signs = 18.0 if item.kind == PAIN and (item.severity or item.share) else 0.0
    above = 9 + small.line * len(over) + style.line * len(text)
    below = 9 + signs + strong.line * len(owner) + small.line * len(foot) + (4 if owner or foot or signs else 0)

    def paint(left: float, top: float, height: float) -> Iterator[Element]:
        yield _ground(item, (left, top, room, height), accent)
        if over:
            yield pen.text(over, left, top + 9, small)
        yield from text_at(text, left, top + 9 + small.line * len(over), style, pen)
        bottom = top + height - below + 4
        if signs:
            yield from _signs(item, left, bottom + 8, room, pen)
        if owner:
            yield draw(BULB if item.kind == ACTION else BUOY, (left - 1, bottom + 1), 14, accent.colour)
            yield pen.text(owner, left + _ICON, bottom, strong if item.owner else small)
        if foot:
            yield pen.text(foot, left, bottom + strong.line * len(owner), small)

    return Block(above + below, paint)


def _accent(item: Card, pen: Pen) -> Accent:
    if item.kind == CHANCE:
        return Accent(colour=pen.theme.ink, tint=pen.theme.chip, border=pen.theme.chip_border)
    return pen.theme.pain if item.kind == PAIN else pen.theme.remedy


def _ground(item: Card, box: tuple[float, float, float, float], accent: Accent) -> Element:
    left, top, room, height = box
    return element(
        "rect",
        x=left - INSET,
        y=top,
        width=room + 2 * INSET,
        height=height,
        rx=7,
        fill=accent.tint,
        stroke=accent.border,
        stroke_dasharray="4 3" if item.assumed else None,
    )


def _signs(item: Card, left: float, middle: float, room: float, pen: Pen) -> Iterator[Element]:
    """Four dots for how severe a pain is, and its share at the right."""
    if item.severity:
        yield from dots(item.severity, left + 4, middle, pen)
    if item.share:
        share = styles.label(pen, pen.theme.pain.colour, 700)
        yield pen.text((item.share,), left + room, middle - 8, share, "end")


def _empty(item: Card, room: float, pen: Pen) -> Block:
    """A dashed box that stays as low as its text."""
    style = styles.label(pen)
    lines = pen.lines(item.text, room, style)
    tall = 16 + style.line * len(lines)

    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        look: dict[str, str | float] = {"fill": "none", "stroke": pen.theme.chip_border, "stroke_dasharray": "4 4"}
        box = element("rect", x=left - INSET, y=top, width=room + 2 * INSET, height=tall, rx=7, **look)
        return (box, pen.text(lines, left, top + 8, style))

    return Block(tall, paint)


def least(item: Card, pen: Pen) -> tuple[Style, float]:
    """The style of a card's text, and how wide its other lines are at least."""
    strong, small = styles.label(pen, weight=600), styles.label(pen)
    owner = max(pen.longest(item.owner, strong), min(pen.width(item.owner, strong), _SMALL)) + _ICON
    feet = [max(pen.longest(text, small), min(pen.width(text, small), _SMALL)) for text in (item.foot, item.over)]
    if item.kind in {ACTION, RECOVERY} and not item.owner:
        feet[0] += _ICON  # the sign stands before it
    return styles.body(pen, 600), max(owner, *feet, 80.0 if item.kind == PAIN else 0.0)
