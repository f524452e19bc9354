"""Draws the lines of a service blueprint, each with its name at the right end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, element
from journeyql_map import styles
from journeyql_map.columns import MARGIN
from journeyql_map.layouts import INTERACTION, INTERNAL, VISIBILITY

HEIGHT: Final = 26.0
#: Key -> the key of its words, and its dash.
LINES: Final = {
    INTERACTION: ("map.interaction", None),
    VISIBILITY: ("lane.visibility", "8 5"),
    INTERNAL: ("map.internal", "1.5 4"),
}


def divider(key: str, words: str, right: float, top: float, pen: Pen) -> Iterator[Element]:
    """A line across the map in the middle of `HEIGHT`."""
    style = styles.label(pen, pen.theme.ink, 600)
    end = right - pen.width(words, style) - 8
    y = top + HEIGHT / 2
    dash = LINES[key][1]
    yield element("line", x1=MARGIN, y1=y, x2=end, y2=y, stroke=pen.theme.ink, stroke_width=1.5, stroke_dasharray=dash)
    yield pen.text((words,), right, y - 8, style, "end")
