"""The pages about evidence and metrics say what happens: their maps give what follows them, and their tables are complete."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import attrs
import pytest

import journeyql_evidence
from journeyql.facts import READINGS
from journeyql.testing import check
from journeyql_evidence import journeyql_passes

FOLDER = Path(__file__).parents[2] / "docs" / "analysis"
PASSES = {item.name: item for item in journeyql_passes()}
PAGES = {name: (FOLDER / f"{name}.md").read_text("utf-8") for name in PASSES}
RULES = [(name, rule) for name, item in PASSES.items() for rule in item.rules]


def results(name):
    text, output = re.search(r"```journey\n(.*?)```\n\n```text\n(.*?)```", PAGES[name], re.DOTALL).groups()
    return check(text, plugins=[journeyql_evidence]), output


@pytest.mark.parametrize("name", PASSES)
def test_the_map_gives_what_follows(name):
    result, output = results(name)
    assert str(result).replace("map.journey", "parcel.journey").rstrip() == output.rstrip()


def test_the_intervals_are_those_of_the_map():
    found = [
        f"| {one.name} of {one.element.id} | {one.value} | {one.interval.low:.1f} to {one.interval.high:.1f} | `{one.interval.method}` |"
        for one in results("metrics")[0].fact(READINGS)
        if one.interval is not None
    ]
    assert re.findall(r"^\| \w+ of .*\|$", PAGES["metrics"], re.MULTILINE) == found


def test_the_attainment_is_that_of_the_map():
    (refunds,) = [one for one in results("metrics")[0].fact(READINGS) if one.element.id == "refunds"]
    assert f"{refunds.attainment:.2f} of the way for the" in PAGES["metrics"]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[rule.code for _, rule in RULES])
def test_every_rule_stands_in_the_table(name, rule):
    assert f"| `{rule.name}` {rule.code} | {rule.since.word} | {rule.summary} |" in PAGES[name]


@pytest.mark.parametrize("name", PASSES)
def test_the_options_are_the_defaults(name):
    told = tomllib.loads(re.search(r"```toml\n(.*?)```", PAGES[name], re.DOTALL)[1])["passes"][name]
    assert told == attrs.asdict(PASSES[name].options())
