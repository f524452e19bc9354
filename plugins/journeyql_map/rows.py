"""Sets the lanes of a strip: every row is as tall as its tallest cell."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.render import Element, Pen, element
from journeyql_map import styles
from journeyql_map.block import Block
from journeyql_map.columns import MARGIN, RAIL, Strip, Track
from journeyql_map.items import set_item
from journeyql_map.sheet import Card, Gauge, Item, Lane

_ABOVE, _BELOW, _BETWEEN, _JOINT = 12.0, 11.0, 6.0, 8.0


@attrs.frozen(eq=False, repr=False)
class Row:
    """A lane of a strip: its cells as blocks, the heights of its slots, and its name."""

    key: str
    name: tuple[str, ...]
    cells: tuple[tuple[Track, tuple[Block, ...]], ...]
    slots: tuple[float, ...]
    shared: bool
    above: float
    height: float


def rows(lanes: tuple[Lane, ...], strip: Strip, pen: Pen) -> Iterator[Row]:
    """The rows of lanes that belong together in a strip; the strip has none when no cell of it has any content."""
    found = [lane for lane in lanes if any(lane.cells[track.index] for track in strip.tracks)]
    for place, lane in enumerate(found):
        last = place == len(found) - 1
        yield _row(lane, strip, pen, above=_ABOVE if place == 0 else _JOINT, below=_BELOW if last else 0.0)


def _row(lane: Lane, strip: Strip, pen: Pen, *, above: float, below: float) -> Row:
    cells = tuple(
        (track, tuple(set_item(item, _room(item, track), pen) for item in lane.cells[track.index]))
        for track in strip.tracks
    )
    shared = any(isinstance(item, Card) for track in strip.tracks for item in lane.cells[track.index])
    slots = _slots(cells) if shared else ()
    name = pen.lines(lane.name, RAIL - 12, styles.lane(pen)) if not lane.joined else ()
    tallest = _stacked(slots) if shared else max(_stacked([one.height for one in cell]) for _, cell in cells)
    height = above + max(tallest, 16.0 * len(name)) + below
    return Row(lane.key, name, cells, slots, shared, above, height)


def _room(item: Item, track: Track) -> float:
    return track.room - 6 if isinstance(item, Card | Gauge) else track.room


def _slots(cells: tuple[tuple[Track, tuple[Block, ...]], ...]) -> tuple[float, ...]:
    """The heights of cards in a row: the first cards share one, the second cards another."""
    most = max(len(cell) for _, cell in cells)
    return tuple(max((cell[place].height for _, cell in cells if place < len(cell))) for place in range(most))


def _stacked(heights: list[float] | tuple[float, ...]) -> float:
    return sum(heights) + _BETWEEN * max(0, len(heights) - 1)


def draw(row: Row, top: float, pen: Pen) -> Iterator[Element]:
    """The name of a row and its cells."""
    if row.name:
        yield pen.text(row.name, MARGIN, top + row.above + 1, styles.lane(pen))
    for track, cell in row.cells:
        y = top + row.above
        for place, block in enumerate(cell):
            height = row.slots[place] if row.shared else block.height
            yield from block.paint(track.axis, y, height)
            y += height + _BETWEEN


def hairline(right: float, y: float, pen: Pen) -> Element:
    """The line that closes a row."""
    return element("line", x1=MARGIN, y1=y, x2=right, y2=y, stroke=pen.theme.hairline)
