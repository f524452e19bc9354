"""Draws the arrows: lines with round corners, heads, diamonds where a condition begins, and the words on them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from journeyql.render import Element, Pen, Style, element
from journeyql.render.icons import HANDOVER, draw
from journeyql.render.svg import number
from journeyql_graphviz.picture import Arrow
from journeyql_graphviz.shape import Label, Point, Route

_ROUND: Final = 8.0
_HEAD: Final = 6.0
_DIAMOND: Final = 6.0
#: How far from its end an arrow says that the channel changes: in the middle of what is bare there, but not too far.
_FARTHEST: Final = 28.0
#: How much of a line its head takes.
_TIP: Final = 8.0
#: How far behind its beginning it says so when others join it before its end.
_NEAR: Final = 8.0
#: Around words on a line.
_MARGIN_X: Final = 6.0
_MARGIN_Y: Final = 2.0
_ICON: Final = 17.0


def measure(arrow: Arrow, room: float, pen: Pen) -> Label | None:
    """The words of an arrow wrapped into a width, or None when it has none."""
    strong, plain = styles(pen)
    said = _said(arrow, room, strong, pen)
    handed = pen.lines(arrow.handover, room - _ICON, plain) if arrow.handover else ()
    if not said and not handed:
        return None
    widths = (pen.widest(said, strong), pen.widest(handed, plain) + (_ICON if handed else 0))
    return Label(
        lines=said,
        handed=handed,
        width=max(widths) + 2 * _MARGIN_X,
        height=16.0 * (len(said) + len(handed)) + 2 * _MARGIN_Y,
    )


def unbroken(arrow: Arrow, pen: Pen) -> float:
    """The room that the words of an arrow need so that none is broken."""
    strong, plain = styles(pen)
    return max(pen.longest(arrow.words, strong), pen.longest(arrow.handover, plain) + (_ICON if arrow.handover else 0))


def _said(arrow: Arrow, room: float, style: Style, pen: Pen) -> tuple[str, ...]:
    """Condition and share: on one line if they fit and run in one direction, else the share on a line of its own."""
    whole = arrow.joiner.join(filter(None, (arrow.words, arrow.share)))
    if not whole or (pen.width(whole, style) <= room and not _leftwards(arrow.words)):
        return (whole,) if whole else ()
    return (*(pen.lines(arrow.words, room, style) if arrow.words else ()), *((arrow.share,) if arrow.share else ()))


def _leftwards(text: str) -> bool:
    """Whether a text has letters that run from right to left: a number beside them would change places."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def styles(pen: Pen) -> tuple[Style, Style]:
    """The looks of a condition and of what is handed over."""
    return (
        Style(size=12, line=16, colour=pen.theme.ink, weight=600),
        Style(size=12, line=16, colour=pen.theme.secondary),
    )


def lines(routes: Sequence[Route], arrows: Sequence[Arrow], pen: Pen) -> tuple[Element, ...]:
    """The lines of all arrows and their heads, each sort as one path: where arrows share a way it is not painted twice."""
    look: dict[str, str | float] = {
        "fill": "none",
        "stroke": pen.theme.secondary,
        "stroke_width": 1.5,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }
    forth = "".join(_path(route.points) for route in routes if not arrows[route.arrow].back)
    back = "".join(_path(route.points) for route in routes if arrows[route.arrow].back)
    heads = "".join(dict.fromkeys(_head(route.points) for route in routes))
    found = ((forth, None), (back, "5 5"), (heads, None))
    return tuple(element("path", d=path, stroke_dasharray=dash, **look) for path, dash in found if path)


def marks(routes: Sequence[Route], arrows: Sequence[Arrow], mixed: Collection[Point], pen: Pen) -> tuple[Element, ...]:
    """The diamonds where conditions begin, and two strokes where the channel changes, each sort as one path.

    The strokes stand before the end; where arrows meet others that keep their channel (`mixed`), on their own part.
    """
    diamonds = dict.fromkeys(_diamond(route) for route in routes if arrows[route.arrow].conditional)
    switching = [route for route in routes if arrows[route.arrow].switches]
    strokes = dict.fromkeys(_strokes(*_switch(route, arrows[route.arrow], mixed)) for route in switching)
    theme = pen.theme
    looks: tuple[tuple[dict[str, None], dict[str, str | float]], ...] = (
        (diamonds, {"fill": theme.page, "stroke": theme.ink, "stroke_width": 1.5, "stroke_linejoin": "round"}),
        (strokes, {"fill": "none", "stroke": theme.secondary, "stroke_width": 1.25, "stroke_linecap": "round"}),
    )
    return tuple(element("path", d="".join(paths), **look) for paths, look in looks if paths)


def _switch(route: Route, arrow: Arrow, mixed: Collection[Point]) -> tuple[Point, Point]:
    """Where an arrow says that the channel changes, and the direction there."""
    end = route.points[-1]
    if end in mixed:
        return _own(route, arrow)
    before = min((_TIP + _bare(route, arrow)) / 2, _FARTHEST)
    return _along(end, _direction(end, route.points[-2]), before), _arrives(route)


def _bare(route: Route, arrow: Arrow) -> float:
    """How far the last leg of an arrow can be seen from its end: to its words, its diamond, or its corner."""
    (x, y), (from_x, from_y), box = route.points[-1], route.points[-2], route.box
    taken = _ROUND / 2 if len(route.points) > 2 else 2 * _DIAMOND if arrow.conditional else 0.0  # noqa: PLR2004
    seen = math.dist((x, y), (from_x, from_y)) - taken
    if box is None:
        return seen
    dx, dy = _direction((x, y), (from_x, from_y))
    near = min(max(box.x, x), box.x + box.width), min(max(box.y, y), box.y + box.height)
    across, along = abs((near[0] - x) * dy - (near[1] - y) * dx), (near[0] - x) * dx + (near[1] - y) * dy
    return min(seen, along) if across == 0 and along > 0 else seen


def _own(route: Route, arrow: Arrow) -> tuple[Point, Point]:
    """A place on the part of an arrow that it shares least, and the direction there: its beginning, or its longest leg."""
    legs = list(pairwise(route.points))
    longest = max(legs[1:-1], key=lambda leg: math.dist(*leg), default=legs[0])
    one, other = longest if arrow.conditional else legs[0]
    length = min(math.dist(one, other) / 2, _NEAR) if (one, other) == legs[0] else math.dist(one, other) / 2
    direction = _direction(one, other)
    return _along(one, direction, length), direction


def _strokes(middle: Point, direction: Point) -> str:
    """Two short strokes across a line."""
    (x, y), (dx, dy) = middle, direction
    return "".join(
        f"M{_at((x + dx * way - dy * 4 + dx, y + dy * way - dx * 4 + dy))}L{_at((x + dx * way + dy * 4 - dx, y + dy * way + dx * 4 - dy))}"
        for way in (-1.75, 1.75)
    )


def _diamond(route: Route) -> str:
    start = route.points[0]
    x, y = _along(start, _direction(start, route.points[1]), _DIAMOND)
    return f"M{number(x - _DIAMOND)} {number(y)}l{_DIAMOND} {-_DIAMOND}l{_DIAMOND} {_DIAMOND}l{-_DIAMOND} {_DIAMOND}z"


def words(route: Route, pen: Pen, ground: str) -> tuple[Element, ...]:
    """The words of an arrow on a ground of their own, which interrupts the line."""
    label, box = route.label, route.box
    if label is None or box is None:
        return ()
    strong, plain = styles(pen)
    drawn = [element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=8, fill=ground)]
    top = box.y + _MARGIN_Y
    middle = box.x + box.width / 2
    if label.lines:
        drawn.append(pen.text(label.lines, middle, top, strong, "middle"))
    if label.handed:
        below = top + 16.0 * len(label.lines)
        left = middle - (pen.widest(label.handed, plain) + _ICON) / 2
        drawn.append(draw(HANDOVER, (left, below + 2), 13, pen.theme.secondary))
        drawn.append(pen.text(label.handed, left + _ICON, below, plain))
    return tuple(drawn)


def _direction(one: Point, other: Point) -> Point:
    length = math.hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return ((other[0] - one[0]) / length, (other[1] - one[1]) / length)


def _arrives(route: Route) -> Point:
    """The direction in which an arrow arrives."""
    return _direction(route.points[-2], route.points[-1])


def _path(points: tuple[Point, ...]) -> str:
    """The corners as a path; each corner is rounded as far as its sides allow, and the end stops inside the head."""
    parts = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_ROUND, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        back, on = _direction(corner, before), _direction(corner, after)
        parts.append(f"L{_at(_along(corner, back, radius))}Q{_at(corner)} {_at(_along(corner, on, radius))}")
    end = _along(points[-1], _direction(points[-1], points[-2]), 2)
    return "".join((*parts, f"L{_at(end)}"))


def _head(points: tuple[Point, ...]) -> str:
    x, y = _along(points[-1], _direction(points[-1], points[-2]), 2)
    dx, dy = _direction(points[-2], points[-1])
    left = (x - dx * _HEAD + dy * _HEAD * 0.8, y - dy * _HEAD - dx * _HEAD * 0.8)
    right = (x - dx * _HEAD - dy * _HEAD * 0.8, y - dy * _HEAD + dx * _HEAD * 0.8)
    return f"M{_at(left)}L{_at((x, y))}L{_at(right)}"


def _along(point: Point, direction: Point, length: float) -> Point:
    return (point[0] + direction[0] * length, point[1] + direction[1] * length)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
