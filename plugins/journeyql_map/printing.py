"""Draws a map on pages of paper, as large as they can be on as few as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from journeyql.render import Element, Pen, numbers
from journeyql_map import grid, styles
from journeyql_map.columns import MARGIN
from journeyql_map.layouts import BAND
from journeyql_map.leaves import BELOW_NUMBER, BESIDE, NUMBER, Leaf, Leaves, reach, running
from journeyql_map.legend import assumed
from journeyql_map.paper import AFTER_HEAD, BEFORE_FOOT, BETWEEN, Paper
from journeyql_map.sheet import Sheet

#: Width and height in mm: ISO 216, and ANSI/ASME Y14.1 (A and B).
SIZES: Final = {
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "letter": (215.9, 279.4),
    "tabloid": (279.4, 431.8),
}
#: Pixels of CSS in a mm and in a point: 96 and 72 of each to an inch.
_MM, _POINT = 96 / 25.4, 96 / 72
#: The smallest text of a map, and how many points it must have on paper.
_SMALLEST, _POINTS = 11.0, 6.0
#: How large a map is tried: never smaller than its smallest text allows, while that is possible at all.
LEAST: Final = _POINTS * _POINT / _SMALLEST
_SCALES, _SMALLER = (1.5, 1.25, 1.1, 1.0, 0.9, 0.8, LEAST), (0.6, 0.45, 0.3, 0.2, 0.1)


@attrs.frozen(eq=False, repr=False)
class Printed:
    """The pages, and how large they are drawn; none where not even tiny ones hold the map."""

    pages: tuple[str, ...]
    scale: float


def printed(sheet: Sheet, most: int, size: tuple[float, float], pen: Pen) -> Printed:
    """The pages of a map, each as large as the paper, whose sides are in mm."""
    sides = (size[0] * _MM, size[1] * _MM)
    tried = [(scale, _laid(sheet, most, sides, scale, pen)) for scale in _SCALES]
    fitting = [(scale, laid) for scale, laid in tried if not laid.overfull]
    if not fitting:
        smaller = ((scale, _laid(sheet, most, sides, scale, pen)) for scale in _SMALLER)
        fitting = [next(((scale, laid) for scale, laid in smaller if not laid.overfull), (0.0, tried[-1][1]))]
    scale, laid = min(fitting, key=lambda one: (len(one[1].leaves), -one[0]))
    return Printed(tuple(_pages(laid, scale)) if scale else (), scale)


def _laid(sheet: Sheet, most: int, sides: tuple[float, float], scale: float, pen: Pen) -> Leaves:
    found = Leaves(sheet, pen, sides[0] / scale, sides[1] / scale)
    found.fill(most)
    return found


def _pages(laid: Leaves, scale: float) -> Iterator[str]:
    count = len(laid.leaves)
    for place, leaf in enumerate(laid.leaves, 1):
        yield _page(laid, leaf, place, count, scale)


def _note(laid: Leaves, leaf: Leaf, paper: Paper) -> Iterator[Element]:
    """What dashes mean, beside the number of a page that has curves, and the legend stands on another one."""
    note = assumed(laid.sheet)
    if note is None or leaf.foot or not any(one.key == BAND for part in leaf.parts for one in part.sections):
        return
    left = paper.right - NUMBER - reach(note, laid.pen)
    yield from note.draw(left, paper.top - 4, laid.pen)
    yield laid.pen.text((note.words,), left + note.width + BESIDE, paper.top, styles.label(laid.pen))


def _page(laid: Leaves, leaf: Leaf, place: int, count: int, scale: float) -> str:
    sheet, pen = laid.sheet, laid.pen
    right = laid.width - MARGIN
    paper = Paper(pen, right)
    small = styles.label(pen)
    number, of = (numbers.number(one, sheet.lang) for one in (place, count))
    shown = sheet.worded("map.page", number, of) if count > 1 else ""
    title = () if leaf.head else running(sheet, laid.right, pen)
    paper.drawn += [
        pen.text((shown or " ",), right, paper.top, small, "end"),
        pen.text(title or (" ",), MARGIN, paper.top, styles.lane(pen)),
    ]
    paper.drawn += _note(laid, leaf, paper)
    paper.top += small.line * max(1, len(title)) + BELOW_NUMBER
    if leaf.head is not None:
        paper.put(leaf.head)
        paper.top += AFTER_HEAD
    for before, part in enumerate(leaf.parts):
        paper.top += BETWEEN if before else 0.0
        paper.add(grid.draw(part.sections, sheet, part.strip, paper.top, pen), grid.tall(part.sections))
    if leaf.whole is not None:
        paper.line()
        paper.put(leaf.whole)
    if leaf.foot is not None:
        paper.line()
        paper.top += BEFORE_FOOT
        paper.put(leaf.foot)
    size = (laid.width, laid.height)
    return paper.picture(
        sheet, size, f"{sheet.key}-{place}", f"{sheet.title} ({shown})" if shown else sheet.title, scale
    )
