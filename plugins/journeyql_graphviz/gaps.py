"""Measures a gap between two rows of a column: the lines that run in it, and the words on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from journeyql_graphviz.channel import Run, spread
from journeyql_graphviz.plan import Channel, Plan, Side
from journeyql_graphviz.shape import Label

_TRACK, _ABOVE, _LEAD, _BETWEEN, _BELOW, _FAR = 12.0, 10.0, 17.0, 7.0, 21.0, 1e6


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gap:
    """What a gap between rows holds: the offset of each line, of each arrow's words, and its height.

    Lines are known by arrow and place in its way; words by arrow, as the offset of their upper edge. Words stand
    where the arrow arrives, those of `early` arrows where it leaves.
    """

    tracks: Mapping[tuple[int, int], float]
    words: Mapping[int, float]
    early: frozenset[int]
    height: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Needs:
    """What decides how large a column is: sizes of cards, ways of arrows, their words, and the room above."""

    sizes: Mapping[str, tuple[float, float]]
    ways: Sequence[Plan]
    labels: Mapping[int, Label]
    head: float = 0.0


def gap(channel: Channel, needs: Needs, middles: Mapping[str, float], least: float) -> Gap:
    """Measure one gap; `middles` are the places across of the cards of its column."""
    inside = [(plan, place) for plan in needs.ways for place, used in enumerate(plan.through) if used == channel]
    if not inside:
        return Gap(tracks={}, words={}, early=frozenset(), height=least)
    runs, keys = _runs(inside, middles)
    offsets, thick = spread(runs, _TRACK)
    said = [plan for plan, place in inside if plan.host == place and plan.arrow in needs.labels]
    early = frozenset(plan.arrow for plan in said if _early(plan, inside))
    upper, upper_room = _stacked([(plan.source, plan.arrow) for plan in said if plan.arrow in early], needs.labels)
    lower, lower_room = _stacked([(plan.target, plan.arrow) for plan in said if plan.arrow not in early], needs.labels)
    start = _LEAD + upper_room if upper else _ABOVE
    stop = start + thick + (_BETWEEN if lower else 0.0)
    height = max(least, stop + lower_room + _BELOW)
    slack = 0.0 if said or not runs else (height - stop - _BELOW) / 2
    words = {**{key: _LEAD + y for key, y in upper.items()}, **{key: stop + y for key, y in lower.items()}}
    tracks = {keys[key]: start + slack + offset for key, offset in offsets.items()}
    return Gap(tracks=tracks, words=words, early=early, height=height)


def _early(plan: Plan, inside: Sequence[tuple[Plan, int]]) -> bool:
    """Whether words stand where the arrow leaves, because several arrive together and this one leaves alone."""
    arriving = sum(1 for other, _ in inside if other.target == plan.target and other.entry is plan.entry)
    leaving = sum(1 for other, _ in inside if other.source == plan.source and other.exit is plan.exit)
    return arriving > 1 and leaving == 1 and plan.exit is Side.BOTTOM and len(plan.through) == 1


def _runs(
    inside: Sequence[tuple[Plan, int]], middles: Mapping[str, float]
) -> tuple[list[Run], dict[int, tuple[int, int]]]:
    """The lines that need a track, and which arrows they belong to; those straight down need none."""
    runs: list[Run] = []
    keys: dict[int, tuple[int, int]] = {}
    for plan, place in inside:
        ends = _ends(plan, place, middles)
        if ends[0][0] != ends[1][0]:
            keys[len(keys)] = (plan.arrow, place)
            runs.append(_run(len(keys) - 1, ends))
    return runs, keys


def _ends(plan: Plan, place: int, middles: Mapping[str, float]) -> tuple[tuple[float, int], tuple[float, int]]:
    """Where a line enters and leaves a gap, as place and side (-1 above, 1 below, 0 through a gutter)."""
    first = (middles[plan.source], -1) if place == 0 else (_towards(plan.through[place - 1], plan.through[place]), 0)
    if place < len(plan.through) - 1:
        return first, (_towards(plan.through[place + 1], plan.through[place]), 0)
    return first, (middles[plan.target], 1 if plan.entry is Side.TOP else -1)


def _towards(gutter: Channel, gap: Channel) -> float:
    return _FAR if gutter.column > gap.column else -_FAR


def _run(key: int, ends: tuple[tuple[float, int], tuple[float, int]]) -> Run:
    places = sorted(place for place, _ in ends)
    return Run(key=key, low=places[0], high=places[1], turns=tuple(end for end in ends if end[1]))


def _stacked(said: Sequence[tuple[str, int]], labels: Mapping[int, Label]) -> tuple[dict[int, float], float]:
    """Words at one card stand on top of each other: their offsets by arrow, and the room of the highest stack."""
    tops: dict[int, float] = {}
    filled: dict[str, float] = {}
    for card, arrow in said:
        tops[arrow] = filled.get(card, 0.0)
        filled[card] = tops[arrow] + labels[arrow].height + 4
    return tops, max(filled.values(), default=0.0)
