"""The heights of everything, while columns still stand at no place across: boxes, ports, levels of lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from journeyql_graphviz.arrange import Column
from journeyql_graphviz.gaps import Needs
from journeyql_graphviz.perch import Perch
from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Channel, Plan, Way
from journeyql_graphviz.ports import centre, ports
from journeyql_graphviz.rows import Stack, stack
from journeyql_graphviz.shape import Box, Label, Point
from journeyql_graphviz.trunks import Tip, Trunk, trunks

#: The size of the start and the end, and a place beyond all columns.
TERMINAL, FAR = 24.0, 1e6

Sizes = Mapping[str, tuple[float, float]]


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Flat:
    """Columns with their cards and arrows; each column begins at its own left edge, all at the same height.

    `heads` is the room that a stage needs above its cards; `panelled` says whether stages are drawn around them.
    """

    columns: tuple[Column, ...]
    sizes: Sizes
    ways: tuple[Plan, ...]
    labels: Mapping[int, Label]
    heads: Mapping[int, float]
    perches: Mapping[int, Perch] = attrs.field(factory=dict)
    panelled: bool = True

    @cached_property
    def stacks(self) -> tuple[Stack, ...]:
        """The measured columns."""
        return tuple(stack(number, column, self._needs(column)) for number, column in enumerate(self.columns, 1))

    def _needs(self, column: Column) -> Needs:
        head = self.heads.get(column.phase, 0.0)
        return Needs(sizes=self.sizes, ways=self.ways, labels=self.labels, perches=self.perches, head=head)

    @cached_property
    def trunks(self) -> Mapping[Tip, Trunk]:
        """Where arrows run as one line."""
        return trunks(self.ways, self.labels)

    @cached_property
    def tallest(self) -> float:
        """The height of the tallest column."""
        return max(measured.height for measured in self.stacks)

    @cached_property
    def ends(self) -> frozenset[str]:
        """The start and the end, as far as arrows use them."""
        used = {key for plan in self.ways for key in (plan.source, plan.target)}
        return frozenset(used & {START, END})

    @cached_property
    def column_of(self) -> Mapping[str, int]:
        """The number of the column that something stands in."""
        found = {key: number for number, column in enumerate(self.columns, 1) for row in column.rows for key in row}
        return {**found, START: 0, END: len(self.columns) + 1}

    @cached_property
    def _cards(self) -> Mapping[str, Box]:
        return {
            key: Box(measured.lefts[key], measured.tops[level], self.sizes[key][0], measured.tall(key, level))
            for column, measured in zip(self.columns, self.stacks, strict=True)
            for level, row in enumerate(column.rows)
            for key in row
        }

    @cached_property
    def _sides(self) -> Mapping[Tip, Point]:
        """Where arrows touch cards; the start and the end only roughly."""
        rough = {key: self._terminal(self._leading(key)) for key in self.ends}
        return ports(self.ways, {**self._cards, **rough}, self.perches, self.trunks)

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """All boxes, each from the left edge of its own column."""
        return {**self._cards, **{key: self._terminal(self._leading(key, exact=True)) for key in sorted(self.ends)}}

    def _leading(self, end: str, *, exact: bool = False) -> float:
        """The height of the start or the end: of its first arrow, or of the last one from the last column."""
        if end == START:
            plan = next(plan for plan in self.ways if plan.source == START)
        else:
            leading = [plan for plan in self.ways if plan.target == END]
            near = [plan for plan in leading if self.column_of[plan.source] == len(self.columns)]
            plan = (near or leading)[-1]
        key = plan.target if end == START else plan.source
        if exact and key in self._cards:
            return self._sides[plan.arrow, end == START][1]
        return self._cards[key].middle[1] if key in self._cards else TERMINAL

    @staticmethod
    def _terminal(y: float) -> Box:
        return Box(0, y - TERMINAL / 2, TERMINAL, TERMINAL)

    @cached_property
    def tips(self) -> Mapping[Tip, Point]:
        """Where arrows touch cards and the two ends."""
        outer = {
            (plan.arrow, is_target): centre(self.boxes[key], plan.entry if is_target else plan.exit)
            for plan in self.ways
            for key, is_target in ((plan.source, False), (plan.target, True))
            if key in self.ends
        }
        return {**self._sides, **outer}

    def level(self, channel: Channel, plan: Plan, place: int) -> float:
        """The height of a line in a gap between rows; far away for one above or below all columns."""
        if channel.way is not Way.GAP:
            return -FAR if channel.way is Way.SKY else FAR
        top, gap = self.stacks[channel.column - 1].gaps[channel.row]
        return top + gap.tracks.get((plan.arrow, place), gap.height / 2)
