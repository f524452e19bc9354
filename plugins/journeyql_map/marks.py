"""Small drawings of the map: dots of severity, signs of verdicts, bulbs and lifebuoys, stars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, element

BULB: Final = (
    "M5.6 10.6C4.2 9.6 3.6 8.3 3.6 6.7a4.4 4.4 0 0 1 8.8 0c0 1.6-.6 2.9-2 3.9v1.6H5.6zM6.2 14.2h3.6M8 12.2V8.6"
)
BUOY: Final = (
    "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 10.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z"
    "M3.7 3.7l2.4 2.4M12.3 3.7L9.9 6.1M3.7 12.3l2.4-2.4M12.3 12.3L9.9 9.9"
)
TICK: Final = "M2.5 8.5l3.6 3.6L13.5 4.2"
_DOTS: Final = 4


def dots(severity: int, left: float, middle: float, pen: Pen) -> Iterator[Element]:
    """Four dots, as many of them filled as a pain is severe."""
    colour = pen.theme.pain.colour
    for place in range(_DOTS):
        fill = colour if place < severity else "none"
        yield element("circle", cx=left + 10 * place, cy=middle, r=3.4, fill=fill, stroke=colour, stroke_width=1.2)
