"""The flow of a journey in one view: which touchpoint follows which, when, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from journeyql.model.kinds.stage import Moment
from journeyql.model.quantity import Duration
from journeyql.model.terms import FlowTerms
from journeyql.source import Span


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Edge:
    """One arrow. `source` None is the start, `target` None the end of the journey.

    `condition` are the words on it; `share` the percentage of cases that take it (0 to 100); `needs` and
    `bars` the names after `if=` and `unless=`. An implied edge (the next touchpoint in the order written)
    has neither span nor terms; `terms` are all words behind a written one, its evidence included. `people` are the names of the personas (or segments) that take it, where not everyone does.
    """

    source: Moment | None
    target: Moment | None
    condition: str = ""
    share: float | None = None
    delay: Duration | None = None
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    parallel: bool = False
    terms: FlowTerms | None = None
    people: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def conditional(self) -> bool:
        """Whether it is an alternative: it has a condition, a share or a guard."""
        return bool(self.condition or self.needs or self.bars) or self.share is not None

    @property
    def implied(self) -> bool:
        """Whether it follows from the order of the touchpoints and is not written as an arrow."""
        return self.span is None


@attrs.frozen(eq=False, repr=False, slots=False)
class Graph:
    """The touchpoints of a view in order (a stage without touchpoints acts as one), and the edges between them."""

    nodes: tuple[Moment, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def _out(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped(self.edges, outgoing=True)

    @cached_property
    def _in(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped(self.edges, outgoing=False)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The place of each node, by its path, in the order written (from 0)."""
        return {node.path: index for index, node in enumerate(self.nodes)}

    def out(self, node: Moment | None) -> tuple[Edge, ...]:
        """The edges that leave a node; those of the start for None."""
        return self._out.get(node.path if node else "", ())

    def into(self, node: Moment | None) -> tuple[Edge, ...]:
        """The edges that reach a node; those of the end for None."""
        return self._in.get(node.path if node else "", ())

    def back(self, edge: Edge) -> bool:
        """Whether an edge returns to an earlier touchpoint or to its own."""
        if edge.source is None or edge.target is None:
            return False
        return self.position[edge.target.path] <= self.position[edge.source.path]


def _grouped(edges: tuple[Edge, ...], *, outgoing: bool) -> Mapping[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        node = edge.source if outgoing else edge.target
        groups.setdefault(node.path if node else "", []).append(edge)
    return {path: tuple(found) for path, found in groups.items()}
