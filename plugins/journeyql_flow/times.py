"""How long a journey takes on average, how long the slower customers take, and where they wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from journeyql.facts import Bottleneck, Spread
from journeyql_flow.chain import Chain, Way
from journeyql_flow.costs import Costs
from journeyql_flow.parallel import START, Branches
from journeyql_flow.visits import Visits
from journeyql_flow.walk import Walk

#: A place holds customers up if it adds so much of all waiting; so many places are named at most.
_COUNTS = 0.1
_MOST = 3


@attrs.frozen(eq=False, repr=False)
class Times:
    """How long the whole journey takes, and the waiting in it; None where the map states no time."""

    time: Spread | None
    wait: Spread | None


def times(chain: Chain, costs: Costs, found: Visits, share: int) -> Times:
    """The times of a chain without parallel ways, of which every way leads to the end.

    `found` are its visits, and `share` among how many such chains the work of simulating is divided.
    """
    if not costs.any_time:
        return Times(None, None)
    time, wait = (_mean(chain, cost, found) for cost in (costs.of, costs.wait))
    spreads = _simulated(chain, costs, found, share) if _varies(chain) else (_same(time), _same(wait))
    return Times(attrs.evolve(spreads[0], mean=time), attrs.evolve(spreads[1], mean=wait) if costs.any_wait else None)


def _same(seconds: float) -> Spread:
    return Spread(mean=seconds, p50=seconds, p90=seconds)


def _simulated(chain: Chain, costs: Costs, found: Visits, share: int) -> tuple[Spread, Spread]:
    from journeyql_flow.simulation import simulated

    choices = 1 + sum(count for count, fork in zip(found.counts, chain.forks, strict=True) if len(fork.ways) > 1)
    runs = simulated(chain, costs, choices, share)
    return _spread(runs.times), _spread(runs.waits)


def _spread(runs: Sequence[float]) -> Spread:
    """Median and ninth decile of runs in order, by the nearest rank."""
    if not runs:
        return Spread(mean=0)
    p50, p90 = (runs[-(-percent * len(runs) // 100) - 1] for percent in (50, 90))
    return Spread(mean=0, p50=p50, p90=p90, runs=len(runs))


def _mean(chain: Chain, cost: Callable[[Way], float], found: Visits) -> float:
    """The expected sum of costs: those of each way, as often as it is taken."""
    begin = sum(way.odds * cost(way) for way in chain.entry.ways)
    passing = zip(found.passed, chain.forks, strict=True)
    return begin + sum(times * way.odds * cost(way) for times, fork in passing for way in fork.ways if way.odds)


def _varies(chain: Chain) -> bool:
    """Whether customers differ: they choose a way somewhere."""
    return any(sum(way.odds > 0 for way in fork.ways) > 1 for fork in (chain.entry, *chain.forks))


def bottlenecks(walk: Walk, costs: Costs, found: Visits, branches: Branches) -> tuple[Bottleneck, ...]:
    """Where customers wait, by what that adds to a journey on average, most first: the few places that count.

    `found` are the visits of the walk; while others go on beside it a touchpoint adds no more than its branch is slower.
    """
    waits = [count * wait for count, wait in zip(found.counts, costs.waits, strict=False)]
    whole = sum(waits)
    added = ((_saved(walk, found, branches, node, seconds), node) for node, seconds in enumerate(waits) if seconds)
    ordered = sorted((item for item in added if item[0] >= whole * _COUNTS), key=lambda item: (-item[0], item[1]))
    return tuple(
        Bottleneck(place=walk.chain.nodes[node], seconds=seconds, share=seconds / whole)
        for seconds, node in ordered[:_MOST]
    )


def _saved(walk: Walk, found: Visits, branches: Branches, node: int, seconds: float) -> float:
    """What would be saved if customers did not wait at a touchpoint: while others go on beside it no more than the slack."""
    least = seconds
    for fork, way, _ in branches.trails.get(node, ()):
        part, slack = walk.slack.get((fork, way), (0.0, 0.0))
        times = 1.0 if fork == START else found.counts[fork]
        least = min(least, seconds * (1 - part) + part * slack * times)
    return least
