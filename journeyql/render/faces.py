"""Draws the faces that show how customers feel: a shape for each persona, a mouth for each level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from journeyql.render.curve import Point
from journeyql.render.svg import Element, element, number

#: How wide a face is.
FACE: Final = 22.0
_BROWS, _OPEN = 1, 5


@attrs.frozen(eq=False, repr=False)
class Look:
    """The colours of a face: of its persona and of the page; hollow when the score is assumed."""

    colour: str
    page: str
    hollow: bool


def face(at: Point, persona: int, level: int, look: Look) -> tuple[Element, ...]:
    """A face around a middle: filled when it rests on evidence, hollow when it is assumed."""
    ground, line = (look.page, look.colour) if look.hollow else (look.colour, look.page)
    return (shape(at, persona, FACE / 2 - 1, (ground, look.colour)), *_inside(at, persona, level, line))


def _inside(at: Point, persona: int, level: int, colour: str) -> tuple[Element, ...]:
    """Eyes and mouth, smaller where the shape is narrow."""
    if persona not in _SMALLER:
        return _features(at, level, colour)
    place = f"translate({number(at[0])} {number(at[1])}) scale({_SMALLER[persona]})"
    return (element("g", *_features((0, 0), level, colour), transform=place),)


def shape(at: Point, persona: int, radius: float, fill_and_line: tuple[str, str]) -> Element:
    """The shape that stands for a persona, with a line of 2 around it."""
    fill, stroke = fill_and_line
    return _shape(
        at, persona, radius, {"fill": fill, "stroke": stroke, "stroke_width": 2.0, "stroke_linejoin": "round"}
    )


def mask(at: Point, persona: int, radius: float, name: str) -> Element:
    """The shape that stands for a persona as the edge of what names it: `clip_path=f"url(#{name})"`."""
    return element("clipPath", _shape(at, persona, radius, {}), id=name)


def _shape(at: Point, persona: int, radius: float, look: Mapping[str, str | float]) -> Element:
    x, y = at
    if persona == SQUARE:
        side = 2 * radius * 0.94
        return element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, rx=radius / 2, **look)
    corners = _CORNERS.get(persona)
    if corners is None:
        return element("circle", cx=x, cy=y, r=radius, **look)
    points = " ".join(f"{number(x + dx * (radius + 1))},{number(y + dy * (radius + 1))}" for dx, dy in corners)
    return element("polygon", points=points, **look)


_HEXAGON: Final = ((-1, 0), (-0.5, -0.87), (0.5, -0.87), (1, 0), (0.5, 0.87), (-0.5, 0.87))
_DIAMOND: Final = ((0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0))
_SHIELD: Final = ((-0.98, -0.85), (0.98, -0.85), (0.98, 0.35), (0, 1.1), (-0.98, 0.35))
#: The second persona has a square, the third to the fifth have corners, all others a circle.
SQUARE: Final = 1
_CORNERS: Final = {2: _HEXAGON, 3: _DIAMOND, 4: _SHIELD}
#: How much smaller eyes and mouth are in a narrow shape.
_SMALLER: Final = {3: 0.75, 4: 0.85}
#: For each level, how far the ends and the middle of the mouth lie below the middle of the face.
_MOUTHS: Final = {1: (5.3, 1.1), 2: (4.0, 1.9), 3: (3.6, 3.6), 4: (3.0, 5.5), 5: (2.2, 7.4)}


def _features(at: Point, level: int, colour: str) -> tuple[Element, ...]:
    x, y = at
    ends, bend = _MOUTHS[level]
    mouth = f"M{number(x - 4.2)} {number(y + ends)}Q{number(x)} {number(y + bend)} {number(x + 4.2)} {number(y + ends)}"
    stroke: dict[str, str | float] = {
        "stroke": colour,
        "stroke_width": 1.6,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }
    fill = colour if level == _OPEN else "none"
    drawn = (
        element("circle", cx=x - 3.5, cy=y - 2.4, r=1.45, fill=colour),
        element("circle", cx=x + 3.5, cy=y - 2.4, r=1.45, fill=colour),
        element("path", d=mouth + ("z" if level == _OPEN else ""), fill=fill, **stroke),
    )
    if level > _BROWS:
        return drawn
    brows = f"M{number(x - 6)} {number(y - 6)}l3.6 1.6M{number(x + 6)} {number(y - 6)}l-3.6 1.6"
    return (*drawn, element("path", d=brows, fill="none", **(stroke | {"stroke_width": 1.4})))
