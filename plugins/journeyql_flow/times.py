"""How long a journey takes on average, how long the slower customers take, and where they wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from journeyql.facts import Bottleneck, Spread
from journeyql_flow.chain import Chain, Way
from journeyql_flow.costs import Costs
from journeyql_flow.linear import Row, solve
from journeyql_flow.runs import Runs
from journeyql_flow.visits import Visits


@attrs.frozen(eq=False, repr=False)
class Times:
    """How long the whole journey takes, and the waiting in it; None where the map states no time."""

    time: Spread | None
    wait: Spread | None


def times(chain: Chain, costs: Costs, rings: Sequence[Sequence[int]], walked: Callable[[], Runs]) -> Times:
    """The times of a chain without parallel ways, of which every way leads to the end; `walked` simulates it."""
    if not costs.any_time:
        return Times(None, None)
    time, wait = _mean(chain, costs.of, rings), _mean(chain, costs.wait, rings)
    if _varies(chain, costs):
        spread = Spread(mean=time, sample=lambda: walked().times), Spread(mean=wait, sample=lambda: walked().waits)
    else:
        spread = Spread(mean=time, sample=lambda: (time,)), Spread(mean=wait, sample=lambda: (wait,))
    return Times(spread[0], spread[1] if costs.any_wait else None)


def _mean(chain: Chain, cost: Callable[[Way], float], rings: Sequence[Sequence[int]]) -> float:
    """The expected sum of costs from start to end."""
    rows: list[Row] = []
    base: list[float] = []
    for fork in chain.forks:
        row: Row = {}
        for way in fork.ways:
            if way.target < chain.end and way.odds > 0:
                row[way.target] = row.get(way.target, 0.0) + way.odds
        rows.append(row)
        base.append(sum(way.odds * cost(way) for way in fork.ways))
    left = [*solve(list(reversed(rings)), rows, base), 0.0]
    return sum(way.odds * (cost(way) + left[way.target]) for way in chain.entry.ways)


def _varies(chain: Chain, costs: Costs) -> bool:
    """Whether customers differ: they choose a way somewhere, or leave out something that takes time."""
    forks = (chain.entry, *chain.forks)
    return any(
        sum(way.odds > 0 for way in fork.ways) > 1
        or any(way.visited < 1 and costs.times[way.target] for way in fork.ways)
        for fork in forks
    )


def bottlenecks(chain: Chain, costs: Costs, found: Visits) -> tuple[Bottleneck, ...]:
    """Where customers wait, by what that adds to a journey on average, most first."""
    if not costs.any_wait or found.trapped:
        return ()
    waits = [(count * costs.waits[node], node) for node, count in enumerate(found.counts)]
    whole = sum(seconds for seconds, _ in waits)
    ordered = sorted((item for item in waits if item[0] > 0), key=lambda item: (-item[0], item[1]))
    return tuple(
        Bottleneck(place=chain.nodes[node], seconds=seconds, share=seconds / whole) for seconds, node in ordered
    )
