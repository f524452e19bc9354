"""Reads the resolved flow of a journey into arrows with their words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import Edge, Graph, Handoff, Moment, Persona, Segment, View
from journeyql_graphviz.bridge import bridged
from journeyql_graphviz.picture import END, START, Arrow
from journeyql_graphviz.steps import Steps
from journeyql_graphviz.vocabulary import Words

_ALL = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ways:
    """Makes arrows for the edges of one view."""

    view: View
    steps: Steps
    words: Words

    def arrows(self, nodes: tuple[Moment, ...]) -> Iterator[Arrow]:
        """The arrows between some touchpoints, and those from the start and to the end."""
        graph = bridged(self.view.graph)
        known = {node.path for node in nodes}
        for edge in graph.edges:
            ends = [node.path for node in (edge.source, edge.target) if node is not None]
            if ends and all(path in known for path in ends):
                yield self._arrow(graph, edge)

    def _arrow(self, graph: Graph, edge: Edge) -> Arrow:
        condition, share = self._said(graph, edge)
        condition = self.words.join(self._people(edge), condition)
        handover = self._handover(graph, edge)
        return Arrow(
            source=edge.source.path if edge.source else START,
            target=edge.target.path if edge.target else END,
            words=condition,
            share=share,
            joiner=self.words("join.parts"),
            back=graph.back(edge),
            conditional=edge.conditional,
            handover=handover,
            switches=not handover and self._switches(edge),
        )

    def _said(self, graph: Graph, edge: Edge) -> tuple[str, str]:
        """The condition of an edge and its share; the rest of the shares on the edge without one."""
        if not edge.conditional:
            rest = _rest(graph, edge)
            words = [self.words("otherwise")] if rest is not None else []
            words += [self.words("graphviz.together")] if edge.parallel else []
            return self.words.join(*words, self._delay(edge)), "" if rest is None else self.words.percent(rest)
        names = self.words("join.list")
        needs = self.words("graphviz.if", names=names.join(edge.needs)) if edge.needs else ""
        bars = self.words("graphviz.unless", names=names.join(edge.bars)) if edge.bars else ""
        share = "" if edge.share is None else self.words.percent(edge.share)
        return self.words.join(edge.condition, needs, bars, self._delay(edge)), share

    def _people(self, edge: Edge) -> str:
        """Who takes a way that not everybody takes, unless one of its ends says so already."""
        ends = [node for node in (edge.source, edge.target) if node is not None]
        if not edge.people or any(self.view.only_for(node) for node in ends):
            return ""
        people = [item for item in (*self.view.of(Persona), *self.view.of(Segment)) if item.id in edge.people]
        names = self.words("join.list").join(self.steps.cast.name(item) for item in people)
        return self.words("graphviz.only", names=names)

    def _delay(self, edge: Edge) -> str:
        return self.words("graphviz.after", time=self.words.duration(edge.delay)) if edge.delay else ""

    def _handover(self, graph: Graph, edge: Edge) -> str:
        """What is handed over on an edge: what its source says, on the first edge that goes on from there."""
        if edge.source is None or edge.target is None:
            return ""
        onward = [other for other in graph.out(edge.source) if not graph.back(other) and other.target is not None]
        plain = [other for other in onward if not other.conditional] or onward
        if not plain or plain[0] is not edge:
            return ""
        return self.words("join.list").join(self.view.title(item) for item in self.view.children(edge.source, Handoff))

    def _switches(self, edge: Edge) -> bool:
        if edge.source is None or edge.target is None:
            return False
        one, other = self.steps.channel(edge.source), self.steps.channel(edge.target)
        return one is not None and other is not None and one is not other


def _rest(graph: Graph, edge: Edge) -> float | None:
    """The share that is left for the one unconditional way, when all others state theirs."""
    others = [other for other in graph.out(edge.source) if other is not edge]
    shares = [other.share for other in others if other.share is not None]
    if edge.parallel or not shares or len(shares) < len(others):
        return None
    rest = _ALL - sum(shares)
    return rest if 0 < rest < _ALL else None
