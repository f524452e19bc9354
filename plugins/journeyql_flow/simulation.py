"""Many customers walk through a journey: how long the slower ones take.

A map says how long things take in single numbers, so what differs between customers is the way they take and how often
they go round; the odds are those of the chain. The same map gives the same numbers: the generator starts from a fixed
number. The work is bounded; where too few customers would come to the end within it, nothing is said.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import attrs

from journeyql_flow.chain import Chain, Fork
from journeyql_flow.costs import Costs, delay

#: So many customers walk, if they have few ways to choose from.
RUNS = 500
#: With more ways to choose from fewer of them walk, so that as many ways are chosen in all.
CHOICES = 5_000
#: The least number of customers from which a time is told that nine in ten keep.
FEWEST = 100
#: So many ways are chosen at most; where that does not do for the fewest, nobody walks.
MOST = 1_000_000
_SEED = 20_260_101


@attrs.frozen(eq=False, repr=False)
class Runs:
    """The seconds of each customer, in order of length: `times` waiting included, and `waits`."""

    times: Sequence[float]
    waits: Sequence[float]


def simulated(chain: Chain, costs: Costs, choices: float, share: int = 1) -> Runs:
    """Customers who walk through a chain without parallel ways; none if too few would come to an end.

    `choices` is the number of ways that one of them chooses on average; `share` the part of the work that is left for
    this chain (2 for half).
    """
    wanted = min(RUNS, max(FEWEST, int(CHOICES / choices / share)))
    if wanted * choices > MOST:
        return Runs((), ())
    plans = _Plans.of(chain, costs)
    choose = random.Random(_SEED).random  # noqa: S311 - a simulation that must be repeatable
    walked = sorted(_one(plans, choose) for _ in range(wanted))
    return Runs([time for time, _ in walked], sorted(wait for _, wait in walked))


def _one(plans: _Plans, choose: Callable[[], float]) -> tuple[float, float]:
    """The time and the waiting of one customer."""
    time, wait, plan = 0.0, 0.0, plans.entry
    while True:
        leg = plan[0] if len(plan) == 1 else _taken(plan, choose())
        time, wait = time + leg.time, wait + leg.wait
        if leg.target == plans.chain.end:
            return time, wait
        plan = plans.at(leg.target)


@attrs.frozen(eq=False, repr=False)
class _Leg:
    """From one choice to the next: chosen by numbers below `reach`, what it takes, and where the next choice is."""

    reach: float
    time: float
    wait: float
    target: int


def _taken(plan: Sequence[_Leg], number: float) -> _Leg:
    for leg in plan:
        if number < leg.reach:
            return leg
    return plan[-1]


@attrs.frozen(eq=False, repr=False)
class _Plans:
    """What can be chosen where; a row of touchpoints without a choice is one leg."""

    chain: Chain
    costs: Costs
    straight: Sequence[_Leg]
    entry: Sequence[_Leg] = ()
    _known: dict[int, Sequence[_Leg]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, chain: Chain, costs: Costs) -> _Plans:
        plans = cls(chain, costs, _straight(chain, costs))
        return attrs.evolve(plans, entry=plans.legs(chain.entry))

    def at(self, node: int) -> Sequence[_Leg]:
        """What can be chosen at a touchpoint."""
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self.legs(self.chain.forks[node])
        return found

    def legs(self, fork: Fork) -> Sequence[_Leg]:
        """The legs that begin with the ways of a fork."""
        return tuple(self._legs(fork))

    def _legs(self, fork: Fork) -> Iterator[_Leg]:
        reach = 0.0
        for way in fork.ways:
            on = self.straight[way.target]
            for visited, part in ((True, way.visited), (False, 1 - way.visited)):
                if way.odds * part > 0:
                    reach += way.odds * part
                    time = delay(way) + (self.costs.times[way.target] if visited else 0.0)
                    wait = self.costs.waits[way.target] if visited else 0.0
                    yield _Leg(reach, time + on.time, wait + on.wait, on.target)


def _straight(chain: Chain, costs: Costs) -> Sequence[_Leg]:
    """From behind each touchpoint on to the next choice."""
    legs = [_Leg(1.0, 0.0, 0.0, node) for node in range(chain.end + 1)]
    for node in reversed(range(chain.end)):
        ways = [way for way in chain.forks[node].ways if way.odds > 0]
        if len(ways) == 1 and ways[0].visited == 1:
            target = ways[0].target
            on = legs[target] if target > node else _Leg(1.0, 0.0, 0.0, target)
            legs[node] = _Leg(1.0, costs.of(ways[0]) + on.time, costs.wait(ways[0]) + on.wait, on.target)
    return legs
