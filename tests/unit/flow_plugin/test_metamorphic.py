"""What a map means decides, not how it is written: names, texts, scale and the order of independent blocks may change."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import journeyql_flow
from journeyql.facts import COURSES
from journeyql.testing import check

MAP = """\
persona mei "Mei Chen" segment=vip
segment vip "Best customers"
channel app "App" kind=online
channel desk "Desk" kind=offline
team back "Back office"
journey main "Getting it repaired" scale=1..5
  stage ask "Asks"
    touchpoint file "Files a request" @app emotion=2 task=report
      wait: 3d target=1d
      backstage "Types it in" by=back
      -> visit
      -> call "no answer" share=30%
      -> fetch "has the key" share=10%
    touchpoint call "Calls" @desk emotion=1 task=report
    touchpoint fetch "Fetches the tool" @desk emotion=4 task=report
      capacity: 40 per=1d
      season: 2026-12 load=90
      handoff over "To the workshop"
    touchpoint lost "Is forgotten" emotion=3 wait=1h
  stage fix "Is helped"
    touchpoint visit "Somebody comes" emotion=4
      wait: 9d target=2d
      -> file "it is back" share=8%
      -> end "gives up" share=30%
    touchpoint wait "Waits" emotion=3 wait=1d
      -> rate if=nobody
      -> end unless=vip
    touchpoint rate "Rates it" emotion=4
  stage after "Afterwards" emotion=4
persona nobody "Nobody"
"""


def found(text: str) -> set[tuple[str, int]]:
    """The rules and lines of all findings."""
    result = check(text, plugins=[journeyql_flow], rule_set="strict")
    assert {item.rule.code[:3] for item in result.diagnostics} == {"FLO"}
    return {(item.rule.name, item.span.line) for item in result.diagnostics}


def renamed(text: str) -> str:
    names = "main ask file call fetch lost fix visit wait rate after mei vip app desk back nobody over".split()
    for number, name in enumerate(names):
        text = re.sub(
            rf"(?<![\w\"-]){name}(?=[ ,\n]|$)(?![^\"\n]*\"(?:[^\"\n]*\"[^\"\n]*\")*[^\"\n]*$)",
            f"x{number}",
            text,
            flags=re.MULTILINE,
        )
    return text


def translated(text: str) -> str:
    return re.sub(r'"[^"]*"', '"übersetzt 翻译"', text)


def scaled(text: str) -> str:
    text = text.replace("scale=1..5", "scale=-20..20")
    return re.sub(r"emotion=(\d)", lambda match: f"emotion={(int(match[1]) - 3) * 10}", text)


CHANGES: list[Callable[[str], str]] = [renamed, translated, scaled]


def test_the_map_breaks_most_rules() -> None:
    assert len({rule for rule, _ in found(MAP)}) >= 8


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_else_is_found(change: Callable[[str], str]) -> None:
    changed = change(MAP)
    assert changed != MAP
    assert found(changed) == found(MAP)


def test_blocks_may_stand_in_any_order() -> None:
    head, body = MAP.split("journey main", 1)
    body, tail = body.split("persona nobody", 1)
    lines = [line for line in head.splitlines() if line]
    other = "\n".join(["persona nobody" + tail.rstrip(), "journey main" + body.rstrip(), *reversed(lines), ""])
    told = [
        sorted((item.rule.name, item.message) for item in check(text, plugins=[journeyql_flow]).diagnostics)
        for text in (MAP, other)
    ]
    assert told[0] == told[1]


def test_figures_do_not_depend_on_names_and_scale() -> None:
    def figures(text: str) -> list[object]:
        (one,) = check(text, plugins=[journeyql_flow], persona="").fact(COURSES)[:1]
        return [list(one.visits.values()), one.probability, one.time.mean, one.time.p90, len(one.bottlenecks)]

    assert figures(renamed(MAP)) == figures(scaled(MAP)) == figures(MAP)


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from test_metamorphic import MAP
import journeyql_flow
from journeyql.facts import COURSES
from journeyql.testing import check
result = check(MAP, plugins=[journeyql_flow], rule_set="strict")
print(result, [(c.path and [s.path for s in c.path], c.visits, c.time.p90, c.wait.p50) for c in result.fact(COURSES)])
"""


def test_every_process_finds_the_same() -> None:
    here = str(Path(__file__).parent)
    told = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, here],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(told) == 1
