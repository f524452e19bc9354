"""A page that fills from top to bottom, and becomes a picture."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from journeyql.render import Element, Pen, direction, document, element, font_family
from journeyql_map.block import Block
from journeyql_map.columns import MARGIN
from journeyql_map.mirror import mirrored
from journeyql_map.rows import hairline
from journeyql_map.sheet import Sheet

TOP, BOTTOM, AFTER_HEAD, BETWEEN, BEFORE_FOOT = 24.0, 24.0, 20.0, 28.0, 14.0


@attrs.define(eq=False, repr=False)
class Paper:
    """What is drawn so far, and how far down; its content ends at `right`."""

    pen: Pen
    right: float
    top: float = TOP
    drawn: list[Element] = attrs.field(factory=list)

    def put(self, block: Block) -> None:
        """Draw a block below what is there."""
        self.add(block.paint(MARGIN, self.top, block.height), block.height)

    def add(self, drawn: Iterable[Element], height: float) -> None:
        """Take over what is drawn below what is there, and as tall as this."""
        self.drawn.extend(drawn)
        self.top += height

    def line(self) -> None:
        """Draw a line across."""
        self.drawn.append(hairline(self.right, self.top, self.pen))

    def picture(self, sheet: Sheet, size: tuple[float, float], name: str, title: str, scale: float = 1.0) -> str:
        """The page as SVG, `scale` times as large as its size says."""
        width, height = size
        ground = element("rect", width=width, height=height, fill=self.pen.theme.page)
        turned = direction(sheet.lang) == "rtl"
        content = tuple(mirrored(self.drawn, width)) if turned else self.drawn
        return document(
            ground,
            *content,
            name=name,
            title=title,
            description=sheet.description,
            width=width,
            height=height,
            lang=sheet.lang,
            font_family=font_family(sheet.lang),
            scale=scale,
        )
