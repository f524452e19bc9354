"""Passes run after those that provide what they need; ties by name; circles are named."""

import pytest

from journeyql.engine.schedule import scheduled
from journeyql.facts import FactKey
from journeyql.plugin import Pass
from journeyql.plugin.origin import Offered, Origin


def offer(name, requires="", provides="", varies_by=("state",), plugin="acme"):
    keys = [tuple(FactKey(f"x.{word}") for word in words.split()) for words in (requires, provides)]
    made = Pass(name=name, summary="s", work="a.b:c", requires=keys[0], provides=keys[1], varies_by=varies_by)
    return Offered(made, Origin(plugin))


@pytest.mark.parametrize(
    ("offers", "order"),
    [
        ([offer("b"), offer("a")], ["a", "b"]),
        ([offer("a", "z"), offer("z", "", "z")], ["z", "a"]),
        ([offer("a", "b c"), offer("b", "c", "b"), offer("c", "", "c")], ["c", "b", "a"]),
        ([offer("a", "nobody")], ["a"]),
    ],
)
def test_order(offers, order):
    assert [step.name for step in scheduled(offers).steps] == order
    assert [step.name for step in scheduled(reversed(offers)).steps] == order


def test_a_circle_is_named():
    schedule = scheduled([offer("a", "y", "x"), offer("b", "x", "y"), offer("c", "", "z")])
    assert [step.name for step in schedule.steps] == ["c"]
    assert "a → b → a" in schedule.failures[0].reason
    assert len(schedule.failures) == 2


def test_what_a_pass_needs_decides_what_it_varies_by():
    steps = scheduled([offer("a", "b", varies_by=("market",)), offer("b", "", "b", varies_by=("persona",))]).steps
    assert {step.name: step.varies_by for step in steps} == {"a": ("market", "persona"), "b": ("persona",)}


def test_two_providers_of_one_fact():
    schedule = scheduled([offer("a", "", "x", plugin="first"), offer("b", "", "x", plugin="second")])
    assert [step.name for step in schedule.steps] == ["a"]
    assert "provided by first already" in schedule.failures[0].reason
