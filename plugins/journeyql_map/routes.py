"""Reads the resolved flow of a journey into routes between columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.model import Edge, Journey, Moment, Persona, Segment, View
from journeyql.render import guard_label
from journeyql_map.cast import Cast
from journeyql_map.sheet import Route
from journeyql_map.words import Words

_ALL = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Routes:
    """Makes routes for the edges of one view."""

    view: View
    cast: Cast
    words: Words
    steps: tuple[Moment, ...]

    def of(self, journey: Journey) -> Iterator[Route]:
        """The routes between the touchpoints of a journey, in the order of their sources."""
        graph = self.view.flow(journey)
        places = {step.path: place for place, step in enumerate(self.steps)}
        for node in graph.nodes:
            edges = graph.out(node)
            rest = _rest(edges)
            for edge in edges:
                target = places.get(edge.target.path) if edge.target is not None else None
                if node.path in places and target is not None:
                    yield self._route(edge, places[node.path], target, rest)

    def exits(self, journey: Journey) -> Mapping[str, tuple[str, ...]]:
        """What is said of the ways out of a journey, by the path of the touchpoint that they leave from.

        The end of the last touchpoint, if it is just the end, is no way out.
        """
        graph = self.view.flow(journey)
        found: dict[str, tuple[str, ...]] = {}
        for step in self.steps:
            edges = graph.out(step)
            rest = _rest(edges)
            ends = [edge for edge in edges if edge.target is None and not edge.implied]
            said = tuple(
                self._leaves(edge, rest) for edge in ends if step is not graph.nodes[-1] or self._words(edge, rest)
            )
            found |= {step.path: said} if said else {}
        return found

    def _leaves(self, edge: Edge, rest: float | None) -> str:
        name, said = self.words("map.exit"), self._words(edge, rest)
        return self.words.named(name, said) if edge.condition else self.words.join(name, said)

    def _route(self, edge: Edge, source: int, target: int, rest: float | None) -> Route:
        return Route(
            source=source,
            target=target,
            words=self._words(edge, rest),
            share=edge.share or 0.0,
            conditional=edge.conditional,
            parallel=edge.parallel,
        )

    def _words(self, edge: Edge, rest: float | None) -> str:
        words = self.words
        delay = words("map.after", time=words.figure(edge.delay)) if edge.delay is not None else ""
        if not edge.conditional:
            left = rest if not edge.parallel else None
            otherwise = words("otherwise") if left is not None else ""
            together = words("map.together") if edge.parallel else ""
            return words.join(self._people(edge), otherwise, together, words.percent(left), delay)
        needs = words("map.if", names=words.listed(*self._guards(edge, edge.needs))) if edge.needs else ""
        bars = words("map.unless", names=words.listed(*self._guards(edge, edge.bars))) if edge.bars else ""
        return words.join(self._people(edge), edge.condition, needs, bars, words.percent(edge.share), delay)

    def _guards(self, edge: Edge, guards: Iterable[str]) -> Iterator[str]:
        return (guard_label(word, edge, self.view, self.words.label) for word in guards)

    def _people(self, edge: Edge) -> str:
        """Who takes a way that not everybody takes, unless one of its ends says so already."""
        ends = [node for node in (edge.source, edge.target) if node is not None]
        if not edge.people or any(self.view.only_for(node) for node in ends):
            return ""
        people = [item for item in (*self.view.of(Persona), *self.view.of(Segment)) if item.id in edge.people]
        return self.words("map.only", names=self.words.listed(*(self.cast.name(item) for item in people)))


def _rest(edges: tuple[Edge, ...]) -> float | None:
    """The share that is left for the one way that states none, when all others do."""
    shares = [edge.share for edge in edges if edge.share is not None]
    if not shares or len(shares) < len(edges) - 1:
        return None
    rest = _ALL - sum(shares)
    return rest if 0 < rest < _ALL else None
