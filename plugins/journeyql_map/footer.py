"""Draws the foot of the map: evidence at the left, the legend at the right, counts and origin on the last line."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.render import Element, Pen
from journeyql_map import styles
from journeyql_map.block import Block
from journeyql_map.columns import LEFT, MARGIN, RAIL, Strip
from journeyql_map.legend import Mark, marks
from journeyql_map.sheet import Sheet

_SPLIT, _WIDEST, _BESIDE, _MARK_ROW, _AIR = 0.42, 640.0, 760.0, 22.0, 24.0


def footer(sheet: Sheet, strips: tuple[Strip, ...], pen: Pen) -> Block:
    """The foot for a map in strips, as wide as the widest."""
    right = max(strip.right for strip in strips)
    width = right - LEFT
    found = marks(sheet, strips)
    beside = bool(sheet.evidence and found) and width >= _BESIDE
    room = min(width * _SPLIT, _WIDEST)
    proof = _evidence(sheet, room if beside else width, pen)
    move = LEFT + room + _AIR if beside else LEFT
    key = _legend(sheet, found, right, move, pen)
    last = _last(sheet, right, pen)
    between = 10 if proof.height and key.height and not beside else 0
    tall = max(proof.height, key.height) if beside else proof.height + between + key.height
    space = 14.0 if tall else 0.0

    def paint(_left: float, top: float, _height: float) -> Iterator[Element]:
        yield from proof.paint(LEFT, top, 0)
        yield from key.paint(move, top if beside else top + proof.height + between, 0)
        yield from last.paint(LEFT, top + tall + space, 0)

    return Block(tall + space + last.height, paint)


def _evidence(sheet: Sheet, room: float, pen: Pen) -> Block:
    """The evidence, one a line: its title, then how it was gained."""
    if not sheet.evidence:
        return Block(0, lambda *_: ())
    strong, small = styles.label(pen, pen.theme.ink), styles.label(pen)
    found = [
        (pen.lines(title, room * 0.5, strong), pen.lines(made, room * 0.5 - 20, small) if made else ())
        for title, made in sheet.evidence
    ]
    name = pen.lines(sheet.words["evidence"], RAIL - 12, styles.lane(pen))

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        yield pen.text(name, MARGIN, top, styles.lane(pen))
        for title, made in found:
            yield pen.text(title, left, top, strong)
            if made:
                yield pen.text(made, left + room * 0.5 + 10, top, small)
            top += 18.0 * max(len(title), len(made))

    return Block(max(16.0 * len(name), sum(18.0 * max(len(one), len(other)) for one, other in found)), paint)


@attrs.frozen(eq=False, repr=False)
class _Entry:
    mark: Mark
    lines: tuple[str, ...]


def _legend(sheet: Sheet, found: tuple[Mark, ...], right: float, left: float, pen: Pen) -> Block:
    """The marks in columns of equal width, filled from top to bottom."""
    if not found:
        return Block(0, lambda *_: ())
    style, head = styles.label(pen), styles.lane(pen)
    beside = left > LEFT
    name = pen.lines(sheet.words["legend"], RAIL - 12, head)
    start = pen.widest(name, head) + 20 if beside else 0.0
    room = right - left - start
    wide = min(max(one.width + 8 + pen.width(one.words, style) for one in found) + 16, room)
    across = max(1, int(room // wide))
    down = -(-len(found) // across)
    entries = [_Entry(one, pen.lines(one.words, wide - one.width - 16, style)) for one in found]
    heights = [max(_MARK_ROW, *(16.0 * len(one.lines) + 6 for one in entries[row::down])) for row in range(down)]

    def paint(_left: float, top: float, _height: float) -> Iterator[Element]:
        yield pen.text(name, left if beside else MARGIN, top, head)
        for row in range(down):
            for place, entry in enumerate(entries[row::down]):
                x, mark = left + start + place * wide, entry.mark
                yield from mark.draw(x, top - 4, pen)
                yield pen.text(entry.lines, x + mark.width + 8, top, style)
            top += heights[row]

    return Block(max(sum(heights), 16.0 * len(name)), paint)


def _last(sheet: Sheet, right: float, pen: Pen) -> Block:
    """The count of scores at the left, and file and hash at the right; one below the other where both do not fit."""
    style = styles.label(pen)
    room = right - LEFT
    one = pen.width(sheet.counts, style) + _AIR + pen.width(sheet.origin, style) <= room
    counts, origin = pen.lines(sheet.counts, room, style), pen.lines(sheet.origin, room, style)
    below = 0.0 if one else style.line * len(counts) + 4

    def paint(left: float, top: float, _height: float) -> Iterator[Element]:
        yield pen.text(counts, left, top, style)
        yield pen.text(origin, right, top + below, style, "end") if one else pen.text(origin, left, top + below, style)

    return Block(below + style.line * len(origin), paint)
