"""The path predicates against plain enumeration of all walks of single customers (`walks`), on random small flows."""

from __future__ import annotations

from itertools import combinations

import attrs
import pytest
from walks import GRANTED, NEVER, REFUSED, WITHDRAWN, Puzzle, Walk, can_withdraw, puzzle, walks

from journeyql import ast
from journeyql.model import Edge, Graph, Touchpoint
from journeyql.source import SourceFile
from journeyql_privacy.course import Step
from journeyql_privacy.paths import Paths
from journeyql_privacy.standing import MISSING, Standing

FLOWS, PARTS = 5000, 20
SOURCE = SourceFile("flow.journey", "")
WORDS = {
    NEVER: Standing.NEVER,
    GRANTED: Standing.GRANTED,
    REFUSED: Standing.REFUSED,
    WITHDRAWN: Standing.WITHDRAWN,
}
QUESTIONS = ((MISSING, {NEVER, REFUSED}), (Standing.WITHDRAWN, {WITHDRAWN}), (Standing.GRANTED, {GRANTED}))


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


def without(case: Case) -> float:
    """Every question about every node and every set of names; the share of those that found a path."""
    asked = told = 0
    for node in range(len(case.nodes)):
        here = case.at(node)
        for names in (some for size in range(len(case.flow.names) + 1) for some in combinations((0, 1, 2), size)):
            if names and names[-1] >= len(case.flow.names):
                continue
            for standing, words in QUESTIONS:
                bad = {
                    tuple(at for at, _ in walk) for walk in here if all(walk[-1][1][name] in words for name in names)
                }
                answer = case.paths.without(case.nodes[node], [case.flow.names[name] for name in names], standing)
                assert (answer is not None) == bool(bad), f"{node} {names} {standing}\n{case.flow.shown()}"
                assert answer is None or case.indices(answer) in bad, f"{node} {names} {standing}\n{case.flow.shown()}"
                asked, told = asked + 1, told + bool(bad)
    return told / asked


def given_and_withdrawn(case: Case) -> None:
    for index, name in enumerate(case.flow.names):
        begun = {walk[0][0] for walk in case.walks if len(walk) == 1 and walk[0][1][index] == GRANTED}
        givers = {walk[-1] for walk in case.walks if walk[-1][1][index] == GRANTED}
        giving = {("asks", name), ("grants", name), ("notice", name)}
        given = {node for node, _ in givers if giving & set(case.flow.deeds[node]) or node in begun}
        proven = (place for place in case.paths.given(name) if case.paths.without(place, [name], Standing.GRANTED))
        assert {case.nodes.index(place) for place in proven} == given, case.flow.shown()
        withdrawn = {walk[-1][0] for walk in case.walks if ("withdraws", name) in case.flow.deeds[walk[-1][0]]}
        found = (place for place in case.paths.withdrawn(name) if case.paths.without(place, []))
        assert {case.nodes.index(place) for place in found} == withdrawn, case.flow.shown()
        for node, place in enumerate(case.nodes):
            assert case.paths.withdrawable(place, name) == can_withdraw(case.flow, node, name), case.flow.shown()


@pytest.mark.parametrize("part", range(PARTS))
def test_every_answer_is_that_of_enumeration(part: int) -> None:
    shares = []
    for seed in range(part * FLOWS // PARTS, (part + 1) * FLOWS // PARTS):
        case = Case.of(puzzle(seed))
        shares.append(without(case))
        given_and_withdrawn(case)
    assert 0.2 < sum(shares) / len(shares) < 0.8
