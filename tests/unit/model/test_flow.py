"""The flow of a view, by the rules of the language's page on flow."""

from __future__ import annotations

import pytest
from resolving import clean

from journeyql.model import Context, Moment

STEPS = """
journey j "J"
  stage a "A"
    touchpoint one "One"
%s
    touchpoint two "Two"
  stage b "B"
    touchpoint three "Three"
%s
"""


def edges(inside: str = "", after: str = "", context: Context | None = None) -> list[str]:
    lines = "\n".join(f"      {line}" for line in inside.split("\n") if line)
    below = "\n".join(f"  {line}" for line in after.split("\n") if line)
    graph = clean(STEPS % (lines, below)).model.view(context).graph
    return [f"{_id(edge.source)}>{_id(edge.target)}" for edge in graph.edges]


def _id(node: Moment | None) -> str:
    return node.id if node else "."


@pytest.mark.parametrize(
    ("inside", "after", "expected"),
    [
        pytest.param("", "", [".>one", "one>two", "two>three", "three>."], id="the order written, across stages"),
        pytest.param(
            '-> three "in a hurry"',
            "",
            [".>one", "one>three", "one>two", "two>three", "three>."],
            id="a condition is an alternative",
        ),
        pytest.param("-> three", "", [".>one", "one>three", "two>three", "three>."], id="no condition replaces"),
        pytest.param(
            '-> two "as usual"', "", [".>one", "one>two", "two>three", "three>."], id="a condition to the next replaces"
        ),
        pytest.param(
            "-> two share=60%\n-> three share=40%",
            "",
            [".>one", "one>two", "one>three", "two>three", "three>."],
            id="shares that reach all replace",
        ),
        pytest.param(
            "-> three share=30%",
            "",
            [".>one", "one>three", "one>two", "two>three", "three>."],
            id="shares that do not reach all leave the rest",
        ),
        pytest.param("-> end", "", [".>one", "one>.", "two>three", "three>."], id="the end"),
        pytest.param("", "start -> two", [".>two", "one>two", "two>three", "three>."], id="the start"),
        pytest.param("", "one -> three -> two", [".>one", "one>three", "two>three", "three>two"], id="a chain"),
        pytest.param(
            "", 'three -> one "again"', [".>one", "one>two", "two>three", "three>one", "three>."], id="a loop"
        ),
        pytest.param("", "one -> b", [".>one", "one>three", "two>three", "three>."], id="to a stage"),
    ],
)
def test_rules_of_flow(inside: str, after: str, expected: list[str]) -> None:
    assert edges(inside, after) == expected


def test_a_stage_without_touchpoints_acts_as_one() -> None:
    graph = clean('journey j "J"\n  "One"\n  "Two"\n').model.view().graph
    assert [node.id for node in graph.nodes] == ["one", "two"]
    assert len(graph.edges) == 3


def test_what_does_not_exist_in_a_view_is_no_part_of_its_flow() -> None:
    text = """
    journey j "J"
      stage a "A"
        touchpoint one "One"
        touchpoint[CN] two "Two"
        touchpoint three "Three"
        one -> two "sometimes"
    """
    model = clean(text).model
    here = [(e.source.id if e.source else "", e.target.id if e.target else "") for e in model.view().graph.edges]
    assert here == [("", "one"), ("one", "three"), ("three", "")]
    assert len(model.view(Context(market="CN")).graph.edges) == 4


def test_loops_are_known() -> None:
    graph = clean(STEPS % ("", '  three -> one "again"')).model.view().graph
    assert [graph.back(edge) for edge in graph.edges] == [False, False, False, True, False]


PEOPLE = """
journey j "J" persona=ann,bob
persona ann "Ann"
persona bob "Bob"
stage a "A"
  touchpoint one "One"
  touchpoint[ann] compare "Compares"
  touchpoint[bob] asks "Asks"
  touchpoint two "Two"
"""


def test_where_personas_take_different_steps_the_flow_is_what_any_of_them_does() -> None:
    view = clean(PEOPLE).model.view()
    assert [step.id for step in view.graph.nodes] == ["one", "compare", "asks", "two"]
    assert [(_id(edge.source), _id(edge.target), edge.people) for edge in view.graph.edges] == [
        (".", "one", ()),
        ("one", "compare", ("ann",)),
        ("compare", "two", ("ann",)),
        ("two", ".", ()),
        ("one", "asks", ("bob",)),
        ("asks", "two", ("bob",)),
    ]


def test_the_view_says_whose_step_it_is() -> None:
    view = clean(PEOPLE).model.view()
    only = {step.id: [item.id for item in view.only_for(step)] for step in view.graph.nodes}
    assert only == {"one": [], "compare": ["ann"], "asks": ["bob"], "two": []}


def test_a_persona_asked_for_sees_their_own_steps_only() -> None:
    view = clean(PEOPLE).model.view(Context(persona="ann"))
    assert [step.id for step in view.graph.nodes] == ["one", "compare", "two"]
    assert all(edge.people == () for edge in view.graph.edges)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        pytest.param('-> three "some" share=20%', True, id="nothing that differs"),
        pytest.param('-> three "some" delay[tom]=5d', False, id="an arrow that says something else to somebody"),
        pytest.param('step[tom] extra "Extra"', False, id="a touchpoint of somebody"),
    ],
)
def test_views_share_a_flow_that_no_context_changes(line: str, same: bool) -> None:
    inside = line.replace("step", "\n    touchpoint") if line.startswith("step") else f"      {line}"
    model = clean(f'persona mei "Mei"\npersona tom "Tom"\n{STEPS % (inside, "")}').model
    first, second = (model.view(Context(persona=name)).flow(model.journeys[0]) for name in ("mei", "tom"))
    assert (first is second) is same
