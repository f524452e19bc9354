"""The rules about who answers for what, and who is asked."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

_GOAL = '  goal: "Sent within a minute"\n'
_ANA = 'persona ana "Ana, sells her old clothes"\n'

OWNER_IS_PERSONA: Final = Rule(
    name="owner-is-persona",
    code="GOV010",
    summary="A customer is to answer for something in the map.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A persona stands for customers: they feel what goes wrong and cannot mend it, so nobody does. `owner` takes a\n"
        "persona for what customers run themselves, like a channel of theirs; those are left alone. Whom a journey is\n"
        "about stands in `persona`."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=ana
{_GOAL}  "Hands it over" emotion=3
{_ANA}""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  "Hands it over" emotion=3
{_ANA}team returns "Returns"
""",
)

UNASKED_CONTRIBUTOR: Final = Rule(
    name="unasked-contributor",
    code="GOV011",
    summary="Who carries part of a journey is neither consulted nor informed.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A journey that says who is consulted and informed promises that all others can do without. Whoever owns open\n"
        "actions, works behind touchpoints or runs a channel of the journey cannot: it learns of a change when the\n"
        "change has failed. Who owns two measures or more should be asked, not only told (in terms of RACI: the\n"
        "responsible are consulted). What only supports it, like a payment platform, is left out. A journey that names\n"
        "neither is not asked for it."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns consulted=shops
{_GOAL}  stage "Hand it over" emotion=3
    touchpoint "Queues" @counter
    touchpoint "Gets the money"
      action "Pay on the first scan" owner=payments
{_ANA}team returns "Returns"
team shops "Shops"
team payments "Payments"
channel counter "Counter" kind=offline owner=shops
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  consulted: shops, payments
  stage "Hand it over" emotion=3
    touchpoint "Queues" @counter
    touchpoint "Gets the money"
      action "Pay on the first scan" owner=payments
{_ANA}team returns "Returns"
team shops "Shops"
team payments "Payments"
channel counter "Counter" kind=offline owner=shops
""",
)

UNANSWERED_RESISTANCE: Final = Rule(
    name="unanswered-resistance",
    code="GOV012",
    summary="The map depends on somebody who resists, and nobody answers that.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "`resists` says what a team or partner is likely to oppose. When it owns a measure, works behind a touchpoint\n"
        "or runs a channel all the same, the objection decides what becomes of it. To consult it is an answer, and so\n"
        "is a risk below it that says what is done about it."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  stage "Hand it over" emotion=3
    action "A second till at noon" owner=shops
{_ANA}team returns "Returns"
team shops "Shops" resists="Fears idle tills"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  stage "Hand it over" emotion=3
    action "A second till at noon" owner=shops
{_ANA}team returns "Returns"
team shops "Shops" resists="Fears idle tills"
  risk "The second till stays closed" likelihood=high severity=medium
    action "Pay the hour at noon" owner=returns
""",
)

UNUSED_TEAM: Final = Rule(
    name="unused-team",
    code="GOV013",
    summary="A team or partner has no part in the map that it stands in.",
    severity=Severity.INFO,
    since=Strictness.RECOMMENDED,
    reason=(
        "Somebody thought of it and then nothing came: either its part is missing, or the line is left over. Those that\n"
        "a map uses from a library of the company are not asked for a part."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  "Hands it over" emotion=3
{_ANA}team returns "Returns"
team shops "Shops"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  informed: shops
  "Hands it over" emotion=3
{_ANA}team returns "Returns"
team shops "Shops"
""",
)

INVOLVED_TWICE: Final = Rule(
    name="involved-twice",
    code="GOV014",
    summary="Somebody is involved in a journey in two ways at once.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Who is consulted has been told, and who owns the map asks nobody for its leave: a name that stands in two\n"
        "places says that the parts are not agreed."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  consulted: shops
  informed: shops
  "Hands it over" emotion=3
{_ANA}team returns "Returns"
team shops "Shops"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}  consulted: shops
  "Hands it over" emotion=3
{_ANA}team returns "Returns"
team shops "Shops"
""",
)

_STEPS = "".join(f'    touchpoint "{word}" emotion=3\n' for word in ("Looks", "Packs", "Walks", "Queues"))
_MORE = "".join(f'    touchpoint "{word}" emotion=3\n' for word in ("Waits", "Asks", "Hopes", "Gets"))
_LARGE = f"""\
  stage "Send it"
{_STEPS}  stage "Get the money"
{_MORE}"""

ONE_OWNER_FOR_ALL: Final = Rule(
    name="one-owner-for-all",
    code="GOV015",
    summary="One team owns all measures, though the map has others.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "A plan in one hand is either that team's own map, or a list of wishes to others who do not know of it. Five\n"
        "measures and more are judged, and only in a map that has other teams or partners."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns informed=shops
{_GOAL}  action "A second till"
  action "A code in place of a label"
  action "Pay on the first scan"
  action "Say the day"
  action "A shelf by the door"
{_LARGE}{_ANA}team returns "Returns" provides="Scans"
team shops "Shops" provides="Queues"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns informed=shops
{_GOAL}  action "A second till" owner=shops
  action "A code in place of a label"
  action "Pay on the first scan"
  action "Say the day"
  action "A shelf by the door"
{_LARGE}{_ANA}team returns "Returns" provides="Scans"
team shops "Shops" provides="Queues"
""",
)

PARTNER_WITHOUT_PROMISE: Final = Rule(
    name="partner-without-promise",
    code="GOV016",
    summary="A partner works behind a touchpoint and promises no time.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "What another company does on time is agreed or hoped. `sla` holds what it promises, so that waits and targets\n"
        "of the map can be held against it. First drafts are left alone."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}{_LARGE}    backstage "Drives at night" by=carrier
{_ANA}team returns "Returns"
partner carrier "Carrier"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}{_LARGE}    backstage "Drives at night" by=carrier
{_ANA}team returns "Returns"
partner carrier "Carrier" sla=24h
""",
)

TEAM_WITHOUT_KNOWLEDGE: Final = Rule(
    name="team-without-knowledge",
    code="GOV017",
    summary="A team does not say what it knows of customers, while others do.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Each department has data of its own: behaviour, objections, complaints, figures of its tools. `provides` says\n"
        "what it brings. It is asked only where at least half of the teams say it, and not of first drafts."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns informed=shops
{_GOAL}{_LARGE}{_ANA}team returns "Returns" provides="Scans"
team shops "Shops"
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns informed=shops
{_GOAL}{_LARGE}{_ANA}team returns "Returns" provides="Scans"
team shops "Shops" provides="Complaints at the till"
""",
)

CHANNEL_WITHOUT_OWNER: Final = Rule(
    name="channel-without-owner",
    code="GOV018",
    summary="Nobody runs an online channel of the company.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "What customers meet in a channel is decided by whoever runs it. Hidden channels are run by others, and places\n"
        "like a home or a street by nobody; they are left alone, and so are first drafts."
    ),
    wrong=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}{_LARGE}{_ANA}team returns "Returns"
channel app "App" kind=online
""",
    right=f"""\
journey "Return a parcel" persona=ana owner=returns
{_GOAL}{_LARGE}{_ANA}team returns "Returns"
channel app "App" kind=online owner=returns
""",
)

RULES: Final = (
    OWNER_IS_PERSONA,
    UNASKED_CONTRIBUTOR,
    UNANSWERED_RESISTANCE,
    UNUSED_TEAM,
    INVOLVED_TWICE,
    ONE_OWNER_FOR_ALL,
    PARTNER_WITHOUT_PROMISE,
    TEAM_WITHOUT_KNOWLEDGE,
    CHANNEL_WITHOUT_OWNER,
)
