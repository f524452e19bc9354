"""The fact: how customers go through each journey."""

from __future__ import annotations

import json

import pytest

import journeyql_flow
import journeyql_json
from journeyql.facts import COURSES, Course
from journeyql.testing import check, render

PEOPLE = 'persona mei "Mei"\npersona tom "Tom"\n'


def courses(text: str, **settings: str) -> tuple[Course, ...]:
    return check(text, plugins=[journeyql_flow], **settings).fact(COURSES)


def below(lines: str, before: str = "") -> str:
    return f'{before}journey j "J"\n  stage s "S"\n' + "".join(f"    {line}\n" for line in lines.split("\n"))


CASES = [
    ("one for everybody", below('touchpoint a "A" emotion[mei]=2 emotion[tom]=3', PEOPLE), [("", "a")]),
    ("nobody is named", below('touchpoint a "A"\ntouchpoint b "B"'), [("", "ab")]),
    (
        "steps of one persona",
        below('touchpoint a "A"\ntouchpoint[tom] b "B"', PEOPLE),
        [("mei", "a"), ("tom", "ab")],
    ),
    ("a wait of one persona", below('touchpoint a "A" wait[tom]=1h', PEOPLE), [("mei", "a"), ("tom", "a")]),
    (
        "a guard",
        below('touchpoint a "A"\n  -> c if=tom\ntouchpoint b "B"\ntouchpoint c "C"', PEOPLE),
        [("mei", "abc"), ("tom", "ac")],
    ),
    ("one persona has no steps", below('touchpoint[tom] a "A"', PEOPLE), [("tom", "a")]),
    (
        "no way in for one persona",
        below('touchpoint a "A"\ntouchpoint b "B"', PEOPLE) + "  start -> a unless=tom\n",
        [("mei", "ab")],
    ),
    ("no way in for anybody", below('touchpoint a "A"', 'segment v "V"\n' + PEOPLE) + "  start -> a if=v\n", []),
    ("stages as steps", 'journey j "J"\n  stage a "A"\n  stage b "B"\n', [("", "ab")]),
    ("no steps", 'journey j "J"\n', []),
    ("from start to end", 'journey j "J"\n  start -> end\n', []),
    ("two journeys", 'journey "J"\n  stage a "A"\njourney "K"\n  stage b "B"\n', [("", "a"), ("", "b")]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_goes_where(text: str, expected: list) -> None:
    assert [(one.persona, "".join(step.id for step in one.path)) for one in courses(text)] == expected


def test_customers_stop_where_every_way_is_barred_to_them() -> None:
    lines = 'touchpoint a "A" wait=1h\n  -> b if=mei\n  -> c if=mei\ntouchpoint b "B"\ntouchpoint c "C" wait=5min'
    _, tom = courses(below(lines, PEOPLE))
    assert (tom.persona, [step.id for step in tom.path], dict(tom.visits)) == (
        "tom",
        ["a"],
        {"j.s.a": 1, "j.s.b": 0, "j.s.c": 0},
    )
    assert [(one.place.id, one.share) for one in tom.exits] == [("a", 1)]
    assert (tom.probability, tom.wait.mean, [one.place.id for one in tom.bottlenecks]) == (1, 3600, ["a"])


def test_asked_for_one_persona() -> None:
    (one,) = courses(below('touchpoint a "A"\ntouchpoint[tom] b "B"', PEOPLE), persona="tom")
    assert (one.persona, dict(one.visits)) == ("tom", {"j.s.a": 1, "j.s.b": 1})


def test_the_figures() -> None:
    (one,) = courses(
        below(
            'touchpoint a "A" wait=1h\n  -> b share=80%\n  -> end share=20%\n'
            'touchpoint b "B"\n  wait: 2h target=1h\n  -> b share=50%\ntouchpoint c "C" duration=30min'
        )
    )
    assert one.visits == pytest.approx({"j.s.a": 1, "j.s.b": 1.6, "j.s.c": 0.8})
    assert (one.steps, one.probability, one.assumed) == (pytest.approx(3.4), pytest.approx(0.4), False)
    assert [(exit_.place.id, exit_.share) for exit_ in one.exits] == [
        ("c", pytest.approx(0.8)),
        ("a", pytest.approx(0.2)),
    ]
    # 1h + 1.6 * 2h + 0.8 * 30min
    assert (one.time.mean / 3600, one.wait.mean / 3600) == pytest.approx((4.6, 4.2))
    assert [(held.place.id, held.seconds / 3600, held.share) for held in one.bottlenecks] == [
        ("b", pytest.approx(3.2), pytest.approx(3.2 / 4.2)),
        ("a", 1, pytest.approx(1 / 4.2)),
    ]


@pytest.mark.parametrize(
    ("lines", "assumed"),
    [
        ('touchpoint a "A"\n  -> c share=20%\ntouchpoint b "B"\ntouchpoint c "C"', False),
        ('touchpoint a "A"\n  -> c "x"\ntouchpoint b "B"\ntouchpoint c "C"', True),
        ('touchpoint a "A"\ntouchpoint b "B" optional=yes', True),
        ('touchpoint a "A"\n  -> b share=20%\ntouchpoint b "B"', True),
    ],
)
def test_what_is_assumed_is_said(lines: str, assumed: bool) -> None:
    (one,) = courses(below(lines))
    assert one.assumed is assumed


def test_shares_that_do_not_add_up_are_told_from_those_that_nobody_states() -> None:
    steps = 'touchpoint b "B"\n  -> end\ntouchpoint c "C"'
    told = [
        courses(below(f'touchpoint a "A"\n  -> b {first}\n  -> c {second}\n{steps}'))[0]
        for first, second in (("share=70%", "share=60%"), ('"x"', '"y"'), ("share=70%", "share=30%"))
    ]
    assert [(one.assumed, one.uneven) for one in told] == [(True, True), (True, False), (False, False)]


def test_what_is_left_of_barred_ways_is_no_assumption() -> None:
    lines = 'touchpoint a "A"\n  -> b share=30% if=tom\n  -> c share=70%\ntouchpoint b "B"\n  -> end\ntouchpoint c "C"'
    told = [(one.persona, one.visits["j.s.c"], one.assumed) for one in courses(below(lines, PEOPLE))]
    assert told == [("mei", 1, False), ("tom", pytest.approx(0.7), False)]


def test_who_never_gets_out_has_neither_way_nor_time() -> None:
    (one,) = courses(below('touchpoint a "A" wait=1h\ntouchpoint b "B"\n  -> a'))
    assert (one.path, one.probability, one.time, one.wait, one.bottlenecks, one.exits) == ((), 0, None, None, (), ())
    assert (dict(one.visits), one.steps, one.trapped) == ({}, None, True)


def test_every_course_can_be_written_as_json() -> None:
    text = below('touchpoint a "A" wait=1h\ntouchpoint b "B"\n  -> a')
    (written,) = render("json", text, plugins=[journeyql_json, journeyql_flow]).files
    (course,) = json.loads(written.content)["facts"]["flow.courses"]
    assert (course["visits"], course["time"], course["trapped"]) == ({}, None, True)


def test_few_bottlenecks_are_named() -> None:
    rows = "\n".join(f'touchpoint t{number} "T{number}" wait={10 + number}h' for number in range(5))
    (one,) = courses(below(rows + '\ntouchpoint z "Z" wait=1min'))
    assert [held.place.id for held in one.bottlenecks] == ["t4", "t3", "t2"]


def fork(e: str, f: str, d: str = "20h", arrows: str = "-> e parallel=yes\n  -> f parallel=yes") -> str:
    """After D, E and F are gone at once (or as the arrows say), until G."""
    return below(
        f'touchpoint d "D" wait={d}\n  {arrows}\ntouchpoint e "E" {e}\n  -> g\ntouchpoint f "F" {f}\n  -> g\n'
        'touchpoint g "G" wait=2h'
    )


#: What a touchpoint adds, in hours, and the waiting of a customer who walks: the slowest of the ways gone at once.
BESIDE = [
    # the longer of two branches adds by how much it is longer: 30 - 29, of 20 + 30 + 2
    ("work beside it", fork("wait=30h", "duration=29h"), {"d": 20}, 52),
    # 48 - 24 of 20 + 48 + 2
    ("a wait beside it", fork("wait=24h", "wait=48h"), {"f": 24, "d": 20}, 70),
    ("as slow beside it", fork("wait=24h", "wait=24h"), {"d": 20}, 46),
    ("nothing beside it", fork("wait=24h", ""), {"e": 24, "d": 20}, 46),
    # all go to E, and half of them to F as well: 0.5 * 30 + 0.5 * (30 - 10)
    (
        "beside the usual way",
        fork("wait=30h", "wait=10h", arrows="-> e\n  -> f parallel=yes share=50%"),
        {"e": 25, "d": 20},
        52,
    ),
]


@pytest.mark.parametrize(("text", "added", "whole"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_what_is_gone_through_at_once_holds_up_only_by_what_it_takes_longer(
    text: str, added: dict, whole: float
) -> None:
    (one,) = courses(text)
    assert {held.place.id: held.seconds / 3600 for held in one.bottlenecks} == pytest.approx(added)
    assert one.wait.mean / 3600 == pytest.approx(whole)
    assert sum(held.share for held in one.bottlenecks) == pytest.approx(sum(added.values()) / whole)


def test_five_hundred_touchpoints_all_lead_back() -> None:
    rows = "\n".join(f'touchpoint t{number} "T{number}" wait=1min\n  -> t0 share=1%' for number in range(500))
    (one,) = courses(below(rows))
    # the number of rounds is geometric: all 500 steps are gone through without a return once in 0.99 ** 500
    assert one.visits["j.s.t499"] == pytest.approx(0.99**499 / 0.99**500, rel=1e-6)
    assert one.visits["j.s.t0"] == pytest.approx(1 / 0.99**500, rel=1e-6)
