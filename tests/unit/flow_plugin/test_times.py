"""How long it takes, against sums by hand and the quantiles of known distributions."""

from __future__ import annotations

import math

import pytest
from flows import journey, seen

HOUR = 3600

CASES = [
    ("waiting and work", {"a": "wait=1h duration=30min", "b": "duration=2h"}, 3.5, 1),
    ("what some go through", {"a": "-> c share=75%", "b": "wait=4h", "c": ""}, 1, 1),
    # expected rounds: 1 / (1 - 0.5)
    ("a loop", {"a": "wait=1h -> a share=50%", "b": ""}, 2, 2),
    ("on the way", {"a": "-> b delay=2h", "b": "wait=1h"}, 3, 1),
    ("on one of two ways", {"a": "-> b share=50% delay=2h -> b share=50% delay=4h", "b": ""}, 3, None),
    (
        "the slower one of two at once",
        {"a": "-> b parallel=yes -> c parallel=yes", "b": "wait=1h -> d", "c": "wait=3h", "d": "wait=1h"},
        4,
        4,
    ),
    (
        "alternatives slower than what runs beside",
        {
            "a": "-> b share=50% -> c share=50% -> d parallel=yes",
            "b": "wait=2h -> e",
            "c": "wait=4h -> e",
            "d": "wait=1h",
            "e": "",
        },
        3,
        3,
    ),
    ("half leave it out", {"a": "wait=1h", "b": "optional=yes wait=2h"}, 2, 2),
    ("only durations", {"a": "duration=1h", "b": ""}, 1, None),
    ("no times", {"a": "-> c share=50%", "b": "", "c": ""}, None, None),
    ("never", {"a": "wait=1h -> a"}, None, None),
]


@pytest.mark.parametrize(("steps", "time", "wait"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_means(steps: dict, time: float | None, wait: float | None) -> None:
    found = seen(journey(steps)).times(1)
    assert (_hours(found.time), _hours(found.wait)) == (time, wait)


def _hours(spread) -> float | None:
    return None if spread is None else round(spread.mean / HOUR, 9)


def geometric(again: float, part: float) -> int:
    """The number of rounds within which a part of customers is through, when `again` of them go round once more."""
    return math.ceil(math.log(1 - part) / math.log(again))


@pytest.mark.parametrize("again", [0.2, 0.4, 0.7])
def test_quantiles_of_a_loop_are_those_of_the_geometric_distribution(again: float) -> None:
    time = seen(journey({"a": f"wait=1h -> a share={again:.0%}", "b": ""})).times(1).time
    assert (time.p50, time.p90) == (geometric(again, 0.5) * HOUR, geometric(again, 0.9) * HOUR)
    assert time.runs >= 100


def test_quantiles_of_a_choice() -> None:
    """A fifth wait ten hours, the others one: nine in ten are through after ten."""
    time = seen(journey({"a": "-> b share=20% -> c share=80%", "b": "wait=10h -> end", "c": "wait=1h"})).times(1).time
    assert (time.p50, time.p90, round(time.mean)) == (HOUR, 10 * HOUR, 2.8 * HOUR)


def test_where_nothing_varies_nobody_walks() -> None:
    time = seen(journey({"a": "wait=1h", "b": "duration=1h"})).times(1).time
    assert (time.p50, time.p90, time.runs) == (2 * HOUR, 2 * HOUR, 0)


def test_the_same_customers_walk_each_time() -> None:
    text = journey({"a": "wait=1h -> a share=60%", "b": "wait=2h -> a share=30%", "c": ""})
    assert len({(one.p50, one.p90, one.mean) for one in (seen(text).times(1).time for _ in range(3))}) == 1


@pytest.mark.parametrize("share", [1, 3, 30])
def test_the_work_is_divided_among_many(share: int) -> None:
    text = journey({"a": "wait=1h -> a share=90%", "b": ""})
    assert seen(text).times(share).time.runs == min(500, max(100, int(5000 / 11 / share)))


def test_of_endless_rounds_only_the_mean_is_told() -> None:
    time = seen(journey({"a": "wait=1s -> a share=99.999%", "b": ""})).times(1).time
    assert (round(time.mean), time.p50, time.p90, time.runs) == (100_000, None, None, 0)
