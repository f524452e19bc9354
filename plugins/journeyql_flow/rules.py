"""The rules about ways and loops, each with its reason and a map that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

SHARES_DO_NOT_ADD_UP: Final = Rule(
    name="shares-do-not-add-up",
    code="FLO001",
    summary="The shares of the ways on from a touchpoint are not 100%.",
    severity=Severity.WARNING,
    reason=(
        "An arrow to the very next touchpoint takes the place of simply going on. With a share of 10% and nothing\n"
        "else, the map does not say what becomes of the other 90% of customers; above 100% it counts some twice."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> reprint "the printer jams" share=10%
    touchpoint reprint "Prints the label again"
    touchpoint drop "Drops it off"
""",
    right="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> reprint "the printer jams" share=10%
      -> drop
    touchpoint reprint "Prints the label again"
    touchpoint drop "Drops it off"
""",
)

UNREACHABLE: Final = Rule(
    name="unreachable-touchpoint",
    code="FLO002",
    summary="No customer ever comes to a touchpoint.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "After an arrow without a condition, or shares that reach 100%, customers do not simply go on to what comes\n"
        "next; a touchpoint that no other way leads to is then drawn, and nobody goes through it. In a stage with\n"
        "`sequence=any` one touchpoint that is reached is enough. All touchpoints of a journey are named at once."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> drop
    touchpoint print "Prints a label"
    touchpoint drop "Drops it off"
""",
    right="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> drop
      -> print "has no label yet"
    touchpoint print "Prints a label"
    touchpoint drop "Drops it off"
""",
)

ENDLESS_LOOP: Final = Rule(
    name="endless-loop",
    code="FLO003",
    summary="Touchpoints lead only to each other: who comes there never gets to the end.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A loop has to let some customers out each time round; without a way out the number of visits is infinite,\n"
        "and neither a likeliest way nor an expected time can be told. What is meant is nearly always that only some\n"
        "go back."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
    touchpoint print "Prints the label"
      -> pack
    touchpoint drop "Drops it off"
  print -> drop share=0%
""",
    right="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
    touchpoint print "Prints the label"
      -> pack share=10%
    touchpoint drop "Drops it off"
""",
)

NO_WAY_ON: Final = Rule(
    name="no-way-on",
    code="FLO004",
    summary="Every way on from a touchpoint, or into the journey, is barred to a persona.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Guards may name personas and segments: `if=vip` lets only those on who are one. Where all ways on have a\n"
        "guard, everybody needs one that fits; for the persona of this finding the journey stops there. Where all ways from\n"
        "the start are barred it does not even begin."
    ),
    wrong="""\
persona mei "Mei Chen"
segment vip "Best customers"
journey "Return a parcel"
  stage "Get the money back" emotion=4
    touchpoint wait "Waits for the refund"
      -> paid if=vip
    touchpoint paid "Gets the money"
""",
    right="""\
persona mei "Mei Chen"
segment vip "Best customers"
journey "Return a parcel"
  stage "Get the money back" emotion=4
    touchpoint wait "Waits for the refund"
      -> paid if=vip
      -> ask unless=vip
    touchpoint ask "Asks for it"
    touchpoint paid "Gets the money"
""",
)

LOOP_WITHOUT_SHARE: Final = Rule(
    name="loop-without-share",
    code="FLO005",
    summary="Nothing says how many customers go back.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "How often a step is repeated decides how long the journey takes and what it costs. Where an arrow back has a\n"
        "condition and no share, the odds are taken to be even, which is nearly always too much. All ways back of a\n"
        "journey are named at once."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
    touchpoint print "Prints the label"
      -> pack "the label does not stick"
    touchpoint drop "Drops it off"
""",
    right="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
    touchpoint print "Prints the label"
      -> pack "the label does not stick" share=10%
    touchpoint drop "Drops it off"
""",
)

BRANCH_INTO_BRANCH: Final = Rule(
    name="branch-into-branch",
    code="FLO006",
    summary="A branch runs into another branch of the same touchpoint, because nothing says where it leads.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "After a touchpoint comes the next in the order written. Where that is another alternative of the touchpoint\n"
        "before, all who took the first way go through the second as well, and its visits, waits and pains count too\n"
        "many. Alternatives that the larger part takes are no branches, and neither are those with a guard."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> drop
      -> print "has no label" share=20%
      -> buy "has no box" share=10%
    touchpoint print "Prints a label"
    touchpoint buy "Buys a box"
    touchpoint drop "Drops it off"
""",
    right="""\
journey "Return a parcel"
  stage "Send it" emotion=4
    touchpoint pack "Packs the parcel"
      -> drop
      -> print "has no label" share=20%
      -> buy "has no box" share=10%
    touchpoint print "Prints a label"
      -> drop
    touchpoint buy "Buys a box"
    touchpoint drop "Drops it off"
""",
)

SETBACK_WITHOUT_RESCUE: Final = Rule(
    name="setback-without-rescue",
    code="FLO007",
    summary="Some customers fall back to a step that feels bad, and nothing is said or done about it.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Whoever has to begin again because something failed is worse off than at the first time, and is the demand\n"
        "that should not exist (John Seddon calls it failure demand). It is a setback where less than half take an\n"
        "arrow back to a step below the middle of the emotion scale. A pain, action or recovery where they come\n"
        "from, or at its stage, is enough."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint queue "Queues at the counter" emotion=2
    touchpoint drop "Drops it off" emotion=4
      -> queue "the parcel is too large" share=8%
    touchpoint receipt "Gets a receipt" emotion=4
""",
    right="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint queue "Queues at the counter" emotion=2
    touchpoint drop "Drops it off" emotion=4
      recovery "Whoever comes back goes first"
      -> queue "the parcel is too large" share=8%
    touchpoint receipt "Gets a receipt" emotion=4
""",
)

LOSS_WITHOUT_ANSWER: Final = Rule(
    name="loss-without-answer",
    code="FLO008",
    summary="A large part of all customers leaves before the end, and nothing is said or done about it.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Whatever else is mended, those who have left do not see it. A loss is what leaves by an arrow to `end` before\n"
        "the last stage, from a step that does not feel good; it counts from a fifth of all customers (option\n"
        "`loss`). A pain, action or recovery there, at its stage, or at a step from which customers come there, is enough."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint pack "Packs the parcel" emotion=3
      -> end "gives up" share=30%
  stage "Get the money back"
    touchpoint paid "Gets the money" emotion=4
""",
    right="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint pack "Packs the parcel" emotion=3
      pain "Nobody has a box of that size" severity=high
      -> end "gives up" share=30%
  stage "Get the money back"
    touchpoint paid "Gets the money" emotion=4
""",
)
