"""Measures a gap between two rows of a column: the lines that run in it, and the words on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import attrs

from journeyql_graphviz.channel import Run, spread
from journeyql_graphviz.perch import Perch
from journeyql_graphviz.plan import Channel, Plan, Side
from journeyql_graphviz.ports import shifted
from journeyql_graphviz.shape import Label

_TRACK, _ABOVE, _LEAD, _BETWEEN, _BELOW, _CLEAR, _FAR = 12.0, 15.0, 17.0, 7.0, 30.0, 5.0, 1e6

#: An end of a line in a gap: its place across, and its side.
_End = tuple[float, int]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gap:
    """What a gap between rows holds: the offset of each line, of each arrow's words, and its height.

    Lines are known by arrow and place in its way; words by arrow, as the offset of their upper edge.
    """

    tracks: Mapping[tuple[int, int], float]
    words: Mapping[int, float]
    height: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Needs:
    """What decides how large a column is: cards' sizes, ways of arrows, their words and perches, the room above."""

    sizes: Mapping[str, tuple[float, float]]
    ways: Sequence[Plan]
    labels: Mapping[int, Label]
    perches: Mapping[int, Perch]
    head: float = 0.0


def gap(channel: Channel, needs: Needs, middles: Mapping[str, float], least: float) -> Gap:
    """Measure one gap; `middles` are the places across of the cards of its column."""
    inside = [(plan, place) for plan in needs.ways for place, used in enumerate(plan.through) if used == channel]
    if not inside:
        return Gap(tracks={}, words={}, height=least)
    runs, keys = _runs(inside, middles, needs)
    offsets, thick = spread(runs, _TRACK)
    said = [plan for plan, place in inside if plan.host == place and plan.arrow in needs.labels]
    upper, upper_room = _stacked([plan for plan in said if _is_above(plan, needs)], needs)
    lower, lower_room = _stacked([plan for plan in said if not _is_above(plan, needs)], needs)
    start = _LEAD + upper_room + _CLEAR if upper else _ABOVE
    stop = start + thick + (_BETWEEN if lower else 0.0)
    height = max(least, stop + lower_room + _BELOW)
    slack = 0.0 if said or not runs else (height - stop - _BELOW) / 2
    words = {**{key: _LEAD + y for key, y in upper.items()}, **{key: stop + y for key, y in lower.items()}}
    tracks = {keys[key]: start + slack + offset for key, offset in offsets.items()}
    return Gap(tracks=tracks, words=words, height=height)


def _is_above(plan: Plan, needs: Needs) -> bool:
    """Whether words stand at a card above the gap."""
    return not needs.perches[plan.arrow].is_target or plan.entry is Side.BOTTOM


def _runs(
    inside: Sequence[tuple[Plan, int]], middles: Mapping[str, float], needs: Needs
) -> tuple[list[Run], dict[int, tuple[int, int]]]:
    """The lines that need a track, and which arrows they belong to; those straight down need none."""
    ends = {(plan.arrow, place): _ends(plan, place, middles, needs.perches) for plan, place in inside}
    bent = [(plan, place) for plan, place in inside if _level(*ends[plan.arrow, place])]
    bundles = _bundles(bent, ends, needs.labels)
    keys = {key: (plan.arrow, place) for key, (plan, place) in enumerate(bent)}
    return [_run(key, ends[leg], bundles[leg]) for key, leg in keys.items()], keys


def _level(one: _End, other: _End) -> bool:
    return one[0] != other[0]


def _bundles(
    bent: Sequence[tuple[Plan, int]], ends: Mapping[tuple[int, int], tuple[_End, _End]], labels: Mapping[int, Label]
) -> Mapping[tuple[int, int], Hashable]:
    """For each line what it shares with most others: lines that join or part run on one track."""
    joins: dict[tuple[int, int], list[Hashable]] = {
        (plan.arrow, place): [
            *(() if plan.arrow in labels else _ways(plan, place)),
            *((end, plan.back) for end in ends[plan.arrow, place] if end[1]),
        ]
        for plan, place in bent
    }
    counts = Counter(way for shared in joins.values() for way in shared)
    return {leg: max(reversed(shared), key=lambda way: counts[way], default=leg) for leg, shared in joins.items()}


def _ways(plan: Plan, place: int) -> tuple[Hashable, Hashable]:
    """Where an arrow without words comes from and leads to, and how: equal ones may run together."""
    return (plan.source, plan.through[: place + 1], plan.back), (plan.target, plan.through[place:], plan.back)


def _ends(plan: Plan, place: int, middles: Mapping[str, float], beside: Mapping[int, Perch]) -> tuple[_End, _End]:
    """Where a line enters and leaves a gap, as place and side (-1 above, 1 below, 0 through a gutter)."""
    first: _End = (_towards(plan.through[place - 1], plan.through[place]), 0)
    if place == 0:
        first = (middles[plan.source] + shifted(beside, plan.arrow, False), -1)
    if place < len(plan.through) - 1:
        return first, (_towards(plan.through[place + 1], plan.through[place]), 0)
    last = middles[plan.target] + shifted(beside, plan.arrow, True)
    return first, (last, 1 if plan.entry is Side.TOP else -1)


def _towards(gutter: Channel, gap: Channel) -> float:
    return _FAR if gutter.column > gap.column else -_FAR


def _run(key: int, ends: tuple[_End, _End], bundle: Hashable) -> Run:
    places = sorted(place for place, _ in ends)
    turns = tuple(end for end in ends if end[1])
    return Run(key=key, low=places[0], high=places[1], turns=turns, bundle=bundle)


def _stacked(said: Sequence[Plan], needs: Needs) -> tuple[dict[int, float], float]:
    """Words at one end stand on top of each other: their offsets by arrow, and the room of the highest stack."""
    tops: dict[int, float] = {}
    filled: dict[tuple[str, float], float] = {}
    for plan in said:
        perch = needs.perches[plan.arrow]
        place = (plan.target if perch.is_target else plan.source, perch.shift)
        tops[plan.arrow] = filled.get(place, 0.0)
        filled[place] = tops[plan.arrow] + needs.labels[plan.arrow].height + 4
    return tops, max(filled.values(), default=0.0)
