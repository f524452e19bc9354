"""Draws the head of the map: title, goal, what is shown, and a card for each persona."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.render import Element, Pen, Style, element
from journeyql.render.faces import Look, face, shape
from journeyql_map import styles
from journeyql_map.block import Block, text_at
from journeyql_map.columns import MARGIN
from journeyql_map.portraits import initials, portrait
from journeyql_map.sheet import Person, Sheet

_CARD, _LEAST, _APART, _BESIDE = 326.0, 80.0, 12.0, 360.0
_NARROW, _MANY, _CHIP = 900.0, 5, 40.0
_TEXT, _PORTRAIT, _SMALL_PORTRAIT = 72.0, 21.0, 14.0


def header(sheet: Sheet, right: float, pen: Pen) -> Block:
    """The head for a page whose content ends at `right`; drawn from the left margin."""
    width = right - MARGIN
    count = len(sheet.people)
    taken = count * (_CARD + _APART)
    beside = 0 < count <= 2 and width - taken >= _BESIDE  # noqa: PLR2004
    texts = _texts(sheet, width - taken - 20 if beside else width, width, pen)
    if not count:
        return texts
    cards = (
        _chips(sheet.people, width, pen)
        if count >= _MANY
        else _cards(sheet.people, taken - _APART if beside else width, pen)
    )
    move = (width - taken + _APART, 0.0) if beside else (0.0, texts.height + 16)

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        yield from texts.paint(left, top, texts.height)
        yield from cards.paint(left + move[0], top + move[1], cards.height)

    return Block(max(texts.height, move[1] + cards.height), paint)


def _texts(sheet: Sheet, room: float, width: float, pen: Pen) -> Block:
    """Title, goal, scenario, state."""
    size = 24.0 if width < _NARROW else 28.0
    small = styles.label(pen)
    parts = [
        (sheet.title, styles.heading(pen, size), 0.0),
        (sheet.goal, styles.body(pen, 600), 8.0),
        (sheet.about, styles.body(pen), 4.0),
        (sheet.state, small, 4.0),
    ]
    found = [(pen.lines(text, room, style), style, before) for text, style, before in parts if text]

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        for lines, style, before in found:
            yield from text_at(lines, left, top + before, style, pen)
            top += before + style.line * len(lines)

    return Block(sum(before + style.line * len(lines) for lines, style, before in found), paint)


@attrs.frozen(eq=False, repr=False)
class _Placed:
    """A persona's card in a row of them."""

    person: Person
    place: int
    texts: tuple[tuple[tuple[str, ...], Style, float], ...]
    height: float


def _cards(people: tuple[Person, ...], width: float, pen: Pen) -> Block:
    """Cards side by side, as many as fit, in rows."""
    count = min(len(people), max(1, int((width + _APART) // (220 + _APART))))
    wide = min(_CARD, (width - _APART * (count - 1)) / count)
    cards = [_card(place, person, wide - _TEXT - 14, pen) for place, person in enumerate(people)]
    rows = [cards[at : at + count] for at in range(0, len(cards), count)]
    heights = [max(card.height for card in row) for row in rows]

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        for row, height in zip(rows, heights, strict=True):
            for place, card in enumerate(row):
                yield from _drawn(card, (left + place * (wide + _APART), top, wide, height), pen)
            top += height + _APART

    return Block(sum(heights) + _APART * (len(rows) - 1), paint)


def _card(place: int, person: Person, room: float, pen: Pen) -> _Placed:
    name = styles.value(pen.theme.ink)
    small, quote = styles.label(pen), styles.thought(pen)
    parts = ((person.name, name, 0.0), (person.role, small, 0.0), (person.goal, small, 2.0), (person.quote, quote, 4.0))
    texts = tuple((pen.lines(text, room, style), style, before) for text, style, before in parts if text)
    height = sum(before + style.line * len(lines) for lines, style, before in texts) + 24
    return _Placed(person, place, texts, max(_LEAST, height))


def _drawn(card: _Placed, box: tuple[float, float, float, float], pen: Pen) -> Iterator[Element]:
    left, top, width, height = box
    colours = pen.theme.personas[card.place % len(pen.theme.personas)]
    edge = colours.colour if colours.tint == pen.theme.page else None
    yield element("rect", x=left, y=top, width=width, height=height, rx=8, fill=colours.tint, stroke=edge)
    middle = (left + 36, top + 40)
    if card.person.portrait is not None:
        yield from portrait(card.person, card.place, middle, _PORTRAIT, colours.colour)
    else:
        yield shape(middle, card.place, _PORTRAIT, (colours.colour, colours.colour))
        yield from initials(card.person, middle, pen)
    at = top + (height - sum(before + style.line * len(lines) for lines, style, before in card.texts)) / 2
    for lines, style, before in card.texts:
        yield from text_at(lines, left + _TEXT, at + before, style, pen)
        at += before + style.line * len(lines)


def _chips(people: tuple[Person, ...], width: float, pen: Pen) -> Block:
    """Small cards with a face and a name, in rows."""
    style = styles.value(pen.theme.ink)
    boxes: list[tuple[int, tuple[str, ...], float, float, float, float]] = []
    x, y, tallest = 0.0, 0.0, _CHIP
    for place, person in enumerate(people):
        lines = pen.lines(person.name, min(width, _CARD) - 60, style)
        wide, tall = 58 + pen.widest(lines, style), max(_CHIP, style.line * len(lines) + 20)
        if x and x + wide > width:
            x, y, tallest = 0.0, y + tallest + 6, _CHIP
        boxes.append((place, lines, x, y, wide, tall))
        x, tallest = x + wide + _APART, max(tallest, tall)

    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        for place, lines, across, down, wide, tall in boxes:
            colours = pen.theme.personas[place % len(pen.theme.personas)]
            colour = colours.colour if place < len(pen.theme.personas) else pen.theme.ink
            yield element("rect", x=left + across, y=top + down, width=wide, height=tall, rx=8, fill=colours.tint)
            at = (left + across + 24, top + down + 20)
            if people[place].portrait is not None:
                yield from portrait(people[place], place, at, _SMALL_PORTRAIT, colour)
            else:
                yield from face(at, place, 3, Look(colour, pen.theme.page, hollow=False))
            yield from text_at(lines, left + across + 46, top + down + 10, style, pen)

    return Block(y + tallest, paint)
