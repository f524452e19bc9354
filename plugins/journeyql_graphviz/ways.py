"""Reads the resolved flow of a journey into arrows with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.model import Edge, Graph, Handoff, Journey, Moment, Persona, Segment, View
from journeyql.render import guard_label
from journeyql_graphviz.bridge import bridged
from journeyql_graphviz.picture import END, START, Arrow
from journeyql_graphviz.steps import Steps
from journeyql_graphviz.vocabulary import Words

_ALL = 100.0


@attrs.frozen(eq=False, repr=False)
class _Fork:
    """What the ways on from a touchpoint share: the share that is left, and what is handed over on the first one."""

    rest: float | None
    first: Edge | None = None
    handed: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ways:
    """Makes arrows for the edges of one view."""

    view: View
    steps: Steps
    words: Words

    def arrows(self, journey: Journey) -> Iterator[Arrow]:
        """The arrows between the touchpoints of a journey, and those from the start and to the end."""
        graph = bridged(self.view.flow(journey))
        forks = {node: self._fork(graph, node) for node in (None, *graph.nodes)}
        for edge in graph.edges:
            if edge.source is not None or edge.target is not None:
                yield self._arrow(graph, edge, forks[edge.source])

    def _fork(self, graph: Graph, node: Moment | None) -> _Fork:
        edges = graph.out(node)
        handed = self.view.children(node, Handoff) if node is not None else ()
        if not handed:
            return _Fork(_rest(edges))
        onward = [edge for edge in edges if not graph.back(edge) and edge.target is not None]
        plain = [edge for edge in onward if not edge.conditional] or onward
        words = self.words("join.list").join(self.view.title(item) for item in handed)
        return _Fork(_rest(edges), plain[0] if plain else None, words)

    def _arrow(self, graph: Graph, edge: Edge, fork: _Fork) -> Arrow:
        condition, share = self._said(edge, fork)
        condition = self.words.join(self._people(edge), condition)
        handover = fork.handed if edge is fork.first else ""
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

    def _said(self, edge: Edge, fork: _Fork) -> tuple[str, str]:
        """The condition of an edge and its share; the rest of the shares on the edge without one."""
        if not edge.conditional:
            rest = None if edge.parallel else fork.rest
            words = [self.words("otherwise")] if rest is not None else []
            words += [self.words("graphviz.together")] if edge.parallel else []
            return self.words.join(*words, self._delay(edge)), "" if rest is None else self.words.percent(rest)
        names = self.words("join.list")
        needs = self.words("graphviz.if", names=names.join(self._guards(edge, edge.needs))) if edge.needs else ""
        bars = self.words("graphviz.unless", names=names.join(self._guards(edge, edge.bars))) if edge.bars else ""
        share = "" if edge.share is None else self.words.percent(edge.share)
        return self.words.join(edge.condition, needs, bars, self._delay(edge)), share

    def _guards(self, edge: Edge, guards: Iterable[str]) -> Iterator[str]:
        return (guard_label(word, edge, self.view, self.words.label) for word in guards)

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

    def _switches(self, edge: Edge) -> bool:
        if edge.source is None or edge.target is None:
            return False
        one, other = self.steps.channel(edge.source), self.steps.channel(edge.target)
        return one is not None and other is not None and one is not other


def _rest(edges: tuple[Edge, ...]) -> float | None:
    """The share that is left for the one way that states none, when all others do."""
    shares = [edge.share for edge in edges if edge.share is not None]
    if not shares or len(shares) < len(edges) - 1:
        return None
    rest = _ALL - sum(shares)
    return rest if 0 < rest < _ALL else None
