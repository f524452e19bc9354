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
    plans = _plans(chain, costs)
    choose = random.Random(_SEED).random  # noqa: S311 - a simulation that must be repeatable
    walked = sorted(_one(plans, choose) for _ in range(wanted))
    return Runs([time for time, _ in walked], sorted(wait for _, wait in walked))


def _one(plans: Sequence[_Plan], choose: Callable[[], float]) -> tuple[float, float]:
    """The time and the waiting of one customer."""
    time = wait = 0.0
    plan = plans[_START]
    while plan:
        number = choose() if len(plan) > 1 else 0.0
        for leg in plan:  # the last one where rounding leaves none
            if number < leg[0]:
                break
        time += leg[1]
        wait += leg[2]
        plan = plans[leg[3]]
    return time, wait


#: From one choice to the next: chosen by numbers below the first, the time and the wait it takes, and where the next is.
_Leg = tuple[float, float, float, int]
#: What can be chosen at one place; nothing at the end.
_Plan = tuple[_Leg, ...]
_START = -1


def _plans(chain: Chain, costs: Costs) -> list[_Plan]:
    """What can be chosen at each touchpoint, at the end, and last at the start; a row without choices is one leg."""
    straight = _straight(chain, costs)
    places = (tuple(_legs(fork, costs, straight)) for fork in chain.forks)
    return [*places, (), tuple(_legs(chain.entry, costs, straight))]


def _legs(fork: Fork, costs: Costs, straight: Sequence[_Leg]) -> Iterator[_Leg]:
    """The legs that begin with the ways of a fork."""
    reach = 0.0
    for way in fork.ways:
        _, time, wait, target = straight[way.target]
        passing = time + delay(way)
        if way.odds > 0:
            reach += way.odds
            yield reach, passing + costs.times[way.target], wait + costs.waits[way.target], target


def _straight(chain: Chain, costs: Costs) -> list[_Leg]:
    """From behind each touchpoint on to the next choice."""
    legs: list[_Leg] = [(1.0, 0.0, 0.0, node) for node in range(chain.end + 1)]
    for node in reversed(range(chain.end)):
        ways = [way for way in chain.forks[node].ways if way.odds > 0]
        if len(ways) == 1:
            target = ways[0].target
            _, time, wait, on = legs[target] if target > node else (1.0, 0.0, 0.0, target)
            legs[node] = (1.0, costs.of(ways[0]) + time, costs.wait(ways[0]) + wait, on)
    return legs
