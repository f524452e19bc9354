"""The way through a journey that meets the most of some steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyql.model import Graph, Moment


def fullest(flow: Graph, nodes: Sequence[Moment], weights: Mapping[str, int]) -> set[str]:
    """The steps with a weight on the way onward through some nodes whose weights add up to most, by their paths.

    The nodes are in the order of the flow. Ways back are not gone: nobody knows how often, and what is met again is met
    already. It takes time in proportion to the nodes and their ways.
    """
    best: dict[str, int] = {}
    following: dict[str, str] = {}
    for node in reversed(nodes):
        ahead = [edge.target.path for edge in flow.out(node) if edge.target is not None and edge.target.path in best]
        after = max(ahead, key=best.__getitem__, default="")
        best[node.path] = weights.get(node.path, 0) + best.get(after, 0)
        following[node.path] = after
    path = max(best, key=best.__getitem__, default="")
    met: set[str] = set()
    while path:
        met.add(path)
        path = following[path]
    return met & weights.keys()
