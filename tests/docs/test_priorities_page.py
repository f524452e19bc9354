"""The page about priorities says what happens: its map gives the output that follows it, and its tables are complete."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

import journeyql_markdown
import journeyql_priorities
from journeyql.engine.option_docs import doc_of
from journeyql.engine.options import key_of
from journeyql.facts import PRIORITIES
from journeyql.testing import check, render
from journeyql_priorities.options import INPUTS, Options
from journeyql_priorities.rules import RULES
from journeyql_priorities.scores import FORMULAS

PAGE = (Path(__file__).parents[2] / "docs" / "analysis" / "priorities.md").read_text("utf-8")
PLUGINS = [journeyql_priorities]


def block(language: str) -> str:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_map_gives_the_findings() -> None:
    assert str(check(block("journey"), plugins=PLUGINS)) == block("console")


def test_the_map_gives_the_page() -> None:
    page = render("report-markdown", block("journey"), plugins=[*PLUGINS, journeyql_markdown])
    assert block("markdown") in page.files[0].content


def test_the_configuration_is_sound() -> None:
    (formula,) = re.findall(r'^value = "(.*)"$', block("toml"), re.MULTILINE)
    options = {"priorities": {"rank-by": "value", "formulas": {"value": formula}}}
    first = check(block("journey"), plugins=PLUGINS, options=options).fact(PRIORITIES)[0]
    # 0.5 * 5 + 0.5 * 24000 / 1000
    assert {score.name: score.value for score in first.scores}["value"] == 14.5


@pytest.mark.parametrize(("name", "formula"), FORMULAS.items())
def test_every_score_is_explained(name: str, formula: str) -> None:
    assert f"| {name} | `{formula}` |" in PAGE


@pytest.mark.parametrize("name", INPUTS)
def test_every_input_is_explained(name: str) -> None:
    assert re.search(rf"^\|.*`{name}`.*\| [a-z0-9]", PAGE, re.MULTILINE)


@pytest.mark.parametrize("field", attrs.fields(Options), ids=lambda field: field.name)
def test_every_option_is_explained(field: attrs.Attribute) -> None:
    assert f"| `{key_of(field)}` |" in PAGE
    assert doc_of(Options, field) in PAGE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_stands_in_the_table(rule) -> None:
    assert f"| `{rule.name}` {rule.code} | {rule.since.word} | {rule.summary} |" in PAGE
