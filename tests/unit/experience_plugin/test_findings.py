from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from resolving import TABLE

from journeyql.diagnostics import Rule, Severity
from journeyql.facts import Facts
from journeyql.model.resolve import Unit, resolve
from journeyql.plugin import PassContext
from journeyql.source import SourceFile
from journeyql.syntax import parse
from journeyql_experience.analysis import analyse
from journeyql_experience.options import Options
from journeyql_experience.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_wrong_example_breaks_the_rule_and_the_right_one_does_not(rule: Rule, analysed: Callable) -> None:
    wrong = [found for found in analysed(rule.wrong).findings if found.rule is rule]
    assert [found.severity for found in wrong] == [rule.severity]
    assert all(found.help and found.span is not None for found in wrong)
    assert analysed(rule.right).names == []


MESSAGES = [
    (
        "customers without a way on",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint load "Loads"
              -> broken "something fell" share=10%
            touchpoint broken "Finds something broken"
        """,
        'The ways on from "Loads" are taken in 10% of cases; nothing says where the other 90% go.',
        "broken",
    ),
    (
        "customers counted twice",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b share=70%
              -> c share=70%
            touchpoint b "B"
            touchpoint c "C"
        """,
        'The shares of the ways on from "A" add up to 140%.',
        "b",
    ),
    (
        "the figures of a low point",
        """
        journey "J"
          stage "S"
            touchpoint "A" emotion=5
            touchpoint "B" emotion=2
            touchpoint "C" emotion=4
              pain "Known"
        """,
        '"B" is a low point: emotion 2 on 1..5, 4 beside it. No pain says what hurts there.',
        "2",
    ),
    (
        "a stretch of low scores",
        """
        journey "J"
          stage "S"
            touchpoint "A" emotion=5
            touchpoint "B" emotion=1
            touchpoint "C" emotion=1
        """,
        '"B" to "C" is a low point: emotion 1 on 1..5, 5 beside it. No pain says what hurts there.',
        "1",
    ),
    (
        "one finding for several people, with the worst score",
        """
        persona mei "Mei Chen, tenant"
        persona tom "Tom Berg, landlord"
        journey "J"
          stage "S"
            touchpoint "A" emotion=5
            touchpoint "B" emotion[mei]=2 emotion[tom]=1
            touchpoint "C" emotion=5
        """,
        '"B" is a low point for Mei Chen and Tom Berg: emotion 1 on 1..5, 5 beside it. No pain says what hurts there.',
        "1",
    ),
    (
        "nobody owns a severe pain",
        """
        journey "J"
          stage "S" emotion=4
            pain "P" severity=critical frequency=35%
              action "X"
        """,
        'The pain "P" (severity critical, 35% of cases) belongs to nobody: neither it nor an action against it has an owner.',
        "critical",
    ),
    (
        "nothing is done against a severe pain",
        """
        team t "T"
        journey "J" owner=t
          stage "S" emotion=4
            pain "P" severity=high
        """,
        'Nothing is planned against the pain "P" (severity high).',
        "high",
    ),
    (
        "no emotion",
        """
        journey "J"
          "A"
          "B"
        """,
        '"J" is a process, not a journey: none of its 2 steps says how it feels.',
        '"J"',
    ),
]


@pytest.mark.parametrize(("text", "message", "marked"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(text: str, message: str, marked: str, analysed: Callable) -> None:
    (found,) = analysed(text).findings
    assert found.message == message
    assert found.span.text == marked


VALLEY = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=5\n    touchpoint "B" emotion=2{below}\n    touchpoint "C" emotion=5\n'
TEAM = 'team t "T"\n'
SEVERE = 'journey j "J"{journey}\n  stage "S" emotion=4\n    pain p "P" severity=high{below}\n'

FLOW = (
    'journey "J"\n  stage "S" emotion=4\n    touchpoint a "A"\n      -> b {first}\n      -> c {second}\n'
    '    touchpoint b "B"\n    touchpoint c "C"\n'
)

QUIET = [
    ("a pain at the stage", VALLEY.format(below="") + '    pain "P"\n'),
    ("a pain below a cause", VALLEY.format(below='\n      pain "P"\n        cause "C"')),
    ("a shallow dip", VALLEY.format(below="").replace("=5", "=2.5")),
    ("a feeling without a score", 'journey "J"\n  "A" feeling=worried\n'),
    ("no steps yet", 'journey "J"\n'),
    ("an inherited owner and an action", TEAM + SEVERE.format(journey=" owner=t", below='\n      action "X"')),
    ("an owner of the action", TEAM + SEVERE.format(journey="", below='\n      action "X" owner=t')),
    ("an action at the cause", TEAM + SEVERE.format(journey=" owner=t", below='\n      cause "C"\n        action "X"')),
    ("an action elsewhere", TEAM + SEVERE.format(journey=" owner=t", below="") + '    action "X" addresses=p\n'),
    ("a recovery", TEAM + SEVERE.format(journey=" owner=t", below='\n      recovery "X"')),
    ("shares that reach all", FLOW.format(first="share=60%", second="share=40%")),
    ("a rest that has a way", FLOW.format(first="share=60%", second="")),
    ("conditions without shares", FLOW.format(first='"x"', second='"y"')),
    ("parallel ways", FLOW.format(first="share=60% parallel=yes", second="share=60% parallel=yes")),
    ("a mild pain", 'journey "J"\n  stage "S" emotion=4\n    pain "P" severity=medium\n'),
]


@pytest.mark.parametrize("text", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_nothing_to_say(text: str, analysed: Callable) -> None:
    assert analysed(text).names == []


def test_a_dropped_action_is_none(analysed: Callable) -> None:
    text = TEAM + SEVERE.format(journey=" owner=t", below='\n      action "X" status=dropped')
    assert analysed(text).names == ["severe-pain-without-action"]


FIRST_DRAFTS = [
    ("a low point, no pain anywhere", VALLEY.format(below="")),
    ("a severe pain, neither team nor action anywhere", SEVERE.format(journey="", below="")),
    (
        "a low point at the middle",
        VALLEY.format(below="").replace("=2", "=3") + '    touchpoint "D" emotion=5\n      pain "P"\n',
    ),
]


@pytest.mark.parametrize("text", [case[1] for case in FIRST_DRAFTS], ids=[case[0] for case in FIRST_DRAFTS])
def test_a_first_draft_is_only_informed(text: str, analysed: Callable) -> None:
    severities = {found.severity for found in analysed(text).findings}
    assert severities == {Severity.INFO}


@pytest.mark.parametrize(("prominence", "count"), [(0.25, 1), (0.75, 1), (0.76, 0)])
def test_the_prominence_is_an_option(prominence: float, count: int, analysed: Callable) -> None:
    assert len(analysed(VALLEY.format(below=""), options=Options(prominence=prominence)).findings) == count


@pytest.mark.parametrize("value", [-0.1, 1.1, True, "half"])
def test_options_are_checked(value: object) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Options(prominence=value)


@pytest.mark.parametrize("line", ["emotion 2", "emotion[nobody]=2", "emotion: happy"])
def test_nothing_is_missed_while_a_line_cannot_be_read(line: str) -> None:
    text = f'journey "J"\n  stage "S"\n    touchpoint "T"\n      {line}\n'
    document = parse(SourceFile("a.journey", text)).document
    view = resolve(Unit(root=document), TABLE).model.view()
    given = PassContext(
        view=view, today=datetime.date(2026, 11, 22), facts=Facts(), options=Options(), store={}.__setitem__
    )
    assert [found.rule.name for found in analyse(given)] == []
