"""The rules about waiting, hand-offs and channels, each with its reason and maps that break and keep it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness
from journeyql_flow import rules

BOTTLENECK_WITHOUT_ACTION: Final = Rule(
    name="bottleneck-without-action",
    code="FLO009",
    summary="One touchpoint adds most of all waiting, misses its target, and no action is about it.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "An hour saved anywhere but at the bottleneck saves next to nothing (Eliyahu Goldratt, The Goal, 1984). What\n"
        "a touchpoint adds is its `wait` times the number of visits for each customer, but on a way that is gone beside\n"
        "others only by how much that is slower. It is the bottleneck from half of all waiting on (option `bottleneck`),\n"
        "where three touchpoints or more say how long customers wait. A wait within its target, or without one, is not\n"
        "reported."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint "Queues at the counter" emotion=3 wait=10min
    touchpoint "Waits for the scan" emotion=3 wait=1d
    touchpoint "Waits for the refund" emotion=3
      wait: 3w target=5d
""",
    right="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint "Queues at the counter" emotion=3 wait=10min
    touchpoint "Waits for the scan" emotion=3 wait=1d
    touchpoint "Waits for the refund" emotion=3
      wait: 3w target=5d
      action "Refund on the first scan"
""",
)

OVERLOAD: Final = Rule(
    name="overload",
    code="FLO010",
    summary="More customers are expected than a touchpoint can take, and nothing is planned.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A season comes every year, and a queue grows without bound while more come than are served. `load` and\n"
        "`capacity` count in the same unit. An action or recovery at the touchpoint or its stage is enough."
    ),
    wrong="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint "Queues at the counter" emotion=3
      capacity: 40 per=1h
      season: 2026-12-27..2026-12-30 name="After Christmas" load=110
""",
    right="""\
journey "Return a parcel"
  stage "Send it"
    touchpoint "Queues at the counter" emotion=3
      capacity: 40 per=1h
      season: 2026-12-27..2026-12-30 name="After Christmas" load=110
      action "A second counter after Christmas"
""",
)

HANDOFF_CARRIES_NOTHING: Final = Rule(
    name="handoff-carries-nothing",
    code="FLO011",
    summary="A hand-off says that the customer is passed on, and not what goes along.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "What does not go along the customer has to tell again, and who takes over begins without it. What the\n"
        "touchpoint or its stage carries counts as well."
    ),
    wrong="""\
team shop "Shop"
journey "Return a parcel"
  stage "Send it"
    touchpoint "Asks on the telephone" emotion=3
      handoff "Hotline to shop" to=shop
""",
    right="""\
team shop "Shop"
journey "Return a parcel"
  stage "Send it"
    touchpoint "Asks on the telephone" emotion=3
      handoff "Hotline to shop" to=shop carries=order_number
""",
)

CHANGE_CARRIES_NOTHING: Final = Rule(
    name="channel-change-carries-nothing",
    code="FLO012",
    summary="Customers turn from a machine to people, feel bad there, and nothing is said to go along.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Who has typed, photographed and sent everything and is then asked for it again by somebody on the telephone\n"
        "takes both channels for two companies. Channels of the kinds online, iot and virtual are machines, offline\n"
        "and voice ones people. What counts is an arrow that less than half take, to a step below the middle of the\n"
        "emotion scale: something went wrong. A hand-off at either step, or anything that the first one or its stage\n"
        "carries, is enough. All such ways of a journey are named at once."
    ),
    wrong="""\
channel app "App" kind=online
channel phone "Hotline" kind=offline
journey "Return a parcel"
  stage "Send it"
    touchpoint file "Fills in the form" @app emotion=3
      -> call "no answer within a day" share=35%
      -> drop
    touchpoint call "Calls to ask" @phone emotion=1
      pain "Has to tell everything again"
    touchpoint drop "Drops it off" emotion=4
""",
    right="""\
channel app "App" kind=online
channel phone "Hotline" kind=offline
journey "Return a parcel"
  stage "Send it"
    touchpoint file "Fills in the form" @app emotion=3 carries=order_number
      -> call "no answer within a day" share=35%
      -> drop
    touchpoint call "Calls to ask" @phone emotion=1
      pain "Has to tell everything again"
    touchpoint drop "Drops it off" emotion=4
""",
)

TEAM_CHANGE_CARRIES_NOTHING: Final = Rule(
    name="team-change-carries-nothing",
    code="FLO013",
    summary="Customers pass to another team or kind of channel, and nothing is said to go along.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Where the work behind the scenes goes from one team to another, or the customer from machine to people, things\n"
        "get lost, even where nobody complains yet. Teams are those named with `by` behind `backstage`. A hand-off at\n"
        "either step, or anything that the first one or its stage carries, is enough."
    ),
    wrong="""\
team shop "Shop"
team store "Warehouse"
journey "Return a parcel"
  stage "Send it"
    touchpoint "Drops it off" emotion=4
      backstage "Takes the parcel" by=shop
    touchpoint "Gets the money" emotion=4
      backstage "Checks what came back" by=store
""",
    right="""\
team shop "Shop"
team store "Warehouse"
journey "Return a parcel"
  stage "Send it"
    touchpoint "Drops it off" emotion=4 carries=order_number
      backstage "Takes the parcel" by=shop
    touchpoint "Gets the money" emotion=4
      backstage "Checks what came back" by=store
""",
)

SAME_TASK_DIFFERS: Final = Rule(
    name="same-task-differs",
    code="FLO014",
    summary="The same task feels very different, or takes far longer, in another channel.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Customers choose the channel that suits them and expect the same of all. Touchpoints with the same `task` are\n"
        "compared, if they stand in different channels: their scores may lie half the emotion scale apart (option\n"
        "`feeling-gap`), their waits and durations may be three times as long (option `time-gap`)."
    ),
    wrong="""\
channel app "App" kind=online
channel shop "Shop" kind=offline
journey "Return a parcel"
  stage "Send it"
    touchpoint "Fills in the form" @app emotion=4 task=register carries=order_number
    touchpoint "Fills in the slip" @shop emotion=1 task=register
      pain "Nobody can read the slip"
""",
    right="""\
channel app "App" kind=online
channel shop "Shop" kind=offline
journey "Return a parcel"
  stage "Send it"
    touchpoint "Fills in the form" @app emotion=4 task=register carries=order_number
    touchpoint "Fills in the slip" @shop emotion=3 task=register
      pain "Nobody can read the slip"
""",
)

AUTOMATION_CANDIDATES: Final = Rule(
    name="automation-candidates",
    code="FLO015",
    summary="Customers wait longer than they should for work behind the scenes that a machine might do.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "A candidate is a step that keeps customers longer than the target of its `wait`: one that is `automatable`\n"
        "and against which no action stands, or one with work `backstage` that teams or partners do, about which the\n"
        "map does not say whether a machine could. All of a journey are named at once."
    ),
    wrong="""\
team office "Back office"
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the check" emotion=3
      wait: 3d target=1d
      backstage "Types the slips in by hand" by=office
""",
    right="""\
team office "Back office"
journey "Return a parcel"
  stage "Get the money back"
    touchpoint "Waits for the check" emotion=3
      wait: 3d target=1d
      automatable: no
      backstage "Types the slips in by hand" by=office
""",
)

NO_HIDDEN_TOUCHPOINT: Final = Rule(
    name="no-hidden-touchpoint",
    code="FLO016",
    summary="Customers look around, and the map has only touchpoints of the company itself.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Before they buy, customers ask friends and read what strangers write; what happens out of the company's hands\n"
        "is easily overlooked. A journey with a stage of awareness, learning, consideration or comparison is asked\n"
        "from eight touchpoints on (option `hidden-from`). One touchpoint in a channel of the kind hidden is enough."
    ),
    wrong="""\
journey "Buy a lamp"
  stage look "Looks around" role=consideration emotion=3
    touchpoint "Sees an advertisement"
    touchpoint "Opens the page"
    touchpoint "Compares two lamps"
    touchpoint "Asks in the chat"
  stage buy "Buys" emotion=4
    touchpoint "Fills the cart"
    touchpoint "Pays"
    touchpoint "Gets the lamp"
    touchpoint "Switches it on"
""",
    right="""\
channel friends "Friends" kind=hidden
journey "Buy a lamp"
  stage look "Looks around" role=consideration emotion=3
    touchpoint "Asks a friend" @friends
    touchpoint "Opens the page"
    touchpoint "Compares two lamps"
    touchpoint "Asks in the chat"
  stage buy "Buys" emotion=4
    touchpoint "Fills the cart"
    touchpoint "Pays"
    touchpoint "Gets the lamp"
    touchpoint "Switches it on"
""",
)

#: All rules of the pass, in the order of their codes.
RULES: Final = (
    rules.SHARES_DO_NOT_ADD_UP,
    rules.UNREACHABLE,
    rules.ENDLESS_LOOP,
    rules.NO_WAY_ON,
    rules.LOOP_WITHOUT_SHARE,
    rules.BRANCH_INTO_BRANCH,
    rules.SETBACK_WITHOUT_RESCUE,
    rules.LOSS_WITHOUT_ANSWER,
    BOTTLENECK_WITHOUT_ACTION,
    OVERLOAD,
    HANDOFF_CARRIES_NOTHING,
    CHANGE_CARRIES_NOTHING,
    TEAM_CHANGE_CARRIES_NOTHING,
    SAME_TASK_DIFFERS,
    AUTOMATION_CANDIDATES,
    NO_HIDDEN_TOUCHPOINT,
)
