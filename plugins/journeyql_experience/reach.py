"""How many customers come to a place: the shares of the arrows, multiplied along the flow.

Steps are taken in the order written, and arrows that lead back are left out, so one pass over the arrows is enough.
What the stated shares leave over is split evenly among the ways that state none; that is an assumption as soon as
there are several. A customer who comes by several ways is counted at most once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from journeyql.model import Edge, Graph, Moment

_ALL = 100.0


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
    shares: dict[str, float] = {}
    guessed: set[str] = set()
    for step in (None, *graph.nodes):
        here = 1.0 if step is None else min(1.0, shares.get(step.path, 0.0))
        if step is not None and (here <= 0 or step.path in guessed):
            guessed.add(step.path)
            here = here or 1.0
        for edge, part, stated in _parts(graph, step):
            path = edge.target.path if edge.target is not None else ""
            shares[path] = shares.get(path, 0.0) + here * part
            if not stated or (step is not None and step.path in guessed):
                guessed.add(path)
    return {node.path: _of(node.path, shares, guessed) for node in graph.nodes}


def _of(path: str, shares: Mapping[str, float], guessed: set[str]) -> Reach:
    share = shares.get(path, 0.0)
    return Reach(min(1.0, share), path in guessed) if share > 0 else EVERYBODY


def _parts(graph: Graph, step: Moment | None) -> Iterator[tuple[Edge, float, bool]]:
    """The ways on from a step, each with the part of customers who take it, and whether the map says so."""
    ways = graph.out(step)
    stated = sum(edge.share for edge in ways if edge.share is not None and not edge.parallel)
    silent = sum(edge.share is None and not edge.parallel for edge in ways)
    rest = max(0.0, _ALL - stated) / _ALL / max(1, silent)
    for edge in ways:
        if not graph.back(edge):
            part = 1.0 if edge.parallel else rest if edge.share is None else edge.share / max(_ALL, stated)
            yield edge, part, edge.share is not None or edge.parallel or silent == 1
