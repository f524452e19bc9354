"""Sets what stands in a cell: paragraphs, chips, gauges and cards, each for a width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from journeyql.render import Element, Pen, Style, bitmap, element
from journeyql.render.icons import WARNING, draw
from journeyql_map import styles
from journeyql_map.block import Block, paragraph, text_at
from journeyql_map.cards import card
from journeyql_map.cards import least as least_of_card
from journeyql_map.marks import TICK
from journeyql_map.portraits import PAPER
from journeyql_map.sheet import ASIDE, BODY, THOUGHT, TITLE, Card, Chip, Gauge, Item, Marks, Paragraph, Shot

_PILLS: Final = ("online", "voice", "iot", "virtual", "hidden")
_STYLES: Final[dict[str, Callable[[Pen], Style]]] = {
    BODY: styles.body,
    THOUGHT: styles.thought,
    TITLE: styles.title,
    ASIDE: styles.label,
}
#: In how many lines texts should fit, by their style; longer ones widen their column up to `WIDEST`.
_BUDGETS: Final = {BODY: 5, THOUGHT: 4, TITLE: 3, ASIDE: 2}
WIDEST: Final = 200.0
_CARD_BUDGET: Final = 4
_CHIP, _CHIP_ICON, _VALUE_ICON, _BAR, _SIGN = 120.0, 36.0, 20.0, 6.0, 22.0
#: How tall pictures are.
_SHOT: Final = 96.0


def set_item(item: Item, room: float, pen: Pen) -> Block:
    """An item for a width."""
    return _SETTERS[type(item)](item, room, pen)


def least(item: Item, pen: Pen) -> float:
    """How wide an item should be at least, so that no word is broken and no text is too tall."""
    match item:
        case Paragraph():
            style = _STYLES[item.style](pen)
            return max(pen.longest(item.text, style), _fitting(item.text, style, _BUDGETS[item.style], pen))
        case Chip():
            style = styles.label(pen)
            return max(pen.longest(item.words, style), min(pen.width(item.words, style), _CHIP)) + _CHIP_ICON
        case Shot():
            return _fitted(item, WIDEST)[0]
        case Marks():
            return _SIGN * len(item.marks)
        case Gauge():
            wide = pen.longest(item.value, styles.value("")) + _VALUE_ICON
            return max(pen.longest(item.label, styles.label(pen)), wide, pen.longest(item.target, styles.label(pen)))
    style, other = least_of_card(item, pen)
    return max(pen.longest(item.text, style), _fitting(item.text, style, _CARD_BUDGET, pen), other) + 6


def hunger(item: Item, pen: Pen) -> float:
    """How long an item is on one line: what a column shares spare room by."""
    text = item.text if isinstance(item, Paragraph | Card) else ""
    return pen.width(text, styles.body(pen))


def _fitting(text: str, style: Style, budget: int, pen: Pen) -> float:
    return pen.width(text, style) / budget * 1.15


def _paragraph(item: Paragraph, room: float, pen: Pen) -> Block:
    return paragraph(item.text, room, _STYLES[item.style](pen), pen)


def _chip(item: Chip, room: float, pen: Pen) -> Block:
    style = styles.label(pen, pen.theme.ink)
    lines = pen.lines(item.words, room - _CHIP_ICON, style)
    width, tall = _CHIP_ICON + pen.widest(lines, style), 8 + style.line * len(lines)

    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        yield outline(item.kind, (left, top, width, tall), pen)
        yield draw(item.icon, (left + 8, top + tall / 2 - 7.5), 15, pen.theme.ink, stroke=1.4)
        yield pen.text(lines, left + 27, top + 4, style)

    return Block(tall, paint)


def _marks(item: Marks, _room: float, pen: Pen) -> Block:
    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        for place, mark in enumerate(item.marks):
            drawn = draw(mark.drawing, (left + _SIGN * place, top), 16, pen.theme.ink, stroke=1.4)
            yield element("g", element("title", mark.words), drawn)

    return Block(18, paint)


def outline(kind: str, box: tuple[float, float, float, float], pen: Pen) -> Element:
    """The outline of a chip: its shape says what kind of channel it is."""
    hidden = kind == "hidden"
    left, top, width, height = box
    return element(
        "rect",
        x=left,
        y=top,
        width=width,
        height=height,
        rx=12 if kind in _PILLS else 4,
        fill="none" if hidden else pen.theme.chip,
        stroke=pen.theme.secondary if hidden else pen.theme.chip_border,
        stroke_width=1.25 if hidden else 1.0,
        stroke_dasharray="3 3" if hidden else None,
    )


def _fitted(item: Shot, room: float) -> tuple[float, float]:
    """The width and height of a picture: as tall as all others, unless that is too wide or larger than it is."""
    wide, tall = item.picture.width, item.picture.height
    scale = min(1.0, _SHOT / tall, room / wide)
    return wide * scale, tall * scale


def _shot(item: Shot, room: float, pen: Pen) -> Block:
    """A picture with a thin edge."""
    width, height = _fitted(item, room)

    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        at = {"x": left, "y": top, "width": width, "height": height}
        yield element("rect", **at, fill=PAPER)
        yield bitmap(item.picture.media_type, item.picture.content, **at)
        yield element("rect", **at, fill="none", stroke=pen.theme.hairline)

    return Block(height, paint)


def _gauge(item: Gauge, room: float, pen: Pen) -> Block:
    colour = pen.theme.ink if item.met is None else pen.theme.personas[0].colour if item.met else pen.theme.pain.colour
    small, large = styles.label(pen), styles.value(colour)
    label = pen.lines(item.label, room, small) if item.label else ()
    value = pen.lines(item.value, room - (_VALUE_ICON if item.met is not None else 0), large)
    target = pen.lines(item.target, room, small) if item.target else ()
    bar = 12.0 if item.share is not None else 0.0
    texts = small.line * len(label) + large.line * len(value)

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        if label:
            yield pen.text(label, left, top, small)
        yield from _value(item, (left, top + small.line * len(label)), value, large, pen)
        if item.share is not None:
            yield from _bar(item, left, top + texts + 4, room, pen)
        if target:
            yield from _target(item, (left, top + texts + bar + 2), target, room, pen)

    return Block(texts + bar + (2 + small.line * len(target) if target else 0), paint)


def _value(item: Gauge, at: tuple[float, float], lines: tuple[str, ...], style: Style, pen: Pen) -> Iterator[Element]:
    left, top = at
    move = 0.0
    if item.met is not None:
        move = _VALUE_ICON
        yield draw(TICK if item.met else WARNING, (left - 1, top + 2), 14, style.colour, stroke=1.6)
    yield from text_at(lines, left + move, top, style, pen)


def _bar(item: Gauge, left: float, top: float, room: float, pen: Pen) -> Iterator[Element]:
    length = room - 6
    share = item.share or 0.0
    fill = (
        pen.theme.secondary if item.met is None else pen.theme.personas[0].colour if item.met else pen.theme.pain.colour
    )
    yield element("rect", x=left, y=top, width=length, height=_BAR, rx=3, fill=pen.theme.track)
    if share > 0:
        yield element("rect", x=left, y=top, width=max(_BAR, length * share), height=_BAR, rx=3, fill=fill)
    if item.mark is not None:
        x = left + length * item.mark
        yield element("line", x1=x, y1=top - 3, x2=x, y2=top + _BAR + 3, stroke=pen.theme.ink, stroke_width=2)


def _target(item: Gauge, at: tuple[float, float], lines: tuple[str, ...], room: float, pen: Pen) -> Iterator[Element]:
    """The target under its tick, kept inside the bar."""
    left, top = at
    style = styles.label(pen)
    wide = pen.widest(lines, style)
    place = (room - 6) * item.mark - wide / 2 if item.mark is not None else 0.0
    yield pen.text(lines, left + max(0.0, min(place, room - 6 - wide)), top, style)


_SETTERS: Final[dict[type, Callable[[Any, float, Pen], Block]]] = {
    Paragraph: _paragraph,
    Chip: _chip,
    Gauge: _gauge,
    Card: card,
    Shot: _shot,
    Marks: _marks,
}
