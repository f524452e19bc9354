"""What the rules about metrics find, and what they leave alone."""

from __future__ import annotations

import pytest

import journeyql_evidence
from journeyql.testing import check

PLUGINS = [journeyql_evidence]
STEP = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=4\n'
METRIC = 'journey "J"\n  "A" emotion=4\n  metric m "M" '
PARTNER = 'partner p "Partner"\n  sla: 45min within=90%\n'
WAITS = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=2\n      wait: 55min target=30min within=90%\n'
TRIAL = 'journey "J"\n  "A" emotion=4\n  experiment "E" result={}\n    arms: "One" sample={} successes={}\n    arms: "Two" sample={} successes={}\n'

MESSAGES = [
    ("a score outside", "outside-the-scale", STEP + "      ces: 8\n", 'The ces of "A" is 8, which does not exist on a scale of 1..7.', "8"),
    (
        "a value outside a scale of its own",
        "outside-the-scale",
        METRIC + "value=9 target=8 scale=1..7 better=higher\n",
        'The value of "M" is 9, which does not exist on a scale of 1..7.',
        "9",
    ),
    (
        "a target that cannot be",
        "target-beyond-scale",
        STEP + "      ces: 4 target=9\n",
        'The target of ces of "A" is 9, which does not exist on a scale of 1..7: it cannot be reached.',
        "4",
    ),
    (
        "scales that are mixed",
        "mixed-scales",
        STEP + '      csat: 4\n    touchpoint "B" emotion=4\n      csat: 8 scale="0-10"\n',
        'csat is measured on 1..5 at "A" and 0..10 at "B": the figures cannot be compared, drawn in one row or averaged.',
        "8",
    ),
    (
        "an effort that is good at either end",
        "mixed-scales",
        STEP + '      ces: 5 target=3\n      action "X"\n    touchpoint "B" emotion=4\n      ces: 4 target=6\n      action "X"\n',
        'ces is measured aiming lower at "A" and higher at "B": the figures cannot be compared, drawn in one row or averaged.',
        "4",
    ),
    (
        "two currencies",
        "different-units",
        METRIC + "value=9EUR target=8USD\n",
        '"M" has figures that cannot be compared: value 9EUR (EUR) and target 8USD (USD).',
        '"M"',
    ),
    (
        "two baselines",
        "stated-twice",
        METRIC + "baseline=3 target=9\n    value: 4 baseline=2\n",
        '"M" has two baselines: 3 here and 2 behind its value.',
        "3",
    ),
    (
        "a change to another target",
        "change-contradicts-target",
        METRIC + "value=70 baseline=50 target=80 change=+20%\n",
        '"M" aims at a change of +20%, which leads from 50 to 60, and its target is 80.',
        "+20%",
    ),
    (
        "a change for the worse",
        "direction-contradicts-target",
        METRIC + "value=70 target=80 change=-20% better=higher\n",
        'For "M" higher is better, and a change of -20% is aimed at.',
        "higher",
    ),
    (
        "a figure that stands still",
        "unmoved-metric",
        METRIC + "value=50h baseline=50h target=40h\n",
        '"M" (50h, target 40h) stands exactly at the baseline: nothing has moved, or nobody has measured again.',
        "50h",
    ),
    (
        "two scores that miss their targets",
        "missed-without-action",
        STEP + "      csat: 3 target=4\n      nps: 0 target=30\n",
        ('nps 0 of 30 at "A" and csat 3 of 4 at "A": the targets are missed by at least 15% of the scale, and no pain says why, '
        "no action changes it."),
        "0",
    ),
    (
        "a promise that does not reach",
        "promise-below-target",
        PARTNER + WAITS + '      support "Drives" by=p\n',
        ('"Partner" promises 45min in 90% of cases, and "A" (target 30min in 90% of cases) needs more: the target is missed even '
        "when the promise is kept. Customers wait 55min today."),
        "45min",
    ),
    (
        "a promise for fewer cases",
        "promise-below-target",
        PARTNER.replace("90%", "80%") + WAITS.replace("=30min", "=45min") + '      support "Drives" by=p\n',
        ('"Partner" promises 45min in 80% of cases, and "A" (target 45min in 90% of cases) needs more: the target is missed even '
        "when the promise is kept. Customers wait 55min today."),
        "45min",
    ),
    (
        "a promise broken in a channel of theirs",
        "promise-not-kept",
        PARTNER + 'channel c "C" owner=p\n' + WAITS.replace('"A"', '"A" @c'),
        ('"Partner" promises 45min in 90% of cases, and customers wait 55min at "A" (target 30min): the promise is broken, or one '
        "of the figures is wrong."),
        "55min",
    ),
    (
        "a result that the counts do not carry",
        "result-against-counts",
        TRIAL.format("confirmed", 210, 19, 204, 23),
        ('"E" is called confirmed, and by its counts such a difference is well within chance: 9.0% of 210 with “One” and 11.3% of '
        "204 with “Two” (p = 0.45, two-proportion z test)."),
        "confirmed",
    ),
    (
        "a result that the counts would carry",
        "result-against-counts",
        TRIAL.format("unclear", 5120, 1638, 5098, 1886),
        ('"E" is called unclear, and by its counts "Two" is better: 32.0% of 5120 with “One” and 37.0% of 5098 with “Two” '
        "(p = 1e-07, two-proportion z test)."),
        "unclear",
    ),
    (
        "half a success",
        "impossible-counts",
        TRIAL.format("unclear", 10, 1.5, 10, 3),
        ('The arm "One" of "E" has 1.5 successes of 10: both have to be whole numbers of people, and no more can succeed than '
        "took part."),
        '"One"',
    ),
    (
        "no figure of the business",
        "no-business-metric",
        METRIC + 'kind=experience\n  metric n "N" kind=operation\n  metric o "O" kind=behaviour\n',
        "3 metrics, and none of the business: nobody can tell what a better experience is worth.",
        '"M"',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, text: str, message: str, words: str) -> None:
    result = check(text, plugins=PLUGINS, rule_set="strict")
    (finding,) = result.of(rule)
    assert finding.message == message
    assert finding.span is not None
    assert finding.span.text.startswith(words)


SILENT = [
    ("a scale in words that nobody can read", STEP + '      csat: 9 scale="stars"\n'),
    ("a share of the satisfied", STEP + '      csat: 85 scale="0 to 100"\n'),
    ("a net promoter score and the scale of its question", STEP + '      nps: 35 target=40 sample=100 scale="0 to 10"\n    touchpoint "B" emotion=4\n      nps: 20\n'),
    ("the same scale in other words", STEP + '      ces: 5\n    touchpoint "B" emotion=4\n      ces: 5 scale="1 easy to 7 hard"\n'),
    ("a gap of less than half a point", STEP + "      csat: 4 target=4.4\n"),
    ("a target that is met", STEP + "      nps: 62 target=60 baseline=48\n"),
    ("a measure at the step", STEP + '      csat: 3 target=4.4\n      action "X"\n'),
    ("a measure elsewhere that names the step", STEP.replace('"A"', 'a "A"') + '      csat: 3 target=4.4\n    touchpoint "B" emotion=4\n      action "X" addresses=a\n'),
    ("a pain of the stage", STEP.replace('"S"\n', '"S"\n    pain "P"\n') + "      csat: 3 target=4.4\n"),
    ("an effort of which nothing tells what is good", STEP + "      ces: 5\n"),
    ("a change in points", METRIC + "value=3% baseline=2% target=7% change=+5%\n"),
    ("a change that is rounded", METRIC + "value=2.45% baseline=2.40% target=2.52% change=+5%\n"),
    ("a baseline of nothing", METRIC + "value=1 baseline=0 target=9 change=+50%\n".replace(" change=+50%", "")),
    ("a promise that is kept", PARTNER + WAITS.replace("55min", "40min").replace("30min", "45min") + '      support "Drives" by=p\n'),
    ("several promises, told apart by words", PARTNER + "  sla: 2d\n" + WAITS + '      support "Drives" by=p\n'),
    ("the target of another in a channel of theirs", PARTNER + 'channel c "C" owner=p\n' + WAITS.replace('"A"', '"A" @c').replace("55min", "40min")),
    ("a result in words of one's own", TRIAL.format('"It depends"', 210, 19, 204, 23)),
    ("a result before it is counted", 'journey "J"\n  "A" emotion=4\n  experiment "E" status=planned\n    arms: "One", "Two"\n'),
    ("a prototype without arms", 'journey "J"\n  "A" emotion=4\n  experiment "E" method=prototype result=confirmed\n'),
    ("a rival's figure", 'team t "T"\ncompetitor c "C"\n  metric "M" target=9\n' + STEP),
    ("a figure that belongs to its team", 'team t "T"\n  metric "M" value=7 target=9\n' + STEP),
    ("a metric that is given up", METRIC + "target=9 status=dropped\n"),
    ("a decision in the customer's head", 'channel h "H" kind=hidden\njourney "J"\n  stage "S"\n    touchpoint "A" @h emotion=4 moment=truth\n      action "X"\n'),
    ("a survey at the moment of truth", STEP.replace("emotion=4", "emotion=4 moment=truth") + '      survey: csat\n      action "X"\n'),
    ("a moment of truth in a first draft", STEP.replace("emotion=4", "emotion=4 moment=truth")),
    ("a goal in a first draft", 'journey "J"\n  goal: "G"\n  "A" emotion=4\n'),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_is_left_alone(text: str) -> None:
    assert check(text, plugins=PLUGINS).names == ()


OPTIONS = [
    ({"gap": 0.3}, STEP + "      csat: 3 target=4\n", "missed-without-action", 0),
    ({"gap": 0.01}, STEP + "      csat: 4 target=4.2\n", "missed-without-action", 1),
    ({"significance": 0.5}, TRIAL.format("confirmed", 210, 19, 204, 23), "result-against-counts", 0),
]


@pytest.mark.parametrize(("options", "text", "rule", "count"), OPTIONS)
def test_options(options: dict[str, object], text: str, rule: str, count: int) -> None:
    result = check(text, plugins=PLUGINS, options={"metrics": options}, rule_set="strict")
    assert len(result.of(rule)) == count


@pytest.mark.parametrize("options", [{"gap": -0.1}, {"significance": "low"}])
def test_options_that_do_not_fit(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        check(STEP, plugins=PLUGINS, options={"metrics": options})


def test_what_is_missing_comes_once_for_a_journey() -> None:
    text = METRIC + 'target=9\n  metric "N" change=-20%\n'
    (finding,) = check(text, plugins=PLUGINS).diagnostics
    assert finding.message == (
        '"M" (target 9) and "N" (a change of -20%) have no value: nobody can tell whether they are reached or missed.'
    )
    assert len(finding.related) == 1


def test_several_arms_are_compared_in_pairs() -> None:
    """Of three arms 30, 40 and 45 of 100: p = 0.02846 for the first and the last alone (statsmodels), thrice that for three pairs."""
    text = 'journey "J"\n  "A" emotion=4\n  experiment "E" result=confirmed\n'
    text += "".join(f'    arms: "{hits}" sample=100 successes={hits}\n' for hits in (30, 40, 45))
    (finding,) = check(text, plugins=PLUGINS).of("result-against-counts")
    assert finding.message.endswith("(p = 0.085, two-proportion z test, corrected for several arms by Bonferroni).")
