"""The page about flow says what happens: its map gives the findings and figures that follow it, and its tables are complete."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import attrs
import pytest

import journeyql_flow
from journeyql.facts import COURSES
from journeyql.testing import check
from journeyql_flow.options import Options
from journeyql_flow.service_rules import RULES
from journeyql_flow.simulation import FEWEST, RUNS

PAGE = (Path(__file__).parents[2] / "docs" / "analysis" / "flow.md").read_text("utf-8")
MAP, OUTPUT = re.search(r"```journey\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL).groups()
RESULT = check(MAP, plugins=[journeyql_flow])


def test_the_map_gives_what_follows() -> None:
    assert str(RESULT).replace("map.journey", "parcel.journey").rstrip() == OUTPUT.rstrip()


def test_the_visits_are_those_of_the_map() -> None:
    (course,) = RESULT.fact(COURSES)
    found = {path.rpartition(".")[2]: f"{count:.2f}".removesuffix(".00") for path, count in course.visits.items()}
    assert dict(re.findall(r"^\| (\w+) \| ([\d.]+) \|$", PAGE, re.MULTILINE)) == found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_stands_in_the_table(rule) -> None:
    assert f"| `{rule.name}` {rule.code} | {rule.since.word} |" in PAGE


def test_the_options_are_the_defaults() -> None:
    told = tomllib.loads(re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1])["passes"]["flow"]
    assert told == {name.replace("_", "-"): value for name, value in attrs.asdict(Options()).items()}


def test_so_many_customers_are_simulated() -> None:
    assert f"at most {RUNS} simulated customers" in PAGE
    assert f"never fewer than {FEWEST}" in PAGE
