"""Each rule of resolution: its wrong example reports it, its right example does not."""

from __future__ import annotations

import pytest
from resolving import resolved

from journeyql.diagnostics import Rule
from journeyql.model.rules import RULES


def names(text: str) -> list[str]:
    return [item.rule.name for item in resolved(text).diagnostics]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_wrong_example_reports_the_rule_once(rule: Rule) -> None:
    assert names(rule.wrong).count(rule.name) == 1
    assert names(rule.right).count(rule.name) == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_right_example_has_no_other_mistake(rule: Rule) -> None:
    assert names(rule.right) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_finding_stands_in_the_text(rule: Rule) -> None:
    for item in resolved(rule.wrong).diagnostics:
        assert item.span is not None
        assert 0 <= item.span.start < item.span.end <= len(item.span.source.text)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
