"""Draws the stages: a row of interlocking chevrons with their names, and a panel below each."""

from __future__ import annotations

from typing import Final

from journeyql.render import Element, Pen, Style, element
from journeyql_graphviz.card import Content, hurts
from journeyql_graphviz.picture import Phase, Picture
from journeyql_graphviz.shape import Box, Layout

_NOTCH: Final = 12.0
_LEFT, _BELOW = 42.0, 8.0


def stages(picture: Picture, layout: Layout, pen: Pen) -> Content:
    """The chevrons and panels; the height is that of the chevrons. Nothing when every stage acts as a touchpoint."""
    if not layout.panelled:
        return Content(drawn=(), height=0.0)
    boxes = dict(layout.panels)
    rooms = {number: boxes.get(number + 1, box.moved(box.width, 0)).x - box.x for number, box in layout.panels}
    names = {number: _name(picture.phases[number], room, pen) for number, room in rooms.items()}
    height = 18 + 20.0 * max(map(len, names.values()))
    drawn: list[Element] = []
    for number, box in layout.panels:
        following = boxes.get(number + 1)
        drawn.append(_chevron(box, following, height, pen, first=number == 0))
        drawn.extend(_words(picture.phases[number], names[number], box, height, pen))
        drawn.append(_panel(box, height, pen))
        own = hurts(picture.phases[number].hurts, pen)
        drawn.append(element("g", *own.drawn, transform=f"translate({box.x + 14:.2f} {box.y + height + 16:.2f})"))
    return Content(drawn=tuple(drawn), height=height)


def _name(phase: Phase, width: float, pen: Pen) -> tuple[str, ...]:
    return pen.lines(phase.name, width - _LEFT - 10, Style(size=15, line=20, colour="", weight=700))


def _chevron(box: Box, following: Box | None, height: float, pen: Pen, *, first: bool) -> Element:
    """One stage block; it points into the notch of the next one."""
    apex = box.right if following is None else following.x + 3
    colour = pen.theme.stage.block
    notch = "" if first else f"l{_NOTCH} {-height / 2:.2f}"
    path = (
        f"M{box.x:.2f} 0H{apex - _NOTCH:.2f}l{_NOTCH} {height / 2:.2f}l{-_NOTCH} {height / 2:.2f}H{box.x:.2f}{notch}z"
    )
    return element("path", d=path, fill=colour, stroke=colour, stroke_width=2, stroke_linejoin="round")


def _words(phase: Phase, name: tuple[str, ...], box: Box, height: float, pen: Pen) -> tuple[Element, ...]:
    """Number and name, and the duration where it fits beside them."""
    colours = pen.theme.stage
    number = Style(size=15, line=20, colour=colours.second_text)
    bold = Style(size=15, line=20, colour=colours.text, weight=700)
    small = Style(size=12, line=20, colour=colours.second_text)
    drawn = (
        pen.text((str(phase.number),), box.x + 26, (height - 20) / 2, number, "middle"),
        pen.text(name, box.x + _LEFT, (height - 20.0 * len(name)) / 2, bold),
    )
    used = _LEFT + pen.widest(name, bold) + pen.width(phase.note, small) + 24
    if not phase.note or used > box.width:
        return drawn
    return (*drawn, pen.text((phase.note,), box.right - _NOTCH, (height - 20) / 2, small, "end"))


def _panel(box: Box, top: float, pen: Pen) -> Element:
    return element(
        "rect",
        x=box.x,
        y=top + box.y + _BELOW,
        width=box.width,
        height=max(0.0, box.height - _BELOW),
        rx=8,
        fill=pen.theme.moment,
    )
