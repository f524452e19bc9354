"""Sets what is said of the whole journey: cards and figures side by side, in rows."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.render import Element, Pen
from journeyql_map import styles
from journeyql_map.block import Block
from journeyql_map.columns import LEFT, MARGIN, PADDING, RAIL
from journeyql_map.items import set_item
from journeyql_map.sheet import Sheet

_WIDE, _APART, _PAD = 210.0, 26.0, 12.0


def whole(sheet: Sheet, right: float, pen: Pen) -> Block:
    """The row, or a block of no height when nothing is said."""
    if not sheet.whole:
        return Block(0, lambda *_: ())
    room = right - LEFT
    across = max(1, min(len(sheet.whole), int((room + 6) // (_WIDE + _APART))))
    wide = min(_WIDE, room - 26) if across == 1 else min(260.0, (room + 6) / across - _APART)
    blocks = [set_item(item, wide, pen) for item in sheet.whole]
    lines = [blocks[at : at + across] for at in range(0, len(blocks), across)]
    heights = [max(block.height for block in line) for line in lines]
    name = pen.lines(sheet.words["map.whole"], RAIL - 12, styles.lane(pen))

    def paint(_left: float, top: float, _height: float) -> Iterator[Element]:
        yield pen.text(name, MARGIN, top + _PAD, styles.lane(pen))
        y = top + _PAD
        for line, height in zip(lines, heights, strict=True):
            for place, block in enumerate(line):
                yield from block.paint(LEFT + PADDING + place * (wide + _APART), y, height)
            y += height + 8

    content = sum(heights) + 8 * (len(heights) - 1)
    return Block(max(content, 16.0 * len(name)) + 2 * _PAD, paint)
