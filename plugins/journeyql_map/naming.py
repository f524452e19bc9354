"""Finds places for the words in the emotion band, where they hide neither faces nor curves nor each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

import attrs

from journeyql.render import Pen
from journeyql_map import styles
from journeyql_map.curves import BAND, Curves, Spot
from journeyql_map.sheet import Sheet

_FACE, _AIR, _LINE, _WIDEST = 11.0, 5.0, 16.0, 130.0
_SAMPLES, _CELL, _MOST_LINES = 21, 60.0, 2


@attrs.frozen(eq=False, repr=False)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two rectangles share any place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@attrs.frozen(eq=False, repr=False)
class Name:
    """Words with a place in the band: their lines centred on `x`, from `top` down; `shared` by several lines."""

    lines: tuple[str, ...]
    x: float
    top: float
    line: int
    width: float
    lowest: bool = False
    quiet: bool = False
    shared: bool = False


@attrs.frozen(eq=False, repr=False)
class Names:
    """The words that have a place, and for columns of the strip those that have none."""

    placed: tuple[Name, ...]
    moved: Mapping[int, tuple[str, ...]]


@attrs.define(eq=False, repr=False)
class _Ground:
    """What is taken already, by narrow stretches of the page."""

    boxes: dict[int, list[Box]] = attrs.field(factory=dict)

    def take(self, box: Box) -> None:
        for cell in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            self.boxes.setdefault(cell, []).append(box)

    def free(self, box: Box) -> bool:
        cells = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        return not any(box.meets(other) for cell in cells for other in self.boxes.get(cell, ()))


def names(curves: Curves, edges: Iterable[float], sheet: Sheet, pen: Pen) -> Names:
    """The words of all scores: lowest points and peaks first, then the others from left to right.

    They keep clear of faces, curves and the upright `edges` of frames.
    """
    ground = _ground(curves)
    for x in edges:
        ground.take(Box(x - 2, 0, x + 2, BAND))
    shown = [spot for line in curves.spots for spot in line if _speaks(curves, spot)]
    ends = {(line[-1].line, line[-1].column): curves.lines[line[-1].line].name for line in curves.spots if line}
    shown = _once(shown, ends)
    shown.sort(key=lambda spot: (not spot.point.lowest, not spot.point.extreme, spot.x, spot.line))
    placed: list[Name] = []
    moved: dict[int, tuple[str, ...]] = {}
    for spot in shown:
        words = _words(spot, ends.get((spot.line, spot.column), ""), sheet)
        found = _place(spot, words, curves, ground, pen)
        if found is None:
            found = _place(spot, spot.point.score, curves, ground, pen)
            name = sheet.words["join.list"].join(filter(None, (curves.lines[one].name for one in spot.alike)))
            own = _words(spot, "", sheet)
            said = sheet.worded("colon", name, own) if name else own
            moved[spot.column] = (*moved.get(spot.column, ()), said)
        if found is not None:
            placed.append(found)
    placed.extend(_unknown(curves, ground, pen))
    return Names(tuple(placed), moved)


def _once(spots: list[Spot], ends: Mapping[tuple[int, int], str]) -> list[Spot]:
    """The scores, those of several persons who feel alike at a touchpoint as one between their faces."""
    found: dict[tuple[object, ...], Spot] = {}
    for spot in spots:
        point = spot.point
        own = spot.line if ends.get((spot.line, spot.column)) or not point.face else -1
        same = (spot.column, point.height, point.score, point.feeling, point.extreme, own)
        other = found.get(same)
        middle, lines = (spot.x, ()) if other is None else ((other.x + spot.x) / 2, other.alike)
        found[same] = attrs.evolve(other or spot, x=middle, alike=(*lines, spot.line))
    return list(found.values())


def _speaks(curves: Curves, spot: Spot) -> bool:
    """Whether a score has words: in a crowd only those of the first and the ends of the others."""
    line = curves.spots[spot.line]
    return not curves.crowd or spot.line == 0 or spot is line[-1]


def _words(spot: Spot, name: str, sheet: Sheet) -> str:
    """What stands beside a face: name and score, then feeling and what is special."""
    point = spot.point
    special = sheet.words["join.list"].join(part for part in (point.feeling, point.extreme) if part)
    first = f"{name} {point.score}" if name else point.score
    return sheet.worded("map.score", first, special) if special else first


def _ground(curves: Curves) -> _Ground:
    """Faces and curves."""
    ground = _Ground()
    for line in curves.spots:
        for spot in line:
            ground.take(Box(spot.x - _FACE, spot.y - _FACE, spot.x + _FACE, spot.y + _FACE))
    for segments in curves.segments:
        for segment, _ in segments:
            for step in range(1, _SAMPLES):
                x, y = segment.at(step / _SAMPLES)
                ground.take(Box(x - 2, y - 2, x + 2, y + 2))
    return ground


def _place(spot: Spot, words: str, curves: Curves, ground: _Ground, pen: Pen) -> Name | None:
    """The first free place near a face; None when there is none."""
    quiet = bool(curves.lines[spot.line].own) and spot.column != curves.spots[spot.line][-1].column
    style = styles.label(pen, weight=600)
    for room in (_WIDEST, 78.0):
        lines = pen.lines(words, room, style)
        if len(lines) > _MOST_LINES:
            continue
        wide, tall = pen.widest(lines, style) + 4, _LINE * len(lines)
        for x, top in _candidates(spot, wide, tall):
            box = Box(x - wide / 2, top, x + wide / 2, top + tall)
            if _inside(box, curves) and ground.free(box):
                ground.take(box)
                return Name(
                    lines, x, top, spot.line, wide, lowest=spot.point.lowest, quiet=quiet, shared=len(spot.alike) > 1
                )
    return None


def _candidates(spot: Spot, wide: float, tall: float) -> Iterator[tuple[float, float]]:
    """Places above and below a face, shifted to both sides, then beside it."""
    above, below = spot.y - _FACE - _AIR - tall, spot.y + _FACE + _AIR
    first = (below, above) if spot.point.lowest or spot.point.height < _MIDDLE else (above, below)
    for move in (0.0, 0.3, -0.3, 0.5, -0.5):
        for top in first:
            yield spot.x + move * wide, top
    for side in (1, -1):
        for lift in (0.0, -0.5, 0.5):
            yield spot.x + side * (_FACE + _AIR + wide / 2), spot.y - tall / 2 + lift * tall
    for top in (above - tall, below + tall, above - 2 * tall, below + 2 * tall):
        yield spot.x, top


_MIDDLE: Final = 0.5


def _inside(box: Box, curves: Curves) -> bool:
    left, right = curves.strip.tracks[0].left + 2, curves.strip.right - 2
    return box.left >= left and box.right <= right and box.top >= 2 and box.bottom <= BAND - 2  # noqa: PLR2004


def _unknown(curves: Curves, ground: _Ground, pen: Pen) -> Iterator[Name]:
    """The words in the gaps of lines: once for each gap, at the level between its neighbours."""
    style = styles.label(pen)
    for number, line in enumerate(curves.lines):
        spots = curves.spots[number]
        if curves.crowd:
            return
        if line.own:
            continue
        for before, after in pairwise(spots):
            missing = [
                track for track in curves.strip.tracks[before.column + 1 : after.column] if line.present[track.index]
            ]
            if not missing:
                continue
            wide = pen.width(line.unknown, style) + 4
            x = missing[len(missing) // 2].centre
            for top in ((before.y + after.y) / 2 - _LINE / 2, before.y - 8, after.y - 8):
                box = Box(x - wide / 2, top, x + wide / 2, top + _LINE)
                if _inside(box, curves) and ground.free(box):
                    ground.take(box)
                    yield Name((line.unknown,), x, top, number, wide, quiet=True)
                    break
