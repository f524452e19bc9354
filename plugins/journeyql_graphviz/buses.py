"""Measures the lines above and below all columns, once the places across are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from journeyql_graphviz.channel import Run, spread
from journeyql_graphviz.gutters import TRACK
from journeyql_graphviz.plan import Plan, Way
from journeyql_graphviz.shape import Label
from journeyql_graphviz.words import choose

_MARGIN = 14.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bus:
    """Lines on top of each other: how far each is below the upper edge, by arrow; the middle of its words across."""

    lines: Mapping[int, float]
    words: Mapping[int, float]
    height: float


def bus(way: Way, ways: Sequence[Plan], labels: Mapping[int, Label], across: Callable[[Plan, int], float]) -> Bus:
    """The lines of one way; `across` gives the place of an arrow's line in a gutter."""
    bare = [
        _run(plan, place, across) for plan in ways for place, channel in enumerate(plan.through) if channel.way is way
    ]
    if not bare:
        return Bus(lines={}, words={}, height=0.0)
    runs = [_tagged(run, labels.get(run.key), bare) for run in bare]
    offsets, height = spread(runs, TRACK)
    return Bus(
        lines={key: _MARGIN + offset for key, offset in offsets.items()},
        words={run.key: (run.tag[0] + run.tag[1]) / 2 for run in runs if run.tag},
        height=height + 2 * _MARGIN,
    )


def _run(plan: Plan, place: int, across: Callable[[Plan, int], float]) -> Run:
    ends = (across(plan, place - 1), across(plan, place + 1))
    side = 1 if plan.through[place].way is Way.SKY else -1
    return Run(key=plan.arrow, low=min(ends), high=max(ends), turns=((ends[0], side), (ends[1], side)))


def _tagged(run: Run, label: Label | None, runs: Sequence[Run]) -> Run:
    if label is None:
        return run
    others = [place for other in runs if other is not run for place, _ in other.turns]
    middle = choose(run.low, run.high, label.width / 2, others, central=True)
    low, high = middle - label.width / 2, middle + label.width / 2
    return attrs.evolve(run, low=min(run.low, low), high=max(run.high, high), tag=(low, high, label.height / 2))
