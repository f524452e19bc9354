"""How many customers come to a place: the shares of the arrows, multiplied along the flow.

What is worked out is how often a customer comes there on average, and that is taken for the share of customers who
come, all at most: for a place that hardly anybody comes to twice the two are the same. Steps are taken in the order
written; who goes back is sent through once more, until that changes next to nothing. What the stated shares leave over is
split evenly among the ways that state none; that is an assumption as soon as there are several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from journeyql.model import Graph, Moment

_ALL = 100.0
#: Rounds for those who go back; after these, or when no share changes by more, nobody would see a difference.
_ROUNDS, _LITTLE = 40, 0.005


@attrs.frozen(eq=False, repr=False)
class Reach:
    """The share of all customers who come to a place (0 to 1), and whether the map says so or it is assumed."""

    share: float = 1.0
    assumed: bool = False


#: What is taken where nobody can tell.
EVERYBODY = Reach(1.0, assumed=True)


def reach(graph: Graph) -> Mapping[str, Reach]:
    """How many come to each step, by its path; everybody where the map does not say how one gets there.

    >>> reach(Graph((), ()))
    {}
    """
    entrances, *ways = [[*_ways(graph, node)] for node in (None, *graph.nodes)]
    visits, guessed = _visits(ways, entrances), _guessed(ways, entrances)
    return {
        node.path: Reach(min(1.0, share), here in guessed) if share > 0 else EVERYBODY
        for here, (node, share) in enumerate(zip(graph.nodes, visits, strict=True))
    }


#: Where a way leads (as the number of a step), the part of customers who take it, and whether the map says so.
_Way: TypeAlias = tuple[int, float, bool]


def _visits(ways: list[list[_Way]], entrances: list[_Way]) -> list[float]:
    """How often a customer comes to each step."""
    start, back = [0.0] * len(ways), [0.0] * len(ways)
    for there, part, _ in entrances:
        start[there] += part
    onward = [(here, there, part) for here, following in enumerate(ways) for there, part, _ in following]
    ahead, again = ([way for way in onward if (way[1] > way[0]) is forward] for forward in (True, False))
    known: list[float] = []
    for _ in range(_ROUNDS):
        visits = [begin + more for begin, more in zip(start, back, strict=True)]
        for here, there, part in ahead:
            visits[there] += part * visits[here]
        back = [0.0] * len(ways)
        for here, there, part in again:
            back[there] += part * visits[here]
        if not any(back) or (known and _settled(known, visits)):
            return visits
        known = visits
    return known


def _settled(known: list[float], visits: list[float]) -> bool:
    """Whether no share changes by more than anybody would see; with each round there are more who come, never fewer."""
    both = zip(known, visits, strict=True)
    return not any(before < 1 and min(1.0, now) - before > _LITTLE for before, now in both)


def _guessed(ways: list[list[_Way]], entrances: list[_Way]) -> set[int]:
    """The steps that customers come to by ways whose shares have to be assumed."""
    found = {there for there, _, stated in entrances if not stated}
    for here, following in enumerate(ways):
        found.update(there for there, _, stated in following if there > here and (not stated or here in found))
    return found


def _ways(graph: Graph, step: Moment | None) -> Iterator[_Way]:
    """The ways on from a step that do not end the journey."""
    ways, place = graph.out(step), graph.position
    if len(ways) == 1 and ways[0].share is None:
        if ways[0].target is not None:
            yield place[ways[0].target.path], 1.0, True
        return
    stated = sum(edge.share for edge in ways if edge.share is not None and not edge.parallel)
    silent = sum(edge.share is None and not edge.parallel for edge in ways)
    rest = max(0.0, _ALL - stated) / _ALL / max(1, silent)
    for edge in ways:
        part = 1.0 if edge.parallel else rest if edge.share is None else edge.share / max(_ALL, stated)
        if edge.target is not None:
            yield place[edge.target.path], part, edge.share is not None or edge.parallel or silent == 1
