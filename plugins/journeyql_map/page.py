"""Puts the whole page together: head, strips of the map, foot."""

from __future__ import annotations

import attrs

from journeyql.render import Element, Pen, direction, document, element, font_family
from journeyql_map import grid, trail
from journeyql_map.block import Block
from journeyql_map.columns import MARGIN, strips
from journeyql_map.footer import footer
from journeyql_map.header import header
from journeyql_map.mirror import mirrored
from journeyql_map.rows import hairline
from journeyql_map.sheet import Sheet
from journeyql_map.whole import whole

_TOP, _BOTTOM, _AFTER_HEAD, _BETWEEN, _BEFORE_FOOT = 24.0, 24.0, 20.0, 28.0, 14.0


@attrs.define(eq=False, repr=False)
class _Paper:
    """What is drawn so far, and how far down."""

    pen: Pen
    right: float
    top: float = _TOP
    drawn: list[Element] = attrs.field(factory=list)

    def put(self, block: Block) -> None:
        self.drawn.extend(block.paint(MARGIN, self.top, block.height))
        self.top += block.height

    def line(self) -> None:
        self.drawn.append(hairline(self.right, self.top, self.pen))


def page(sheet: Sheet, most: int, pen: Pen) -> str:
    """The map as SVG; `most` columns stand side by side (0: all)."""
    found = strips(sheet, most, pen)
    paper = _Paper(pen, max(strip.right for strip in found))
    paper.put(header(sheet, paper.right, pen))
    paper.top += _AFTER_HEAD
    levels = trail.levels(sheet)
    for place, strip in enumerate(found):
        paper.top += _BETWEEN if place else 0.0
        sections = grid.grid(sheet, levels, strip, pen)
        paper.drawn.extend(grid.draw(sections, sheet, strip, paper.top, pen))
        paper.top += sum(section.height for section in sections)
    if sheet.whole:
        paper.line()
        paper.put(whole(sheet, paper.right, pen))
    paper.line()
    paper.top += _BEFORE_FOOT
    paper.put(footer(sheet, paper.right, pen))
    return _document(sheet, paper.drawn, paper.right + MARGIN, paper.top + _BOTTOM, pen)


def _document(sheet: Sheet, drawn: list[Element], width: float, height: float, pen: Pen) -> str:
    ground = element("rect", width=width, height=height, fill=pen.theme.page)
    turned = direction(sheet.lang) == "rtl"
    content = tuple(mirrored(drawn, width)) if turned else drawn
    return document(
        ground,
        *content,
        name=sheet.key,
        title=sheet.title,
        description=sheet.description,
        width=width,
        height=height,
        lang=sheet.lang,
        font_family=font_family(sheet.lang),
    )
