"""The likeliest way through a chain to where most customers end.

Its probability is the product of the odds of its ways; the largest product has the smallest sum of negated logarithms,
which Dijkstra's method finds (E. W. Dijkstra, A note on two problems in connexion with graphs, 1959). Of ways that are
equally likely the shorter is taken, and of equally short ones that without a condition. The quickest way out is often
the likeliest of all in a map with many choices, and says little; therefore the last touchpoint is given.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

import attrs

from journeyql_flow.chain import Chain, Fork


@attrs.frozen(eq=False, repr=False)
class Path:
    """The touchpoints of the likeliest way in order, and its probability; none where nobody gets to the end."""

    steps: Sequence[int]
    probability: float


def likeliest(chain: Chain, last: int) -> Path:
    """The likeliest way from start to end of a chain without parallel ways, its last touchpoint given."""
    leaving = sum(way.odds for way in chain.forks[last].ways if way.target == chain.end)
    search = _Search([_FAR] * (chain.end + 1), [_START] * (chain.end + 1))
    search.look(_START, (0.0, 0), chain.entry)
    while search.waiting and leaving:
        distance, _, node = heapq.heappop(search.waiting)
        if node == last:
            return Path(search.steps(node), math.exp(-distance[0]) * leaving)
        if node < chain.end and distance <= search.distances[node]:
            search.look(node, distance, chain.forks[node])
    return Path((), 0.0)


#: The negated logarithm of a probability, and the number of ways.
_Distance = tuple[float, int]
_FAR: _Distance = (math.inf, 0)
_START = -1


@attrs.define(eq=False, repr=False)
class _Search:
    """The distance and the step before of each touchpoint; `waiting` are those to look at, nearest first."""

    distances: list[_Distance]
    before: list[int]
    waiting: list[tuple[_Distance, int, int]] = attrs.field(factory=list)
    count: int = 0

    def look(self, node: int, distance: _Distance, fork: Fork) -> None:
        """Note what a touchpoint leads to."""
        for way in sorted(fork.ways, key=lambda way: way.edge.conditional):
            if way.odds <= 0:
                continue
            total = distance[0] - math.log(way.odds), distance[1] + 1
            if total < self.distances[way.target]:
                self.distances[way.target], self.before[way.target] = total, node
                self.count += 1
                heapq.heappush(self.waiting, (total, self.count, way.target))

    def steps(self, last: int) -> list[int]:
        """The touchpoints on the way to one, in order, itself included."""
        found: list[int] = []
        node = last
        while node != _START:
            found.append(node)
            node = self.before[node]
        return found[::-1]
