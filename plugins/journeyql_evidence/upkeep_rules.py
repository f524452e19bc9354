"""The rules about the dates of a map."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

DATE_IN_THE_FUTURE: Final = Rule(
    name="date-in-the-future",
    code="EVI015",
    summary="Something is said to have happened on a day that is still to come.",
    severity=Severity.WARNING,
    reason=(
        "Evidence that has been gathered, a change that was made, a map that was found true: none of them can lie after today.\n"
        "Most often a year is wrong, or a study is planned and should say `status=planned`."
    ),
    wrong="""\
journey "Return a parcel"
  updated: 2126-01-01
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  updated: 2025-12-01
  "Prints the label" emotion=4
""",
)

REVIEW_WITHOUT_DATE: Final = Rule(
    name="review-without-date",
    code="EVI016",
    summary="A journey is to be reviewed, and does not say when it last changed.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "`review: 90d` counts from the last change. Without `updated`, or at least the day on which somebody found the map true\n"
        "(`validated`), nobody can tell whether it is due, so it never is."
    ),
    wrong="""\
journey "Return a parcel"
  review: 90d
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  review: 90d
  updated: 2025-12-01
  "Prints the label" emotion=4
""",
)

REVIEW_OVERDUE: Final = Rule(
    name="review-overdue",
    code="EVI017",
    summary="A journey has not been looked at for longer than it says itself.",
    severity=Severity.WARNING,
    reason=(
        "Maps decay: services, prices and habits change, and decisions go on being taken from the old picture. The time counts\n"
        "from `updated`, else from `validated`."
    ),
    wrong="""\
journey "Return a parcel"
  review: 90d
  updated: 2024-12-01
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  review: 90d
  updated: 2025-12-01
  "Prints the label" emotion=4
""",
)

CHANGED_AFTER_VALIDATION: Final = Rule(
    name="changed-after-validation",
    code="EVI018",
    summary="A journey was changed after those who know found it true.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason="What they confirmed was another edition. A correction of spelling need not move `updated`; what it says does.",
    wrong="""\
journey "Return a parcel"
  updated: 2025-12-01
  validated: 2025-10-01
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  updated: 2025-12-01
  validated: 2025-12-15
  "Prints the label" emotion=4
""",
)

UNVALIDATED_MAP: Final = Rule(
    name="unvalidated-map",
    code="EVI019",
    summary="Nobody who lives a journey has confirmed it.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason="A map drawn inside the company shows what the company believes. An hour with a few customers shows where it is wrong.",
    wrong="""\
journey "Return a parcel"
  "Prints the label" emotion=4
""",
    right="""\
journey "Return a parcel"
  validated: 2025-12-15 sample=6
  "Prints the label" emotion=4
""",
)

RULES: Final = (
    DATE_IN_THE_FUTURE,
    REVIEW_WITHOUT_DATE,
    REVIEW_OVERDUE,
    CHANGED_AFTER_VALIDATION,
    UNVALIDATED_MAP,
)
