"""The rules about what rests on evidence, and on evidence of what."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

ASSUMPTIONS_ALONE: Final = Rule(
    name="assumptions-alone",
    code="EVI001",
    summary="A journey draws conclusions from figures of which none rests on evidence.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Assumptions and evidence look alike on a map, and a plan built on the former is a guess with a budget. A figure\n"
        "rests on evidence that it, or what surrounds it, cites with `from=`. Guesses are a fair beginning: a journey without\n"
        "measures and severe pains, or with fewer than five figures (option `sketch`), is not asked for more."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
    touchpoint "Hands it over" emotion=3 wait=9min
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2
      pain "The refund takes three weeks" frequency=40%
        action "Refund on the first scan"
""",
    right="""\
evidence calls "Calls of a quarter" method=crm sample=900 date=2025-10
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
    touchpoint "Hands it over" emotion=3 wait=9min
  stage "Get the money back"
    touchpoint "Waits for the refund" emotion=2 from=calls
      pain "The refund takes three weeks" frequency=40%
        action "Refund on the first scan"
""",
)

DECISIVE_FIGURES_ASSUMED: Final = Rule(
    name="decisive-figures-assumed",
    code="EVI002",
    summary="The figures that decide are assumptions, while lesser ones rest on evidence.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "What decides are the lowest score, the frequency of the severest pain, and the largest share of customers who\n"
        "leave or go where it is worst. It is reported when the lowest score and most of the three have no evidence, while\n"
        "something else does: the study was made where it was easy, not where it matters."
    ),
    wrong="""\
evidence survey "Survey" method=survey sample=412 date=2025-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 duration=3min from=survey
    touchpoint "Queues at the counter" emotion=1 wait=9min
      pain "One counter for letters and parcels" severity=high frequency=60%
        action "A second counter"
""",
    right="""\
evidence survey "Survey" method=survey sample=412 date=2025-09
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 duration=3min
    touchpoint "Queues at the counter" emotion=1 wait=9min from=survey
      pain "One counter for letters and parcels" severity=high frequency=60%
        action "A second counter"
""",
)

SOURCE_WITHOUT_DATE: Final = Rule(
    name="source-without-date",
    code="EVI003",
    summary="A source that carries figures says neither when it was gathered nor from how many.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A figure is as good as the number of people behind it and as fresh as the day on which they were asked. Without\n"
        "either nobody can tell whether it still holds, or ever did. One of the two is enough."
    ),
    wrong="""\
evidence report "A report" method=external
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Queues at the counter"
      wait: 9min from=report
""",
    right="""\
evidence report "A report" method=external date=2025-06
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Queues at the counter"
      wait: 9min from=report
""",
)

CITES_PLANNED_STUDY: Final = Rule(
    name="cites-planned-study",
    code="EVI004",
    summary="A statement cites a study that has not been made.",
    severity=Severity.WARNING,
    reason="What a study is hoped to show is an assumption. Cited, it is drawn and counted as if somebody had found it.",
    wrong="""\
evidence survey "Survey" method=survey status=planned
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=survey
""",
    right="""\
evidence survey "Survey" method=survey status=planned
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label" emotion=4
""",
)

CITED_BEYOND_COVER: Final = Rule(
    name="cited-beyond-cover",
    code="EVI005",
    summary="A study is cited for a place, for people or for a market that it does not cover.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "What holds for Germany need not hold for China, nor what one persona says for the other. The rule compares `covers` of the\n"
        "study with where a value stands and for whom it is qualified; a persona is covered by its segments, a market by the\n"
        "larger one it lies in."
    ),
    wrong="""\
market DE "Germany"
market CN "China"
evidence survey "Survey" method=survey sample=412 date=2025-09 covers=DE
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label"
      emotion[CN]: 4 from=survey
""",
    right="""\
market DE "Germany"
market CN "China"
evidence survey "Survey" method=survey sample=412 date=2025-09 covers=DE
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label"
      emotion[DE]: 4 from=survey
""",
)

UNCOVERED_GROUP: Final = Rule(
    name="uncovered-group",
    code="EVI006",
    summary="Of some of the people or markets a journey is about, none of its evidence speaks.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A map for two personas with evidence from one describes one. It is reported only when all studies that the journey cites\n"
        "say whom they cover, and somebody is left."
    ),
    wrong="""\
persona mei "Mei Chen, tenant"
persona tom "Tom Berg, landlord"
evidence talks "Interviews" method=interview sample=9 date=2025-09 covers=mei
journey "Return a parcel"
  persona: mei, tom
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=talks
""",
    right="""\
persona mei "Mei Chen, tenant"
persona tom "Tom Berg, landlord"
evidence talks "Interviews" method=interview sample=9 date=2025-09 covers=mei, tom
journey "Return a parcel"
  persona: mei, tom
  stage "Send it back"
    touchpoint "Prints the label" emotion=4 from=talks
""",
)

CHANGED_BENEATH_EVIDENCE: Final = Rule(
    name="changed-beneath-evidence",
    code="EVI007",
    summary="A market's file changes a step and keeps what was measured before the change.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A score of the app says nothing about a chat. When an `extend` file moves a touchpoint to another channel, and its\n"
        "scores and waits stay those of the base with their source, they look measured where nobody measured. Values of the\n"
        "market's own, or evidence that covers the market, are enough."
    ),
    wrong="""\
market CN "China"
channel app "App" kind=online
channel chat "Chat" kind=online
evidence survey "Survey" method=survey sample=412 date=2025-09
journey parcel "Return a parcel"
  stage send "Send it back"
    touchpoint label "Prints the label" @app emotion=4 from=survey
extend[CN] parcel
  extend send.label @chat
""",
    right="""\
market CN "China"
channel app "App" kind=online
channel chat "Chat" kind=online
evidence survey "Survey" method=survey sample=412 date=2025-09 covers=CN
journey parcel "Return a parcel"
  stage send "Send it back"
    touchpoint label "Prints the label" @app emotion=4 from=survey
extend[CN] parcel
  extend send.label @chat
""",
)

METHOD_CANNOT_TELL: Final = Rule(
    name="method-cannot-tell",
    code="EVI008",
    summary="What customers think is read out of data about what they do.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason="Clicks and customer data show what happened; what somebody thought takes asking. The words are somebody's own.",
    wrong="""\
evidence clicks "Clicks of a quarter" method=analytics sample=9000 date=2025-10
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label"
      thinking: "Where is the button?" from=clicks
""",
    right="""\
evidence clicks "Clicks of a quarter" method=analytics sample=9000 date=2025-10
journey "Return a parcel"
  stage "Send it back"
    touchpoint "Prints the label"
      doing: "Goes back and forth between two pages" from=clicks
""",
)

MARKET_ON_ASSUMPTIONS: Final = Rule(
    name="market-on-assumptions",
    code="EVI020",
    summary="All that is different in a market is assumed, while the journey elsewhere rests on evidence.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "The journey was looked at, and the market was imagined: a better score there looks like an improvement that somebody\n"
        "made. It is reported once for a market, when none of the figures that hold there alone rests on evidence and some of the\n"
        "others do."
    ),
    wrong="""\
market CN "China"
evidence survey "Survey" method=survey sample=412 date=2025-09
journey parcel "Return a parcel"
  stage send "Send it back"
    touchpoint label "Prints the label" emotion=2 emotion[CN]=4
    touchpoint drop "Hands it over" emotion=3 from=survey
""",
    right="""\
market CN "China"
evidence survey "Survey" method=survey sample=412 date=2025-09
journey parcel "Return a parcel"
  stage send "Send it back"
    touchpoint label "Prints the label" emotion=2
      emotion[CN]: 4 from=survey
    touchpoint drop "Hands it over" emotion=3 from=survey
""",
)

RULES: Final = (
    ASSUMPTIONS_ALONE,
    DECISIVE_FIGURES_ASSUMED,
    SOURCE_WITHOUT_DATE,
    CITES_PLANNED_STUDY,
    CITED_BEYOND_COVER,
    UNCOVERED_GROUP,
    CHANGED_BENEATH_EVIDENCE,
    METHOD_CANNOT_TELL,
    MARKET_ON_ASSUMPTIONS,
)
