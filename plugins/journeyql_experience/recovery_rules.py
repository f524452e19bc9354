"""The rules about rescues at low points, and about peaks that could be copied."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

VALLEY_WITHOUT_RECOVERY: Final = Rule(
    name="valley-without-recovery",
    code="EXP010",
    summary="Where things go wrong and customers are at their lowest, nothing is kept ready to rescue them.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "An action mends the service for those who come later; a recovery helps the customer who is there now. A rescue\n"
        "that comes in time is remembered, and so is one that does not come. Counted are scores in the lowest quarter\n"
        "of the scale at which something goes wrong besides: a missed target, a failure, customers who leave, are sent\n"
        "back or were led here by something that did not work. A recovery at the touchpoint, its stage or one of its\n"
        "pains is enough. Told once for a journey, from two places on."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint print "Prints the label" emotion=4
    touchpoint queue "Queues at the counter" emotion=1
      wait: 20min target=5min
      pain "One counter for letters and parcels" severity=medium
    touchpoint lost "Learns that it is lost" emotion=1 status=failed
      pain "Nobody knows where it is" severity=medium
      -> print "sends it again" share=30%
    touchpoint money "Gets the money" emotion=4
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint print "Prints the label" emotion=4
    touchpoint queue "Queues at the counter" emotion=1
      wait: 20min target=5min
      pain "One counter for letters and parcels" severity=medium
      recovery "A box for parcels beside the counter" when=`wait > 5min`
    touchpoint lost "Learns that it is lost" emotion=1 status=failed
      pain "Nobody knows where it is" severity=medium
      recovery "The money at once" within=1d
      -> print "sends it again" share=30%
    touchpoint money "Gets the money" emotion=4
""",
)

RECOVERY_WITHOUT_TRIGGER: Final = Rule(
    name="recovery-without-trigger",
    code="EXP017",
    summary="A recovery says neither when it is set off nor how soon it comes.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "A rescue without an occasion and a time is a wish: nobody knows when to begin, and nobody sees that it did not\n"
        "come. `when=` names the condition, `within=` the time."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Get the money back" emotion=2
    recovery "A coupon for the delay"
""",
    right="""\
journey "Return a parcel"
  stage "Get the money back" emotion=2
    pain "Three weeks without a word" severity=medium
    recovery "A coupon for the delay" when=`days > 7` within=1d
""",
)

PEAK_NOT_COPIED: Final = Rule(
    name="peak-not-copied",
    code="EXP011",
    summary="The highest point of the curve is copied nowhere.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "What works at a peak was paid for already and may work elsewhere: the surprise of unpacking, the patience of the\n"
        "branch. An opportunity with `like=NAME` says where. Asked of a peak in the highest quarter of the scale, in a\n"
        "journey that has a low point it could help."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint queue "Queues" emotion=2
    touchpoint hand "Hands it over" emotion=5
    touchpoint wait "Waits for the money" emotion=2
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint queue "Queues" emotion=3
    touchpoint hand "Hands it over" emotion=5
    touchpoint wait "Waits for the money" emotion=2
      pain "Three weeks without a word" severity=medium
      opportunity "A friendly word, as at the counter" like=hand
""",
)

PEAK_COPIED_TO_A_PEAK: Final = Rule(
    name="peak-copied-to-a-peak",
    code="EXP012",
    summary="What works at a peak is copied to a place that is as good already.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "An idea that works is worth most where it hurts. At a touchpoint whose score is in the highest quarter of the\n"
        "scale there is little left to win, while a low point of the same journey waits."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint hand "Hands it over" emotion=5
    touchpoint wait "Waits for the money" emotion=2
      pain "Three weeks without a word" severity=medium
    touchpoint money "Gets the money" emotion=5
      opportunity "A friendly word, as at the counter" like=hand
""",
    right="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint hand "Hands it over" emotion=5
    touchpoint wait "Waits for the money" emotion=2
      pain "Three weeks without a word" severity=medium
      opportunity "A friendly word, as at the counter" like=hand
    touchpoint money "Gets the money" emotion=5
""",
)
