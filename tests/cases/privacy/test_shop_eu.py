"""A shop in the European Union: as it should be nothing is found, and of its mistakes exactly those that are listed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[3]
#: The analyses of the experience, its priorities and its upkeep judge the map by other things than the law.
ANALYSES = {"EVI", "EXP", "FLO", "GOV", "MET", "PRI"}
BROKEN, SOUND = HERE / "shop-eu.journey", ROOT / "examples" / "shop-eu.journey"


def found(path: Path) -> set[tuple[int, str]]:
    """The line and rule of everything that is found, but by analyses of the experience."""
    command = [sys.executable, "-m", "journeyql", "check", "--format", "json", "--no-external-plugins", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode in {0, 1}, run.stderr
    findings = json.loads(run.stdout)["diagnostics"]
    return {(one["place"]["line"], one["rule"]) for one in findings if one["code"][:3] not in ANALYSES}


def listed() -> set[tuple[int, str]]:
    """The lines of the side file: the number of the line, the rule, and in words what is wrong."""
    lines = (line.split(maxsplit=2) for line in BROKEN.with_suffix(".findings").read_text("utf-8").splitlines())
    return {(int(number), rule) for number, rule, _ in lines}


def test_exactly_the_listed_mistakes_are_found() -> None:
    assert found(BROKEN) == listed()


def test_every_rule_of_both_laws_is_among_them() -> None:
    from journeyql_privacy import eprivacy_rules, gdpr_rules

    assert {rule for _, rule in listed()} == {rule.name for rule in (*gdpr_rules.RULES, *eprivacy_rules.RULES)}


def test_nothing_is_found_in_the_sound_shop() -> None:
    assert found(SOUND) == set()
    assert sum(line.lstrip().startswith("touchpoint") for line in SOUND.read_text("utf-8").split("\n")) >= 20
