"""Gives everything its place: columns with the gutters between them, arrows as corners, words on the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from journeyql_graphviz.buses import Bus, bus
from journeyql_graphviz.flat import TERMINAL, Flat
from journeyql_graphviz.gutters import Gutter, gutters
from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Channel, Plan, Way
from journeyql_graphviz.shape import Box, Layout, Point, Route

_SAME = 0.01


def place(flat: Flat) -> Layout:
    """The placed picture; its upper left corner is 0, 0."""
    return _Placement(flat=flat).layout()


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class _Placement:
    flat: Flat

    @cached_property
    def gutters(self) -> tuple[Gutter, ...]:
        return gutters(self.flat)

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """The left edges of all columns, those of the start and the end included, and the right edge of all."""
        widths = [self._width(START), *(measured.width for measured in self.flat.stacks), self._width(END)]
        found, x = [], 0.0
        for gutter, width in zip(self.gutters, widths, strict=True):
            found.append(x + gutter.width)
            x += gutter.width + width
        return (*found, x)

    def _width(self, end: str) -> float:
        return TERMINAL if end in self.flat.ends else 0.0

    @cached_property
    def sky(self) -> Bus:
        return bus(Way.SKY, self.flat.ways, self.flat.labels, self.across)

    @cached_property
    def ground(self) -> Bus:
        return bus(Way.GROUND, self.flat.ways, self.flat.labels, self.across)

    def across(self, plan: Plan, leg: int) -> float:
        """The place across of a line in a gutter."""
        number = plan.through[leg].column
        gutter = self.gutters[number]
        return self.lefts[number] - gutter.width + gutter.lines[plan.arrow, leg]

    def down(self, channel: Channel, plan: Plan, leg: int) -> float:
        """The height of a level line."""
        if channel.way is Way.SKY:
            return self.sky.lines[plan.arrow]
        if channel.way is Way.GROUND:
            return self.sky.height + self.flat.tallest + self.ground.lines[plan.arrow]
        return self.sky.height + self.flat.level(channel, plan, leg)

    def layout(self) -> Layout:
        """All places."""
        flat = self.flat
        boxes = {key: box.moved(self.lefts[flat.column_of[key]], self.sky.height) for key, box in flat.boxes.items()}
        return Layout(
            boxes=boxes,
            panels=self._panels(),
            routes=tuple(map(self._route, flat.ways)),
            panelled=flat.panelled,
            width=self.lefts[-1],
            height=self.sky.height + flat.tallest + self.ground.height,
        )

    def _panels(self) -> tuple[tuple[int, Box], ...]:
        spans: dict[int, tuple[float, float, float]] = {}
        for number, (column, measured) in enumerate(zip(self.flat.columns, self.flat.stacks, strict=True), 1):
            left, right = self.lefts[number], self.lefts[number] + measured.width
            first, _, tallest = spans.get(column.phase, (left, right, 0.0))
            spans[column.phase] = (first, right, max(tallest, measured.height))
        return tuple(
            (phase, Box(left, self.sky.height, right - left, height)) for phase, (left, right, height) in spans.items()
        )

    def _tip(self, plan: Plan, *, is_target: bool) -> Point:
        x, y = self.flat.tips[plan.arrow, is_target]
        column = self.flat.column_of[plan.target if is_target else plan.source]
        return (x + self.lefts[column], y + self.sky.height)

    def _route(self, plan: Plan) -> Route:
        end = self._tip(plan, is_target=True)
        points = [self._tip(plan, is_target=False)]
        for leg, channel in enumerate(plan.through):
            x, y = points[-1]
            upright = channel.way is Way.GUTTER
            points.append((self.across(plan, leg), y) if upright else (x, self.down(channel, plan, leg)))
        x, y = points[-1]
        upright = not plan.through or plan.through[-1].way is Way.GUTTER
        corners = _clean((*points, (x, end[1]) if upright else (end[0], y), end))
        return Route(
            arrow=plan.arrow, points=corners, label=self.flat.labels.get(plan.arrow), box=self._words(plan, end)
        )

    def _words(self, plan: Plan, end: Point) -> Box | None:
        """The box of an arrow's words."""
        label = self.flat.labels.get(plan.arrow)
        if label is None or plan.host < 0:
            return None
        channel = plan.through[plan.host]
        if channel.way is Way.GUTTER:
            gutter = self.gutters[channel.column]
            middle = (self.across(plan, plan.host), self.sky.height + gutter.words[plan.arrow, plan.host])
        elif channel.way is Way.GAP:
            top, gap = self.flat.stacks[channel.column - 1].gaps[channel.row]
            x = end[0] if self.flat.perches[plan.arrow].is_target else self._tip(plan, is_target=False)[0]
            middle = (x, self.sky.height + top + gap.words[plan.arrow] + label.height / 2)
        else:
            words = (self.sky if channel.way is Way.SKY else self.ground).words
            middle = (words[plan.arrow], self.down(channel, plan, plan.host))
        return Box(middle[0] - label.width / 2, middle[1] - label.height / 2, label.width, label.height)


def _clean(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners without repetitions and without those on a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(point, kept[-1]):
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _SAME and abs(one[1] - other[1]) < _SAME


def _straight(one: Point, middle: Point, other: Point) -> bool:
    upright = abs(one[0] - middle[0]) < _SAME and abs(middle[0] - other[0]) < _SAME
    level = abs(one[1] - middle[1]) < _SAME and abs(middle[1] - other[1]) < _SAME
    return upright or level
