"""The page about governance says what happens: its map gives the findings that follow it, and every rule and option is there."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

import journeyql_governance
from journeyql.testing import check
from journeyql_governance import contact_rules, owner_rules, shape_rules, wording_rules
from journeyql_governance.options import Governance, Wording

PAGE = (Path(__file__).parents[2] / "docs" / "analysis" / "governance.md").read_text("utf-8")
STEPS = re.findall(r"```journey\n(.*?)```\n\n[^`]*\n\n```console\n(.*?)```", PAGE, re.DOTALL)
RULES = [*shape_rules.RULES, *owner_rules.RULES, *contact_rules.RULES, *wording_rules.RULES]


@pytest.mark.parametrize(("text", "output"), STEPS)
def test_the_map_gives_the_findings_that_follow(text: str, output: str) -> None:
    assert str(check(text, plugins=[journeyql_governance])) == output


def test_there_is_such_a_map() -> None:
    assert len(STEPS) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_stands_in_a_table_with_its_set(rule) -> None:
    assert f"| `{rule.name}` {rule.code} | {rule.summary} | {rule.since.word} |" in PAGE


@pytest.mark.parametrize(("name", "options"), [("governance", Governance), ("wording", Wording)])
def test_every_option_is_told_with_its_default(name, options) -> None:
    for field in attrs.fields(options):
        assert f"| `passes.{name}.{field.name}` | {field.default or 'none'} |" in PAGE
