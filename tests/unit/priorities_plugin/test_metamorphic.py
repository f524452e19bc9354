"""What may not change a finding or a rank: names, the order of independent blocks, the words, the emotion scale."""

from __future__ import annotations

import datetime
import re
from collections import Counter

import journeyql_priorities
from journeyql.facts import OPPORTUNITIES, PRIORITIES, ROADMAP
from journeyql.testing import Result, check

PLUGINS = [journeyql_priorities]

BLOCKS = [
    """\
    touchpoint t1 "Waits for the refund" emotion=1
      need n2 "Be told" unmet=yes
      pain p1 "No message" severity=critical
        action a1 "Write every day" impact=4 effort=2 due=2099-12-31
      experiment e1 "Daily or weekly" status=planned
""",
    """\
    touchpoint t2 "Prints the label" emotion=3
      pain p2 "No printer" severity=medium frequency=30%
        cause c1 "Old shops"
          action a2 "Send a code" impact=4 effort=1 phase=1
        cause c2 "Old phones"
      opportunity o1 "Sell a bag" importance=8 satisfaction=4
        action a6 "Try it" impact=3 effort=2
""",
    """\
    touchpoint t3 "Queues" emotion=2
      need n1 "Know the way" importance=9 satisfaction=3
      pain p3 "One till" severity=high
        action a3 "A shelf for parcels" impact=5 effort=5 due=2099-06-30
        action a4 "A sign" impact=3 effort=1 due=2099-01-31 depends=a3
      pain p4 "No seat" severity=low
        action a5 "Chairs" impact=2 effort=1 due=2099-03-31
""",
]
HEAD = 'journey j "Return a parcel"\n  scale: 1..5\n  stage s "Send it back"\n'
TAIL = 'action a7 "Buy a server"\naction a8 "Buy two" impact=4 effort=1 due=2025-01-01\n'


def analysed(text: str) -> Result:
    return check(text, plugins=PLUGINS)


def seen(result: Result, names: dict[str, str] | None = None) -> tuple[object, ...]:
    """Rules and the elements they are at, and all ranks, by the ids of `BLOCKS`."""
    back = {new: old for old, new in (names or {}).items()}

    def plain(path: str) -> str:
        return ".".join(back.get(part, part) for part in path.split("."))

    findings = Counter((finding.rule.name, plain(finding.element)) for finding in result.diagnostics)
    ranks = {plain(one.element.path): (one.rank, one.score) for one in result.fact(OPPORTUNITIES)}
    order = {
        plain(one.measure.path): (one.rank, one.quadrant, tuple((score.name, score.value) for score in one.scores))
        for one in result.fact(PRIORITIES)
    }
    plan = [(phase.number, sorted(plain(one.path) for one in phase.measures)) for phase in result.fact(ROADMAP)]
    return findings, ranks, order, plan


TEXT = HEAD + "".join(BLOCKS) + TAIL
BASE = seen(analysed(TEXT))


def test_the_map_has_something_to_lose() -> None:
    findings = BASE[0]
    assert isinstance(findings, Counter)
    assert {name for name, _ in findings} == {
        *("large-opportunity-without-action", "cause-without-action", "quick-win-not-scheduled", "overdue"),
        *("quick-win-waits-for-long-term", "gravest-pain-last", "action-before-test", "action-for-nothing"),
        "plan-out-of-order",
    }


def test_names_decide_nothing() -> None:
    names = {name: f"z{99 - int(name[1:]):02}{name[0]}" for name in re.findall(r"\b[tnpaceo]\d\b", TEXT)}
    renamed = re.sub(r"\b[tnpaceo]\d\b", lambda match: names[match[0]], TEXT)
    assert seen(analysed(renamed), names) == BASE


def test_the_order_of_blocks_decides_nothing() -> None:
    assert seen(analysed(HEAD + "".join(reversed(BLOCKS)) + TAIL)) == BASE
    assert seen(analysed(TAIL + HEAD + BLOCKS[1] + BLOCKS[0] + BLOCKS[2])) == BASE


def test_words_decide_nothing() -> None:
    words = re.sub(r'"([^"]+)"', lambda match: f'"{"".join(chr(0x4E00 + ord(one)) for one in match[1])}"', TEXT)
    assert seen(analysed(words)) == BASE


def test_the_scale_of_emotion_decides_nothing() -> None:
    wide = re.sub(r"emotion=(\d)", lambda match: f"emotion={int(match[1]) * 10}", TEXT).replace("1..5", "10..50")
    assert seen(analysed(wide)) == BASE


def test_the_day_of_the_run_changes_no_figure() -> None:
    days = (datetime.date(2020, 1, 1), datetime.date(2098, 12, 31))
    figures = [seen(check(TEXT, plugins=PLUGINS, today=day))[1:] for day in days]
    assert figures == [BASE[1:], BASE[1:]]
