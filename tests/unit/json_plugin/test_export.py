from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from resolving import clean

from journeyql.model import Context
from journeyql.model.export import export, plain
from journeyql.model.quantity import Clock, Date, Duration, Money, Range
from journeyql.model.types import Amount
from journeyql.model.varying import Ref

MAP = """
persona mei "Mei"
persona tom "Tom"
team ops "Operations"
channel app "App" kind=online
evidence survey "Survey" method=survey sample=412
journey repair "Repair" owner=ops
  lane relevance "Relevance" type=score scale=1..5
  stage report "Report"
    touchpoint file "Files it" @app emotion[mei]=2 emotion[tom]=3 emotion[future]=5 from=survey relevance=4
      wait: 4min target=1min within=80%
      doing: "Photographs the tap", "Fills in the form"
      -> fix "no answer" share=35% delay=2d
    touchpoint[future] call "Calls"
    allow no-emotion "Known"
  stage fix "Fix it"
"""


def exported(text: str = MAP, **context: str) -> dict[str, Any]:
    return export(clean(text).model.view(Context(**context) if context else None))


def elements(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = list(document["elements"])
    while waiting:
        element = waiting.pop(0)
        yield element
        waiting[:0] = element["children"]


def element(document: dict[str, Any], path: str) -> dict[str, Any]:
    return next(found for found in elements(document) if found["path"] == path)


def test_the_head_says_what_it_is() -> None:
    document = exported()
    assert list(document) == [
        "format",
        "version",
        "source",
        "context",
        "journeys",
        "elements",
        "absent",
        "flow",
        "allowances",
    ]
    assert (document["format"], document["version"], document["source"]) == ("journeyql", 1, "root.journey")
    assert document["context"] == {"state": "current", "persona": "", "segment": "", "market": "", "language": ""}
    assert document["journeys"] == ["repair"]


def test_the_tree_is_in_the_order_written() -> None:
    assert [found["path"] for found in elements(exported())] == [
        "mei",
        "tom",
        "ops",
        "app",
        "survey",
        "repair",
        "repair.relevance",
        "repair.report",
        "repair.report.file",
        "repair.fix",
    ]


@pytest.mark.parametrize(
    ("context", "value"),
    [({}, None), ({"persona": "mei"}, 2), ({"persona": "tom"}, 3), ({"state": "future"}, 5)],
    ids=["nobody's", "mei", "tom", "future"],
)
def test_the_value_is_that_of_the_context_and_the_cells_are_all_there(context: dict, value: float | None) -> None:
    emotion = element(exported(**context), "repair.report.file")["properties"]["emotion"]
    assert emotion["value"] == value
    assert [(cell["value"], cell["when"]) for cell in emotion["cells"]] == [
        (2, {"persona": ["mei"]}),
        (3, {"persona": ["tom"]}),
        (5, {"state": ["future"]}),
    ]


def test_values_say_what_they_rest_on_and_where_they_stand() -> None:
    wait = element(exported(), "repair.report.file")["properties"]["wait"]
    four, one = {"text": "4min", "seconds": 240}, {"text": "1min", "seconds": 60}
    assert wait == {
        "value": four,
        "grade": "stated",
        "evidence": ["survey"],
        "cells": [
            {
                "value": four,
                "file": "root.journey",
                "line": 10,
                "column": 13,
                "options": {"target": one, "within": 80},
            }
        ],
        "options": {"target": one, "within": 80},
    }


def test_what_comes_from_around_is_marked() -> None:
    owner = element(exported(), "repair.report.file")["properties"]["owner"]
    assert owner == {"value": "ops", "grade": "assumed", "inherited": True}


def test_lists_and_own_lanes() -> None:
    found = element(exported(), "repair.report.file")
    assert found["properties"]["doing"]["value"] == ["Photographs the tap", "Fills in the form"]
    assert found["own"]["relevance"]["value"] == 4


def test_what_exists_elsewhere_is_listed_apart() -> None:
    (call,) = exported()["absent"]
    assert (call["path"], call["parent"], call["when"]) == (
        "repair.report.call",
        "repair.report",
        {"state": ["future"]},
    )
    assert exported(state="future")["absent"] == []


def test_the_flow() -> None:
    flow = exported()["flow"]
    assert flow["nodes"] == ["repair.report.file", "repair.fix"]
    assert [(edge["from"], edge["to"], edge["implied"]) for edge in flow["edges"]] == [
        (None, "repair.report.file", True),
        ("repair.report.file", "repair.fix", False),
        ("repair.fix", None, True),
    ]
    written = flow["edges"][1]
    assert (written["condition"], written["share"], written["line"]) == ("no answer", 35, 12)
    assert written["delay"] == {"text": "2d", "seconds": 172800}


def test_allowances() -> None:
    (allowance,) = exported()["allowances"]
    assert (allowance["rule"], allowance["reason"]) == ("no-emotion", "Known")


PLAIN = [
    (4.0, 4),
    (4.5, 4.5),
    (True, True),
    (None, None),
    ("a", "a"),
    ((1.0, "b"), [1, "b"]),
    (Duration.parse("1h30min"), {"text": "1h30min", "seconds": 5400}),
    (Money.parse("12.50EUR"), {"amount": "12.50", "currency": "EUR"}),
    (Date.parse("2026-Q4"), "2026-Q4"),
    (Clock.parse("7:05"), "07:05"),
    (Range(1.0, None), [1, None]),
    (Amount.parse("35%"), {"text": "35%", "number": 35, "unit": "%"}),
    (Ref("a.b", "stage"), "a.b"),
]


@pytest.mark.parametrize(("value", "expected"), PLAIN, ids=[str(case[1]) for case in PLAIN])
def test_plain_values(value: object, expected: object) -> None:
    assert plain(value) == expected
