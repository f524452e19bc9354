"""Leads arrows past stages that hold touchpoints, but none for those who take the arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.model import Edge, Graph, Moment


def bridged(graph: Graph) -> Graph:
    """The graph with only edges between its own nodes.

    For a persona without a touchpoint in a stage the stage itself acts as one, though the stage has cards for others
    and is none of the nodes then: what leads into it leads on to what follows.
    """
    ends = (node for edge in graph.edges for node in (edge.source, edge.target))
    strangers = dict.fromkeys(node for node in ends if node is not None and node.path not in graph.position)
    if not strangers:
        return graph
    edges = _Edges()
    for edge in graph.edges:
        edges.add(edge)
    for stranger in strangers:
        edges.lead_past(stranger)
    return Graph(graph.nodes, tuple(edges.known.values()))


@attrs.define(eq=False, repr=False)
class _Edges:
    """Edges by number, and the numbers of those that end and begin at each node."""

    known: dict[int, Edge] = attrs.field(factory=dict)
    _into: dict[Moment | None, list[int]] = attrs.field(factory=dict)
    _out: dict[Moment | None, list[int]] = attrs.field(factory=dict)
    _count: int = 0

    def add(self, edge: Edge) -> None:
        """Take in an edge."""
        self.known[self._count] = edge
        self._into.setdefault(edge.target, []).append(self._count)
        self._out.setdefault(edge.source, []).append(self._count)
        self._count += 1

    def lead_past(self, node: Moment) -> None:
        """Replace the edges of a node by those from what is before it to what is behind it."""
        into, out = [*self._taken(self._into.get(node, ()))], [*self._taken(self._out.get(node, ()))]
        for one in into:
            for other in out:
                self.add(attrs.evolve(one, target=other.target))

    def _taken(self, numbers: Iterable[int]) -> Iterator[Edge]:
        return (self.known.pop(number) for number in numbers if number in self.known)
