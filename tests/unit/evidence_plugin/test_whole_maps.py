"""Whole maps: what must not matter, and input that nobody meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import journeyql_evidence
from journeyql.facts import EVIDENCE_MIX, READINGS, TRIALS, UNKNOWNS
from journeyql.testing import Result, check

PLUGINS = [journeyql_evidence]
EXAMPLES = Path(__file__).parents[3] / "examples"
MAP = """
team id_ops "Operations"
partner id_depot "Depot"
  sla: 5d within=90%
segment id_active "Active"
segment id_silent "Silent"
evidence id_survey "Survey" method=survey sample=12 date=2021-09
  mix: 90% of=id_active
  mix: 10% of=id_silent
evidence id_plan "Next survey" method=survey date=2025-06 status=planned
metric id_sales "Sales" value=9 target=12
journey id_parcel "Return a parcel"
  goal: "Back in three days"
  review: 90d
  metric id_refund "Time to the refund" target=3d
  stage id_send "Send it"
    touchpoint id_label "Prints the label" emotion=4 duration=3min from=id_survey
    touchpoint id_queue "Queues" emotion=1
      csat: 3.1 target=4.2 sample=90
      -> end share=20%
      -> id_refunded
  stage id_back "Gets the money"
    touchpoint id_refunded "Waits for the refund" emotion=2 moment=truth
      wait: 9d target=3d
      support "Scans it" by=id_depot
      pain id_slow "Three weeks" severity=high frequency=40%
        action id_faster "Refund on the first scan"
      experiment id_scan "Scan or weigh?" result=confirmed
        arms: "Scan" sample=40 successes=9
        arms: "Weigh" sample=40 successes=11
"""


def analysed(text: str, rule_set: str = "strict") -> Result:
    return check(text, plugins=PLUGINS, rule_set=rule_set)


def seen(text: str, rename: Callable[[str], str] = str) -> list[tuple[str, str]]:
    """Which rules are broken where, whatever the words of the findings."""
    return sorted((finding.rule.name, rename(finding.element)) for finding in analysed(text).diagnostics)


def test_the_map_breaks_many_rules() -> None:
    assert len({rule for rule, _ in seen(MAP)}) >= 11


def test_other_names_change_nothing() -> None:
    """Each name is spelled backwards, so that their order changes, too."""

    def backwards(text: str) -> str:
        return re.sub(r"\bid_([a-z]+)", lambda match: f"id_{match[1][::-1]}", text)

    assert seen(backwards(MAP), backwards) == seen(MAP)


def test_other_words_change_nothing() -> None:
    assert seen(re.sub(r'"([A-Z])[^"]*"', r'"另一个 \1"', MAP)) == seen(MAP)


def test_another_order_of_blocks_changes_nothing() -> None:
    head, journey = MAP.split("metric id_sales", 1)
    blocks = re.split(r"\n(?=\w)", head.strip())
    assert seen("metric id_sales" + journey + "\n".join(reversed(blocks)) + "\n") == seen(MAP)


def test_another_scale_of_emotion_changes_nothing() -> None:
    def moved(match: re.Match[str]) -> str:
        return f"emotion={10 * (int(match[1]) - 1)}"

    scaled = re.sub(r"emotion=(\d)", moved, MAP).replace("  review", "  scale: 0..40\n  review")
    assert seen(scaled) == seen(MAP)


BAD = [
    ("nothing", ""),
    ("a title", 'journey "J"\n'),
    ("an empty evidence, metric and experiment", 'evidence "E"\nmetric "M"\njourney "J"\n  experiment "X"\n'),
    ("no people at all", 'evidence e "E" method=survey sample=0\njourney "J"\n  "A" emotion=2 from=e\n'),
    ("fewer than no people", 'evidence e "E" method=survey sample=-5\njourney "J"\n  "A" from=e\n    csat: 4 target=5 sample=-1\n'),
    ("arms of nobody", 'journey "J"\n  experiment "X" result=confirmed\n    arms: "A" sample=0 successes=0\n    arms: "B" sample=0 successes=0\n'),
    ("fewer than no successes", 'journey "J"\n  experiment "X"\n    arms: "A" sample=-3 successes=-5\n    arms: "B" sample=9 successes=1\n'),
    ("endless counts", 'journey "J"\n  experiment "X"\n    arms: "A" sample=999999999999999 successes=3\n    arms: "B" sample=999999999999999 successes=999999999999999\n'),
    ("many arms", 'journey "J"\n  experiment "X"\n' + "".join(f'    arms: "{n}" sample=99 successes={n}\n' for n in range(90))),
    ("a baseline of nothing", 'journey "J"\n  metric "M" value=1 baseline=0 target=0 change=-100%\n'),
    ("a review of no time", 'journey "J"\n  review: 0d\n  updated: 2025-12-31\n'),
    ("a review of ages", 'journey "J"\n  review: 99999999999999y\n  updated: 0001-01-01\n'),
    ("a scale without ends", 'journey "J"\n  scale: 1..\n  metric "M" value=3 sample=9 scale=..7\n  "A" emotion=2\n'),
    ("a scale of one point", 'journey "J"\n  "A" emotion=4\n    csat: 3 target=4 scale="3 to 3" sample=9\n'),
    ("a mix of nobody", 'evidence "E"\n  mix: 0%\n  mix: 100%\n  mix: 100%\njourney "J"\n'),
    ("markets in a circle", 'market A "A" in=B\nmarket B "B" in=A\nevidence e "E" covers=A date=2025-01\njourney "J" market=B\n  "S"\n    emotion[B]: 2 from=e\n'),
    ("values in each other's units", 'journey "J"\n  metric "M" value=3d target=3EUR baseline=3% change=+5% better=lower\n'),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_input_is_no_exception(text: str) -> None:
    """`check` raises what a pass raises."""
    result = analysed(text)
    if result.drawable:
        for key in (EVIDENCE_MIX, UNKNOWNS, READINGS, TRIALS):
            assert isinstance(result.fact(key), tuple)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.journey")), ids=lambda path: path.stem)
def test_no_finding_of_an_example_has_a_place_left_open(path: Path) -> None:
    files = {
        item.relative_to(path.parent).as_posix(): item.read_text("utf-8") for item in path.parent.rglob("*.journey")
    }
    for finding in check(path.read_text("utf-8"), files=files, plugins=PLUGINS, rule_set="strict").diagnostics:
        assert not re.search(r"[{}]|None|\bFinal\b", finding.message + finding.help), finding.message
