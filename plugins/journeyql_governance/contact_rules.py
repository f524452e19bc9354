"""The rules about messages to customers."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

_BEGIN = """\
journey shop "Buys a lamp" persona=ana owner=care
  goal: "The right lamp"
"""
_END = """\
persona ana "Ana, buys her first lamp"
team care "Customer care"
channel mail "E-mail" kind=online owner=care
channel push "App message" kind=online owner=care
"""
_THREE = f"""\
{_BEGIN}  stage "Looks" emotion=3
    touchpoint "Leaves a full cart" at=0d
      contact "Still interested?" @mail kind=reminder delay=2h
    touchpoint "Thinks it over" at=2d
      contact "Ten per cent off" @push kind=marketing
    touchpoint "Buys" at=DAYd
      contact "You may also like" @mail kind=marketing delay=1d
{_END}cap nudges "Reminders and offers" limit=2 per=7d
"""
_AT_NIGHT = f"""\
{_BEGIN}  stage "Waits" emotion=3
    touchpoint "Waits for the parcel"
      contact "Out for delivery" @push kind=service at=HOUR
{_END}cap night "No messages at night" quiet=22:00..08:00
"""
_USABLE = f"""\
{_BEGIN}  stage "Waits" emotion=3
    touchpoint "Waits for the parcel"
      contact "Out for delivery" @push kind=service
{_END}cap few "Not too many" CAP
"""
_MARKETS = """\
journey shop "Buys a lamp" persona=ana owner=care market=DE, JP
  goal: "The right lamp"
  stage "Waits" emotion=3
    touchpoint "Waits for the parcel"
      contact "Out for delivery" @push channel[JP]=chat kind=service
persona ana "Ana, buys her first lamp"
team care "Customer care"
channel push "App message" kind=online owner=care
channel chat "Messenger" kind=online owner=care
market DE "Germany"
market JP "Japan"
cap few "Not too many" limit=3 per=1d
  channel: CHANNELS
"""
_OTHER = f"""\
{_BEGIN}  stage "Waits" emotion=3
    touchpoint "Leaves a full cart"
      contact "Still interested?" @push kind=marketing
      contact "Ten per cent off" @OTHER kind=marketing
{_END}cap few "Not too many offers" @push kind=marketing limit=3 per=7d
"""

QUIET_HOURS: Final = Rule(
    name="quiet-hours",
    code="GOV020",
    summary="A message is sent at an hour at which none may come.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Quiet hours stand in a cap, for the kinds and channels that it names, or in a market, for all messages there.\n"
        "They begin with their first minute and end before their last; they may cross midnight. A message without a\n"
        "time of its own is sent at that of its touchpoint, later by `delay`."
    ),
    wrong=_AT_NIGHT.replace("HOUR", "23:30"),
    right=_AT_NIGHT.replace("HOUR", "08:00"),
)

TOO_MANY_CONTACTS: Final = Rule(
    name="too-many-contacts",
    code="GOV021",
    summary="A customer can get more messages than a cap allows.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "Each message is reasonable by itself; customers leave over the sum. The messages that a cap counts are laid\n"
        "on one line of time for each persona: by `at`, or the `at` of the touchpoint and `delay`. The most that fall\n"
        "into any window of length `per`, on one way through the journey, are held against `limit`. Journeys can run at\n"
        "once, so what each of them sends at most is added up; a cap in a journey counts that one alone. Where a\n"
        "touchpoint has no time, only its own messages are known to be close; see `contacts-may-add-up`."
    ),
    wrong=_THREE.replace("DAY", "3"),
    right=_THREE.replace("DAY", "9"),
)

CONTACTS_MAY_ADD_UP: Final = Rule(
    name="contacts-may-add-up",
    code="GOV022",
    summary="More messages than a cap allows may come close together; the map does not say when.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "As `too-many-contacts`, but touchpoints without a time are laid on the line as early as their predecessors, in\n"
        "the order written, with their waits and durations, allow. What lies close in that way may lie far apart."
    ),
    wrong=_THREE.replace(" at=0d", "").replace(" at=2d", "").replace(" at=DAYd", ""),
    right=_THREE.replace(" at=0d", "").replace(" at=2d", " wait=8d").replace(" at=DAYd", " wait=8d"),
)

UNUSABLE_CAP: Final = Rule(
    name="unusable-cap",
    code="GOV023",
    summary="A cap on messages cannot be kept as it stands.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A limit needs the time in which it counts, a time its limit; neither can be negative, no window is empty, and\n"
        "quiet hours that end when they begin are either no hour or all."
    ),
    wrong=_USABLE.replace("CAP", "limit=3"),
    right=_USABLE.replace("CAP", "limit=3 per=1d"),
)

CAP_LEFT_BEHIND: Final = Rule(
    name="cap-left-behind",
    code="GOV024",
    summary="Messages go by another channel in a market, and the cap on them does not.",
    severity=Severity.WARNING,
    since=Strictness.RECOMMENDED,
    reason=(
        "A market that changes the channel takes its messages out of the cap, and out of its quiet hours, without\n"
        "anybody deciding that. It is reported where a message, or a touchpoint in a channel that a cap names without a\n"
        "kind, has another online channel in a market, and no cap counts that one."
    ),
    wrong=_MARKETS.replace("CHANNELS", "push"),
    right=_MARKETS.replace("CHANNELS", "push, chat"),
)

UNCAPPED_CONTACT: Final = Rule(
    name="uncapped-contact",
    code="GOV025",
    summary="A message of a kind that is capped goes by a channel that no cap counts.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Customers count messages, not channels: three offers in the app and two by mail are five. It may be meant; then\n"
        "allow it, or name the channel in a cap of its own."
    ),
    wrong=_OTHER.replace("OTHER", "mail"),
    right=_OTHER.replace("OTHER", "push"),
)

CAP_COUNTS_NOTHING: Final = Rule(
    name="cap-counts-nothing",
    code="GOV026",
    summary="The map has messages, and a cap counts none of them.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Either its kinds or channels are not those of the messages, or the messages that it is about are not in the\n"
        "map. A map without any message is not asked."
    ),
    wrong=_USABLE.replace("CAP", "kind=survey limit=3 per=1d"),
    right=_USABLE.replace("CAP", "kind=service limit=3 per=1d"),
)

RULES: Final = (
    QUIET_HOURS,
    TOO_MANY_CONTACTS,
    CONTACTS_MAY_ADD_UP,
    UNUSABLE_CAP,
    CAP_LEFT_BEHIND,
    UNCAPPED_CONTACT,
    CAP_COUNTS_NOTHING,
)
