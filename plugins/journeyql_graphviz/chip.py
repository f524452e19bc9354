"""Draws the chip of a channel: a pill online, a box offline, dashed when hidden."""

from __future__ import annotations

from journeyql.render import Element, Pen, Style, element
from journeyql.render.icons import channel_icon, draw
from journeyql_graphviz.picture import Card
from journeyql_graphviz.shape import Box

_PILLS = ("online", "voice", "iot", "virtual", "hidden")
_HIDDEN = "hidden"


def chip(card: Card, pen: Pen, left: float, room: float) -> tuple[tuple[Element, ...], float, float]:
    """The chip of a card's channel with its left edge at `left`: what is drawn, its width and height."""
    style = Style(size=12, line=16, colour=pen.theme.ink)
    lines = pen.lines(card.channel, room - 36, style)
    width = 36 + pen.widest(lines, style)
    height = 8 + 16.0 * len(lines)
    icon = channel_icon(card.icon, card.channel_kind, *card.channel_words)
    return (
        (
            outline(card.channel_kind, Box(left, 0, width, height), pen),
            draw(icon, (left + 8, (height - 14) / 2), 14, pen.theme.ink, stroke=1.4),
            pen.text(lines, left + 26, 4, style),
        ),
        width,
        height,
    )


def outline(kind: str, box: Box, pen: Pen) -> Element:
    """The outline of a chip: its shape says what kind of channel it is."""
    hidden = kind == _HIDDEN
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=12 if kind in _PILLS else 4,
        fill="none" if hidden else pen.theme.chip,
        stroke=pen.theme.secondary if hidden else pen.theme.chip_border,
        stroke_width=1.25 if hidden else 1.0,
        stroke_dasharray="3 3" if hidden else None,
    )
