"""The rules about the shape of a curve."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

SAME_SCORE_EVERYWHERE: Final = Rule(
    name="same-score-everywhere",
    code="EXP009",
    summary="All touchpoints of a journey have the same emotion score.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "A flat curve has no low point to mend and no peak to copy: usually it was filled in, not asked. Two scores that\n"
        "differ say more than ten that do not. Counted from four scores on."
    ),
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=3
  "Queues" emotion=3
  "Hands it over" emotion=3
  "Gets the money" emotion=3
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=3
  "Queues" emotion=3
  "Hands it over" emotion=3
  "Gets the money" emotion=5
""",
)

EXPECTATION_MISSED: Final = Rule(
    name="expectation-missed",
    code="EXP013",
    summary="Customers expect to feel better at a touchpoint than they do.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Satisfaction is what is left of an experience when the expectation is taken off (Oliver, A Cognitive Model of the\n"
        "Antecedents and Consequences of Satisfaction Decisions, 1980): the same wait disappoints those who were promised\n"
        "none. Counted where `emotion[expected]` is at least a quarter of the scale above the score of today and no\n"
        "pain of the touchpoint or its stage says why."
    ),
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  "Gets the money" emotion=3 emotion[expected]=5
""",
    right="""\
journey "Return a parcel"
  stage "Prints the label" emotion=4
  stage "Gets the money" emotion=3 emotion[expected]=5
    pain "The mail promises three days" severity=medium
""",
)

BAD_ENDING: Final = Rule(
    name="bad-ending",
    code="EXP014",
    summary="A journey ends below the middle of the scale, and is remembered worse than it was on the whole.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "People remember the most intense moment and the end, not the mean (Kahneman's peak-end rule). A journey whose end\n"
        "is below the middle, and whose peak-end score is an eighth of the scale or more below its mean, leaves a worse\n"
        "memory than it deserves: the last touchpoint is the cheapest one to mend. The end is the touchpoint marked\n"
        "`moment=end`, else the last one. Asked of journeys with at least four scores."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Prints the label" emotion=4
  stage "Queues" emotion=3
  stage "Hands it over" emotion=4
  stage "Gets the money" emotion=1
    pain "A month late" severity=medium
""",
    right="""\
journey "Return a parcel"
  stage "Prints the label" emotion=4
  stage "Queues" emotion=2
    pain "One counter" severity=medium
  stage "Hands it over" emotion=4
  stage "Gets the money" emotion=4
""",
)

CURVE_WITH_GAPS: Final = Rule(
    name="curve-with-gaps",
    code="EXP015",
    summary="Some touchpoints of a journey have no emotion score though most have.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "A missing score breaks the curve: nothing is guessed across it, so a low point beside it or in it stays hidden,\n"
        "and without the last one nobody knows how the journey is remembered."
    ),
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  "Queues"
  "Hands it over" emotion=4
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  "Queues" emotion=3
  "Hands it over" emotion=4
""",
)
