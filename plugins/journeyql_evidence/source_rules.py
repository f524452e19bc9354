"""The rules about evidence itself: its date, its size, and who is in it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

OLD_EVIDENCE: Final = Rule(
    name="old-evidence",
    code="EVI009",
    summary="Evidence is older than what can be relied on.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Customers and services change. How long a study holds depends on both; the option `months` (24) says from when it is\n"
        "asked: teams revise their personas every one to four years (Nielsen Norman Group, 2016). A quarter or a month counts\n"
        "from its last day; evidence that nothing cites is not asked."
    ),
    wrong="""\
evidence survey "Survey" method=survey sample=412 date=2021-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=survey
""",
    right="""\
evidence survey "Survey" method=survey sample=412 date=2025-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=survey
""",
)

OVERDUE_STUDY: Final = Rule(
    name="overdue-study",
    code="EVI010",
    summary="A study was planned for a day that is over, and is not marked as done.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Either it was made, and what was found is missing from the map, or it was not, and the map goes on guessing. A month or\n"
        "a quarter is over after its last day."
    ),
    wrong="""\
evidence survey "Survey" method=survey date=2025-09 status=planned
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
evidence survey "Survey" method=survey date=2126-09 status=planned
journey "Return a parcel"
  "Prints the label" emotion=4
""",
)

SMALL_SAMPLE: Final = Rule(
    name="small-sample",
    code="EVI011",
    summary="More is concluded from a study than so few people can tell.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A share found among twelve people may be off by 25 points: the finding says the interval (Wilson 1927, 95 %). The\n"
        "option `counted` (30) says how many answers a survey with figures needs at least, `told` (5) how many people have to be\n"
        "interviewed: five meet 85 % of what a third of all meet (Nielsen and Landauer 1993)."
    ),
    wrong="""\
evidence survey "Survey" method=survey sample=12 date=2025-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=survey
""",
    right="""\
evidence survey "Survey" method=survey sample=120 date=2025-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=survey
""",
)

MIX_DOES_NOT_ADD_UP: Final = Rule(
    name="mix-does-not-add-up",
    code="EVI012",
    summary="The parts of a sample are more than the whole.",
    severity=Severity.WARNING,
    reason="Shares above 100% count somebody twice, so none of them can be trusted. Less than 100% leaves a rest unnamed.",
    wrong="""\
segment active "Active customers"
segment silent "Silent customers"
evidence survey "Survey" method=survey sample=412
  mix: 70% of=active
  mix: 60% of=silent
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
segment active "Active customers"
segment silent "Silent customers"
evidence survey "Survey" method=survey sample=412
  mix: 60% of=active
  mix: 40% of=silent
journey "Return a parcel"
  "Prints the label" emotion=4
""",
)

ONE_SIDED_SAMPLE: Final = Rule(
    name="one-sided-sample",
    code="EVI013",
    summary="Nearly all of a sample belong to one of the groups for which it is to speak.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Those who answer are those who are there: active customers fill in surveys, the silent ones have left. When one group is\n"
        "most of the sample (option `dominant`, 80 %), the total says what that group thinks. The finding says how little is\n"
        "known of the others. It also holds for a study that is still planned, where it can be mended."
    ),
    wrong="""\
segment active "Active customers"
segment silent "Silent customers"
evidence survey "Survey" method=survey sample=412
  mix: 88% of=active
  mix: 12% of=silent
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
segment active "Active customers"
segment silent "Silent customers"
evidence survey "Survey" method=survey sample=412
  mix: 60% of=active
  mix: 40% of=silent
journey "Return a parcel"
  "Prints the label" emotion=4
""",
)

UNUSED_EVIDENCE: Final = Rule(
    name="unused-evidence",
    code="EVI014",
    summary="Evidence has been gathered, and nothing cites it.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason="What was found out stays in a drawer, and what it could found looks like a guess. Planned studies are not meant.",
    wrong="""\
evidence survey "Survey" method=survey sample=412 date=2025-09
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
evidence survey "Survey" method=survey sample=412 date=2025-09
journey "Return a parcel" from=survey
  "Prints the label" emotion=4
""",
)

RULES: Final = (
    OLD_EVIDENCE,
    OVERDUE_STUDY,
    SMALL_SAMPLE,
    MIX_DOES_NOT_ADD_UP,
    ONE_SIDED_SAMPLE,
    UNUSED_EVIDENCE,
)
