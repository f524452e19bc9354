"""The way through a journey that meets the most of some steps."""

from __future__ import annotations

from collections.abc import Mapping

from journeyql.model import Graph


def fullest(flow: Graph, weights: Mapping[str, int]) -> set[str]:
    """The steps with a weight on the way onward whose weights add up to most, by their paths.

    Ways back are not gone: nobody knows how often, and what is met again is met already. It takes time in proportion to
    the flow.
    """
    best: dict[str, int] = {}
    following: dict[str, str] = {}
    for node in reversed(flow.nodes):
        ahead = [edge.target.path for edge in flow.out(node) if edge.target is not None and not flow.back(edge)]
        after = max(ahead, key=best.__getitem__, default="")
        best[node.path] = weights.get(node.path, 0) + best.get(after, 0)
        following[node.path] = after
    path = max(best, key=best.__getitem__, default="")
    met: set[str] = set()
    while path:
        met.add(path)
        path = following[path]
    return met & weights.keys()
