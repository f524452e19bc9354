"""Gives every column its width: what its texts need, and a share of what the page has to spare."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import attrs

from journeyql.render import Pen
from journeyql_map import styles
from journeyql_map.items import WIDEST, hunger, least
from journeyql_map.sheet import Sheet
from journeyql_map.timeline import Stretch, spread, wanted

MARGIN, RAIL, GAP, PADDING = 28.0, 106.0, 16.0, 10.0
#: Where the first column begins.
LEFT: Final = MARGIN + RAIL
_PAGE, _NARROW_PAGE = 1400.0, 600.0
_LEAST, _FULL, _FEW = 120.0, 260.0, 5
#: What a text needs besides its own width, until that of the next column.
AROUND: Final = 20.0
_BADGE = 44.0


@attrs.frozen(eq=False, repr=False)
class Track:
    """A column on the page: its place in the order, its left edge and its width, how much of it only time takes."""

    index: int
    left: float
    width: float
    time: float = 0.0

    @property
    def axis(self) -> float:
        """Where its texts begin."""
        return self.left + PADDING

    @property
    def room(self) -> float:
        """How wide its texts may be."""
        return self.width - AROUND

    @property
    def centre(self) -> float:
        """Where its score stands."""
        return self.left + (self.width - self.time) / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width


@attrs.frozen(eq=False, repr=False)
class Strip:
    """Columns side by side, from the first to the last; all strips of a map have the same right edge.

    `stretches` are those of time, where columns stand by time.
    """

    tracks: tuple[Track, ...]
    stretches: tuple[Stretch, ...] = ()

    @property
    def first(self) -> int:
        """The index of its first column."""
        return self.tracks[0].index

    @property
    def end(self) -> int:
        """The index behind its last column."""
        return self.tracks[-1].index + 1

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.tracks[-1].right


def strips(sheet: Sheet, most: int, pen: Pen, page: float = 0.0) -> tuple[Strip, ...]:
    """The columns of a map in strips of at most `most` columns (0: one strip), on a page of a width (0: as wide as it takes)."""
    needs = _needs(sheet, pen)

    def wide(part: range) -> float:
        return LEFT + MARGIN + _gaps(sheet, part) + sum(needs[index][0] for index in part)

    def fits(part: range) -> bool:
        return (not most or len(part) <= most) and (not page or wide(part) <= page)

    parts = _parts(sheet, fits) if most or page else [range(len(sheet.columns))]
    width = max(page or _PAGE, *map(wide, parts))
    if sheet.times and not page and len(parts) == 1:
        more = wanted(sheet.times, [need for need, _ in needs], _gaps_before(sheet, parts[0]))
        width = max(width, wide(parts[0]) + more)
    return tuple(_strip(sheet, part, needs, width - MARGIN - LEFT, full=bool(page) or len(parts) > 1) for part in parts)


def _parts(sheet: Sheet, fits: Callable[[range], bool]) -> list[range]:
    """Runs of columns: whole stages while they fit, longer ones divided into runs that are about equal."""
    found: list[range] = []
    for phase in sheet.phases:
        if found and fits(range(found[-1].start, phase.end)):
            found[-1] = range(found[-1].start, phase.end)
        else:
            found += _divided(range(phase.first, phase.end), fits)
    return found


def _divided(whole: range, fits: Callable[[range], bool]) -> list[range]:
    """The fewest runs that fit, of equal length if those fit, too."""
    found: list[range] = []
    at = whole.start
    while at < whole.stop:
        end = at + 1
        while end < whole.stop and fits(range(at, end + 1)):
            end += 1
        found.append(range(at, end))
        at = end
    each = -(-len(whole) // len(found))
    even = [range(at, min(at + each, whole.stop)) for at in range(whole.start, whole.stop, each)]
    return even if all(map(fits, even)) else found


def _gaps_before(sheet: Sheet, part: range) -> list[float]:
    """The space before each column: between stages, but not before the first."""
    opens = {phase.first for phase in sheet.phases}
    return [GAP if index in opens and index != part.start else 0.0 for index in part]


def _gaps(sheet: Sheet, part: range) -> float:
    return GAP * sum(1 for phase in sheet.phases if part.start < phase.first < part.stop)


def _strip(sheet: Sheet, part: range, needs: list[tuple[float, float]], room: float, *, full: bool) -> Strip:
    gaps = _gaps_before(sheet, part)
    stretches: tuple[Stretch, ...] = ()
    if sheet.times:
        least_widths = [needs[index][0] for index in part]
        widths, stretches = spread(sheet.times[part.start : part.stop], least_widths, gaps, room, part.start)
    else:
        widths = _widths([needs[index] for index in part], room - sum(gaps), full=full)
    left, tracks = LEFT, []
    for index, gap, width in zip(part, gaps, map(_up, widths), strict=True):
        tracks.append(Track(index, left + gap, width, width - needs[index][0] if stretches else 0.0))
        left += gap + width
    return Strip(tuple(tracks), stretches)


def _widths(needs: list[tuple[float, float]], room: float, *, full: bool) -> list[float]:
    """The widths of the columns of a strip: spare room goes half evenly, half to those with the longest texts."""
    spare = max(0.0, room - sum(least_width for least_width, _ in needs))
    hungry = sum(hunger_of for _, hunger_of in needs) or 1.0
    widths = [need + spare / 2 / len(needs) + spare / 2 * want / hungry for need, want in needs]
    if len(needs) >= _FEW or full:
        return widths
    most = max(_FULL, (_NARROW_PAGE - LEFT - MARGIN) / len(needs))
    return [max(need, min(width, most)) for width, (need, _) in zip(widths, needs, strict=True)]


def _up(width: float) -> float:
    """A width in tenths of a pixel, never less."""
    return math.ceil(width * 10 - 1e-6) / 10


def _needs(sheet: Sheet, pen: Pen) -> list[tuple[float, float]]:
    """For each column how wide it is at least, and how much its longest text wants to be wider."""
    found = [(_LEAST, 60.0)] * len(sheet.columns)
    for lane in sheet.lanes:
        for index, cell in enumerate(lane.cells):
            for item in cell:
                narrow, wants = found[index]
                needed = min(least(item, pen), WIDEST) + AROUND
                found[index] = (max(narrow, needed), max(wants, hunger(item, pen)))
    for index, column in enumerate(sheet.columns):
        if column.badge:
            badge = pen.width(column.badge, styles.label(pen, weight=700)) + _BADGE
            found[index] = (max(found[index][0], badge), found[index][1])
    return _for_stages(sheet, found, pen)


def _for_stages(sheet: Sheet, needs: list[tuple[float, float]], pen: Pen) -> list[tuple[float, float]]:
    """The needs, wider where the longest word of a stage's name needs it."""
    for phase in sheet.phases:
        name = min(pen.longest(phase.name, styles.stage(pen)), WIDEST) + 70
        missing = (name - sum(needs[index][0] for index in range(phase.first, phase.end))) / (phase.end - phase.first)
        if missing > 0:
            for index in range(phase.first, phase.end):
                needs[index] = (needs[index][0] + missing, needs[index][1])
    return needs
