"""What the rules about evidence find, and what they leave alone."""

from __future__ import annotations

import pytest

import journeyql_evidence
from journeyql.diagnostics import Rule, Severity
from journeyql.testing import Result, check, expect

PLUGINS = [journeyql_evidence]
SURVEY = 'evidence s "Survey" method=survey sample=412 date=2025-09\n'
JOURNEY = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=2 from=s\n'
#: Five figures and a measure: enough to be asked what they rest on.
GUESSES = (
    'journey "J"\n  stage "S"\n    touchpoint "A" emotion=1 wait=9min duration=3min\n    touchpoint "B" emotion=4\n'
    '      pain "P" severity=high frequency=40%\n        action "X"\n'
)


def strictly(text: str, **options: object) -> Result:
    return check(text, plugins=PLUGINS, rule_set="strict", options={"evidence": options})


def rule_named(name: str) -> Rule:
    return next(rule for item in journeyql_evidence.journeyql_passes() for rule in item.rules if rule.name == name)


MESSAGES = [
    (
        "guesses alone, and what they are",
        "assumptions-alone",
        GUESSES,
        (
            'Nothing measured or told stands behind the 5 figures of "J" (2 × emotion, 1 × wait, 1 × duration and 1 more): all are '
            "assumptions."
        ),
        '"J"',
    ),
    (
        "a sample without a source, and a study that is only planned",
        "assumptions-alone",
        GUESSES.replace("wait=9min duration=3min", "\n      wait: 9min sample=90\n      duration: 3min")
        + 'evidence s "Survey" status=planned\n',
        (
            'Nothing measured or told stands behind the 5 figures of "J" (2 × emotion, 1 × wait, 1 × duration and 1 more): all are '
            'assumptions. 1 figure with a sample cites no source. "Survey" is planned, not gathered.'
        ),
        '"Survey"',
    ),
    (
        "what decides is guessed",
        "decisive-figures-assumed",
        SURVEY + GUESSES.replace("duration=3min", "\n      duration: 3min from=s"),
        (
            'What decides rests on nothing: emotion 1 of "A" and frequency 40% of "P". The evidence is behind 1 figure of 5: '
            'duration 3min of "A".'
        ),
        "1",
    ),
    (
        "the same low score of two personas",
        "decisive-figures-assumed",
        'persona x "X"\npersona y "Y"\n'
        + SURVEY
        + GUESSES.replace(
            "emotion=1 wait=9min duration=3min", "emotion=1\n      emotion[y]: 1\n      duration: 3min from=s"
        ),
        (
            'What decides rests on nothing: emotion 1 of "A" and frequency 40% of "P". The evidence is behind 1 figure of 5: '
            'duration 3min of "A".'
        ),
        "1",
    ),
    (
        "twelve answers",
        "small-sample",
        SURVEY.replace("412", "12") + JOURNEY,
        (
            '"Survey" rests on 12 answers, fewer than 30: a share of 50% found there may be anything from 25% to 75% (95 %, Wilson). '
            'It carries "A".'
        ),
        "12",
    ),
    (
        "three talks",
        "small-sample",
        SURVEY.replace("412", "3").replace("survey", "interview") + JOURNEY,
        (
            '"Survey" rests on 3 people, fewer than 5: what every third customer meets is missed with a probability of 30%. It '
            'carries "A".'
        ),
        "3",
    ),
    (
        "an old study",
        "old-evidence",
        SURVEY.replace("2025-09", "2021-Q3") + JOURNEY,
        '"Survey" is 51 months old, more than 24, and still carries 1 statement: "A".',
        "2021-Q3",
    ),
    (
        "a study of next year",
        "date-in-the-future",
        SURVEY.replace("2025-09", "2026-Q2") + JOURNEY,
        '"Survey" is said to have been gathered on 2026-Q2, which is after today (2026-01-01).',
        "2026-Q2",
    ),
    (
        "a group that is only said to be covered",
        "one-sided-sample",
        'segment a "Active"\nsegment b "Silent"\n' + SURVEY.rstrip() + " covers=a, b\n  mix: 90% of=a\n" + JOURNEY,
        '90% of the sample of "Survey" are "Active"; nothing says how many "Silent" are.',
        "90%",
    ),
    (
        "a study of another step",
        "cited-beyond-cover",
        SURVEY.rstrip() + " covers=b\n" + JOURNEY + '    touchpoint b "B" emotion=3\n',
        '"Survey" covers "B", and is cited for emotion of "A".',
        "2",
    ),
    (
        "a study of another persona",
        "cited-beyond-cover",
        'persona m "Mei"\npersona t "Tom"\n'
        + SURVEY.rstrip()
        + ' covers=m\njourney "J" persona=m\n  stage "S"\n    touchpoint "A" emotion[t]=2 from=s\n',
        '"Survey" covers "Mei", and is cited for emotion[t] of "A".',
        "2",
    ),
    (
        "a market that nobody asked",
        "uncovered-group",
        'market DE "Germany"\nmarket CN "China"\n'
        + SURVEY.rstrip()
        + ' covers=DE\njourney "J"\n  market: DE, CN\n  stage "S"\n    touchpoint "A" emotion=2 from=s\n',
        'Nobody asked "China": the evidence of "J" ("Survey") covers "Germany".',
        "CN",
    ),
    (
        "a market that was imagined",
        "market-on-assumptions",
        'market CN "China"\n' + SURVEY + 'journey j "J"\n  stage s1 "S"\n    touchpoint "A" emotion=2 from=s\n'
        'extend[CN] j\n  extend s1\n    touchpoint "B" emotion=4\n      pain "P" frequency=5%\n',
        'What is different in CN is assumed: emotion 4 of "B" and frequency 5% of "P". The evidence is about the journey elsewhere.',
        "4",
    ),
    (
        "a review that is late",
        "review-overdue",
        'journey "J"\n  review: 3mo\n  updated: 2025-06\n  "A" emotion=4\n',
        '"J" was last looked at on 2025-06 and was to be reviewed after 3mo: the review is 94 days late.',
        "3mo",
    ),
    (
        "a plan cited as if it were evidence",
        "cites-planned-study",
        SURVEY.rstrip() + " status=planned\n" + JOURNEY,
        '"Survey" is planned, and already cited for "A": 1 guess drawn and counted as evidence.',
        "2",
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, text: str, message: str, words: str) -> None:
    result = check(text, plugins=PLUGINS)
    (finding,) = result.of(rule)
    assert finding.message == message
    assert finding.span is not None
    assert finding.span.text == words


SILENT = [
    ("a first draft", 'journey "J"\n  "A" emotion=2\n  "B" emotion=5\n'),
    ("a first draft with a measure", 'journey "J"\n  stage "S" emotion=2\n    pain "P" severity=high\n      action "X"\n'),
    ("guesses that decide nothing", GUESSES.replace(' severity=high frequency=40%\n        action "X"', "")),
    ("the lowest score is known", SURVEY + GUESSES.replace("emotion=1", "emotion=1 from=s")),
    ("a small survey that says nothing in figures", SURVEY.replace("412", "12") + 'journey "J"\n  stage "S"\n    touchpoint "A" thinking="?" from=s\n'),
    ("a covered segment stands for its personas", 'segment g "G"\npersona m "Mei" segment=g\n' + SURVEY.rstrip() + " covers=g\n" + JOURNEY.replace("emotion=2", "emotion[m]=2")),
    ("a market in the market that is covered", 'market EU "Europe"\nmarket DE "Germany" in=EU\n' + SURVEY.rstrip() + " covers=EU\n" + JOURNEY.replace("emotion=2", "emotion[DE]=2")),
    ("a journey around the step that is covered", SURVEY.rstrip() + " covers=j\n" + JOURNEY.replace("journey", "journey j")),
    ("studies that do not say whom they cover", 'persona m "Mei"\npersona t "Tom"\n' + SURVEY + 'evidence x "X" date=2025-09 covers=m\n' + JOURNEY + '    touchpoint "B" emotion=3 from=x\n'),
    ("validated, and so long not changed", 'journey "J"\n  review: 90d\n  validated: 2025-12-01\n  "A" emotion=4\n'),
    ("the last day of a review", 'journey "J"\n  review: 31d\n  updated: 2025-12-01\n  "A" emotion=4\n'),
    ("less than the whole of a sample", 'segment a "A"\nsegment b "B"\n' + SURVEY.rstrip() + "\n  mix: 60% of=a\n  mix: 20% of=b\n" + JOURNEY),
    ("old evidence that nothing cites", SURVEY.replace("2025-09", "2011-09") + 'journey "J"\n  "A" emotion=4\n'),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_is_left_alone(text: str) -> None:
    assert check(text, plugins=PLUGINS).names == ()


MISSING = ["assumptions-alone", "review-without-date", "source-without-date", "unused-evidence", "unvalidated-map"]


@pytest.mark.parametrize("rule", MISSING)
def test_nothing_is_missed_while_a_line_cannot_be_read(rule: str) -> None:
    wrong = rule_named(rule).wrong
    assert rule in strictly(wrong).names
    assert rule not in strictly(wrong + '  stage "broken\n').names


OPTIONS = [
    ({"months": 60}, SURVEY.replace("2025-09", "2021-09") + JOURNEY, "old-evidence", 0),
    ({"counted": 10}, SURVEY.replace("412", "12") + JOURNEY, "small-sample", 0),
    ({"told": 9}, SURVEY.replace("412", "7").replace("survey", "interview") + JOURNEY, "small-sample", 1),
    ({"sketch": 6}, GUESSES, "assumptions-alone", 0),
]


@pytest.mark.parametrize(("options", "text", "rule", "count"), OPTIONS)
def test_options(options: dict[str, object], text: str, rule: str, count: int) -> None:
    assert len(strictly(text, **options).of(rule)) == count


@pytest.mark.parametrize("options", [{"months": -1}, {"told": 2.5}, {"dominant": 1.5}, {"counted": True}])
def test_options_that_do_not_fit(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        strictly(JOURNEY, **options)


def test_evidence_that_only_an_arrow_cites_is_used() -> None:
    text = (
        SURVEY
        + 'journey "J"\n  stage "S"\n    touchpoint a "A" emotion=4\n      -> b share=100% from=s\n    touchpoint b "B"\n'
    )
    expect("unused-evidence", plugins=PLUGINS).valid(text)


def test_a_value_of_the_markets_own_needs_no_cover() -> None:
    text = (
        'market CN "China"\nchannel a "A" kind=online\nchannel b "B" kind=online\n'
        + SURVEY
        + 'journey j "J"\n  stage s1 "S"\n'
        '    touchpoint t "T" @a emotion=4 from=s\nextend[CN] j\n  extend s1.t @b'
    )
    cases = expect("changed-beneath-evidence", plugins=PLUGINS)
    cases.invalid(text + "\n", at="b")
    cases.valid(text + " emotion=3\n")


def test_a_first_draft_hears_nothing_in_the_workshop() -> None:
    result = check(SURVEY.replace("412", "12") + GUESSES, plugins=PLUGINS, rule_set="workshop")
    assert result.names == ()


def test_changes_after_validation_are_information() -> None:
    text = 'journey "J"\n  updated: 2025-12-02\n  validated: 2025-12-01\n  "A" emotion=4\n'
    (finding,) = check(text, plugins=PLUGINS).diagnostics
    assert (finding.severity, finding.message) == (
        Severity.INFO,
        '"J" was found true on 2025-12-01 and changed 1 day later, on 2025-12-02: nobody has confirmed this edition.',
    )
