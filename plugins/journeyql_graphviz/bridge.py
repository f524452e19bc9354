"""Leads arrows past stages that hold touchpoints, but none for those who take the arrows."""

from __future__ import annotations

import attrs

from journeyql.model import Graph


def bridged(graph: Graph) -> Graph:
    """The graph with only edges between its own nodes.

    For a persona without a touchpoint in a stage the stage itself acts as one, though the stage has cards for others
    and is none of the nodes then: what leads into it leads on to what follows.
    """
    edges = list(graph.edges)
    for stranger in dict.fromkeys(
        node.path for edge in edges for node in (edge.source, edge.target) if node and node.path not in graph.position
    ):
        into = [edge for edge in edges if edge.target is not None and edge.target.path == stranger]
        out = [edge for edge in edges if edge.source is not None and edge.source.path == stranger]
        edges = [edge for edge in edges if edge not in into and edge not in out]
        edges += [attrs.evolve(one, target=other.target) for one in into for other in out if other not in into]
    return Graph(graph.nodes, tuple(edges))
