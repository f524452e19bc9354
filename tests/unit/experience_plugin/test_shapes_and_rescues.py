"""What the rules about hidden pains, curves and rescues say, and when they are silent."""

from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.testing import Result, check, expect

PLUGINS = [journeyql_experience]


def analysed(text: str) -> Result:
    result = check(text, plugins=PLUGINS, rule_set="strict")
    assert [one for one in result.diagnostics if not one.rule.code.startswith("EXP")] == []
    return result


STEPS = """\
journey j "J"
  stage s "S"
    touchpoint a "A"{a}
    touchpoint b "B"{b}
    touchpoint c "C"{c}
    touchpoint d "D"{d}
"""


def steps(**said: str) -> str:
    return STEPS.format(**{name: said.get(name, " emotion=4") for name in "abcd"})


PAIN = '\n      pain "P"'
MISSED = "\n      wait: 20min target=5min"

MESSAGES = [
    (
        "a target that is missed where nobody feels it",
        "hidden-pain",
        steps(a=" emotion=5", b=f" emotion=4{MISSED}", c=f" emotion=4{PAIN}"),
        '"B" (waits 20min instead of 5min) shows that something goes wrong, and no pain says what.',
        "20min",
    ),
    (
        "several in one finding, the worst first",
        "hidden-pain",
        steps(a=" emotion=4\n      csat: 3 target=4", b=f" emotion=4{MISSED}", c=" emotion=4 status=failed", d=PAIN),
        (
            '"B" (waits 20min instead of 5min), "C" (it failed) and "A" (satisfaction 3, target 4) '
            "show that something goes wrong, and no pain says what."
        ),
        "20min",
    ),
    (
        "a low point says its other figures, too",
        "valley-without-pain",
        steps(b=f" emotion=2{MISSED}", c=f" emotion=4{PAIN}"),
        '"B" is a low point: emotion 2 on 1..5, 4 beside it (waits 20min instead of 5min). No pain says what hurts there.',
        "2",
    ),
    (
        "an end without a pain is told once",
        "valley-without-pain",
        steps(d=" emotion=1"),
        (
            '"D" is a low point: emotion 1 on 1..5, 4 beside it. No pain says what hurts there. '
            "The journey ends there: it is remembered as 1 (peak and end), below its mean of 3.25."
        ),
        "1",
    ),
    (
        "an end with a pain",
        "bad-ending",
        steps(d=f" emotion=1{PAIN}"),
        'The journey ends badly: "D" is 1 on 1..5, so it is remembered as 1 (peak and end), below its mean of 3.25.',
        "1",
    ),
    (
        "what nobody is going to mend",
        "pain-without-action",
        steps(
            a=' emotion=5\n      pain "X"\n      pain "Y" severity=low\n      pain "Z"\n      pain "W" status=dropped'
        ),
        '"X", "Y" and "Z" have nothing planned against them: 3 of the 4 pains of the journey.',
        'pain "X"',
    ),
    (
        "an orphan is told once",
        "severe-pain-without-action",
        'journey "J"\n  stage "S" emotion=4\n    pain "P" severity=high\n      cause "C"\n',
        'Nothing is planned against the pain "P" (severity high), and nobody answers for it.',
        "high",
    ),
    (
        "all scores alike",
        "same-score-everywhere",
        steps(),
        'Every score of "J" is 4: the curve shows neither where it hurts nor what works.',
        '"J"',
    ),
    (
        "all pains alike",
        "pain-everywhere",
        'journey "J"\n  stage "S" emotion=4\n' + '    pain "P{0}" severity=low status=dropped\n' * 5,
        "All 5 pains have the severity low: where everything hurts alike, nothing says where to begin.",
        '"J"',
    ),
    (
        "pains at every touchpoint",
        "pain-everywhere",
        'journey "J"\n  stage "S"\n'
        + "".join(
            f'    touchpoint "T{number}" emotion={3 + number % 2}\n      pain "P{number}" status=dropped\n'
            for number in range(6)
        ),
        "6 of 6 touchpoints have a pain: where everything hurts alike, nothing says where to begin.",
        '"J"',
    ),
    (
        "nothing is kept ready",
        "valley-without-recovery",
        steps(b=f" emotion=2{MISSED}{PAIN}", c=' emotion=1 status=failed\n      pain "Q"'),
        (
            "Where things go wrong, nothing is kept ready: "
            '"C" (emotion 1, it failed) and "B" (emotion 2, waits 20min instead of 5min).'
        ),
        "1",
    ),
    (
        "no trigger and no time",
        "recovery-without-trigger",
        steps(b=' emotion=3\n      recovery "R"\n      recovery "S" within=1h'),
        '"R": nothing says when it is set off, nor how soon.',
        'recovery "R"',
    ),
    (
        "a peak that helps nobody",
        "peak-not-copied",
        steps(a=" emotion=5", b=f" emotion=2{PAIN}"),
        'What works at "A" (emotion 5) is copied nowhere.',
        "5",
    ),
    (
        "a peak for those who have one",
        "peak-copied-to-a-peak",
        steps(a=" emotion=5", b=f" emotion=2{PAIN}", c=' emotion=5\n      opportunity o "O" like=a'),
        '"O" copies what works to "C", which is at 5 already.',
        "a",
    ),
    (
        "less than expected",
        "expectation-missed",
        steps(b=" emotion=3 emotion[expected]=5"),
        'Customers expect more than they get: "B" (emotion 3, expected 5).',
        "3",
    ),
    (
        "a gap",
        "curve-with-gaps",
        steps(b="", c=" emotion=3"),
        '"B" has no score: there the curve breaks, and a low point stays hidden.',
        'touchpoint b "B"',
    ),
    (
        "nobody asked why",
        "severe-pain-without-cause",
        'team t "T"\njourney "J" owner=t\n  stage "S" emotion=4\n    pain "P" severity=high\n      action "X"\n',
        '"P": nothing says why, so nobody knows whether an action mends the cause.',
        "high",
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, text: str, message: str, words: str) -> None:
    expect(rule, plugins=PLUGINS).invalid(text, at=words, message=message)


RECOVERY = '\n      recovery "R" within=1h'
CASES = [
    ("a rescue at one of two", steps(b=f" emotion=2{MISSED}{PAIN}{RECOVERY}", c=f" emotion=1 status=failed{PAIN}")),
    (
        "a rescue where they are led to",
        steps(
            b=f" emotion=2{MISSED}{PAIN}\n      -> c",
            c=f" emotion=1 status=failed{PAIN}{RECOVERY}",
        ),
    ),
    ("lows at which nothing goes wrong", steps(b=f" emotion=1{PAIN}", c=f" emotion=1{PAIN}")),
    ("a wait that is missed where it feels good", steps(b=f"{MISSED}{PAIN}", c=f"{MISSED}{PAIN}")),
]


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_rescued(text: str) -> None:
    assert analysed(text).of("valley-without-recovery") == ()


SILENT = [
    ("a peak that is copied", "peak-not-copied", steps(a=" emotion=5", b=' emotion=2\n      opportunity "O" like=a')),
    ("nothing to help", "peak-not-copied", steps(a=" emotion=5", b=" emotion=3")),
    ("an idea from elsewhere", "peak-copied-to-a-peak", steps(a=' emotion=5\n      opportunity o "O"', b=" emotion=1")),
    (
        "copied where it hurts",
        "peak-copied-to-a-peak",
        steps(a=" emotion=5", b=' emotion=2\n      opportunity "O" like=a'),
    ),
    ("a pain says why", "expectation-missed", steps(b=f" emotion=3 emotion[expected]=5{PAIN}")),
    ("hardly more", "expectation-missed", steps(b=" emotion=3 emotion[expected]=3.5")),
    ("an end at the middle", "bad-ending", steps(d=" emotion=3")),
    (
        "hardly worse than the mean",
        "bad-ending",
        steps(a=" emotion=2.5", b=" emotion=2.5", c=" emotion=2.5", d=" emotion=2.4"),
    ),
    ("three scores", "same-score-everywhere", 'journey "J"\n  "A" emotion=3\n  "B" emotion=3\n  "C" emotion=3\n'),
    ("hardly anything has a score", "curve-with-gaps", steps(a="", b="", c="")),
    (
        "a cause in words",
        "severe-pain-without-cause",
        steps(b=' emotion=2\n      pain "P" severity=high\n        because: "X"'),
    ),
    ("two pains", "pain-without-action", steps(b=f" emotion=2{PAIN}{PAIN}")),
    ("a met target", "hidden-pain", steps(b="\n      wait: 5min target=5min")),
    ("a low point is told already", "hidden-pain", steps(b=f" emotion=2{MISSED}")),
]


@pytest.mark.parametrize(("rule", "text"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_silent(rule: str, text: str) -> None:
    assert analysed(text).of(rule) == ()


def test_each_place_is_named_in_the_first_view_that_shows_it_and_no_more() -> None:
    text = """
    market CN "China"
    market DE "Germany"
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          pain "P"
        touchpoint b "B" emotion=4
          wait: 20min target=5min
          wait[DE]: 30min target=5min
        touchpoint[CN] c "C" emotion=4
          wait: 9min target=5min
        touchpoint d "D" emotion=4
    """
    found = check(text, plugins=PLUGINS).of("hidden-pain")
    assert sorted(one.message.split(" shows")[0] for one in found) == [
        '"B" (waits 20min instead of 5min)',
        '"C" (waits 9min instead of 5min)',
    ]


def test_a_first_draft_gets_next_to_nothing() -> None:
    text = 'journey "J"\n  "A"\n  "B" emotion=2\n  "C" emotion=4\n'
    assert check(text, plugins=PLUGINS).names == ("valley-without-pain",)
    assert check('journey "J"\n  "A" emotion=3\n  "B"\n  "C"\n', plugins=PLUGINS).names == ()


def test_what_the_usual_view_says_is_not_said_again_in_others() -> None:
    text = """
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          pain "P"
        touchpoint b "B" emotion=2 emotion[future]=1
          wait: 20min target=5min
        touchpoint c "C" emotion=4
          wait: 30min target=5min
    """
    found = check(text, plugins=PLUGINS)
    assert sorted(found.names) == ["hidden-pain", "valley-without-pain"]
    assert [one.contexts for one in found.diagnostics] == [(), ()]


def test_a_journey_of_another_state_is_judged_as_well() -> None:
    text = """
    journey[future] j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          pain "P"
        touchpoint b "B" emotion=4
          wait: 20min target=5min
    journey k "K"
      stage t "T" emotion=4
    """
    assert check(text, plugins=PLUGINS, rule_set="strict").names == ("hidden-pain",)


BAD = [
    ("nothing at all", ""),
    ("a journey without stages", 'journey "J"\n'),
    ("a stage without anything", 'journey "J"\n  stage "S"\n'),
    ("a circle of causes and steps", steps(a="\n      -> b", b="\n      -> a", c=PAIN)),
    ("shares over all", steps(a="\n      -> b share=90%\n      -> c share=90%\n      -> a share=90%", c=PAIN)),
    ("no share", steps(a="\n      -> b share=0%\n      -> c share=0%", b=f"{PAIN} frequency=10%")),
    ("a scale without length", steps(b=PAIN).replace('"J"', '"J" scale=4..4')),
    (
        "nothing measured against nothing",
        steps(b='\n      metric "M" value=0 target=0 better=lower\n      wait: 0s target=0s'),
    ),
]


@pytest.mark.parametrize("text", [case[1] for case in BAD], ids=[case[0] for case in BAD])
def test_odd_maps_are_no_trouble(text: str) -> None:
    assert "plugin-failed" not in check(text, plugins=PLUGINS, rule_set="strict").names
