"""The path predicates against plain enumeration of all walks of single customers (`walks`), on random small flows."""

from __future__ import annotations

from itertools import combinations

import pytest
from followed import Case
from walks import GRANTED, NEVER, REFUSED, WITHDRAWN, can_withdraw, puzzle

from journeyql_privacy.standing import MISSING, Standing

FLOWS, PARTS = 5000, 20
QUESTIONS = ((MISSING, {NEVER, REFUSED}), (Standing.WITHDRAWN, {WITHDRAWN}), (Standing.GRANTED, {GRANTED}))


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
