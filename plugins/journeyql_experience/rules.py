"""The rules about experience, each with its reason and a map that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity
from journeyql_experience.curve_rules import BAD_ENDING, CURVE_WITH_GAPS, EXPECTATION_MISSED, SAME_SCORE_EVERYWHERE
from journeyql_experience.pain_rules import (
    HIDDEN_PAIN,
    PAIN_EVERYWHERE,
    PAIN_WITHOUT_ACTION,
    SEVERE_PAIN_WITHOUT_CAUSE,
)
from journeyql_experience.recovery_rules import (
    PEAK_COPIED_TO_A_PEAK,
    PEAK_NOT_COPIED,
    RECOVERY_WITHOUT_TRIGGER,
    VALLEY_WITHOUT_RECOVERY,
)

VALLEY_WITHOUT_PAIN: Final = Rule(
    name="valley-without-pain",
    code="EXP001",
    summary="A low point of the emotion curve has no pain that says what hurts.",
    severity=Severity.WARNING,
    reason=(
        "A low score shows that something is wrong, not what: without a pain nobody can rank it, own it or mend it.\n"
        "A low point is a score, or several equal ones in a row, below the middle of the scale, with higher scores\n"
        "around it: the lower of the two rises beside it is at least a quarter of the scale (option `prominence`).\n"
        "Missing scores end the curve; nothing is guessed across them. A pain of the touchpoint or of its stage is\n"
        "enough, and so is a need, which says what is missing. In a hidden channel, which the company does not run,\n"
        "more than the score must speak for it. While the journey names no pain at all, this is only information."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
    touchpoint "Queues at the counter" emotion=1
    touchpoint "Hands it over" emotion=4
      pain "No receipt" severity=low
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
    touchpoint "Queues at the counter" emotion=1
      pain "One counter for letters and parcels" severity=medium
    touchpoint "Hands it over" emotion=4
      pain "No receipt" severity=low
""",
)

SEVERE_PAIN_WITHOUT_OWNER: Final = Rule(
    name="severe-pain-without-owner",
    code="EXP002",
    summary="Nobody answers for a pain of high or critical severity.",
    severity=Severity.WARNING,
    reason=(
        "What belongs to everybody is mended by nobody: maps fail most often because no one is in charge of what\n"
        "they found. An owner of the pain, of one of its actions, or of anything around it is enough. While the\n"
        "file names no team or other owner at all, this is only information."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      pain "The refund takes three weeks" severity=high
        action "Refund on the first scan"
team payments "Payments"
""",
    right="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      pain "The refund takes three weeks" severity=high
        cause "Parcels are opened by hand"
        action "Refund on the first scan" owner=payments
team payments "Payments"
""",
)

SEVERE_PAIN_WITHOUT_ACTION: Final = Rule(
    name="severe-pain-without-action",
    code="EXP003",
    summary="Nothing is planned against a pain of high or critical severity.",
    severity=Severity.WARNING,
    reason=(
        "A map that lists what hurts and not what happens next is a poster. An action or recovery below the pain or\n"
        "one of its causes counts, a recovery at the same touchpoint, and any that names it with `addresses=`; a\n"
        "dropped one does not. Where nobody answers for the pain either, this finding says so, too. While the file has\n"
        "no action at all, this is only information."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      pain "The refund takes three weeks" severity=high owner=payments
    touchpoint "Reads the message" emotion=3
      action "Write it in plain words"
team payments "Payments"
""",
    right="""\
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      pain refund "The refund takes three weeks" severity=high owner=payments
        cause "Parcels are opened by hand"
    touchpoint "Reads the message" emotion=3
      action "Write it in plain words"
      action "Refund on the first scan" addresses=refund
team payments "Payments"
""",
)

NO_EMOTION: Final = Rule(
    name="no-emotion",
    code="EXP004",
    summary="A journey says nowhere how its customers feel.",
    severity=Severity.WARNING,
    reason=(
        "This is a process, not a journey: it says what happens and not what it is like. Even a guessed score shows\n"
        "where to ask first; without evidence it is drawn as the assumption it is. An emotion or a feeling at one\n"
        "touchpoint, for any persona, is a beginning."
    ),
    wrong="""\
journey "Return a parcel"
  "Prints the label"
  "Hands it over"
""",
    right="""\
journey "Return a parcel"
  "Prints the label" emotion=4
  "Hands it over"
""",
)

RULES: Final = (
    VALLEY_WITHOUT_PAIN,
    SEVERE_PAIN_WITHOUT_OWNER,
    SEVERE_PAIN_WITHOUT_ACTION,
    NO_EMOTION,
    HIDDEN_PAIN,
    PAIN_WITHOUT_ACTION,
    PAIN_EVERYWHERE,
    SAME_SCORE_EVERYWHERE,
    VALLEY_WITHOUT_RECOVERY,
    PEAK_NOT_COPIED,
    PEAK_COPIED_TO_A_PEAK,
    EXPECTATION_MISSED,
    BAD_ENDING,
    CURVE_WITH_GAPS,
    SEVERE_PAIN_WITHOUT_CAUSE,
    RECOVERY_WITHOUT_TRIGGER,
)
