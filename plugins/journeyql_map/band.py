"""Draws the emotion band: tints, levels, curves, faces and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, element, path
from journeyql.render.faces import Look, face
from journeyql_map import styles
from journeyql_map.columns import LEFT, RAIL
from journeyql_map.curves import BAND, Curves, level_of
from journeyql_map.naming import Name, Names

_MIDDLE_LEVEL = 2
_STUB, _REACH = 15.0, 40.0
#: The corners of the signs of other scores: a diamond, a triangle, a square, and a triangle on its head.
_SIGNS: Final = (
    ((0, -6), (6, 0), (0, 6), (-6, 0)),
    ((0, -6), (6, 5), (-6, 5)),
    ((-5, -5), (5, -5), (5, 5), (-5, 5)),
    ((-6, -5), (6, -5), (0, 6)),
)


def grounds(right: float, top: float, pen: Pen) -> Iterator[Element]:
    """The tints above and below the middle."""
    middle = level_of(0.5)
    width = right - LEFT
    yield element("rect", x=LEFT, y=top, width=width, height=middle, fill=pen.theme.above_neutral)
    yield element("rect", x=LEFT, y=top + middle, width=width, height=BAND - middle, fill=pen.theme.below_neutral)


def scale(levels: tuple[str, ...], right: float, top: float, pen: Pen) -> Iterator[Element]:
    """The levels of the band with their words."""
    for place, words in enumerate(levels):
        y = top + level_of(place / (len(levels) - 1))
        middle = place == _MIDDLE_LEVEL
        colour = pen.theme.neutral_line if middle else pen.theme.hairline
        yield element("line", x1=LEFT, y1=y, x2=right, y2=y, stroke=colour, stroke_width=1.5 if middle else 1)
        lines, style = pen.lines(words, RAIL - 10, styles.label(pen)), styles.label(pen)
        yield pen.text(lines, LEFT - 10, y - style.line * len(lines) / 2, style, "end")


def gaps(names: Names, count: int, top: float, pen: Pen) -> Iterator[Element]:
    """The places where a level line stops for words."""
    middle = level_of(0.5)
    for name in names.placed:
        bottom = name.top + 16 * len(name.lines)
        for place in range(count):
            y = level_of(place / (count - 1))
            if name.top < y < bottom:
                fill = pen.theme.above_neutral if name.top + bottom < 2 * middle else pen.theme.below_neutral
                left = name.x - name.width / 2
                yield element("rect", x=left, y=top + y - 2, width=name.width, height=4, fill=fill)


def draw(curves: Curves, names: Names, top: float, pen: Pen) -> Iterator[Element]:
    """The curves, last line first, then faces and words."""
    crowd = curves.crowd
    if crowd:
        yield from _area(curves, top, pen)
    for number in reversed(range(len(curves.lines))):
        yield from _line(curves, number, top, pen, thin=bool(curves.lines[number].own) or (crowd and number > 0))
    for number in reversed(range(len(curves.lines))):
        if curves.lines[number].own:
            yield from _signs(curves, number, top, pen)
        elif not crowd or number == 0:
            yield from _faces(curves, number, top, pen)
        else:
            yield from _dots(curves, number, top, pen)
    for name in names.placed:
        colour = pen.theme.pain.colour if name.lowest and name.line == 0 else _words_colour(curves, name, pen)
        style = styles.label(pen, colour, None if name.quiet else 600)
        yield pen.text(name.lines, name.x, top + name.top, style, "middle")


def _words_colour(curves: Curves, name: Name, pen: Pen) -> str:
    return pen.theme.ink if name.shared else _colour(curves, name.line, pen)


def _colour(curves: Curves, number: int, pen: Pen) -> str:
    known = pen.theme.personas
    if curves.lines[number].own:
        return pen.theme.ink
    if curves.crowd and number > 0:
        return pen.theme.secondary
    place = curves.lines[number].persona
    return known[place].colour if place < len(known) else pen.theme.ink


def _line(curves: Curves, number: int, top: float, pen: Pen, *, thin: bool) -> Iterator[Element]:
    """The segments of a line, runs that are equally sure in one path; stubs where it is interrupted."""
    look: dict[str, str | float] = {
        "fill": "none",
        "stroke": _colour(curves, number, pen),
        "stroke_width": 1.0 if thin else 3.0 if number == 0 else 2.25,
        "stroke_linecap": "round",
    }
    line = curves.lines[number]
    usual = "10 3 2 3" if line.own else "2 5" if line.plain else None
    move = f"translate(0 {top:.2f})"
    for dashed in (False, True):
        found = [segment for segment, assumed in curves.segments[number] if assumed is dashed]
        if found:
            dash = usual or ("6 6" if dashed else None)
            yield element("path", d=path(found), transform=move, stroke_dasharray=dash, **look)
    if not thin:
        yield from _stubs(curves, number, top, look)


def _stubs(curves: Curves, number: int, top: float, look: dict[str, str | float]) -> Iterator[Element]:
    """A short dotted line at each open end of a gap."""
    line, spots = curves.lines[number], curves.spots[number]
    at = {spot.column for spot in spots}
    tracks = curves.strip.tracks
    for spot in spots:
        for side in (-1, 1):
            near = spot.column + side
            inner = 0 <= near < len(tracks)
            if inner and near not in at and line.present[tracks[near].index]:
                start, end = spot.x + side * _STUB, spot.x + side * _REACH * 0.8
                yield element(
                    "line", x1=start, y1=top + spot.y, x2=end, y2=top + spot.y, stroke_dasharray="4 5", **look
                )


def _faces(curves: Curves, number: int, top: float, pen: Pen) -> Iterator[Element]:
    colour = _colour(curves, number, pen)
    persona = curves.lines[number].persona
    for spot in curves.spots[number]:
        hollow = spot.point.assumed
        yield from face((spot.x, top + spot.y), persona, spot.point.face, Look(colour, pen.theme.page, hollow=hollow))


def _signs(curves: Curves, number: int, top: float, pen: Pen) -> Iterator[Element]:
    """The points of another score: a sign of its own, hollow where it is assumed."""
    corners = _SIGNS[(curves.lines[number].own - 1) % len(_SIGNS)]
    colour = _colour(curves, number, pen)
    for spot in curves.spots[number]:
        points = " ".join(f"{spot.x + x:.2f},{top + spot.y + y:.2f}" for x, y in corners)
        fill = pen.theme.page if spot.point.assumed else colour
        yield element("polygon", points=points, fill=fill, stroke=colour, stroke_width=1.5, stroke_linejoin="round")


def _dots(curves: Curves, number: int, top: float, pen: Pen) -> Iterator[Element]:
    """The scores of one in a crowd."""
    for spot in curves.spots[number]:
        yield element("circle", cx=spot.x, cy=top + spot.y, r=2.5, fill=_colour(curves, number, pen))


def _area(curves: Curves, top: float, pen: Pen) -> Iterator[Element]:
    """The range between the worst and the best score of a crowd."""
    found: dict[float, list[float]] = {}
    for number, line in enumerate(curves.spots):
        for spot in line if not curves.lines[number].own else ():
            found.setdefault(spot.x, []).append(spot.y)
    places = sorted(found)
    if len(places) > 1:
        upper = [f"{x:.2f},{top + min(found[x]):.2f}" for x in places]
        lower = [f"{x:.2f},{top + max(found[x]):.2f}" for x in reversed(places)]
        yield element("polygon", points=" ".join((*upper, *lower)), fill=pen.theme.track, fill_opacity=0.6)
