"""The rules about what is missing so that goals can be missed."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

METRIC_WITHOUT_VALUE: Final = Rule(
    name="metric-without-value",
    code="MET015",
    summary="A metric has a target and no value.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A goal whose figure is empty can neither be reached nor missed. Often the map itself shows that it would be missed, and\n"
        "the figure to steer by stays silent. It is reported once for a journey."
    ),
    wrong="""\
journey "Return a parcel"
  metric refund "Time to the refund" target=3d better=lower
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=9d target=3d better=lower
  "Prints the label" emotion=4
""",
)

METRIC_WITHOUT_OWNER: Final = Rule(
    name="metric-without-owner",
    code="MET016",
    summary="A metric belongs to nobody.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "When it gets worse, nobody is called. A metric in a journey belongs to the owner of the journey unless it says otherwise; one\n"
        "that stands in a team is the team's. While the file names no team or partner at all, nothing is reported."
    ),
    wrong="""\
team service "Service"
metric refund "Time to the refund" value=9d target=3d
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
team service "Service"
metric refund "Time to the refund" value=9d target=3d owner=service
journey "Return a parcel"
  "Prints the label" emotion=4
""",
)

METRIC_WITHOUT_TARGET: Final = Rule(
    name="metric-without-target",
    code="MET017",
    summary="A metric has a value and no target.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason="A figure tells how things are; only a target tells whether that is enough, and when to stop.",
    wrong="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=9d
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric refund "Time to the refund" value=9d target=3d
  "Prints the label" emotion=4
""",
)

GOAL_WITHOUT_METRIC: Final = Rule(
    name="goal-without-metric",
    code="MET018",
    summary="A journey has goals and nothing that measures any of them.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A goal that cannot be missed steers nothing. One metric in the journey, or beside it, is a beginning. A journey without\n"
        "measures and severe pains is not asked."
    ),
    wrong="""\
journey "Return a parcel"
  goal: "The money is back within three days"
  stage "Get the money back" emotion=2
    pain "The refund takes three weeks" severity=high
""",
    right="""\
journey "Return a parcel"
  goal "The money is back within three days" metric=refund
  metric refund "Time to the refund" value=21d target=3d
  stage "Get the money back" emotion=2
    pain "The refund takes three weeks" severity=high
""",
)

TRUTH_WITHOUT_MEASURE: Final = Rule(
    name="truth-without-measure",
    code="MET019",
    summary="Nothing measures a moment of truth.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "The journey is judged by it, and how it goes is a guess. A score of customers, a survey, a metric, an experiment or a\n"
        "figure with evidence is enough. In a hidden channel the company cannot ask, so nothing is expected there; nor in a journey\n"
        "without measures and severe pains."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Reads that the money is back" emotion=4 moment=truth
      action "Say when it will come"
""",
    right="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Reads that the money is back" emotion=4 moment=truth
      csat: 4.1 target=4.3 sample=390
      action "Say when it will come"
""",
)

NO_EXPERIENCE_METRIC: Final = Rule(
    name="no-experience-metric",
    code="MET020",
    summary="All figures are of the business and the operation, none of the experience.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Sales can rise while customers suffer, until they leave. From three metrics with a `kind` on, one of the experience, or a\n"
        "score of customers at any touchpoint, is expected."
    ),
    wrong="""\
journey "Return a parcel"
  metric sales "Sales" kind=business value=10000EUR target=12000EUR
  metric refund "Time to the refund" kind=operation value=9d target=3d
  metric returns "Returned parcels" kind=behaviour value=12% target=9%
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric sales "Sales" kind=business value=10000EUR target=12000EUR
  metric refund "Time to the refund" kind=operation value=9d target=3d
  metric effort "Effort of returning" kind=experience value=4.1 target=5.5 scale=1..7
  "Prints the label" emotion=4
""",
)

SURVEY_WITHOUT_FIGURE: Final = Rule(
    name="survey-without-figure",
    code="MET021",
    summary="Customers are asked, and the map does not say what they answered.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason="A question costs the customer's time. An answer that nobody writes down was asked in vain.",
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      survey: csat
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
      survey: csat
      csat: 4.1 target=4.3 sample=390
""",
)

NO_BUSINESS_METRIC: Final = Rule(
    name="no-business-metric",
    code="MET022",
    summary="No figure is of the business, among several of the experience and the operation.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "What a better experience is worth, nobody can tell who does not measure both: the next one who has to save cuts it. From\n"
        "three metrics with a `kind` on, one of the business is expected."
    ),
    wrong="""\
journey "Return a parcel"
  metric effort "Effort of returning" kind=experience value=4.1 target=5.5 scale=1..7
  metric refund "Time to the refund" kind=operation value=9d target=3d
  metric returns "Returned parcels" kind=behaviour value=12% target=9%
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  metric effort "Effort of returning" kind=experience value=4.1 target=5.5 scale=1..7
  metric refund "Time to the refund" kind=operation value=9d target=3d
  metric again "Sales to those who returned a parcel" kind=business value=10000EUR target=12000EUR
  "Prints the label" emotion=4
""",
)

RULES: Final = (
    METRIC_WITHOUT_VALUE,
    METRIC_WITHOUT_OWNER,
    METRIC_WITHOUT_TARGET,
    GOAL_WITHOUT_METRIC,
    TRUTH_WITHOUT_MEASURE,
    NO_EXPERIENCE_METRIC,
    NO_BUSINESS_METRIC,
    SURVEY_WITHOUT_FIGURE,
)
