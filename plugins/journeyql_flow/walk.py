"""The chain as one customer walks it: at each step one way on, and of parallel ways the slowest."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeyql_flow.chain import Chain, Fork, Way
from journeyql_flow.costs import Costs

_START = -1


def walk(chain: Chain, costs: Costs, rings: Sequence[Sequence[int]]) -> Chain:
    """The chain without parallel ways: where customers go on in several ways at once, the slowest one counts.

    Which one is the slowest is judged by the time to the end along all ways on; loops back are left out of that.
    """
    if not chain.entry.parallel and not any(fork.parallel for fork in chain.forks):
        return chain
    left = [0.0] * (chain.end + 1)
    forks = list(chain.forks)
    for ring in reversed(rings):
        for node in reversed(ring):
            forks[node] = _slowest(chain.forks[node], costs, left)
            left[node] = sum(way.odds * (costs.of(way) + left[way.target]) for way in forks[node].ways)
    return attrs.evolve(chain, entry=_slowest(chain.entry, costs, left), forks=tuple(forks))


def _slowest(fork: Fork, costs: Costs, left: Sequence[float]) -> Fork:
    """One way of those that are taken together, or the alternatives beside them, whichever takes longest."""
    if not fork.parallel:
        return fork

    def lasting(ways: Sequence[Way]) -> float:
        return sum(way.odds * (costs.of(way) + left[way.target]) for way in ways)

    besides = fork.alternatives
    slow = max((way for way in fork.ways if way.together), key=lambda way: lasting((attrs.evolve(way, odds=1.0),)))
    if besides and lasting(besides) >= lasting((attrs.evolve(slow, odds=1.0),)):
        return attrs.evolve(fork, ways=besides)
    taken = min(slow.odds, 1.0) if besides else 1.0
    ways = (attrs.evolve(slow, odds=taken, together=False),)
    return attrs.evolve(fork, ways=ways + tuple(attrs.evolve(way, odds=way.odds * (1 - taken)) for way in besides))
