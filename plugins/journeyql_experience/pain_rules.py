"""The rules about pains that nobody sees, mends or tells apart."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

HIDDEN_PAIN: Final = Rule(
    name="hidden-pain",
    code="EXP006",
    summary="Touchpoints miss their own targets, fail, or have next to the worst score, and no pain says so.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "The curve is not the only thing that shows where it hurts: waits over their target, satisfaction below it, a\n"
        "failed step do so as well, and with figures. What nobody writes down as a pain is in no ranking and on\n"
        "nobody's list. Counted is a missed target or a failure, and a score in the lowest eighth of the scale. A low point of the curve is told by `valley-without-pain` and not again here."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=3
      pain "The code is too small" severity=low
    touchpoint "Queues at the counter" emotion=3
      wait: 20min target=5min
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=3
      pain "The code is too small" severity=low
    touchpoint "Queues at the counter" emotion=3
      wait: 20min target=5min
      pain "One counter for letters and parcels" severity=medium
""",
)

PAIN_WITHOUT_ACTION: Final = Rule(
    name="pain-without-action",
    code="EXP007",
    summary="Several pains of a journey have nothing planned against them.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "A pain that nobody is going to mend was written down for nothing. Either something is done about it, or it is\n"
        "decided that it stays (`status=dropped`). Pains of high or critical severity are told one by one by\n"
        "`severe-pain-without-action`; here are the others, in one finding, from three on."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back" emotion=3
    pain "The code is too small" severity=low
    pain "The tape does not hold" severity=medium
    pain "No receipt" severity=medium
""",
    right="""\
journey "Return a parcel"
  stage "Send it back" emotion=3
    pain "The code is too small" severity=low
      action "Print it twice as large"
    pain "The tape does not hold" severity=medium status=dropped
    pain "No receipt" severity=medium
      action "Send one by mail"
""",
)

PAIN_EVERYWHERE: Final = Rule(
    name="pain-everywhere",
    code="EXP008",
    summary="Nearly every touchpoint has a pain, or all pains are equally severe.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Where everything hurts, nothing stands out, and the map cannot say where to begin. Counted is a journey of at\n"
        "least six touchpoints of which nine in ten have a pain, and one with at least five pains that all have the\n"
        "same stated severity."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back" emotion=3
    pain "The code is too small" severity=medium
    pain "The tape does not hold" severity=medium
    pain "No receipt" severity=medium
    pain "The shop is far away" severity=medium
    pain "The money comes late" severity=medium
    action "Look at all of it"
""",
    right="""\
journey "Return a parcel"
  stage "Send it back" emotion=3
    pain "The code is too small" severity=low
    pain "The tape does not hold" severity=medium status=dropped
    pain "No receipt" severity=medium status=dropped
    pain "The shop is far away" severity=low
    pain "The money comes late" severity=critical owner=payments
      cause "Parcels are opened by hand"
      action "Pay on the first scan"
team payments "Payments"
""",
)

SEVERE_PAIN_WITHOUT_CAUSE: Final = Rule(
    name="severe-pain-without-cause",
    code="EXP016",
    summary="Nobody has asked why the severest pains exist.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "An action against a pain whose cause is not known mends what is seen, and the pain comes back elsewhere. Asking\n"
        "why until there is no further answer leads to the root (the five whys of the Toyota production system); each\n"
        "answer is a `cause`, below the pain or below another cause. A text behind `because:` counts as well."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Get the money back" emotion=2
    pain "The refund takes three weeks" severity=high
      action "Refund on the first scan"
""",
    right="""\
journey "Return a parcel"
  stage "Get the money back" emotion=2
    pain "The refund takes three weeks" severity=high
      cause "Parcels are opened by hand"
        cause "The label does not say what is inside"
      action "Refund on the first scan" owner=payments
team payments "Payments"
""",
)
