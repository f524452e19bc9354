"""The geometry that layout and drawing share: boxes, placed arrows and the placed picture."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

Point = tuple[float, float]


@attrs.frozen
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, right: float, down: float) -> Box:
        """The same box elsewhere."""
        return attrs.evolve(self, x=self.x + right, y=self.y + down)

    def meets(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Label:
    """The wrapped words of an arrow and the room they take."""

    lines: tuple[str, ...]
    handed: tuple[str, ...] = ()
    width: float
    height: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Route:
    """A placed arrow: its corners from source to target, and the box of its words."""

    arrow: int
    points: tuple[Point, ...]
    label: Label | None = None
    box: Box | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Layout:
    """A placed picture: boxes of touchpoints (and the two ends), panels by the stage's place, arrows."""

    boxes: Mapping[str, Box]
    panels: tuple[tuple[int, Box], ...]
    routes: tuple[Route, ...]
    panelled: bool
    width: float
    height: float
