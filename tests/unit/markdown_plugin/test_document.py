from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import journeyql_markdown
from journeyql.diagnostics import Severity
from journeyql.model import Context
from journeyql_markdown.catalogue import EN, ZH
from journeyql_markdown.catalogue_de import DE
from journeyql_markdown.options import Options

MAP = """
journey repair "Getting a leaking tap repaired"
  goal: "Fixed within two days"
  owner: ops
  version: `1.2`
  updated: 2026-11-21
  review: 90d
  persona: mei, tom
  lane relevance "Relevance" type=percentage
  metric complaints "Complaints" value=3% target=2% better=lower change=-20%
  risk pushes "Too many messages" likelihood=high severity=medium
  stage report "Report the fault"
    goal: "Be reachable"
    touchpoint notice "Notices the leak" @chat emotion=2 feeling=worried
    touchpoint file "Files a request" @app emotion[mei]=2 emotion[tom]=3 from=survey relevance=40%
      doing: "Takes a photo", "Fills in the form"
      thinking[mei]: "Will anybody read this?"
      wait: 4min target=1min within=80%
      csat: 4.4 target=4.2
      pain retype "Types the address again" severity=high frequency=35% importance=8
        cause "The app does not know the lease"
          cause "Two systems"
        action prefill "Prefill the address" owner=ops due=2027-01-31 status=doing impact=4 effort=1
          because: "The lease has it"
      need "A date" importance=9 satisfaction=3 unmet=yes
      handoff "To the desk" to=ops carries=address
      backstage "Reads it" by=ops
      -> visit
      -> call "no answer" share=35% delay=2d
    touchpoint[tom] call "Calls" @hotline emotion=1 optional=yes
      quote "Where are they?" by=tom
      recovery "A call back" within=15min
  stage fix "Fix it"
    touchpoint visit "The technician comes" emotion=4 moment=truth
    touchpoint rate "Rates the repair"
  stage later "Later"
persona mei "Mei Chen, first-time tenant"
  quote: "I just want to know when somebody comes."
  needs: "A date"
persona tom "Tom Berg, landlord"
channel app "App" kind=online
channel chat "Chat group" kind=hidden
channel hotline "Hotline" kind=offline
team ops "Service operations"
evidence survey "Tenant survey" method=survey sample=1412 date=2026-09-30
  covers: mei
  source: `https://example.org/survey?a=1`
"""

LINES = [
    ("title", "# Getting a leaking tap repaired"),
    ("goal", "**Goal**: Fixed within two days"),
    ("about", "*version 1.2 · updated 21 November 2026 · reviewed every 90 days · owner: Service operations*"),
    ("persona", "### Mei Chen, first-time tenant"),
    ("quote", "> “I just want to know when somebody comes.”"),
    ("needs", "- **Needs**: A date"),
    ("curve", "- **Mei Chen** (M) ▃▃▆·· · lowest: 1 Notices the leak (2) · peak: 4 The technician comes (4) "),
    ("chart", "  2  .     M     T     .     .  Files a request"),
    ("chart, named", "  3  T     .     :     .     .  Calls  <- lowest (Tom Berg)"),
    ("chart, unknown", "  5  .     .     :     .     .  Rates the repair"),
    (
        "pain",
        "| 1 | Types the address again | 2 Files a request | high | 35% | 100% | 8 | 21 | The app does not know the lease ← Two",
    ),
    (
        "action",
        "| Prefill the address — *The lease has it* | Types the address again (2 Files a request) | Service operations ",
    ),
    ("action, rest", "| Service operations | 31 January 2027 | doing | 4 | 1 |"),
    ("stage", "### 1 Report the fault"),
    ("stage goal", "*Goal: Be reachable*"),
    ("hidden channel", "| 1 | **Notices the leak** | Chat group (hidden) |"),
    ("marks", "| 3 | **Calls** *optional · only Tom Berg* | Hotline |"),
    ("moment", "| 4 | **The technician comes** *★ moment of truth* |"),
    ("feeling", "| 🙁\u00a02\u00a0○ worried |"),
    ("grade", "| 🙁\u00a02\u00a0◐ | 😐\u00a03\u00a0◐ |"),
    ("one persona's words", "| Mei Chen: *“Will anybody read this?”* |"),
    ("figures", "waits 4 min (target 1 min in 80% of cases · ✗ missed) · satisfaction 4.4 (target 4.2 · ✓ met)"),
    (
        "details of a wide table",
        "| 2 | **Files a request** | waits 4 min (target 1 min in 80% of cases · ✗ missed) · sat",
    ),
    ("own lane", "| Time and figures | Relevance |"),
    ("recovery", "| A call back | 3 Calls | 15 min | Service operations |"),
    ("need", "| Need | A date *unmet* | 2 Files a request | 9 | 3 | 15 |"),  # Ulwick: 9 + (9 - 3) = 15
    ("voice", "- “Where are they?” — Tom Berg, landlord — 3 Calls"),
    ("metric", "| Complaints | 3% | 2% (−20%) | ✗ missed | Service operations |"),
    ("risk", "| Too many messages | high | medium | Service operations |"),
    ("behind", "| 2 Files a request | To the desk (to Service operations · carries address) | Reads it (by Service op"),
    (
        "evidence",
        "| Tenant survey | survey | 1,412 | 30 September 2026 | Mei Chen, first-time tenant | [https&#58;&#47;&#47;exam",
    ),
    ("link", "](https://example.org/survey?a=1) |"),
    ("gap", "- Emotion not known (Mei Chen) (2): 5 Rates the repair · 6 Later"),
    ("finding", "| `valley-without-pain` |"),
    ("made by", "*Made with JourneyQL from `root.journey`.*"),
]


@pytest.mark.parametrize("line", [case[1] for case in LINES], ids=[case[0] for case in LINES])
def test_what_stands_in_the_document(line: str, document: Callable[..., str]) -> None:
    assert line in document(MAP)


CHINESE = [
    "**目标**：Fixed within two days",
    "\n\n版本 1.2 · 更新于 2026 年 11 月 21 日 · 每 90 天复审 · 负责：Service operations\n\n",
    "## 痛点排序",
    "| 序号 | 痛点 | 位置 | 严重度 | 频率 | 到达 | 重要性 | 得分 | 原因 |",
    "| 高 | 35% | 100% | 8 | 21 |",
    "等待 4 分钟（目标 1 分钟，达标率 80% · ✗ 未达标）",
    "| 🙁\u00a02\u00a0○ 担心 |",
    "Mei Chen：*“Will anybody read this?”*",
]


@pytest.mark.parametrize("line", CHINESE)
def test_in_chinese(line: str, document: Callable[..., str]) -> None:
    assert line in document(MAP, locale="zh-CN")


def test_chinese_is_never_slanted(document: Callable[..., str]) -> None:
    text = document(
        'journey "旅程"\n  stage "阶段"\n    touchpoint "排队"\n      thinking: "要等多久？"\n', locale="zh"
    )
    assert "| “要等多久？” |" in text
    assert "*“" not in text


def test_another_language_gets_english_words_and_its_own_numbers(document: Callable[..., str]) -> None:
    text = document(MAP, locale="de")
    assert "## What hurts most" in text
    assert "satisfaction 4,4 (target 4,2 · ✓ met)" in text


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, flags=re.MULTILINE)


def test_sections_without_content_are_left_out(document: Callable[..., str]) -> None:
    text = document('journey "Coffee"\n  "Queues" emotion=4\n  "Drinks" emotion=5\n')
    assert headings(text) == ["At a glance", "Emotion curve", "Step by step"]
    assert "| No. | Touchpoint | Emotion |" in text


def test_the_order_is_who_experience_consequences_foundation(document: Callable[..., str]) -> None:
    assert headings(document(MAP)) == [
        "Who it is about",
        "At a glance",
        "Emotion curve",
        "What hurts most",
        "What is being done",
        "Step by step",
        "When it goes wrong: recoveries",
        "Needs and opportunities",
        "In their own words",
        "Figures against targets",
        "Risks",
        "Behind the scenes",
        "What it rests on",
        "What is not known",
        "Findings of the check",
    ]


def test_it_is_written_without_facts_as_well(document: Callable[..., str]) -> None:
    text = document(MAP, facts=False)
    assert "Types the address again" in text
    assert "Ranked by" not in text
    assert "## Emotion curve" in text


def test_one_persona(document: Callable[..., str]) -> None:
    text = document(MAP, context=Context(persona="mei"))
    assert "as seen by Mei Chen" in text
    assert "### Tom Berg" not in text
    assert "**Calls**" not in text
    assert "| Emotion |" in text


def test_another_state(document: Callable[..., str]) -> None:
    assert "*future state · version 1.2" in document(MAP, context=Context(state="future"))


def test_a_file_without_a_journey_says_so(document: Callable[..., str]) -> None:
    assert document('persona mei "Mei"\n') == (
        "# root\n\nThere is no journey in this file.\n\n*Made with JourneyQL from `root.journey`.*\n"
    )


def test_a_map_that_cites_nothing_says_that_its_scores_are_assumed(document: Callable[..., str]) -> None:
    assert "*All emotion scores are assumed.*" in document('journey a "A"\n  "One" emotion=4\n')


def test_several_journeys_stand_below_each_other(document: Callable[..., str]) -> None:
    text = document('journey a "A"\n  "One" emotion=4\njourney b "B"\n  "Two" emotion=4\nmetric m "Sales" value=3\n')
    assert re.findall(r"^# (.+)$", text, flags=re.MULTILINE) == ["A", "B"]
    assert text.count("| Sales | 3 |") == 1


def test_it_ends_with_one_line_end_and_has_no_blank_at_the_end_of_a_line(document: Callable[..., str]) -> None:
    text = document(MAP)
    assert text.endswith("*\n")
    assert not re.search(r"[ \t]\n|\n\n\n|\r", text)


def test_all_catalogues_say_the_same_with_the_same_placeholders() -> None:
    english, *others = ({key: set(re.findall(r"{(\w+)}", words)) for key, words in one.items()} for one in (EN, ZH, DE))
    assert others == [english, english]


def test_every_key_of_the_catalogue_is_used() -> None:
    sources = Path(journeyql_markdown.__file__).parent.glob("*.py")
    code = "".join(path.read_text(encoding="utf-8") for path in sources if not path.name.startswith("catalogue"))
    spelled = set(re.findall(r"""["']([a-z-]+)["']""", code))
    words = {severity.word for severity in Severity} | {"assumed", "stated", "measured"}
    made_up = ("state-", "moment-", "all-", "reading-", "quadrant-")
    keys = {key.removeprefix("markdown.") for key in EN}
    assert {key for key in keys if not key.startswith(made_up)} - spelled - words == set()


@pytest.mark.parametrize("limit", [0, "many", 3.5])
def test_options_are_checked(limit: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Options(diagram_limit=limit)
