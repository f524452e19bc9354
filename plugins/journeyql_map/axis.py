"""Draws the time axis of a strip: round ticks above a line, and below it when each touchpoint begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, element, numbers
from journeyql_map import styles
from journeyql_map.columns import MARGIN, RAIL, Strip
from journeyql_map.sheet import Sheet
from journeyql_map.timeline import BROKEN, SCALE, STRETCHED, Stretch

#: Below its texts there is room for the badge of a moment of truth.
_LINE, _BELOW, _DOT, _NODE, _AIR, _FOOT = 30.0, 40.0, 3.5, 10.0, 8.0, 15.0
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
#: Steps between round ticks, in seconds.
_STEPS: Final = (
    *(1, 5, 15, 30, _MINUTE, 5 * _MINUTE, 15 * _MINUTE, 30 * _MINUTE, _HOUR, 2 * _HOUR, 6 * _HOUR, 12 * _HOUR),
    *(_DAY, 2 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY, 84 * _DAY, 364 * _DAY),
)
_BETWEEN: Final = 90.0
_AT_LEAST: Final = "≥\u00a0"


class Axis:
    """The axis of one strip."""

    def __init__(self, sheet: Sheet, strip: Strip, pen: Pen) -> None:
        """Set the texts below the line."""
        self.sheet, self.strip, self.pen = sheet, strip, pen
        self.style = styles.label(pen)
        self.labels = [self.pen.lines(self._label(track.index), track.room, self.style) for track in strip.tracks]
        self.name = pen.lines(sheet.words["map.time"], RAIL - 12, styles.lane(pen))
        below = max(map(len, self.labels))
        self.height = max(_BELOW + self.style.line * below, _LINE + 16.0 * len(self.name)) + _FOOT

    def _label(self, index: int) -> str:
        time, exact = self.sheet.times[index], self.sheet.exact[index]
        if time is None or not self._known(index):
            return self.sheet.words["map.untimed"]
        return ("" if exact else _AT_LEAST) + numbers.duration(time, self.sheet.lang)

    def _known(self, index: int) -> bool:
        """Whether anything can be said of the time; that it is at least none says nothing."""
        return self.sheet.times[index] is not None and bool(self.sheet.times[index] or self.sheet.exact[index])

    def x(self, index: int) -> float:
        """Where a touchpoint begins: below its node."""
        return self.strip.tracks[index - self.strip.first].axis + _NODE

    def paint(self, top: float) -> Iterator[Element]:
        """The axis with its upper edge at `top`."""
        pen, y = self.pen, top + _LINE
        yield pen.text(self.name, MARGIN, y - 8, styles.lane(pen))
        for stretch in self.strip.stretches:
            yield from self._stretch(stretch, y)
        for track, lines in zip(self.strip.tracks, self.labels, strict=True):
            known = self._known(track.index)
            fill = pen.theme.ink if known else pen.theme.page
            yield element(
                "circle", cx=self.x(track.index), cy=y, r=_DOT, fill=fill, stroke=pen.theme.ink, stroke_width=1.25
            )
            colour = pen.theme.ink if known else pen.theme.secondary
            yield pen.text(lines, track.axis, top + _BELOW, styles.label(pen, colour, 600 if known else None))

    def _stretch(self, stretch: Stretch, y: float) -> Iterator[Element]:
        left, right = self.x(stretch.first), self.x(stretch.last)
        dash = "1.5 4" if stretch.look == STRETCHED else None
        look: dict[str, str | float | None] = {"stroke": self.pen.theme.ink, "stroke_width": 1.5}
        yield element("line", x1=left, y1=y, x2=right, y2=y, stroke_dasharray=dash, **look)
        if stretch.look == BROKEN:
            yield from self._break(stretch, (left + right) / 2, y)
        elif stretch.look == SCALE:
            yield from self._ticks(stretch, left, right, y)

    def _break(self, stretch: Stretch, x: float, y: float) -> Iterator[Element]:
        """Two strokes across the line, and how long the time is that is cut short."""
        yield from cut(x, y, self.pen)
        words = numbers.duration(stretch.end - stretch.begin, self.sheet.lang)
        yield self.pen.text((words,), x, y - 24, self.style, "middle")

    def _ticks(self, stretch: Stretch, left: float, right: float, y: float) -> Iterator[Element]:
        """Round times that lie inside a stretch, as far apart as their words need."""
        step = next((one for one in _STEPS if one * stretch.scale >= _BETWEEN), None)
        if step is None:
            return
        free = left
        for count in range(int(stretch.begin // step) + 1, int(stretch.end // step) + 1):
            x = left + (count * step - stretch.begin) * stretch.scale
            words = numbers.duration(count * step, self.sheet.lang)
            half = self.pen.width(words, self.style) / 2
            if x - half >= free and x + half <= right:
                yield element("line", x1=x, y1=y - 5, x2=x, y2=y, stroke=self.pen.theme.ink, stroke_width=1.5)
                yield self.pen.text((words,), x, y - 24, self.style, "middle")
                free = x + half + _AIR


def cut(x: float, y: float, pen: Pen) -> Iterator[Element]:
    """The sign of time that is cut short."""
    yield element("rect", x=x - 4, y=y - 4, width=8, height=8, fill=pen.theme.page)
    for move in (-4, 4):
        look: dict[str, str | float] = {"stroke": pen.theme.ink, "stroke_width": 1.5, "stroke_linecap": "round"}
        yield element("line", x1=x + move - 3, y1=y + 7, x2=x + move + 3, y2=y - 7, **look)
