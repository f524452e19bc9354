"""How often touchpoints are visited, against closed forms, a published example, and exact elimination."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from flows import counts, journey, seen

from journeyql_flow import linear
from journeyql_flow.components import components
from journeyql_flow.linear import solve

INFINITE = math.inf

CASES = [
    ("a row", {"a": "", "b": "", "c": ""}, "", {"a": 1, "b": 1, "c": 1}),
    ("a share and the rest", {"a": "-> c share=30%", "b": "", "c": ""}, "", {"a": 1, "b": 0.7, "c": 1}),
    # a geometric series: 1 / (1 - share of those who go round again)
    ("a loop", {"a": "", "b": "-> a share=20%"}, "", {"a": 1.25, "b": 1.25}),
    ("a step that repeats itself", {"a": "-> a share=97%", "b": ""}, "", {"a": 1 / 0.03, "b": 1}),
    (
        "a loop within a loop",
        {"a": "", "b": "-> b share=50%", "c": "-> a share=75%"},
        "",
        {"a": 4, "b": 8, "c": 4},
    ),
    # after the start of the loop 0.4 go round by way of c, 0.1 directly
    (
        "two ways round",
        {"a": "", "b": "-> c share=40% -> a share=10% -> d share=50%", "c": "-> a", "d": ""},
        "",
        {"a": 2, "b": 2, "c": 0.8, "d": 1},
    ),
    (
        "shares that nobody stated",
        {"a": '-> c "x" -> d "y"', "b": "-> end", "c": "-> end", "d": ""},
        "",
        {"a": 1, "b": 1 / 3, "c": 1 / 3, "d": 1 / 3},
    ),
    ("shares over the whole", {"a": "-> b share=90% -> c share=60%", "b": "-> end", "c": ""}, "", {"b": 0.6, "c": 0.4}),
    (
        "shares under the whole",
        {"a": "-> b share=30% -> c share=10%", "b": "-> end", "c": ""},
        "",
        {"b": 0.75, "c": 0.25},
    ),
    ("nobody takes it", {"a": "-> b share=0%", "b": ""}, "", {"a": 1, "b": 1}),
    ("two arrows to one place", {"a": "-> c share=20% -> c share=30%", "b": "", "c": ""}, "", {"b": 0.5, "c": 1}),
    ("a step that half leave out", {"a": "", "b": "optional=yes", "c": ""}, "", {"a": 1, "b": 0.5, "c": 1}),
    (  # of all who come to a, half take b; of the others and of those behind b half take c, 40 % of these go back
        "who leaves a step out does not take its arrows",
        {"a": "", "b": "optional=yes", "c": "optional=yes -> a share=40%"},
        "",
        {"a": 1.25, "b": 0.625, "c": 0.625},
    ),
    (
        "an optional step with a share of its own",
        {"a": "-> b share=20% -> c share=80%", "b": "optional=yes", "c": ""},
        "",
        {"b": 0.2, "c": 1},
    ),
    (
        "several beginnings",
        {"a": "", "b": "-> end", "c": ""},
        "start -> a share=60%\n  start -> c share=40%",
        {"a": 0.6, "b": 0.6, "c": 0.4},
    ),
    ("straight to the end", {"a": "-> end", "b": ""}, "", {"a": 1, "b": 0}),
    # ways that are taken together
    (
        "two ways at once that meet",
        {"a": "-> b parallel=yes -> c parallel=yes", "b": "-> d", "c": "", "d": ""},
        "",
        {"a": 1, "b": 1, "c": 1, "d": 1},
    ),
    (
        "two ways at once that do not meet",
        {"a": "-> b parallel=yes -> c parallel=yes", "b": "-> end", "c": ""},
        "",
        {"a": 1, "b": 1, "c": 1},
    ),
    (
        "two at once within two at once",
        {
            "a": "-> b parallel=yes -> c parallel=yes",
            "b": "-> d parallel=yes -> e parallel=yes",
            "c": "-> g",
            "d": "-> f",
            "e": "",
            "f": "",
            "g": "",
        },
        "",
        {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1},
    ),
    (
        "one besides the alternatives",
        {"a": "-> b share=40% -> c share=60% -> d parallel=yes", "b": "-> e", "c": "-> e", "d": "", "e": ""},
        "",
        {"a": 1, "b": 0.4, "c": 0.6, "d": 1, "e": 1},
    ),
    (
        "one besides, in some cases",
        {"a": "-> b -> c share=25% parallel=yes", "b": "-> d", "c": "", "d": ""},
        "",
        {"a": 1, "b": 1, "c": 0.25, "d": 1},
    ),
    (
        "two at once in a loop",
        {"a": "-> b parallel=yes -> c parallel=yes", "b": "-> d", "c": "", "d": "-> a share=50%"},
        "",
        {"a": 2, "b": 2, "c": 2, "d": 2},
    ),
    # loops that nothing leads out of
    ("round and round", {"a": "", "b": "-> a"}, "", {"a": INFINITE, "b": INFINITE}),
    (
        "caught later",
        {"a": "-> b share=1%", "d": "-> end", "b": "", "c": "-> b"},
        "",
        {"a": 1, "d": 0.99, "b": INFINITE, "c": INFINITE},
    ),
    ("a trap where nobody comes", {"a": "-> end", "b": "", "c": "-> b"}, "", {"a": 1, "b": 0, "c": 0}),
    ("a loop on one step", {"a": "-> a"}, "", {"a": INFINITE}),
]


@pytest.mark.parametrize(("steps", "after", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_visits(steps: dict, after: str, expected: dict) -> None:
    found = counts(seen(journey(steps, after)))
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_the_drunkards_walk() -> None:
    """Charles M. Grinstead and J. Laurie Snell, Introduction to Probability, 1997, examples 11.13 to 11.15.

    A man walks along a street between his home (0) and a bar (4); at the corners 1 to 3 he goes left or right with equal
    odds. The fundamental matrix is (3/2 1 1/2; 1 2 1; 1/2 1 3/2), the times to absorption are 3, 4, 3.
    """
    corners = {
        "a": "-> end share=50% -> b share=50%",
        "b": "-> a share=50% -> c share=50%",
        "c": "-> b share=50% -> end share=50%",
    }
    visits = {start: seen(journey(corners, f"start -> {start}")).visits for start in corners}
    assert [list(visits[start].counts) for start in corners] == [
        pytest.approx([3 / 2, 1, 1 / 2]),
        pytest.approx([1, 2, 1]),
        pytest.approx([1 / 2, 1, 3 / 2]),
    ]
    assert [visits[start].steps for start in corners] == pytest.approx([3, 4, 3])
    # example 11.15: the probabilities of getting home are 3/4, 1/2, 1/4
    assert [visits[start].ends[0] for start in corners] == pytest.approx([3 / 4, 1 / 2, 1 / 4])


def test_the_gamblers_ruin() -> None:
    """William Feller, An Introduction to Probability Theory and Its Applications, volume 1, XIV.2 and XIV.3.

    With p = 0.45, 9 in hand and 10 at stake the probability of ruin is 0.210, and 11.0 games are expected (table 1).
    """
    steps = {}
    for held in range(1, 10):
        left = "end" if held == 1 else f"t{held - 1}"
        right = "end" if held == 9 else f"t{held + 1}"
        steps[f"t{held}"] = f"-> {left} share=55% -> {right} share=45%"
    found = seen(journey(steps, "start -> t9")).visits
    assert (round(found.ends[0], 3), round(found.steps, 1)) == (0.210, 11.0)
    assert sum(found.ends) == pytest.approx(1)


def exact(rows: list[dict[int, Fraction]], base: list[Fraction]) -> list[Fraction]:
    """The solution of x = base + rows x by elimination in whole fractions."""
    size = len(base)
    matrix = [
        [Fraction(int(i == j)) - rows[i].get(j, Fraction(0)) for j in range(size)] + [base[i]] for i in range(size)
    ]
    for pivot in range(size):
        best = next(i for i in range(pivot, size) if matrix[i][pivot] != 0)
        matrix[pivot], matrix[best] = matrix[best], matrix[pivot]
        for i in range(size):
            if i != pivot and matrix[i][pivot] != 0:
                factor = matrix[i][pivot] / matrix[pivot][pivot]
                matrix[i] = [a - factor * b for a, b in zip(matrix[i], matrix[pivot], strict=True)]
    return [matrix[i][-1] / matrix[i][i] for i in range(size)]


@pytest.mark.parametrize("few", [linear._FEW, 0], ids=["elimination", "sweeps"])
@pytest.mark.parametrize("density", [1.5, 3, 9])
@pytest.mark.parametrize("seed", range(5))
def test_any_chain_is_solved_as_by_exact_elimination(monkeypatch, few, density, seed) -> None:
    monkeypatch.setattr(linear, "_FEW", few)
    rng = random.Random(seed)  # noqa: S311 - it must be the same every time
    size = 14
    rows = [{} for _ in range(size)]
    for node in range(size):
        targets = rng.sample(range(size), min(size, rng.randint(1, int(2 * density))))
        parts = [rng.randint(1, 9) for _ in targets]
        whole = sum(parts) + rng.randint(1, 4)
        for target, part in zip(targets, parts, strict=True):
            rows[target][node] = Fraction(part, whole)
    base = [Fraction(rng.randint(0, 3)) for _ in range(size)]
    leads = [[target for target in range(size) if node in rows[target]] for node in range(size)]
    plain = [{node: float(part) for node, part in row.items()} for row in rows]
    found = solve(components(leads), plain, [float(start) for start in base])
    assert found == pytest.approx([float(value) for value in exact(rows, base)], rel=1e-9)


def test_ten_thousand_steps_in_one_loop() -> None:
    """A row that half go through again, each step of which a fifth repeat: 2 / 0.8 visits everywhere."""
    size = 10_000
    rows = [{node: 0.2, **({node - 1: 0.8} if node else {size - 1: 0.4})} for node in range(size)]
    base = [1.0, *[0.0] * (size - 1)]
    (ring,) = components([[node, node + 1 if node + 1 < size else 0] for node in range(size)])
    assert {round(value, 9) for value in solve([ring], rows, base)} == {2.5}


def test_five_hundred_ways_from_one_step() -> None:
    steps = {"a": " ".join(f"-> t{number} share=0.2%" for number in range(500))}
    steps |= {f"t{number}": "-> z" for number in range(500)} | {"z": ""}
    found = counts(seen(journey(steps)))
    assert (found["t0"], found["t499"], found["z"]) == pytest.approx((0.002, 0.002, 1))


def test_a_journey_without_steps_has_no_visits() -> None:
    assert list(seen('journey j "J"\n').visits.counts) == []
