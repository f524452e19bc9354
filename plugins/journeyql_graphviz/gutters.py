"""Measures the gutters between columns: which lines run in them, side by side, and where their words stand."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import attrs

from journeyql_graphviz.channel import Run, spread
from journeyql_graphviz.flat import Flat
from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Channel, Plan, Side, Way
from journeyql_graphviz.words import choose

#: Between lines of a channel.
TRACK = 14.0
_MARGIN, _NARROW, _WIDE, _TOP = 16.0, 22.0, 36.0, 10.0

#: A line of an arrow in one channel: the arrow's number and the place in its way.
Leg = tuple[int, int]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gutter:
    """A gutter: how far its lines are from its left edge, the middle height of the words on them, and its width."""

    lines: Mapping[Leg, float]
    words: Mapping[Leg, float]
    width: float


def gutters(flat: Flat) -> tuple[Gutter, ...]:
    """The gutter left of each column, those of the start and the end included."""
    legs: dict[int, list[tuple[Plan, int]]] = {}
    for plan in flat.ways:
        for place, channel in enumerate(plan.through):
            if channel.way is Way.GUTTER:
                legs.setdefault(channel.column, []).append((plan, place))
    return tuple(_gutter(flat, number, legs.get(number, ())) for number in range(len(flat.columns) + 2))


def _gutter(flat: Flat, number: int, legs: Sequence[tuple[Plan, int]]) -> Gutter:
    bare = [_run(flat, key, plan, place) for key, (plan, place) in enumerate(legs)]
    runs = [_tagged(flat, run, plan, place, bare) for run, (plan, place) in zip(bare, legs, strict=True)]
    offsets, width = spread(runs, TRACK)
    total = max(_least(flat, number), width + 2 * _MARGIN if runs else 0.0)
    names = [(plan.arrow, place) for plan, place in legs]
    return Gutter(
        lines={names[key]: (total - width) / 2 + offset for key, offset in offsets.items()},
        words={names[run.key]: (run.tag[0] + run.tag[1]) / 2 for run in runs if run.tag},
        width=total,
    )


def _least(flat: Flat, number: int) -> float:
    """The width of a gutter that nothing runs in."""
    if number in (0, 1, len(flat.columns) + 1):
        return 0.0
    same = flat.columns[number - 1].phase == flat.columns[number - 2].phase
    return _NARROW if same else _WIDE


def _run(flat: Flat, key: int, plan: Plan, place: int) -> Run:
    ends = _ends(flat, plan, place)
    low, high = sorted(height for height, _ in ends)
    return Run(key=key, low=low, high=high, turns=ends, bundle=_bundle(flat, plan, place))


def _bundle(flat: Flat, plan: Plan, place: int) -> Hashable:
    """Lines of one trunk share their way; so do those from the start as far as it is the same, and to the end."""
    for is_target in (False, True):
        if place == (len(plan.through) - 1 if is_target else 0) and (plan.arrow, is_target) in flat.trunks:
            return flat.trunks[plan.arrow, is_target]
    if plan.source == START:
        return (START, plan.through[: place + 1])
    return (END, plan.through[place:]) if plan.target == END else None


def _tagged(flat: Flat, run: Run, plan: Plan, place: int, all_runs: Sequence[Run]) -> Run:
    """The line with its words on it, if they stand in this gutter."""
    label = flat.labels.get(plan.arrow)
    if label is None or plan.host != place:
        return run
    begin, end = (min(max(height, 0.0), flat.tallest) for height, _ in run.turns)
    others = [height for other in all_runs if other is not run for height, _ in other.turns]
    middle = choose(begin, end, label.height / 2, others)
    middle = max(middle, label.height / 2 + _TOP)
    low, high = middle - label.height / 2, middle + label.height / 2
    return attrs.evolve(run, low=min(run.low, low), high=max(run.high, high), tag=(low, high, label.width / 2))


def _ends(flat: Flat, plan: Plan, place: int) -> tuple[tuple[float, int], tuple[float, int]]:
    """The two ends of a line: heights, and to which side it turns there."""
    begin, end = _end(flat, plan, place, is_target=False), _end(flat, plan, place, is_target=True)
    return begin, end


def _end(flat: Flat, plan: Plan, place: int, *, is_target: bool) -> tuple[float, int]:
    beside = place + (1 if is_target else -1)
    if 0 <= beside < len(plan.through):
        other = plan.through[beside]
        return flat.level(other, plan, beside), _turn(other, plan.through[place], plan)
    side = plan.entry if is_target else plan.exit
    return flat.tips[plan.arrow, is_target][1], -1 if side is Side.RIGHT else 1


def _turn(other: Channel, gutter: Channel, plan: Plan) -> int:
    """To which side a line leaves a gutter into another channel."""
    if other.way is Way.GAP:
        return 1 if other.column == gutter.column else -1
    far = next(channel for channel in plan.through if channel.way is Way.GUTTER and channel != gutter)
    return 1 if far.column > gutter.column else -1
