"""What a browser says of where the lines and boxes of a map are, and which of them are in each other's way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

import attrs

#: How far anything may reach sideways before it counts, in px, and the ink of letters up and down, in em: emoji and the
#: tails and signs of some scripts touch the next line.
_TOUCH, _TAIL = 0.5, 0.12
#: Text of a map keeps this distance from the edges of the page, the curve's words and hanging quotation marks less.
_MARGIN, _HANG = 28.0, 7.0
#: Smaller boxes than this hold no text: bars, marks and gaps in lines.
_LEAST = 14.0
#: The corners of a frame around columns, which texts may cross.
_FRAME = 9.0
#: What the map adds on both sides of the text of a column.
_PADDING = 10.0
_TITLE = 14.0
#: Stages are wider than this, and nothing else is that is filled and no rectangle.
_STAGE = 60.0
#: Marks above and below a letter; more of them than this on one letter reach as far as they like.
_MARKS = 2


@attrs.frozen(kw_only=True)
class Rect:
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, line: Line) -> bool:
        across = self.left - _TOUCH <= line.left and line.right <= self.right + _TOUCH
        tail = _TAIL * line.size
        return across and self.top - tail <= line.top and line.bottom <= self.bottom + tail

    def __str__(self) -> str:
        return f"{self.left:.1f},{self.top:.1f}..{self.right:.1f},{self.bottom:.1f}"


@attrs.frozen(kw_only=True)
class Box(Rect):
    """A shape of the map, by its outline."""

    shape: str
    filled: bool
    radius: float


@attrs.frozen(kw_only=True)
class Line(Rect):
    """A line of text, with the place that the map gave it."""

    words: str
    x: float
    y: float
    size: float
    bold: bool
    anchor: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Line:
        """A line; one with heaps of marks on a letter, or what is no character at all, is as tall as its letters."""
        line = cls(**told)
        if not (_heaped(line.words) or _unassigned(line.words)):
            return line
        return attrs.evolve(line, top=line.y - 0.72 * line.size, bottom=line.y + 0.2 * line.size)

    def meets(self, other: Line) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _TOUCH and down > _TAIL * max(self.size, other.size)

    def stands_in(self, box: Box) -> bool:
        """Whether its middle or the place it was given is inside."""
        middle = self.y - 0.3 * self.size
        across = any(box.left < x < box.right for x in ((self.left + self.right) / 2, self.x))
        return across and box.top < middle < box.bottom


def _unassigned(words: str) -> bool:
    """Whether a browser draws a box for something that Unicode knows no character for, as tall as it likes."""
    return any(unicodedata.category(one) in {"Cn", "Co"} for one in words)


def _heaped(words: str) -> bool:
    run = 0
    for one in words:
        run = run + 1 if unicodedata.category(one) in {"Mn", "Me"} else 0
        if run > _MARKS:
            return True
    return False


@attrs.frozen(slots=False)
class Measured:
    """A map as a browser lays it out."""

    width: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Measured:
        lines = tuple(map(Line.of, told["lines"]))
        return cls(told["width"], told["height"], lines, tuple(Box(**box) for box in told["boxes"]))

    def problems(self, whole: str = "") -> list[str]:
        """Everything that is in the way of something else, or outside of its place.

        `whole` names the row in which nothing stands in a column.
        """
        return [*self.overlaps(), *self.beyond_the_page(), *self.beyond_boxes(), *self.beyond_columns(whole)]

    def overlaps(self) -> Iterator[str]:
        """The pairs of lines that share any place."""
        open_: list[Line] = []
        for line in sorted(self.lines, key=lambda one: one.top):
            open_ = [other for other in open_ if other.bottom > line.top]
            yield from (f"{other.words!r} and {line.words!r} overlap" for other in open_ if other.meets(line))
            open_.append(line)

    def beyond_the_page(self) -> Iterator[str]:
        """The lines that reach into the margins."""
        edge = _MARGIN - _HANG
        page = Rect(left=edge, top=12, right=self.width - edge, bottom=self.height - 12)
        yield from (f"{line.words!r} leaves the page: {line}" for line in self.lines if not page.holds(line))

    def beyond_boxes(self) -> Iterator[str]:
        """The lines that leave the smallest box that they stand in: card, chip, badge, label or stage."""
        boxes = sorted(filter(self._is_cell, self.boxes), key=lambda box: box.width * box.height)
        for line in self.lines:
            cell = next((box for box in boxes if line.stands_in(box)), None)
            if cell is not None and not cell.holds(line):
                yield f"{line.words!r} leaves its {cell.shape}: {line} in {cell}"

    def _is_cell(self, box: Box) -> bool:
        if box.width < _LEAST or box.height < _LEAST or (box.shape == "path" and not box.filled):
            return False
        ground = not box.radius and box.shape == "rect" and box.width > self.width / 2
        return not ground and (box.filled or box.radius != _FRAME)

    def beyond_columns(self, whole: str) -> Iterator[str]:
        """The lines that reach from their column into the next one, above the row that is about the whole journey."""
        strips = self._strips
        end = min((line.top for line in self.lines if line.words == whole), default=self.height)
        for line in (line for line in self.lines if line.y < end):
            axes = next((axes for top, axes in reversed(strips) if top <= line.y), ())
            place = next((place for place, x in enumerate(axes) if abs(x - line.x) < 0.01), None)
            if place is None or place + 1 == len(axes):
                continue
            edge = axes[place + 1] - _PADDING if self._starts_left else axes[place + 1] + _PADDING
            beyond = line.right - edge if self._starts_left else edge - line.left
            if beyond > _TOUCH:
                yield f"{line.words!r} leaves its column by {beyond:.1f}"

    @property
    def _anchor(self) -> str:
        return "start" if self._starts_left else "end"

    @cached_property
    def _starts_left(self) -> bool:
        """Whether the map runs from left to right: then its head begins at the left margin."""
        head = min(self.lines, key=lambda line: line.top, default=None)
        return head is None or head.anchor == "start"

    @cached_property
    def _strips(self) -> list[tuple[float, tuple[float, ...]]]:
        """For each strip from where on it reaches down, and where the texts of its columns begin.

        A strip begins with its stages; the first row of bold texts below them are the titles of the touchpoints.
        """
        stages = [box for box in self.boxes if box.shape == "path" and box.filled and box.width > _STAGE]
        tops = sorted({round(box.top) for box in stages})
        return [(top, self._axes(top, end)) for top, end in pairwise((*tops, self.height))]

    def _axes(self, top: float, end: float) -> tuple[float, ...]:
        bold = [line for line in self.lines if line.bold and line.size == _TITLE and line.anchor == self._anchor]
        inside = [line for line in bold if top < line.y < end]
        first = min((line.y for line in inside), default=0.0)
        found = {line.x for line in inside if line.y - first < _TOUCH}
        return tuple(sorted(found, reverse=not self._starts_left))
