"""The likeliest way, against all ways without repetition."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from flows import journey, seen

from journeyql_flow.chain import Chain

CASES = [
    ("a row", {"a": "", "b": ""}, "ab", 1),
    ("the larger share", {"a": "-> c share=30%", "b": "", "c": ""}, "abc", 0.7),
    ("a short cut that more take", {"a": "-> c share=60%", "b": "", "c": ""}, "ac", 0.6),
    ("of equal ones the shorter", {"a": '-> c "x"', "b": "", "c": ""}, "ac", 0.5),
    ("of equally short ones going on", {"a": '-> c "x"', "b": "-> d", "c": "", "d": ""}, "abd", 0.5),
    (
        "to where most end, not out at once",
        {"a": "-> end share=30%", "b": "-> c share=50% -> d share=50%", "c": "-> e", "d": "", "e": ""},
        "abce",
        0.35,
    ),
    ("where most leave", {"a": "-> end share=70%", "b": ""}, "a", 0.7),
    ("the way out of a loop", {"a": "", "b": "-> a share=90%", "c": ""}, "abc", 0.1),
    (
        "the slower one of two at once",
        {"a": "-> b parallel=yes -> c parallel=yes", "b": "-> d", "c": "wait=1h", "d": ""},
        "acd",
        1,
    ),
    ("past what half leave out", {"a": "", "b": "optional=yes", "c": "optional=yes -> a share=40%"}, "ac", 0.15),
    ("nobody gets to the end", {"a": "-> a"}, "", 0),
]


@pytest.mark.parametrize(
    ("steps", "path", "probability"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_likeliest(steps: dict, path: str, probability: float) -> None:
    one = seen(journey(steps))
    found = one.likeliest
    assert ("".join(one.steps[index].id for index in found.steps), round(found.probability, 9)) == (path, probability)


def ways(chain: Chain, last: int) -> Iterator[float]:
    """The probabilities of all ways without repetition that end with a touchpoint."""
    leaving = sum(way.odds for way in chain.forks[last].ways if way.target == chain.end)
    waiting = [((way.target,), way.odds) for way in chain.entry.ways]
    while waiting:
        path, odds = waiting.pop()
        if path[-1] == last:
            yield odds * leaving
        elif path[-1] != chain.end:
            waiting += [
                ((*path, way.target), odds * way.odds) for way in chain.forks[path[-1]].ways if way.target not in path
            ]


@pytest.mark.parametrize("seed", range(20))
def test_no_way_is_likelier(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - it must be the same every time
    names = "abcdefg"
    steps = {}
    for name in names:
        targets = rng.sample([*names.replace(name, ""), "end"], rng.randint(1, 3))
        left = 100
        arrows = []
        for target in targets:
            share = rng.randint(1, left - 1) if target != targets[-1] else left
            arrows.append(f"-> {target} share={share}%")
            left -= share
        steps[name] = " ".join(arrows)
    steps["g"] = "-> end share=10% -> a share=90%"
    one = seen(journey(steps))
    last = max(range(7), key=one.visits.ends.__getitem__)
    assert one.likeliest.probability == pytest.approx(max(ways(one.chain, last), default=0))
