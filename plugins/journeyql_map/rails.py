"""Draws the path: lines with arrows, diamonds where it branches, loops, nodes with numbers, and words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from journeyql.render import Element, Pen, element
from journeyql.render.icons import star
from journeyql.render.svg import number
from journeyql_map import styles
from journeyql_map.columns import LEFT
from journeyql_map.trail import ALONG, AWAY, ENTER, JOIN

if TYPE_CHECKING:
    from journeyql_map.path import Arch, Path
    from journeyql_map.trail import Way

#: A place on the page.
Point: TypeAlias = tuple[float, float]
_RADIUS, _FORK, _CORNER = 10.0, 30.0, 10.0


def draw(path: Path, top: float, pen: Pen) -> Iterator[Element]:
    """The path with its upper edge at `top`: lines, then words that interrupt them, then diamonds and nodes."""
    for way in path.trail.ways:
        yield from _way(path, way, top, pen)
    yield from _arrival(path, top, pen)
    for arch in path.over:
        yield from _arch(path, arch, top, -1, pen)
    for arch in path.under:
        yield from _arch(path, arch, top, 1, pen)
    yield from _words(path, top, pen)
    forks = dict.fromkeys((way.route.source, way.route.parallel) for way in path.trail.ways if way.kind == ENTER)
    for source, parallel in forks:
        yield _diamond(path.x(source) + _FORK, top + path.y(source), pen, parallel=parallel)
    for track in path.strip.tracks:
        yield from _node(path, track.index, top, pen)


def _look(pen: Pen) -> dict[str, str | float]:
    return {
        "fill": "none",
        "stroke": pen.theme.secondary,
        "stroke_width": 1.5,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }


def _way(path: Path, way: Way, top: float, pen: Pen) -> Iterator[Element]:
    """A line along the main line or a siding, into one, back from it, or on to the next strip."""
    source, target = way.route.source, way.route.target
    begin = (path.x(source), top + path.y(source))
    if way.kind == AWAY:
        if target > source and begin[1] == top + path.ys[0]:
            yield from _straight(begin[0] + _RADIUS, path.strip.right - 6, begin[1], pen)
    elif way.kind in _SHAPES:
        end = (path.x(target) - _RADIUS - 2, top + path.y(target))
        yield element("path", d=_SHAPES[way.kind](begin, end), **_look(pen))
        yield _head(*end, "right", pen)


def _along(begin: Point, end: Point) -> str:
    return f"M{number(begin[0] + _RADIUS)} {number(begin[1])}H{number(end[0])}"


def _enter(begin: Point, end: Point) -> str:
    """From the diamond behind a node down to a siding."""
    start = begin[0] + _FORK + 7
    bend = start + min(22.0, max(2.0, (end[0] - start - 4) / 2))
    curve = f"C{number(bend)} {number(begin[1])} {number(start)} {number(end[1])} {number(bend)} {number(end[1])}"
    return f"M{number(begin[0] + _RADIUS)} {number(begin[1])}H{number(start)}{curve}H{number(end[0])}"


def _join(begin: Point, end: Point) -> str:
    """From a siding up to the main line, shortly before its next node."""
    last = end[0] - 10
    bend = max(begin[0] + _RADIUS, last - 26)
    middle = (bend + last) / 2
    curve = f"C{number(middle + 6)} {number(begin[1])} {number(middle - 6)} {number(end[1])} {number(last)} {number(end[1])}"
    return f"M{number(begin[0] + _RADIUS)} {number(begin[1])}H{number(bend)}{curve}H{number(end[0])}"


_SHAPES: Final[dict[str, Callable[[Point, Point], str]]] = {ALONG: _along, ENTER: _enter, JOIN: _join}


def _straight(x1: float, x2: float, y: float, pen: Pen) -> Iterator[Element]:
    yield element("path", d=f"M{number(x1)} {number(y)}H{number(x2)}", **_look(pen))
    yield _head(x2, y, "right", pen)


def _head(x: float, y: float, to: str, pen: Pen) -> Element:
    """An arrow's head with its tip at a place."""
    shapes = {"right": "l-5 -4l5 4l-5 4", "up": "l-4 5l4 -5l4 5", "down": "l-4 -5l4 5l4 -5"}
    return element("path", d=f"M{number(x)} {number(y)}{shapes[to]}", **_look(pen))


def _arrival(path: Path, top: float, pen: Pen) -> Iterator[Element]:
    """The line that comes from the strip above."""
    first = path.strip.first
    if first and path.trail.levels[first] == 0 and any(one.target == first for one in path.sheet.routes):
        yield from _straight(LEFT - 8, path.x(first) - _RADIUS - 2, top + path.y(first), pen)


def _arch(path: Path, arch: Arch, top: float, side: int, pen: Pen) -> Iterator[Element]:
    """A way around others: up (side -1) or down (1), along, and back."""
    source, target = arch.route.source, arch.route.target
    away, back = arch.legs
    begin = (path.x(source) + away, top + path.y(source) + side * _edge(away))
    end = (path.x(target) + back, top + path.y(target) + side * (_edge(back) + 2))
    tops = path.under_tops if side > 0 else path.over_tops
    yield element("path", d=_arched(begin, end, top + tops[arch.track], side), **_look(pen))
    yield _head(*end, "up" if side > 0 else "down", pen)


def _edge(move: float) -> float:
    """How far the edge of a node is from its middle, at a place beside that."""
    return math.sqrt(_RADIUS * _RADIUS - move * move)


def _arched(begin: Point, end: Point, y: float, side: int) -> str:
    across = end[0] - begin[0]
    step = across / 2 if abs(across) <= 2 * _CORNER else _CORNER if across > 0 else -_CORNER
    turn = y - side * _CORNER
    first = f"M{number(begin[0])} {number(begin[1])}V{number(turn)}Q{number(begin[0])} {number(y)} "
    along = f"{number(begin[0] + step)} {number(y)}H{number(end[0] - step)}"
    return f"{first}{along}Q{number(end[0])} {number(y)} {number(end[0])} {number(turn)}V{number(end[1])}"


def _diamond(x: float, y: float, pen: Pen, *, parallel: bool) -> Element:
    """Where the path branches; a bar where it goes on in both directions at once."""
    if parallel:
        return element("rect", x=x - 2, y=y - 9, width=4, height=18, fill=pen.theme.ink)
    shape = f"M{number(x - 7)} {number(y)}l7 -7l7 7l-7 7z"
    return element(
        "path", d=shape, fill=pen.theme.page, stroke=pen.theme.ink, stroke_width=1.5, stroke_linejoin="round"
    )


def _node(path: Path, index: int, top: float, pen: Pen) -> Iterator[Element]:
    column = path.sheet.columns[index]
    x, y = path.x(index), top + path.y(index)
    if column.entry:
        yield from _entry(x, y, pen, main=path.trail.levels[index] == 0)
    if column.exit:
        yield from _way_out(x, y, pen)
    if column.badge:
        yield element("circle", cx=x, cy=y, r=_RADIUS, fill=pen.theme.ink)
        yield star(x, y, 6.2, pen.theme.page)
        return
    dash = "3 2.5" if column.hidden else None
    look: dict[str, str | float | None] = {"fill": pen.theme.page, "stroke": pen.theme.ink, "stroke_dasharray": dash}
    text = str(column.number)
    wide = pen.width(text, styles.label(pen))
    if wide > 2 * _RADIUS - 3:
        half = wide / 2 + 4
        yield element(
            "rect", x=x - half, y=y - _RADIUS, width=2 * half, height=2 * _RADIUS, rx=_RADIUS, stroke_width=1.5, **look
        )
    else:
        yield element("circle", cx=x, cy=y, r=_RADIUS, stroke_width=1.5, **look)
    style = styles.node(pen)
    yield pen.text((text,), x, y - style.line / 2, style, "middle")


def _entry(x: float, y: float, pen: Pen, *, main: bool) -> Iterator[Element]:
    """A dot with an arrow to a node: here, too, journeys begin. Above the main line, and left of nodes beside it."""
    tip = _RADIUS + 2
    if main:
        yield element("circle", cx=x, cy=y - tip - 14, r=3.5, fill=pen.theme.secondary)
        yield element("path", d=f"M{number(x)} {number(y - tip - 12)}V{number(y - tip)}", **_look(pen))
        yield _head(x, y - tip, "down", pen)
        return
    yield element("circle", cx=x - tip - 18, cy=y, r=3.5, fill=pen.theme.secondary)
    yield from _straight(x - tip - 16, x - tip, y, pen)


def _way_out(x: float, y: float, pen: Pen) -> Iterator[Element]:
    """An arrow that turns off below a node and ends at a bar: here customers leave the journey."""
    tip, below = x + 23, y + 17
    turn = f"Q{number(x + 9)} {number(below)} {number(x + 17)} {number(below)}H{number(tip)}"
    yield element("path", d=f"M{number(x + 6)} {number(y + 8)}{turn}", **_look(pen))
    yield _head(tip, below, "right", pen)
    yield stop(tip + 2, below, pen)


def stop(x: float, y: float, pen: Pen) -> Element:
    """The bar at the end of a way out."""
    return element(
        "path", d=f"M{number(x)} {number(y - 5)}v10", **{**_look(pen), "stroke": pen.theme.ink, "stroke_width": 2.5}
    )


def _words(path: Path, top: float, pen: Pen) -> Iterator[Element]:
    """The words on lines, and those of loops and skips on a ground that interrupts them."""
    style = styles.label(pen, pen.theme.ink, 600)
    for label in path.labels:
        main = label.level < 0
        y = path.ys[0] - 12 - style.line * len(label.lines) if main else path.ys[label.level] + 10
        yield from _knocked(label.lines, label.left, top + y, pen)
    for arches, tops in ((path.over, path.over_tops), (path.under, path.under_tops)):
        for arch in arches:
            if arch.lines:
                y = tops[arch.track] - style.line * len(arch.lines) / 2
                yield from _knocked(arch.lines, arch.left, top + y, pen)


def _knocked(lines: tuple[str, ...], left: float, top: float, pen: Pen) -> Iterator[Element]:
    style = styles.label(pen, pen.theme.ink, 600)
    wide = pen.widest(lines, style) + 12
    height = style.line * len(lines)
    yield element("rect", x=left - 6, y=top, width=wide, height=height, rx=8, fill=pen.theme.page)
    yield pen.text(lines, left, top, style)
