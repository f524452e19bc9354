"""Flows as `walks` has them, and the same flows as the plugin follows them."""

from __future__ import annotations

import attrs
from walks import GRANTED, NEVER, REFUSED, WITHDRAWN, Puzzle, Walk, walks

from journeyql import ast
from journeyql.model import Edge, Graph, Touchpoint
from journeyql.source import SourceFile
from journeyql_privacy.course import Step
from journeyql_privacy.paths import Paths
from journeyql_privacy.standing import Standing

SOURCE = SourceFile("flow.journey", "")
WORDS = {
    NEVER: Standing.NEVER,
    GRANTED: Standing.GRANTED,
    REFUSED: Standing.REFUSED,
    WITHDRAWN: Standing.WITHDRAWN,
}


def touchpoint(index: int) -> Touchpoint:
    node = ast.Element("touchpoint", (), f"t{index}", None, (), 1, 0)
    return Touchpoint(id=f"t{index}", path=f"t{index}", source=SOURCE, node=node)


def step(deeds: tuple[tuple[str, str], ...]) -> Step:
    before: dict[str, Standing] = {}
    withdraws = tuple(name for word, name in deeds if word == "withdraws")
    for word, name in deeds:
        if word == "asks":
            before[name] = Standing.GRANTED | Standing.REFUSED
        elif word != "withdraws":
            before[name] = Standing.REFUSED if word == "refuses" else Standing.GRANTED
    return Step(before=before, withdraws=withdraws)


def together(words: tuple[str, ...]) -> Standing:
    found = Standing(0)
    for word in words:
        found |= WORDS[word]
    return found


@attrs.frozen
class Case:
    """A flow, its paths, and every walk through it."""

    flow: Puzzle
    paths: Paths
    nodes: tuple[Touchpoint, ...]
    walks: tuple[Walk, ...]

    @classmethod
    def of(cls, flow: Puzzle) -> Case:
        nodes = tuple(map(touchpoint, range(len(flow.deeds))))
        guards: dict[int, dict[str, Standing]] = {}
        edges = []
        for arrow in flow.arrows:
            source = None if arrow.source < 0 else nodes[arrow.source]
            target = None if arrow.target is None else nodes[arrow.target]
            edge = Edge(source=source, target=target, condition="if the guard says so")
            guards[id(edge)] = {name: together(allowed) for name, allowed in arrow.guard.items()}
            edges.append(edge)
        steps = {nodes[index].path: step(deeds) for index, deeds in enumerate(flow.deeds)}
        graph = Graph(nodes, tuple(edges))
        return cls(flow, Paths.of(graph, flow.names, steps, lambda edge: guards[id(edge)]), nodes, tuple(walks(flow)))

    def at(self, node: int) -> list[Walk]:
        """The walks that end at a node."""
        return [walk for walk in self.walks if walk[-1][0] == node]

    def indices(self, places: tuple[Touchpoint, ...] | None) -> tuple[int, ...]:
        return tuple(self.nodes.index(place) for place in places or ())
