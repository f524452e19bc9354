"""The rules about how far a map has come and how it is cut."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

NEXT_STEPS: Final = Rule(
    name="next-steps",
    code="GOV001",
    summary="What a first draft could say next.",
    severity=Severity.HINT,
    reason=(
        "The first lines of a map are the hardest, and the next ones need not be: what the customer goes through,\n"
        "whom the map is about, what it is to reach, who answers for it. At most three of these are named, and only\n"
        "while the journeys of the file have no more than seven steps in all (option `draft`). How it feels is what\n"
        "`no-emotion` asks for."
    ),
    wrong="""\
journey "Return a parcel"
""",
    right="""\
journey "Return a parcel"
  goal: "Sent within a minute"
  owner: returns
  "Prints the label" emotion=2
  "Hands it over" emotion=2
persona ana "Ana, sells her old clothes"
team returns "Returns"
""",
)

UNFRAMED_JOURNEY: Final = Rule(
    name="unframed-journey",
    code="GOV002",
    summary="A grown map does not say whom it is about, what for, or who answers for it.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A map without a persona is judged with everybody's eyes, one without a goal answers everything and nothing,\n"
        "and one without an owner is out of date after the workshop. An owner of the journey, or of each stage, is\n"
        "enough; a goal of a stage counts, too. It is asked of journeys with more than seven steps (option `draft`)."
    ),
    wrong="""\
journey "Return a parcel"
  goal: "Sent within a minute"
  persona: ana
  stage "Send it"
    touchpoint "Looks for the way" emotion=3
    touchpoint "Prints the label" emotion=3
    touchpoint "Packs it" emotion=3
    touchpoint "Finds the shop" emotion=3
    touchpoint "Queues" emotion=3
    touchpoint "Hands it over" emotion=3
  stage "Get the money"
    touchpoint "Waits" emotion=3
    touchpoint "Gets the money" emotion=3
persona ana "Ana, sells her old clothes"
""",
    right="""\
journey "Return a parcel"
  goal: "Sent within a minute"
  persona: ana
  owner: returns
  stage "Send it"
    touchpoint "Looks for the way" emotion=3
    touchpoint "Prints the label" emotion=3
    touchpoint "Packs it" emotion=3
    touchpoint "Finds the shop" emotion=3
    touchpoint "Queues" emotion=3
    touchpoint "Hands it over" emotion=3
  stage "Get the money"
    touchpoint "Waits" emotion=3
    touchpoint "Gets the money" emotion=3
persona ana "Ana, sells her old clothes"
team returns "Returns"
""",
)

LONG_JOURNEY: Final = Rule(
    name="long-journey",
    code="GOV003",
    summary="A journey has more stages than anybody keeps in mind.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Five to seven stages are what guides to journey mapping advise and what fits on one map. Above that, readers\n"
        "look for their own stage and miss the story. The limit is the option `stages`; stages of other states or\n"
        "personas are not added up."
    ),
    wrong="""\
journey "Move house" persona=ana owner=movers
  goal: "Everything arrives"
  "Looks for a flat" emotion=3
  "Visits" emotion=3
  "Signs" emotion=3
  "Finds movers" emotion=3
  "Packs" emotion=3
  "Moves" emotion=3
  "Unpacks" emotion=3
  "Registers" emotion=3
persona ana "Ana"
team movers "Movers"
""",
    right="""\
journey "Move house" persona=ana owner=movers
  goal: "Everything arrives"
  stage "Find a flat"
    touchpoint "Looks for a flat" emotion=3
    touchpoint "Visits" emotion=3
    touchpoint "Signs" emotion=3
  stage "Move"
    touchpoint "Finds movers" emotion=3
    touchpoint "Packs" emotion=3
    touchpoint "Moves" emotion=3
  stage "Settle in"
    touchpoint "Unpacks" emotion=3
    touchpoint "Registers" emotion=3
persona ana "Ana"
team movers "Movers"
""",
)

CROWDED_STAGE: Final = Rule(
    name="crowded-stage",
    code="GOV004",
    summary="One customer goes through very many touchpoints in one stage.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Above eight steps in a stage, drawings clutter and no step stands out. The limit is the option\n"
        "`touchpoints`; it counts what one persona meets on the longest way, not what all do together or beside it."
    ),
    wrong="""\
journey "Move house" persona=ana owner=movers
  goal: "Everything arrives"
  stage "Move" emotion=3
    touchpoint "Looks for a flat"
    touchpoint "Visits"
    touchpoint "Signs"
    touchpoint "Finds movers"
    touchpoint "Packs"
    touchpoint "Loads"
    touchpoint "Drives"
    touchpoint "Unpacks"
    touchpoint "Registers"
persona ana "Ana"
team movers "Movers"
""",
    right="""\
journey "Move house" persona=ana owner=movers
  goal: "Everything arrives"
  stage "Find a flat" emotion=3
    touchpoint "Looks for a flat"
    touchpoint "Visits"
    touchpoint "Signs"
  stage "Move" emotion=3
    touchpoint "Finds movers"
    touchpoint "Packs"
    touchpoint "Loads"
    touchpoint "Drives"
  stage "Settle in" emotion=3
    touchpoint "Unpacks"
    touchpoint "Registers"
persona ana "Ana"
team movers "Movers"
""",
)

STAGES_MIRROR_DEPARTMENTS: Final = Rule(
    name="stages-mirror-departments",
    code="GOV005",
    summary="Stages are called like the departments of the company.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Such a map is drawn from inside: it shows who works when, and hides what the customer goes through between\n"
        "two departments. It is reported when two stages, and half of all, have the title of a team or partner,\n"
        "whatever the capitals and spaces. One such stage may well be the customer's word, too."
    ),
    wrong="""\
journey "Buy a lamp" persona=ana owner=sales
  goal: "The right lamp"
  "Sales" emotion=3
  "Delivery" emotion=3 owner=delivery
persona ana "Ana"
team sales "Sales"
team delivery "Delivery"
""",
    right="""\
journey "Buy a lamp" persona=ana owner=sales
  goal: "The right lamp"
  "Finds the lamp" emotion=3
  "Unpacks it" emotion=3
persona ana "Ana"
team sales "Sales"
""",
)

STAGE_FOR_EACH_TEAM: Final = Rule(
    name="stage-for-each-team",
    code="GOV006",
    summary="Every stage belongs to exactly one team, each to another.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "When the stages follow the budget, the seams between teams fall between two stages, where nobody looks. It\n"
        "may be right, if responsibilities were cut along the journey; then allow it."
    ),
    wrong="""\
journey "Buy a lamp" persona=ana owner=sales
  goal: "The right lamp"
  "Finds the lamp" emotion=3 owner=sales
  "Waits for it" emotion=3 owner=delivery
  "Asks for help" emotion=3 owner=service
persona ana "Ana"
team sales "Selling"
team delivery "Delivery"
team service "Service"
""",
    right="""\
journey "Buy a lamp" persona=ana owner=sales
  goal: "The right lamp"
  "Finds the lamp" emotion=3 owner=sales
  "Waits for it" emotion=3 owner=delivery
  "Asks for help" emotion=3
persona ana "Ana"
team sales "Selling"
team delivery "Delivery"
""",
)

RULES: Final = (
    NEXT_STEPS,
    UNFRAMED_JOURNEY,
    LONG_JOURNEY,
    CROWDED_STAGE,
    STAGES_MIRROR_DEPARTMENTS,
    STAGE_FOR_EACH_TEAM,
)
