from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.diagnostics import Severity
from journeyql.testing import Result, check, expect

PLUGINS = [journeyql_experience]


def analysed(text: str, **options: object) -> Result:
    """What is found in a text without mistakes."""
    result = check(text, plugins=PLUGINS, options={"experience": options})
    assert {name for name in result.names if not result.of(name)[0].rule.code.startswith("EXP")} == set()
    return result


MESSAGES = [
    (
        "the figures of a low point",
        "valley-without-pain",
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
        "valley-without-pain",
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
        "one finding for several people, each with the score",
        "valley-without-pain",
        """
        persona mei "Mei Chen, tenant"
        persona tom "Tom Berg, landlord"
        journey "J"
          stage "S"
            touchpoint "A" emotion=5
            touchpoint "B" emotion[mei]=2 emotion[tom]=1
            touchpoint "C" emotion=5
        """,
        '"B" is a low point: emotion 1 for Tom Berg, 2 for Mei Chen on 1..5, 5 beside it. No pain says what hurts there.',
        "1",
    ),
    (
        "nobody owns a severe pain",
        "severe-pain-without-owner",
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
        "severe-pain-without-action",
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
        "no-emotion",
        """
        journey "J"
          "A"
          "B"
        """,
        '"J" is a process, not a journey: none of its 2 steps says how it feels.',
        '"J"',
    ),
    (
        "no emotion in one step",
        "no-emotion",
        """
        journey "J"
          "A"
        """,
        '"J" is a process, not a journey: its one step does not say how it feels.',
        '"J"',
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, text: str, message: str, words: str) -> None:
    expect(rule, plugins=PLUGINS).invalid(text, at=words, message=message)


ANN_AND_BOB = """
persona {first} "{First}"
persona {second} "{Second}"
journey "J" persona={first}, {second}
  stage "S"
    touchpoint "A" emotion={a}
    touchpoint "B" emotion[ann]={b[0]} emotion[bob]={b[1]}
    touchpoint "C" emotion[ann]={c[0]} emotion[bob]={c[1]}
    touchpoint "D" emotion=3
"""

# What both of them feel, or what is said of the one in whose name it is said.
FOR_BOTH = [
    (
        "neither as far nor as much better beside it",
        {"a": 1, "b": (1, 4), "c": (3, 5)},
        '"A" is a low point for {both}: emotion 1 on 1..5. No pain says what hurts there.',
    ),
    (
        "as far, and as much better beside it",
        {"a": 1, "b": (1, 1), "c": (3, 3)},
        '"A" to "B" is a low point: emotion 1 on 1..5, 3 beside it. No pain says what hurts there.',
    ),
    (
        "as far, and not as much better beside it",
        {"a": 1, "b": (1, 1), "c": (3, 5)},
        '"A" to "B" is a low point for {both}: emotion 1 on 1..5. No pain says what hurts there.',
    ),
    (
        "not as low",
        {"a": 4, "b": (2, 1), "c": (4, 4)},
        '"B" is a low point: emotion 1 for Bob, 2 for Ann on 1..5, 4 beside it. No pain says what hurts there.',
    ),
]


@pytest.mark.parametrize("order", [("ann", "bob"), ("bob", "ann")])
@pytest.mark.parametrize(("scores", "message"), [c[1:] for c in FOR_BOTH], ids=[c[0] for c in FOR_BOTH])
def test_one_finding_for_several_says_what_holds_for_all(
    order: tuple[str, str], scores: dict[str, object], message: str
) -> None:
    first, second = order
    names = {"first": first, "First": first.title(), "second": second, "Second": second.title()}
    found = analysed(ANN_AND_BOB.format_map(names | scores)).of("valley-without-pain")
    assert [one.message for one in found] == [message.format(both=f"{first.title()} and {second.title()}")]


@pytest.mark.parametrize("people", [("ann", "bob"), ("bob", "ann")])
def test_of_two_who_feel_as_low_the_first_place_written_is_pointed_at(people: tuple[str, str]) -> None:
    text = 'persona {0} "P"\npersona {1} "Q"\njourney "J"\n  "A" emotion=5\n  "B" emotion[bob]=1.0 emotion[ann]=1\n  "C" emotion[ann]=4 emotion[bob]=5\n'
    (found,) = analysed(text.format(*people)).of("valley-without-pain")
    assert text.format(*people)[found.span.start : found.span.end] == "1.0"


# By hand: peak and end of Bob's 4, 4, 4, 1 are 1 and 1, their mean is 3.25; of Ann's 2, 3, 3, 2 they are 2 and 2, and 2.5.
def test_how_an_end_is_remembered_is_said_of_whom_it_holds() -> None:
    text = """
    persona ann "Ann"
    persona bob "Bob"
    journey "J"
      stage "S"
        touchpoint "A" emotion[ann]=2 emotion[bob]=4
        touchpoint "B" emotion[ann]=3 emotion[bob]=4
        touchpoint "C" emotion[ann]=3 emotion[bob]=4
        touchpoint "D" emotion[ann]=2 emotion[bob]=1
    """
    found = {one.message.split('"')[1]: one.message for one in analysed(text).of("valley-without-pain")}
    assert found["D"].endswith(
        " The journey ends there: it is remembered for Bob as 1 (peak and end), below its mean of 3.25."
    )


VALLEY = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=5\n    touchpoint "B" emotion=2{below}\n    touchpoint "C" emotion=5\n'
TEAM = 'team t "T"\n'
SEVERE = 'journey j "J"{journey}\n  stage "S" emotion=4\n    pain p "P" severity=high{below}\n'

QUIET = [
    (
        "a low point at the middle",
        VALLEY.format(below="").replace("=2", "=3") + '    touchpoint "D" emotion=5\n      pain "P"\n',
    ),
    ("a need says what is missing", VALLEY.format(below='\n      need "N" unmet=yes')),
    ("a low point in a hidden channel", VALLEY.format(below=" @talk") + 'channel talk "Talk" kind=hidden\n'),
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
    ("a mild pain", 'journey "J"\n  stage "S" emotion=4\n    pain "P" severity=medium\n'),
]


@pytest.mark.parametrize("text", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_nothing_to_say(text: str) -> None:
    assert analysed(text).names == ()


def test_a_dropped_action_is_none() -> None:
    text = TEAM + SEVERE.format(journey=" owner=t", below='\n      action "X" status=dropped')
    assert analysed(text).names == ("severe-pain-without-action",)


FIRST_DRAFTS = [
    ("a low point, no pain anywhere", VALLEY.format(below="")),
    ("a severe pain, neither team nor action anywhere", SEVERE.format(journey="", below="")),
]


@pytest.mark.parametrize("text", [case[1] for case in FIRST_DRAFTS], ids=[case[0] for case in FIRST_DRAFTS])
def test_a_first_draft_is_only_informed(text: str) -> None:
    severities = {found.severity for found in analysed(text).diagnostics}
    assert severities == {Severity.INFO}


@pytest.mark.parametrize(("prominence", "count"), [(0.25, 1), (0.75, 1), (0.76, 0)])
def test_the_prominence_is_an_option(prominence: float, count: int) -> None:
    assert len(analysed(VALLEY.format(below=""), prominence=prominence).names) == count


@pytest.mark.parametrize("value", [-0.1, 1.1, True, "half"])
def test_options_are_checked(value: object) -> None:
    with pytest.raises(ValueError, match=r"`passes\.experience(\.prominence)?`: .*(from 0 to 1|expected a number)"):
        analysed("", prominence=value)


@pytest.mark.parametrize("line", ["emotion 2", "emotion[nobody]=2", "emotion: happy"])
def test_nothing_is_missed_while_a_line_cannot_be_read(line: str) -> None:
    text = f'journey "J"\n  stage "S"\n    touchpoint "T"\n      {line}\n'
    assert [item for item in check(text, plugins=PLUGINS).diagnostics if item.rule.code.startswith("EXP")] == []


def felt(low: float, high: float) -> list[tuple[str, str]]:
    """What is found, and where, when the same feelings are told on a scale from `low` to `high`."""
    scores = (low + (score - 1) / 4 * (high - low) for score in (4.1, 3.0, 1.9, 4.2, 2.3, 1.3, 2.3, 3.0, 5.0, 2.0))
    steps = "".join(f'    touchpoint "T{at}" emotion={score:.6g}\n' for at, score in enumerate(scores))
    found = analysed(f'journey j "J" scale={low}..{high}\n  stage s "S"\n{steps}')
    return [(one.rule.name, one.message.split('"')[1]) for one in found.diagnostics]


@pytest.mark.parametrize("scale", [(0.3, 0.7), (-0.1, 0.3), (0.0, 10.0), (1.1, 7.7)])
def test_a_linear_change_of_scale_changes_no_finding(scale: tuple[float, float]) -> None:
    assert felt(*scale) == felt(1.0, 5.0) != []
