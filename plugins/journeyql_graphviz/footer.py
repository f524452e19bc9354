"""Draws the foot of the page: a legend of the marks that occur, what the scores rest on, and the file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from journeyql.render import Element, Pen, Style, element
from journeyql.render.faces import Look, face
from journeyql.render.icons import CLOCK, HANDOVER, WARNING, channel_icon, draw, star
from journeyql_graphviz.card import Content, dots
from journeyql_graphviz.chip import outline
from journeyql_graphviz.picture import EVERYBODY, Face, Picture
from journeyql_graphviz.shape import Box

_MARK, _APART, _LINE = 30.0, 20.0, 24.0

#: Draws a mark around the middle of a box of `_MARK` by `_LINE`.
Draw = Callable[[Pen], tuple[Element, ...]]


@attrs.frozen(eq=False, repr=False)
class Mark:
    """A mark of the legend: the key of its words, and how it is drawn."""

    key: str
    draw: Draw
    width: float = _MARK


def footer(picture: Picture, width: float, pen: Pen) -> Content:
    """The foot for a page of a width, drawn from its own upper left corner."""
    drawn: list[Element] = [element("line", x1=0, y1=0, x2=width, y2=0, stroke=pen.theme.hairline)]
    legend = _legend(picture, width, pen)
    drawn.append(element("g", *legend.drawn, transform="translate(0 12)"))
    small = Style(size=12, line=18, colour=pen.theme.secondary)
    top = 12 + legend.height + (10 if legend.height else 0)
    room = width - pen.width(picture.origin, small) - 24
    one = pen.width(picture.counts, small) <= room
    lines = (picture.counts,) if one else pen.lines(picture.counts, width, small)
    drawn.append(pen.text(lines, 0, top, small))
    below = top if one else top + 18.0 * len(lines)
    origin = pen.lines(picture.origin, width, small)
    drawn.append(pen.text(origin, width, below, small, "end"))
    return Content(drawn=tuple(drawn), height=below + 18.0 * len(origin))


def _legend(picture: Picture, width: float, pen: Pen) -> Content:
    style = Style(size=12, line=16, colour=pen.theme.secondary)
    drawn: list[Element] = []
    x, y = 0.0, 0.0
    for mark in marks(picture):
        words = dict(picture.legend).get(mark.key, mark.key)
        needed = mark.width + 8 + pen.width(words, style)
        if x and x + needed > width:
            x, y = 0.0, y + _LINE
        drawn.append(element("g", *mark.draw(pen), transform=f"translate({x:.2f} {y:.2f})"))
        drawn.append(pen.text((words,), x + mark.width + 8, y + 4, style))
        x += needed + _APART
    return Content(drawn=tuple(drawn), height=y + _LINE if drawn else 0.0)


def marks(picture: Picture) -> Iterator[Mark]:
    """The marks that occur in a picture, in the order of the legend."""
    cards, arrows = picture.cards, picture.arrows
    faces = [item for card in cards for item in card.faces]
    hurts = [hurt for card in cards for hurt in card.hurts]
    kinds = {card.channel_kind for card in cards if card.channel}
    occurs = (
        (any(not item.assumed for item in faces), Mark("legend.grounded", _face(hollow=False))),
        (any(item.assumed for item in faces), Mark("legend.assumed", _face(hollow=True))),
        (any(item.persona == EVERYBODY for item in faces), Mark("graphviz.everybody", _everybody(faces))),
        ("online" in kinds, Mark("channel.online", _chip("online"))),
        ("offline" in kinds, Mark("channel.offline", _chip("offline"))),
        ("hidden" in kinds, Mark("channel.hidden", _chip("hidden"))),
        ("voice" in kinds, Mark("channel.voice", _sort("voice"))),
        ("iot" in kinds, Mark("channel.iot", _sort("iot"))),
        ("virtual" in kinds, Mark("channel.virtual", _sort("virtual"))),
        (any(hurt.severity for hurt in hurts), Mark("legend.severity", lambda pen: tuple(dots(4, 12, 3, pen)), 38.0)),
        (any(not hurt.assumed for hurt in hurts), Mark("graphviz.hurt", _pain(assumed=False))),
        (any(hurt.assumed for hurt in hurts), Mark("graphviz.pain", _pain(assumed=True))),
        (any(card.wait and not card.wait.missed for card in cards), Mark("graphviz.wait", _icon(CLOCK))),
        (any(card.wait and card.wait.missed for card in cards), Mark("legend.missed", _icon(WARNING))),
        (any(card.moment == "truth" for card in cards), Mark("legend.moment", _truth)),
        (any(arrow.conditional for arrow in arrows), Mark("graphviz.condition", _condition)),
        (any(arrow.back for arrow in arrows), Mark("graphviz.return", _return)),
        (any(arrow.switches for arrow in arrows), Mark("graphviz.switch", _switch)),
        (any(arrow.handover for arrow in arrows), Mark("graphviz.handover", _icon(HANDOVER))),
    )
    return (mark for found, mark in occurs if found)


def _face(*, hollow: bool) -> Draw:
    return lambda pen: face((15, 12), 0, 4, Look(pen.theme.ink, pen.theme.page, hollow=hollow))


def _chip(kind: str) -> Draw:
    return lambda pen: (outline(kind, Box(1, 4, 28, 16), pen),)


def _sort(kind: str) -> Draw:
    """A chip with the icon that tells it from other online channels."""
    icon = channel_icon("", kind)
    return lambda pen: (outline(kind, Box(1, 3, 28, 18), pen), draw(icon, (9, 6), 12, pen.theme.ink, stroke=1.4))


def _icon(drawing: str) -> Draw:
    def drawn(pen: Pen) -> tuple[Element, ...]:
        colour = pen.theme.pain.colour if drawing == WARNING else pen.theme.secondary
        return (draw(drawing, (8, 5), 14, colour),)

    return drawn


def _pain(*, assumed: bool) -> Draw:
    def drawn(pen: Pen) -> tuple[Element, ...]:
        accent = pen.theme.pain
        box = {"fill": accent.tint, "stroke": accent.border, "stroke_dasharray": "4 3" if assumed else None}
        return (element("rect", x=1, y=4, width=28, height=16, rx=5, **box),)

    return drawn


def _truth(pen: Pen) -> tuple[Element, ...]:
    return (element("rect", x=1, y=4, width=28, height=16, rx=5, fill=pen.theme.ink), star(15, 12, 5.5, pen.theme.page))


def _condition(pen: Pen) -> tuple[Element, ...]:
    return (
        element("path", d="M12 12H30", stroke=pen.theme.secondary, stroke_width=1.5),
        element("path", d="M1 12l6-6l6 6l-6 6z", fill=pen.theme.page, stroke=pen.theme.ink, stroke_width=1.5),
    )


def _return(pen: Pen) -> tuple[Element, ...]:
    look: dict[str, str | float] = {
        "stroke": pen.theme.secondary,
        "stroke_width": 1.5,
        "fill": "none",
        "stroke_linecap": "round",
    }
    return (
        element("path", d="M3 12H29", stroke_dasharray="5 5", **look),
        element("path", d="M6 8l-5 4l5 4", stroke_linejoin="round", **look),
    )


def _switch(pen: Pen) -> tuple[Element, ...]:
    look: dict[str, str | float] = {"stroke": pen.theme.secondary, "stroke_width": 1.5, "stroke_linecap": "round"}
    return (element("path", d="M3 12H29", **look), element("path", d="M14 8l-2 8M19 8l-2 8", **look))


def _everybody(faces: Sequence[Face]) -> Draw:
    """The face of everybody, hollow when all of them are assumed."""
    hollow = all(item.assumed for item in faces if item.persona == EVERYBODY)
    return lambda pen: face((15, 12), EVERYBODY, 4, Look(pen.theme.secondary, pen.theme.page, hollow=hollow))
