"""Decides for each arrow which sides of the cards it uses and through which channels it runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

import attrs

from journeyql_graphviz.arrange import Column
from journeyql_graphviz.picture import END, START, Picture


class Side(Enum):
    """A side of a card."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


class Way(Enum):
    """A sort of channel: upright between columns, level between rows, level above or below all columns."""

    GUTTER = "gutter"
    GAP = "gap"
    SKY = "sky"
    GROUND = "ground"


@attrs.frozen
class Channel:
    """One channel: a gutter by the column right of it, a gap by its column and the row below it."""

    way: Way
    column: int = 0
    row: int = 0


@attrs.frozen(kw_only=True)
class Cell:
    """The place of a touchpoint: column, row, how many cards are left of it, and how many the row has."""

    column: int
    row: int
    index: int
    of: int


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Plan:
    """The way of one arrow; `host` is the channel that its words stand in (a place in `through`), -1 for none."""

    arrow: int
    source: str
    target: str
    exit: Side
    entry: Side
    through: tuple[Channel, ...]
    back: bool = False

    @property
    def host(self) -> int:
        """Where the words stand: above or below all columns if it runs there, else in a gutter, else between rows."""
        for ways in ((Way.SKY, Way.GROUND), (Way.GUTTER,), (Way.GAP,)):
            for index, channel in enumerate(self.through):
                if channel.way in ways:
                    return index
        return -1


def cells(columns: Sequence[Column]) -> Mapping[str, Cell]:
    """The cell of each touchpoint; the start stands in a column of its own before, the end in one behind."""
    found = {
        key: Cell(column=number, row=level, index=index, of=len(row))
        for number, column in enumerate(columns, 1)
        for level, row in enumerate(column.rows)
        for index, key in enumerate(row)
    }
    found[START] = Cell(column=0, row=0, index=0, of=1)
    found[END] = Cell(column=len(columns) + 1, row=0, index=0, of=1)
    return found


def plans(picture: Picture, where: Mapping[str, Cell]) -> tuple[Plan, ...]:
    """The ways of all arrows."""
    return tuple(
        attrs.evolve(_plan(number, arrow.source, arrow.target, where), back=arrow.back)
        for number, arrow in enumerate(picture.arrows)
        if arrow.source in where and arrow.target in where
    )


def _plan(number: int, source: str, target: str, where: Mapping[str, Cell]) -> Plan:
    begin, end = where[source], where[target]
    exit_, entry, middle = _sides(begin, end)
    before: tuple[Channel, ...] = ()
    after: tuple[Channel, ...] = ()
    if _walled(begin, exit_):
        exit_, before = Side.BOTTOM, (Channel(Way.GAP, begin.column, begin.row + 1),)
    if _walled(end, entry):
        entry, after = Side.TOP, (Channel(Way.GAP, end.column, end.row),)
    return Plan(arrow=number, source=source, target=target, exit=exit_, entry=entry, through=(*before, *middle, *after))


def _walled(cell: Cell, side: Side) -> bool:
    """Whether another card of the row stands between a card's side and the gutter."""
    return (side is Side.LEFT and cell.index > 0) or (side is Side.RIGHT and cell.index < cell.of - 1)


def _sides(begin: Cell, end: Cell) -> tuple[Side, Side, tuple[Channel, ...]]:
    if begin.column == end.column:
        return _within(begin, end)
    step = end.column - begin.column
    if step == 1:
        return Side.RIGHT, Side.LEFT, (Channel(Way.GUTTER, end.column),)
    if step == -1:
        return Side.LEFT, Side.RIGHT, (Channel(Way.GUTTER, begin.column),)
    if step > 0:
        gutters = Channel(Way.GUTTER, begin.column + 1), Channel(Way.GUTTER, end.column)
        return Side.RIGHT, Side.LEFT, (gutters[0], Channel(Way.SKY), gutters[1])
    gutters = Channel(Way.GUTTER, begin.column), Channel(Way.GUTTER, end.column + 1)
    return Side.LEFT, Side.RIGHT, (gutters[0], Channel(Way.GROUND), gutters[1])


def _within(begin: Cell, end: Cell) -> tuple[Side, Side, tuple[Channel, ...]]:
    """The way inside one column: down in the gap, past cards on the right, back on the left."""
    rows = end.row - begin.row
    if rows == 1:
        return Side.BOTTOM, Side.TOP, (Channel(Way.GAP, end.column, end.row),)
    if rows == 0 and begin.index != end.index:
        return Side.BOTTOM, Side.BOTTOM, (Channel(Way.GAP, end.column, end.row + 1),)
    if rows >= 0:
        return Side.RIGHT, Side.RIGHT, (Channel(Way.GUTTER, end.column + 1),)
    return Side.LEFT, Side.LEFT, (Channel(Way.GUTTER, end.column),)
