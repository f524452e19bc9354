"""The rules about figures that contradict each other, their scale, their target or a promise."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

OUTSIDE_THE_SCALE: Final = Rule(
    name="outside-the-scale",
    code="MET001",
    summary="A figure does not exist on its scale.",
    severity=Severity.WARNING,
    reason=(
        "Satisfaction is asked on 1 to 5 and effort on 1 to 7 unless `scale` says otherwise, the net promoter score lies between\n"
        "-100 and 100. A value outside is a slip or of another scale, and whatever is worked out with it is wrong. Words of a scale\n"
        "are read by their first two numbers."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 8.2
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 8.2 scale="0 to 10"
""",
)

TARGET_BEYOND_SCALE: Final = Rule(
    name="target-beyond-scale",
    code="MET002",
    summary="A target is better than its scale allows.",
    severity=Severity.WARNING,
    reason="It can never be reached, so nobody will try, and every report will show it missed.",
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 4.2 target=5.5
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 4.2 target=4.5
""",
)

MIXED_SCALES: Final = Rule(
    name="mixed-scales",
    code="MET003",
    summary="The same score is measured on several scales, or with better at either end.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A 4 of 5 and a 4 of 7 are not the same, and neither is an effort of 5 where 7 is easy and where 7 is hard. Compared or\n"
        "drawn in one row they mislead, so the comparison is refused. Which end is good is told by the targets."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 4.2
    touchpoint "Hands it over" emotion=4
      csat: 5.1 scale="1 to 7"
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 4.2
    touchpoint "Hands it over" emotion=4
      csat: 3.6 scale="1 to 5"
""",
)

DIFFERENT_UNITS: Final = Rule(
    name="different-units",
    code="MET004",
    summary="Value, target and baseline of a metric are in different units or currencies.",
    severity=Severity.WARNING,
    reason="A time cannot reach a percentage, nor dollars a target in euros. No verdict is given for such a figure.",
    wrong="""\
journey "Return a parcel"
  metric refunds "Refunds on time" value=12 target=95%
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refunds "Refunds on time" value=82% target=95%
  "Prints the label" emotion=4
""",
)

STATED_TWICE: Final = Rule(
    name="stated-twice",
    code="MET005",
    summary="A metric has two targets or two baselines.",
    severity=Severity.WARNING,
    reason="A target may stand in the metric or behind its value. Where both are given and differ, each reader takes another one.",
    wrong="""\
journey "Return a parcel"
  metric refunds "Refunds on time" target=90%
    value: 82% target=95%
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refunds "Refunds on time"
    value: 82% target=95%
  "Prints the label" emotion=4
""",
)

CHANGE_CONTRADICTS_TARGET: Final = Rule(
    name="change-contradicts-target",
    code="MET006",
    summary="The change aimed at does not lead from the baseline to the target.",
    severity=Severity.WARNING,
    reason=(
        "The change is in per cent of the baseline: 20% less than 50 hours are 40 hours. For percentages a change in points is\n"
        "accepted, too; differences of less than 1% are taken as rounding."
    ),
    wrong="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=52h target=30h baseline=50h change=-20% better=lower
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=52h target=40h baseline=50h change=-20% better=lower
  "Prints the label" emotion=4
""",
)

DIRECTION_CONTRADICTS_TARGET: Final = Rule(
    name="direction-contradicts-target",
    code="MET007",
    summary="A metric aims at what it calls worse.",
    severity=Severity.WARNING,
    reason="With `better=lower` a target above the baseline, or a change upwards, asks for less than there was.",
    wrong="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=52h target=60h baseline=50h better=lower
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=52h target=40h baseline=50h better=lower
  "Prints the label" emotion=4
""",
)

UNMOVED_METRIC: Final = Rule(
    name="unmoved-metric",
    code="MET008",
    summary="A metric stands exactly at its baseline.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Either nothing has changed since, or the baseline was copied and nobody has measured again. Both are worth knowing before\n"
        "the next round of measures. One that has reached its target is left alone."
    ),
    wrong="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=50h target=40h baseline=50h better=lower
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=46h target=40h baseline=50h better=lower
  "Prints the label" emotion=4
""",
)

MISSED_WITHOUT_ACTION: Final = Rule(
    name="missed-without-action",
    code="MET009",
    summary="A score misses its target by far, and nobody says why or does anything.",
    severity=Severity.WARNING,
    since=Strictness.STRICT,
    reason=(
        "Customers have said that something is wrong, and the map goes on as if they had not. It counts when a net promoter score,\n"
        "satisfaction or effort misses its target by an eighth of the scale (option `gap`, half a point of 1..5), and the\n"
        "touchpoint and its stage have no pain, need, action, recovery or opportunity. `hidden-pain` tells of most of these\n"
        "places already, without the size of the gap."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 3.1 target=4.2
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      csat: 3.1 target=4.2
      action "A code instead of a label"
""",
)

PROMISE_BELOW_TARGET: Final = Rule(
    name="promise-below-target",
    code="MET010",
    summary="A team or partner promises less than the target of a step in which it acts.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Even who keeps the agreement misses the target; one of the two has to change. Somebody acts in a step as its actor, its\n"
        "owner, or by backstage and support. Who promises several times is left out: words alone tell which of them holds where."
    ),
    wrong="""\
partner depot "Depot"
  sla: 5d within=90%
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      wait: 3d target=3d
      support "Scans the parcel" by=depot
""",
    right="""\
partner depot "Depot"
  sla: 3d within=90%
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      wait: 3d target=3d
      support "Scans the parcel" by=depot
""",
)

PROMISE_NOT_KEPT: Final = Rule(
    name="promise-not-kept",
    code="MET011",
    summary="Customers wait longer than a team or partner promises.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "The agreement is broken and nobody has noticed, or the map has a wrong figure: whoever holds the agreement has to find\n"
        "out. It counts for steps in which somebody acts, and for those that run through a channel of theirs."
    ),
    wrong="""\
partner depot "Depot"
  sla: 3d within=90%
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      wait: 9d
      support "Scans the parcel" by=depot
""",
    right="""\
partner depot "Depot"
  sla: 3d within=90%
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      wait: 2d
      support "Scans the parcel" by=depot
""",
)

IMPOSSIBLE_COUNTS: Final = Rule(
    name="impossible-counts",
    code="MET012",
    summary="An arm of an experiment has counts that cannot be.",
    severity=Severity.WARNING,
    reason="More successes than people, or parts of people: such an arm is left out of the test.",
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?"
    arms: "One" sample=100 successes=120
    arms: "Two" sample=100 successes=30
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?"
    arms: "One" sample=100 successes=20
    arms: "Two" sample=100 successes=30
""",
)

RESULT_AGAINST_COUNTS: Final = Rule(
    name="result-against-counts",
    code="MET013",
    summary="The result of an experiment is not what its counts say.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Called confirmed, although such a difference is well within chance, or unclear, although it is not. Two arms are compared by\n"
        "the two-proportion z test, where fewer than five are expected anywhere by Fisher's exact test; several arms pair by pair,\n"
        "corrected by Bonferroni. The option `significance` (0.05) is the limit. Results in words of one's own are not judged."
    ),
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?" result=confirmed
    arms: "One" sample=100 successes=20
    arms: "Two" sample=100 successes=23
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?" result=unclear
    arms: "One" sample=100 successes=20
    arms: "Two" sample=100 successes=23
""",
)

ARMS_WITHOUT_COUNTS: Final = Rule(
    name="arms-without-counts",
    code="MET014",
    summary="An experiment has a result, and its arms have no counts.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason="A winner without figures is an opinion: nobody can check whether the difference is more than chance.",
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?" result=confirmed
    arms: "One", "Two"
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  experiment "One page or two?" result=confirmed
    arms: "One" sample=1000 successes=200
    arms: "Two" sample=1000 successes=290
""",
)

RULES: Final = (
    OUTSIDE_THE_SCALE,
    TARGET_BEYOND_SCALE,
    MIXED_SCALES,
    DIFFERENT_UNITS,
    STATED_TWICE,
    CHANGE_CONTRADICTS_TARGET,
    DIRECTION_CONTRADICTS_TARGET,
    UNMOVED_METRIC,
    MISSED_WITHOUT_ACTION,
    PROMISE_BELOW_TARGET,
    PROMISE_NOT_KEPT,
    IMPOSSIBLE_COUNTS,
    RESULT_AGAINST_COUNTS,
    ARMS_WITHOUT_COUNTS,
)
