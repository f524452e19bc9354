"""Through whose eyes a journey is seen: who sees the same shares a view, and very many are not told apart."""

from __future__ import annotations

import pytest
from resolving import clean

from journeyql.model import MOST_PERSONAS, Context, Journey, Touchpoint, View

TWO = 'persona mei "Mei" segment=fast\npersona tom "Tom"\npersona ann "Ann"\nsegment fast "Fast"\n'


def seen(text: str, context: Context | None = None) -> tuple[View, Journey]:
    view = clean(text).model.view(context)
    return view, view.journeys[0]


def crowd(count: int) -> str:
    return "".join(f'persona p{number} "P{number}"\n' for number in range(count))


@pytest.mark.parametrize(
    ("properties", "together"),
    [
        ("emotion=3", [{"mei", "tom", "ann"}]),
        ("emotion=3 emotion[mei]=1", [{"mei"}, {"tom", "ann"}]),
        ("emotion=3 emotion[fast]=1", [{"mei"}, {"tom", "ann"}]),
        ("emotion=3 emotion[mei]=1 emotion[tom]=2", [{"mei"}, {"tom"}, {"ann"}]),
        ("emotion=3 emotion[mei,tom]=1", [{"mei", "tom"}, {"ann"}]),
        ("emotion=3 emotion[DE]=1", [{"mei", "tom", "ann"}]),
    ],
)
def test_who_sees_the_same_shares_a_view(properties: str, together: list[set[str]]) -> None:
    view, journey = seen(f'{TWO}journey j "J"\n  stage s "S" {properties}\n')
    groups: dict[View, set[str]] = {}
    for name, eyes in view.perspectives(journey).items():
        groups.setdefault(eyes, set()).add(name)
    assert list(groups.values()) == together


@pytest.mark.parametrize(
    ("context", "names"),
    [
        (Context(), ["mei", "tom", "ann"]),
        (Context(persona="tom"), ["tom"]),
        (Context(segment="fast"), ["mei"]),
        (Context(segment="slow"), [""]),
    ],
)
def test_a_view_of_somebody_is_seen_by_them(context: Context, names: list[str]) -> None:
    view, journey = seen(f'{TWO}journey j "J"\n  stage s "S" emotion=3\n', context)
    assert list(view.perspectives(journey)) == names


def test_without_personas_there_is_one_view() -> None:
    view, journey = seen('journey j "J"\n  stage s "S"\n')
    assert view.perspectives(journey) == {"": view}


def test_of_very_many_personas_the_first_are_told_apart() -> None:
    view, journey = seen(crowd(MOST_PERSONAS + 1) + 'journey j "J"\n  stage s "S" emotion=3 emotion[p0]=1\n')
    assert list(view.perspectives(journey)) == [f"p{number}" for number in range(MOST_PERSONAS)]


STEPS = 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n    touchpoint[p0] b "B"\n    touchpoint c "C"\n'


@pytest.mark.parametrize(
    ("count", "ways"),
    [
        (2, [("a", "b"), ("a", "c"), ("b", "c")]),
        (MOST_PERSONAS, [("a", "b"), ("a", "c"), ("b", "c")]),
        (MOST_PERSONAS + 1, [("a", "b"), ("b", "c")]),  # nobody is told apart: all steps are everybody's
    ],
)
def test_the_flow_tells_some_people_apart(count: int, ways: list[tuple[str, str]]) -> None:
    view, journey = seen(crowd(count) + STEPS)
    found = [(edge.source, edge.target) for edge in view.flow(journey).edges]
    assert sorted((one.id, other.id) for one, other in found if one is not None and other is not None) == ways
    (b,) = (step for step in view.of(Touchpoint) if step.id == "b")
    assert [item.id for item in view.only_for(b)] == (["p0"] if count <= MOST_PERSONAS else [])


def test_the_flow_of_a_view_is_that_of_its_journeys() -> None:
    text = "".join(f'journey j{n} "J"\n  stage s "S"\n    touchpoint a "A"\n    touchpoint b "B"\n' for n in range(3))
    view = clean(text).model.view()
    parts = [view.flow(journey) for journey in view.journeys]
    assert view.graph.nodes == tuple(node for part in parts for node in part.nodes)
    assert view.graph.edges == tuple(edge for part in parts for edge in part.edges)
