"""How often customers come to each touchpoint on average, and where they leave.

The fundamental matrix of an absorbing chain says how often each state is visited (Kemeny and Snell, theorem 3.2.4).
Where customers go on in several ways at once, each way is given a part of them, and a touchpoint between such a fork
and the place where its ways meet again is visited by all of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from journeyql_flow.chain import Chain, Fork, Way
from journeyql_flow.components import components
from journeyql_flow.linear import Row, solve
from journeyql_flow.parallel import Branches, weight


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Visits:
    """What comes of a chain.

    `counts` are the visits of each touchpoint for one customer, on average (infinite where nobody gets out again);
    `passed` is the same with a part of a customer on each of several ways at once; `ends` the part of customers who leave the journey there. `rings` are the groups of touchpoints that lead back to
    each other, sources first; `endless` those of them that nothing leads out of.
    """

    counts: Sequence[float]
    passed: Sequence[float]
    ends: Sequence[float]
    rings: Sequence[Sequence[int]]
    endless: Sequence[Sequence[int]]

    @property
    def steps(self) -> float:
        """How many touchpoints a customer goes through on average."""
        return sum(self.counts)

    @property
    def trapped(self) -> bool:
        """Whether some customers never get to the end."""
        return any(math.isinf(self.counts[ring[0]]) for ring in self.endless)


def visits(chain: Chain) -> Visits:
    """How often each touchpoint of a chain is visited."""
    rings = components([[way.target for way in fork.ways if way.odds > 0] for fork in chain.forks])
    endless = [ring for ring in rings if _closed(ring, chain)]
    flows = _Flows.into(chain)
    caught = frozenset(node for ring in endless for node in ring)
    mass = solve(rings, flows.rows, flows.base, caught)
    counts = _counted(chain, rings, mass)
    ends = [_leaving(fork, chain.end, mass[node]) for node, fork in enumerate(chain.forks)]
    return Visits(counts=counts, passed=mass, ends=ends, rings=rings, endless=endless)


def _closed(ring: Sequence[int], chain: Chain) -> bool:
    """Whether nothing leads out of a group of touchpoints."""
    inside = frozenset(ring)
    return all(way.target in inside for node in ring for way in chain.forks[node].ways if way.odds > 0)


@attrs.frozen(eq=False, repr=False)
class _Flows:
    """The odds turned round: for each touchpoint where customers come from, and how many begin there."""

    rows: list[Row]
    base: list[float]

    @classmethod
    def into(cls, chain: Chain) -> _Flows:
        flows = cls([{} for _ in chain.nodes], [0.0] * chain.end)
        for way, part in parts(chain.entry):
            if way.target < chain.end:
                flows.base[way.target] += part
        for node, fork in enumerate(chain.forks):
            for way, part in parts(fork):
                if way.target < chain.end and part > 0:
                    row = flows.rows[way.target]
                    row[node] = row.get(node, 0.0) + part
        return flows


def parts(fork: Fork) -> Sequence[tuple[Way, float]]:
    """The part of a customer that each way on gets, so that all of them make one."""
    whole = weight(fork)
    return [(way, way.odds / whole) for way in fork.ways]


def _counted(chain: Chain, rings: Sequence[Sequence[int]], mass: Sequence[float]) -> list[float]:
    """The visits of each touchpoint: who comes there, all ways of a fork counted."""
    branches = Branches.of(chain, rings)
    return [come * branches.times(node) for node, come in enumerate(mass)]


def _leaving(fork: Fork, end: int, come: float) -> float:
    gone = sum(part for way, part in parts(fork) if way.target == end)
    return come * gone if gone else 0.0
