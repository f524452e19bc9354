"""The chain as one customer walks it: at each step one way on, and of parallel ways the slowest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from journeyql_flow.chain import Chain, Fork, Way
from journeyql_flow.costs import Costs
from journeyql_flow.parallel import ALTERNATIVES, START

#: A fork, and which of its ways: its index, or the alternatives together.
_Branch = tuple[int, int]
_Slack = tuple[float, float]


@attrs.frozen(eq=False, repr=False)
class Walk:
    """A chain without parallel ways.

    `slack` has for each branch beside which others are gone how often they are, and the seconds by which it is slower
    then than the next: whatever is done about it saves no more each time.
    """

    chain: Chain
    slack: Mapping[_Branch, _Slack]


def walk(chain: Chain, costs: Costs, rings: Sequence[Sequence[int]]) -> Walk:
    """The walk through a chain: where customers go on in several ways at once, the slowest one counts.

    Which one is the slowest is judged by the time to the end along all ways on; loops back are left out of that.
    """
    if not chain.entry.parallel and not any(fork.parallel for fork in chain.forks):
        return Walk(chain, {})
    reader = _Reader(costs, [0.0] * (chain.end + 1))
    forks = list(chain.forks)
    for ring in reversed(rings):
        for node in reversed(ring):
            forks[node] = reader.fork(node, chain.forks[node])
            reader.left[node] = reader.lasting(forks[node].ways)
    entry = reader.fork(START, chain.entry)
    return Walk(attrs.evolve(chain, entry=entry, forks=tuple(forks)), reader.slack)


@attrs.frozen(eq=False, repr=False)
class _Reader:
    """Reads forks from the end on: `left` is the time from each touchpoint to the end."""

    costs: Costs
    left: list[float]
    slack: dict[_Branch, _Slack] = attrs.field(factory=dict)

    def lasting(self, ways: Sequence[Way]) -> float:
        """The time to the end along some ways."""
        return sum(way.odds * (self.costs.of(way) + self.left[way.target]) for way in ways)

    def fork(self, node: int, fork: Fork) -> Fork:
        """One way of those that are taken together, or the alternatives beside them, whichever takes longest."""
        if not fork.parallel:
            return fork
        times = {
            index: self.costs.of(way) + self.left[way.target] for index, way in enumerate(fork.ways) if way.together
        }
        index = max(times, key=times.__getitem__)
        slow, slowest = fork.ways[index], times.pop(index)
        besides = fork.alternatives
        taken = min(slow.odds, 1.0) if besides else 1.0
        beside = self.lasting(besides) if besides else -math.inf
        if beside >= slowest:
            self.slack[node, ALTERNATIVES] = taken, beside - slowest
            return attrs.evolve(fork, ways=besides)
        if besides or times:
            self.slack[node, index] = 1.0, taken * (slowest - max([beside, *times.values()]))
        ways = (attrs.evolve(slow, odds=taken, together=False),)
        return attrs.evolve(fork, ways=ways + tuple(attrs.evolve(way, odds=way.odds * (1 - taken)) for way in besides))
