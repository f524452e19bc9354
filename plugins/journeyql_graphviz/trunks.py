"""Finds arrows without words that may run as one line at one of their ends, and part or join in a gutter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Channel, Plan, Side, Way

#: An arrow's end: its number, and whether it is the target's end.
Tip = tuple[int, bool]


@attrs.frozen
class Trunk:
    """The common part of some arrows: at a side of a card, in the gutter beside it, all forwards or all back."""

    key: str
    side: Side
    channel: Channel
    back: bool
    is_target: bool


def trunks(ways: Sequence[Plan], worded: Collection[int]) -> Mapping[Tip, Trunk]:
    """The trunk of each end that has one; where both ends lie in one gutter, the trunk with more arrows wins."""
    plain = [plan for plan in ways if plan.arrow not in worded and plan.through]
    counts = Counter(trunk for plan in plain for trunk in _both(plan))
    chosen = {
        (plan.arrow, trunk.is_target): trunk for plan in plain for trunk in _kept(plan, counts) if counts[trunk] > 1
    }
    left = Counter(chosen.values())
    return {tip: trunk for tip, trunk in chosen.items() if left[trunk] > 1}


def _kept(plan: Plan, counts: Mapping[Trunk, int]) -> list[Trunk]:
    found = list(_both(plan))
    if len(plan.through) > 1 or len(found) == 1:
        return found
    return sorted(found, key=lambda trunk: -counts[trunk])[:1]


def _both(plan: Plan) -> Iterator[Trunk]:
    for key, side, place, is_target in ((plan.source, plan.exit, 0, False), (plan.target, plan.entry, -1, True)):
        channel = plan.through[place]
        if channel.way is Way.GUTTER and side in (Side.LEFT, Side.RIGHT) and key not in (START, END):
            yield Trunk(key, side, channel, plan.back, is_target)
