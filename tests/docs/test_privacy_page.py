"""The page about personal data says what happens: its maps give the output that follows them, and its tables are complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeyql_privacy import eprivacy_rules, gdpr_rules, rules
from journeyql_privacy.eprivacy import EPRIVACY
from journeyql_privacy.gdpr import EEA, GDPR

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text("utf-8")
STEPS = re.findall(r"```journey\n(.*?)```\n\n```console\n\$ journeyql (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("text", "command", "output"), STEPS)
def test_maps_give_the_output_that_follows(text: str, command: str, output: str, tmp_path: Path) -> None:
    (tmp_path / "shop.journey").write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "journeyql", "--no-external-plugins", *command.split()]
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.stdout + run.stderr == output


def test_there_are_such_maps() -> None:
    assert len(STEPS) == 2


@pytest.mark.parametrize("rule", [*gdpr_rules.RULES, *eprivacy_rules.RULES], ids=lambda rule: rule.code)
def test_every_rule_of_a_law_stands_in_the_table(rule) -> None:
    assert f"| `{rule.name}` {rule.code} |" in PAGE


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_every_rule_about_words_is_named(rule) -> None:
    assert f"`{rule.name}`" in PAGE


@pytest.mark.parametrize("law", [GDPR, EPRIVACY], ids=lambda law: law.name)
def test_the_words_of_the_laws_are_all_there(law) -> None:
    assert all(f"`{word}`" in PAGE for word in (law.name, *law.bases, *law.safeguards))
    assert PAGE.count(f"{law.as_of}") == 2
    assert set(re.search(r"Area, and ([A-Z ]+) \|", PAGE)[1].split()) == GDPR.adequate
    assert not GDPR.adequate & EEA
    assert len(EEA) == 30  # 27 member states, Iceland, Liechtenstein, Norway
