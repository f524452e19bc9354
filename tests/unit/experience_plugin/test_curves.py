from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.facts import CURVES
from journeyql.testing import check

PEOPLE = 'persona mei "Mei"\npersona tom "Tom"\n'

CASES = [
    (
        "one curve when nobody differs",
        'journey j "J"\n  stage a "A" emotion=2\n  stage b "B" emotion=4\n' + PEOPLE,
        [("", [("j.a", 2), ("j.b", 4)])],
    ),
    (
        "each persona has one as soon as one differs",
        'journey j "J"\n  stage a "A" emotion=2 emotion[tom]=3\n' + PEOPLE,
        [("mei", [("j.a", 2)]), ("tom", [("j.a", 3)])],
    ),
    (
        "steps that only one persona takes",
        'journey j "J"\n  stage s "S"\n    touchpoint a "A" emotion=2\n    touchpoint[tom] b "B" emotion=4\n' + PEOPLE,
        [("mei", [("j.s.a", 2)]), ("tom", [("j.s.a", 2), ("j.s.b", 4)])],
    ),
    (
        "a journey about one of them",
        'journey j "J"\n  persona: mei\n  stage a "A" emotion[mei]=2 emotion[tom]=5\n' + PEOPLE,
        [("", [("j.a", 2)])],
    ),
    (
        "a missing score stays missing",
        'journey j "J"\n  stage s "S"\n    touchpoint a "A" emotion=2\n    touchpoint b "B"\n',
        [("", [("j.s.a", 2), ("j.s.b", None)])],
    ),
    (
        "a stage speaks for its touchpoints when they say nothing",
        'journey j "J"\n  stage s "S" emotion=4\n    touchpoint a "A"\n    touchpoint b "B"\n',
        [("", [("j.s", 4)])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_curves(text: str, expected: list) -> None:
    curves = check(text, plugins=[journeyql_experience]).fact(CURVES)
    found = [(curve.persona, [(point.place.path, point.score) for point in curve.points]) for curve in curves]
    assert found == expected


def test_asked_for_one_persona() -> None:
    text = 'journey j "J"\n  stage a "A" emotion=2 emotion[tom]=3\n' + PEOPLE
    (curve,) = check(text, persona="tom", plugins=[journeyql_experience]).fact(CURVES)
    assert (curve.persona, curve.points[0].score) == ("tom", 3)
