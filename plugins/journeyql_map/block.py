"""A block of a cell: set for a width, drawn later at a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeyql.render import Element, Pen, Style, hang

#: Draws with the left edge of its text, its upper edge, and the height that it is given, which is never too small.
Paint = Callable[[float, float, float], Iterable[Element]]


@attrs.frozen(eq=False, repr=False)
class Block:
    """How tall something is at least, and how it is drawn."""

    height: float
    paint: Paint


def paragraph(text: str, room: float, style: Style, pen: Pen) -> Block:
    """A text wrapped into a width; opening quotation marks of full width hang."""
    lines = pen.lines(text, room, style)

    def paint(left: float, top: float, _height: float) -> Iterable[Element]:
        return text_at(lines, left, top, style, pen)

    return Block(style.line * len(lines), paint)


def text_at(lines: tuple[str, ...], left: float, top: float, style: Style, pen: Pen) -> list[Element]:
    """Lines at a place."""
    hanging = [hang(line, style.size, pen.lang) for line in lines]
    if not any(hanging):
        return [pen.text(lines, left, top, style)]
    return [
        pen.text((line,), left - move, top + style.line * place, style)
        for place, (line, move) in enumerate(zip(lines, hanging, strict=True))
    ]
