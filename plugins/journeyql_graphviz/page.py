"""Puts the page together: header, stages, cards, arrows, legend and footer, one below the other."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import chain

from journeyql.render import Element, Pen, document, element, font_family
from journeyql_graphviz.card import Content, frame
from journeyql_graphviz.footer import footer
from journeyql_graphviz.header import header
from journeyql_graphviz.line import lines, marks, words
from journeyql_graphviz.picture import END, START, Card, Picture
from journeyql_graphviz.shape import Box, Layout, Point
from journeyql_graphviz.stage import stages

MARGIN = 28.0
_TOP, _LEAST = 24.0, 560.0


def write(picture: Picture, layout: Layout, contents: Mapping[str, Content], pen: Pen) -> str:
    """The whole picture as SVG."""
    width = math.ceil(max(_LEAST, layout.width + 2 * MARGIN))
    head = header(picture, width - 2 * MARGIN, pen)
    band = stages(picture, layout, pen)
    top = _TOP + head.height + 20
    body_top = top + band.height
    foot = footer(picture, width - 2 * MARGIN, pen)
    foot_top = body_top + layout.height + 20
    height = math.ceil(foot_top + foot.height + 24)
    return document(
        element("rect", width=width, height=height, fill=pen.theme.page),
        _moved(head.drawn, MARGIN, _TOP),
        _moved(band.drawn, MARGIN, top),
        _moved(_flow(picture, layout, contents, pen), MARGIN, body_top),
        _moved(foot.drawn, MARGIN, foot_top),
        name=picture.key,
        title=picture.title,
        description=picture.description,
        width=width,
        height=height,
        lang=picture.lang,
        font_family=font_family(picture.lang),
    )


def _moved(drawn: tuple[Element, ...], x: float, y: float) -> Element:
    return element("g", *drawn, transform=f"translate({x:.2f} {y:.2f})")


def _flow(picture: Picture, layout: Layout, contents: Mapping[str, Content], pen: Pen) -> tuple[Element, ...]:
    """Arrows below cards, then what stands on arrows."""
    arrows = picture.arrows
    cards = (_card(card, layout.boxes[card.key], contents[card.key], pen) for card in picture.cards)
    signs = marks(layout.routes, arrows, _mixed(picture, layout), pen)
    said = chain.from_iterable(words(route, pen, _ground(route.box, layout, pen)) for route in layout.routes)
    ends = chain.from_iterable(_end(key, layout.boxes[key], pen) for key in (START, END) if key in layout.boxes)
    return (*lines(layout.routes, arrows, pen), *cards, *ends, *signs, *said)


def _mixed(picture: Picture, layout: Layout) -> set[Point]:
    """The ends where arrows that change the channel meet others that do not."""
    keeping = {route.points[-1] for route in layout.routes if not picture.arrows[route.arrow].switches}
    return {route.points[-1] for route in layout.routes if picture.arrows[route.arrow].switches} & keeping


def _ground(box: Box | None, layout: Layout, pen: Pen) -> str:
    inside = box is not None and any(panel.meets(box) for _, panel in layout.panels)
    return pen.theme.moment if inside and layout.panelled else pen.theme.page


def _card(card: Card, box: Box, content: Content, pen: Pen) -> Element:
    return element(
        "g",
        element("title", card.spoken),
        frame(card, box, pen),
        element("g", *content.drawn, transform=f"translate({box.x:.2f} {box.y:.2f})"),
    )


def _end(key: str, box: Box, pen: Pen) -> tuple[Element, ...]:
    x, y = box.middle
    if key == START:
        return (element("circle", cx=x, cy=y, r=8, fill=pen.theme.ink),)
    ring = element("circle", cx=x, cy=y, r=9, fill=pen.theme.page, stroke=pen.theme.ink, stroke_width=1.5)
    return ring, element("circle", cx=x, cy=y, r=5, fill=pen.theme.ink)
