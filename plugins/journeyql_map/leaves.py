"""Divides a map into pages: whole stages beside each other while they fit, and rows that go on, on the next page.

Every page repeats the stages and touchpoints that its rows are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.render import Pen
from journeyql_map import grid, styles, trail
from journeyql_map.block import Block
from journeyql_map.columns import MARGIN, Strip, strips
from journeyql_map.footer import footer
from journeyql_map.grid import Section
from journeyql_map.header import header
from journeyql_map.layouts import BAND
from journeyql_map.legend import Mark, assumed
from journeyql_map.paper import AFTER_HEAD, BEFORE_FOOT, BETWEEN, BOTTOM, TOP
from journeyql_map.sheet import Sheet
from journeyql_map.whole import whole

#: How wide the number of a page may be, and how far below it everything else begins.
NUMBER, BELOW_NUMBER = 160.0, 10.0
#: How far words stand from a mark on top of a page, and from what comes behind them.
BESIDE = 8.0
#: How much wider than its page a strip may be, because the widths of columns are rounded up.
_ROUNDED = 4.0


@attrs.frozen(eq=False, repr=False)
class Part:
    """Rows of a strip on one page."""

    strip: Strip
    sections: tuple[Section, ...]


@attrs.define(eq=False, repr=False)
class Leaf:
    """A page: what stands on it from top to bottom, and how much room is left."""

    left: float
    head: Block | None = None
    parts: list[Part] = attrs.field(factory=list)
    whole: Block | None = None
    foot: Block | None = None

    def take(self, strip: Strip, sections: Iterable[Section]) -> None:
        """Put rows of a strip below what is there."""
        taken = tuple(sections)
        self.left -= grid.tall(taken) + (BETWEEN if self.parts else 0.0)
        self.parts.append(Part(strip, taken))


@attrs.define(eq=False, repr=False)
class Leaves:
    """The pages of a map, each `width` by `height`; `overfull` when something is larger than a page."""

    sheet: Sheet
    pen: Pen
    width: float
    height: float
    right: float = 0.0
    overfull: bool = False
    leaves: list[Leaf] = attrs.field(factory=list)

    def fill(self, most: int) -> None:
        """Divide the map; `most` columns stand side by side (0: as many as fit)."""
        found = strips(self.sheet, most, self.pen, self.width)
        self.right = max(strip.right for strip in found)
        self.overfull = self.right > self.width - MARGIN + _ROUNDED
        head = header(self.sheet, self.right, self.pen)
        first = self._turn()
        first.head = head
        first.left = self._room(1) - head.height - AFTER_HEAD
        levels = trail.levels(self.sheet)
        for strip in found:
            self._place(strip, grid.grid(self.sheet, levels, strip, self.pen))
        self._close(found)
        self.overfull = self.overfull or any(leaf.left < 0 for leaf in self.leaves)

    def _room(self, lines: int) -> float:
        return self.height - TOP - BOTTOM - styles.label(self.pen).line * lines - BELOW_NUMBER

    def _turn(self) -> Leaf:
        """A new page."""
        self.leaves.append(Leaf(self._room(len(running(self.sheet, self.right, self.pen)))))
        return self.leaves[-1]

    def _place(self, strip: Strip, sections: tuple[Section, ...]) -> None:
        """A strip below others if all of it fits there, else from the next page on."""
        leaf = self.leaves[-1]
        if grid.tall(sections) + BETWEEN <= leaf.left or (not leaf.parts and grid.tall(sections) <= leaf.left):
            leaf.take(strip, sections)
            return
        leaf = self._turn() if leaf.parts else leaf
        units = list(_units(sections[1:]))
        again = sections[0]
        if units and units[0][0].key != "touchpoint":
            again = grid.above_moments(again, self.sheet, strip)
        repeated = (again, *next((unit for unit in units if unit[0].key == "touchpoint"), ()))
        taken: tuple[Section, ...] = sections[:1]
        for unit in units:
            if grid.tall((*taken, *unit)) > leaf.left and len(taken) > 1 and taken != repeated:
                leaf.take(strip, taken)
                leaf = self._turn()
                taken = repeated if unit[0].key != "touchpoint" else repeated[:1]
            taken = (*taken, *unit)
        leaf.take(strip, taken)

    def _close(self, found: tuple[Strip, ...]) -> None:
        """What is said of the whole journey, and the foot."""
        about, foot = whole(self.sheet, self.right, self.pen), footer(self.sheet, found, self.pen)
        for name, block, tall in (("whole", about, about.height), ("foot", foot, foot.height + BEFORE_FOOT)):
            if block.height:
                leaf = self.leaves[-1] if tall <= self.leaves[-1].left else self._turn()
                setattr(leaf, name, block)
                leaf.left -= tall


def running(sheet: Sheet, right: float, pen: Pen) -> tuple[str, ...]:
    """The title as it stands on top of every page but the first."""
    note = assumed(sheet)
    beside = NUMBER + (reach(note, pen) if note else 0.0)
    return pen.lines(sheet.title, max(1.0, right - MARGIN - beside), styles.lane(pen))


def reach(note: Mark, pen: Pen) -> float:
    """How wide a mark of the legend is on top of a page, with its words and some air."""
    return note.width + BESIDE + pen.width(note.words, styles.label(pen)) + BESIDE


def _units(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    """Rows that stay together: those up to a closing line, a dividing line with what follows it."""
    unit: tuple[Section, ...] = ()
    for place, section in enumerate(sections):
        unit = (*unit, section)
        following = sections[place + 1].key if place + 1 < len(sections) else ""
        if section.closed or not following or (section.key == BAND and following != "feeling"):
            yield unit
            unit = ()
