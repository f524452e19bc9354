"""Many customers walk through a journey: how long the slower ones take.

A map says how long things take in single numbers, so what differs between customers is the way they take and how often
they go round; the odds are those of the chain. The same map gives the same numbers: the generator starts from a fixed
number. The work is bounded; where too few customers come to the end within it, nothing is said.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import attrs

from journeyql_flow.chain import Chain, Fork
from journeyql_flow.costs import Costs, delay
from journeyql_flow.runs import Runs

RUNS = 1_000
#: As many ways are chosen in all runs at most.
CHOICES = 200_000
#: The least number of runs from which a time is told that nine in ten keep.
FEWEST = 100
_SEED = 20_260_101


def simulated(chain: Chain, costs: Costs) -> Runs:
    """Runs through a chain without parallel ways; none if too few come to an end."""
    plans = _Plans.of(chain, costs)
    choose = random.Random(_SEED).random  # noqa: S311 - a simulation that must be repeatable
    times: list[float] = []
    waits: list[float] = []
    left = CHOICES
    while left > 0 and len(times) < RUNS:
        time, wait, plan = 0.0, 0.0, plans.entry
        while left > 0:
            left -= 1
            leg = plan[0] if len(plan) == 1 else _taken(plan, choose())
            time, wait = time + leg.time, wait + leg.wait
            if leg.target == chain.end:
                times.append(time)
                waits.append(wait)
                break
            plan = plans.at(leg.target)
    return Runs(sorted(times), sorted(waits)) if len(times) >= FEWEST else Runs((), ())


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
