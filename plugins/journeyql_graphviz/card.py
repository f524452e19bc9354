"""Composes a touchpoint's card: number and title, channel, feelings, waiting, pains; the frame is drawn later."""

from __future__ import annotations

from typing import Final

import attrs

from journeyql.render import Element, Pen, Style, element
from journeyql.render.faces import FACE, Look, face, shape
from journeyql.render.icons import CLOCK, WARNING, draw, star
from journeyql_graphviz import palette
from journeyql_graphviz.chip import chip
from journeyql_graphviz.picture import Card, Face, Hurt, Wait
from journeyql_graphviz.shape import Box

#: The width of every card.
CARD: Final = 212.0
_INSET, _NUMBER, _STRIP = 12.0, 18.0, 24.0
_ROOM = CARD - 2 * _INSET
_PAIN_INSET, _DOTS = 6.0, 4


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Content:
    """What is inside a card, drawn from its own upper left corner, and how tall that is."""

    drawn: tuple[Element, ...]
    height: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Part:
    """A small thing in a row of them."""

    drawn: tuple[Element, ...]
    width: float
    height: float


def compose(card: Card, pen: Pen) -> Content:
    """The content of a card of width `CARD`."""
    drawn: list[Element] = []
    top = 0.0
    if card.moment == "truth":
        drawn.extend(_strip(card.moment_words, pen))
        top = _STRIP
    for part, before in _blocks(card, pen):
        top += before
        drawn.append(element("g", *part.drawn, transform=f"translate(0 {top:.2f})"))
        top += part.height
    return Content(drawn=tuple(drawn), height=top + (_PAIN_INSET if card.hurts else 11))


def _blocks(card: Card, pen: Pen) -> list[tuple[Part, float]]:
    found = [(_title(card, pen), 11.0)]
    if card.channel:
        drawn, width, height = chip(card, pen, _INSET, _ROOM)
        found.append((Part(drawn=drawn, width=width, height=height), 8.0))
    small = [*(_feeling(item, pen) for item in card.faces), *([_waiting(card.wait, pen)] if card.wait else [])]
    found.extend((row, 8.0) for row in _rows(small))
    if card.aside:
        found.append((_aside(card.aside, pen), 6.0))
    if card.only_words:
        found.append((_only(card, pen), 6.0))
    found.extend((_hurt(hurt, pen), 6.0 if index else 10.0) for index, hurt in enumerate(card.hurts))
    return found


def _strip(words: str, pen: Pen) -> tuple[Element, ...]:
    style = Style(size=12, line=16, colour=pen.theme.page, weight=700)
    path = f"M0 {_STRIP}V7a7 7 0 0 1 7-7H{CARD - 7}a7 7 0 0 1 7 7V{_STRIP}z"
    return (
        element("path", d=path, fill=pen.theme.ink),
        star(_INSET + 9, 12, 6, pen.theme.page),
        pen.text((words,), 38, 4, style),
    )


def _title(card: Card, pen: Pen) -> Part:
    style = Style(size=14, line=18, colour=pen.theme.ink, weight=700)
    left = _INSET + _NUMBER + 8
    lines = pen.lines(card.title, CARD - left - _INSET, style)
    badge = pen.text(
        (str(card.number),), _INSET + 9, 2, Style(size=11, line=14, colour=pen.theme.ink, weight=600), "middle"
    )
    ring = element(
        "circle",
        cx=_INSET + 9,
        cy=9,
        r=10,
        fill=pen.theme.page,
        stroke=pen.theme.ink,
        stroke_width=1.5,
        stroke_dasharray="3 2.5" if card.hidden else None,
    )
    return Part(drawn=(ring, badge, pen.text(lines, left, 0, style)), width=CARD, height=18.0 * len(lines))


def _feeling(item: Face, pen: Pen) -> Part:
    colour = palette.colour(item.persona, pen.theme)
    style = Style(size=12, line=16, colour=colour, weight=600)
    drawn = face((FACE / 2, FACE / 2), item.persona, item.level, Look(colour, pen.theme.page, hollow=item.assumed))
    lines = pen.lines(item.words, _ROOM - FACE - 6, style) if item.words else ()
    height = max(FACE, 16.0 * len(lines))
    words = (pen.text(lines, FACE + 6, (height - 16.0 * len(lines)) / 2, style),) if lines else ()
    width = FACE + (6 + pen.widest(lines, style) if lines else 0)
    return Part(drawn=(*drawn, *words), width=width, height=height)


def _waiting(wait: Wait, pen: Pen) -> Part:
    colour = pen.theme.pain.colour if wait.missed else pen.theme.secondary
    style = Style(size=12, line=16, colour=colour, weight=600)
    words = wait.joiner.join(filter(None, (wait.words, wait.target)))
    lines = pen.lines(words, _ROOM - 20, style)
    drawing = draw(WARNING if wait.missed else CLOCK, (0, 4), 14, colour)
    return Part(
        drawn=(drawing, pen.text(lines, 19, 3, style)),
        width=19 + pen.widest(lines, style),
        height=max(FACE, 16.0 * len(lines) + 6),
    )


def _rows(parts: list[Part]) -> list[Part]:
    """Small parts side by side, as many as fit into a row."""
    rows: list[list[Part]] = []
    for part in parts:
        used = sum(other.width + 12 for other in rows[-1]) if rows else 0.0
        if rows and used + part.width <= _ROOM:
            rows[-1].append(part)
        else:
            rows.append([part])
    return [_row(row) for row in rows]


def _row(parts: list[Part]) -> Part:
    drawn, x = [], _INSET
    height = max(part.height for part in parts)
    for part in parts:
        place = f"translate({x:.2f} {(height - part.height) / 2:.2f})"
        drawn.append(element("g", *part.drawn, transform=place))
        x += part.width + 12
    return Part(drawn=tuple(drawn), width=x - 12 - _INSET, height=height)


def _aside(words: str, pen: Pen) -> Part:
    style = Style(size=12, line=16, colour=pen.theme.secondary)
    lines = pen.lines(words, _ROOM, style)
    return Part(drawn=(pen.text(lines, _INSET, 0, style),), width=_ROOM, height=16.0 * len(lines))


def _only(card: Card, pen: Pen) -> Part:
    """For whom alone the touchpoint exists: their shapes and names, in the colour of one alone."""
    alone = palette.colour(card.only[0], pen.theme) if len(card.only) == 1 else pen.theme.ink
    style = Style(size=12, line=16, colour=alone, weight=600)
    drawn: list[Element] = []
    left = _INSET
    for persona in card.only:
        colour = palette.colour(persona, pen.theme)
        drawn.append(shape((left + 6, 8), persona, 4, (colour, colour)))
        left += 15
    left += 3 if card.only else 0
    lines = pen.lines(card.only_words, CARD - _INSET - left, style)
    return Part(drawn=(*drawn, pen.text(lines, left, 0, style)), width=_ROOM, height=16.0 * len(lines))


def _hurt(hurt: Hurt, pen: Pen) -> Part:
    style = Style(size=13, line=17.5, colour=pen.theme.ink, weight=600)
    left = _PAIN_INSET + 8
    lines = pen.lines(hurt.text, CARD - 2 * left, style)
    foot = 14.0 if hurt.severity or hurt.share else 0.0
    height = 6 + 17.5 * len(lines) + foot + 7
    ground = element(
        "rect",
        x=_PAIN_INSET,
        y=0,
        width=CARD - 2 * _PAIN_INSET,
        height=height,
        rx=5,
        fill=pen.theme.pain.tint,
        stroke=pen.theme.pain.border,
        stroke_dasharray="4 3" if hurt.assumed else None,
    )
    below = 6 + 17.5 * len(lines)
    drawn = [ground, pen.text(lines, left, 6, style)]
    if hurt.severity:
        drawn.extend(dots(left + 4, below + 7, hurt.severity, pen))
    if hurt.share:
        share = Style(size=12, line=14, colour=pen.theme.pain.colour, weight=700)
        drawn.append(pen.text((hurt.share,), CARD - left, below, share, "end"))
    return Part(drawn=tuple(drawn), width=CARD, height=height)


def hurts(pains: tuple[Hurt, ...], pen: Pen) -> Content:
    """The pains of a whole stage, as wide as a card."""
    drawn: list[Element] = []
    top = 0.0
    for pain in pains:
        part = _hurt(pain, pen)
        drawn.append(element("g", *part.drawn, transform=f"translate(0 {top:.2f})"))
        top += part.height + 6
    return Content(drawn=tuple(drawn), height=top)


def dots(x: float, y: float, severity: int, pen: Pen) -> list[Element]:
    """Four dots, as many filled as something is severe; `x`, `y` is the middle of the first."""
    colour = pen.theme.pain.colour
    return [
        element(
            "circle",
            cx=x + 10 * n,
            cy=y,
            r=3.4,
            fill=colour if n < severity else "none",
            stroke=colour,
            stroke_width=1.2,
        )
        for n in range(_DOTS)
    ]


def frame(card: Card, box: Box, pen: Pen) -> Element:
    """The border of a card: dashed when the touchpoint is hidden, strong for a moment of truth."""
    truth = card.moment == "truth"
    colour = pen.theme.ink if truth else pen.theme.chip_border
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=7,
        fill=pen.theme.page,
        stroke=pen.theme.secondary if card.hidden and not truth else colour,
        stroke_width=1.5 if truth else 1.25 if card.hidden else 1.0,
        stroke_dasharray="3 3" if card.hidden else None,
    )
