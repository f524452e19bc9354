"""The components of a graph, against what each node reaches."""

from __future__ import annotations

import random

import pytest

from journeyql_flow.components import components


def reached(targets: list[list[int]], node: int) -> set[int]:
    found: set[int] = set()
    waiting = [node]
    while waiting:
        for target in targets[waiting.pop()]:
            if target < len(targets) and target not in found:
                found.add(target)
                waiting.append(target)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_who_reaches_each_other_is_together_and_sources_come_first(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - it must be the same every time
    size = rng.randint(1, 12)
    targets = [rng.choices(range(size + 1), k=rng.randint(0, 3)) for _ in range(size)]
    reach = [reached(targets, node) | {node} for node in range(size)]
    found = components(targets)
    together = {frozenset(other for other in reach[node] if node in reach[other]) for node in range(size)}
    assert {frozenset(ring) for ring in found} == together
    assert all(ring == sorted(ring) for ring in found)
    place = {node: index for index, ring in enumerate(found) for node in ring}
    assert all(place[node] <= place[target] for node in range(size) for target in targets[node] if target < size)


def test_a_long_row_needs_no_recursion() -> None:
    size = 50_000
    assert len(components([[node + 1] for node in range(size)])) == size
