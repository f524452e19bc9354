"""Puts a whole map on one page: head, strips of the map, foot."""

from __future__ import annotations

from journeyql.render import Pen
from journeyql_map import grid, trail
from journeyql_map.columns import MARGIN, strips
from journeyql_map.footer import footer
from journeyql_map.header import header
from journeyql_map.paper import AFTER_HEAD, BEFORE_FOOT, BETWEEN, BOTTOM, Paper
from journeyql_map.sheet import Sheet
from journeyql_map.whole import whole


def page(sheet: Sheet, most: int, pen: Pen) -> str:
    """The map as SVG; `most` columns stand side by side (0: all)."""
    found = strips(sheet, most, pen)
    paper = Paper(pen, max(strip.right for strip in found))
    paper.put(header(sheet, paper.right, pen))
    paper.top += AFTER_HEAD
    levels = trail.levels(sheet)
    for place, strip in enumerate(found):
        paper.top += BETWEEN if place else 0.0
        sections = grid.grid(sheet, levels, strip, pen)
        paper.add(grid.draw(sections, sheet, strip, paper.top, pen), grid.tall(sections))
    if sheet.whole:
        paper.line()
        paper.put(whole(sheet, paper.right, pen))
    paper.line()
    paper.top += BEFORE_FOOT
    paper.put(footer(sheet, found, pen))
    return paper.picture(sheet, (paper.right + MARGIN, paper.top + BOTTOM), sheet.key, sheet.title)
