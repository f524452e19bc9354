"""How many messages a persona gets, and when: counted by hand, and by trying every way and every window."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeyql_governance
from journeyql.testing import Result, check

CAST = 'team ops "Operations"\nchannel mail "Mail" kind=online owner=ops\nchannel push "Push" kind=online owner=ops\n'
ANA = 'persona ana "Ana, tenant"\n'


def found(text: str, **settings_: object) -> Result:
    result = check(text + CAST, plugins=[journeyql_governance], rule_set="strict", **settings_)
    assert {item.rule.code[:3] for item in result.diagnostics} <= {"GOV"}
    return result


def journey(body: str, *, name: str = "j", head: str = "persona=ana") -> str:
    return f'journey {name} "{name.upper()}" {head} owner=ops\n  goal: "G"\n  stage s "S" emotion=3\n{body}'


def step(name: str, *contacts: str, more: str = "") -> str:
    lines = "".join(f"      contact {contact}\n" for contact in contacts)
    return f'    touchpoint {name} "{name.upper()}" @mail {more}\n{lines}'


def named(result: Result, *rules: str) -> list[str]:
    return [item.rule.name for item in result.diagnostics if item.rule.name in rules]


ADDED = ("too-many-contacts", "contacts-may-add-up")


# ---- counting

COUNTS = [
    ("one window holds all", step("a", '"X" kind=reminder', '"Y" kind=reminder', '"Z" kind=reminder'), 2, True),
    ("as many as allowed", step("a", '"X" kind=reminder', '"Y" kind=reminder'), 2, False),
    ("a delay out of the window", step("a", '"X"', '"Y" delay=6d', '"Z" delay=7d'), 2, False),
    ("a delay inside of it", step("a", '"X"', '"Y" delay=3d', '"Z" delay=6d'), 2, True),
    ("touchpoints with a time", step("a", '"X"', more="at=0d") + step("b", '"Y"', '"Z"', more="at=6d"), 2, True),
    ("touchpoints too far apart", step("a", '"X"', more="at=0d") + step("b", '"Y"', '"Z"', more="at=7d"), 2, False),
    ("a message with its own time", step("a", '"X" at=1d', '"Y" at=2d', '"Z" at=3d'), 2, True),
    ("dates", step("a", '"X" at=2026-03-01', '"Y" at=2026-03-07', '"Z" at=2026-03-08'), 2, False),
    ("dates in one window", step("a", '"X" at=2026-03-01', '"Y" at=2026-03-06', '"Z" at=2026-03-07'), 2, True),
    ("none is allowed", step("a", '"X"'), 0, True),
    (
        "an action that is dropped",
        step("a", '"X"', '"Y"') + '      action "A" status=dropped\n        contact "Z"\n',
        2,
        False,
    ),
    ("an action that is planned", step("a", '"X"', '"Y"') + '      action "A"\n        contact "Z"\n', 2, True),
    ("in a stage", '    contact "X"\n    contact "Y"\n    contact "Z"\n' + step("a"), 2, True),
]


@pytest.mark.parametrize(("body", "limit", "over"), [case[1:] for case in COUNTS], ids=[case[0] for case in COUNTS])
def test_the_fullest_window(body: str, limit: int, over: bool) -> None:
    result = found(journey(body) + ANA + f"cap c limit={limit} per=7d\n")
    assert named(result, *ADDED) == (["too-many-contacts"] if over else [])


def test_a_finding_says_what_is_counted() -> None:
    body = step("a", '"X" delay=2h', more="at=1d") + step("b", '"Y"', '"Z" delay=90min', more="at=2d")
    (finding,) = found(journey(body) + ANA + 'cap few "Few" limit=2 per=7d\n').of("too-many-contacts")
    assert finding.message == ('The cap "Few" allows 2 in 7d. Ana can get 3: "X" (1d2h), "Y" (2d) and "Z" (2d1h30min).')
    assert finding.span.text == "2"
    assert [other.span.text.split('"')[1] for other in finding.related] == ["X", "Y", "Z"]


EXCLUSIVE = (
    step("a", '"X"', more="at=0d") + "      -> b share=50%\n      -> c share=50%\n"
    + step("b", '"Y"', more="at=1d") + "      -> d\n"
    + step("c", '"Z"', more="at=1d") + "      -> d\n"
    + step("d", more="at=2d")
)  # fmt: skip


def test_of_exclusive_ways_one_is_gone() -> None:
    assert named(found(journey(EXCLUSIVE) + ANA + "cap c limit=2 per=7d\n"), *ADDED) == []
    assert named(found(journey(EXCLUSIVE) + ANA + "cap c limit=1 per=7d\n"), *ADDED) == ["too-many-contacts"]


def test_without_times_more_may_come_close_together() -> None:
    body = step("a", '"X"') + step("b", '"Y"', more="wait=8d") + step("c", '"Z"')
    assert named(found(journey(body) + ANA + "cap c limit=1 per=7d\n"), *ADDED) == ["contacts-may-add-up"]
    assert named(found(journey(body) + ANA + "cap c limit=2 per=7d\n"), *ADDED) == []


# ---- several journeys, several people


def test_what_journeys_send_is_added_up_for_each_persona() -> None:
    text = (
        journey(step("a", '"X"', '"Y"'))
        + journey(step("b", '"Z"'), name="k", head="persona=ana, ben".replace(", ben", ""))
        + ANA
        + 'cap few "Few" limit=2 per=1d\n'
    )
    (finding,) = found(text).of("too-many-contacts")
    assert finding.message == 'The cap "Few" allows 2 in 1d. Ana can get 3 in "J" and "K": "X", "Y" and "Z".'


def test_journeys_of_different_people_do_not_add_up() -> None:
    text = (
        journey(step("a", '"X"', '"Y"'))
        + journey(step("b", '"Z"'), name="k", head="persona=ben")
        + ANA
        + 'persona ben "Ben"\ncap c limit=2 per=1d\n'
    )
    assert named(found(text), *ADDED) == []


def test_a_cap_in_a_journey_counts_that_one() -> None:
    text = journey('    contact "X"\n').replace('  goal: "G"\n', '  goal: "G"\n  cap c limit=1 per=1d\n')
    assert named(found(text + journey(step("b", '"Z"'), name="k") + ANA), *ADDED) == []


def test_messages_for_some_are_counted_for_them() -> None:
    body = step("a", '"X"', '"Y"') + '      contact[ben] "Z"\n'
    text = journey(body, head="") + ANA + 'persona ben "Ben"\ncap c limit=2 per=1d\n'
    (finding,) = found(text).of("too-many-contacts")
    assert "Ben can get 3" in finding.message


@pytest.mark.parametrize(
    ("cap", "over"),
    [
        ("@mail", True),
        ("@push", False),
        ("kind=marketing", True),
        ("kind=survey", False),
        ("@mail kind=marketing", True),
    ],
)
def test_kinds_and_channels(cap: str, over: bool) -> None:
    body = step("a", '"X" kind=marketing', '"Y" kind=marketing')
    result = found(journey(body) + ANA + f"cap c {cap} limit=1 per=1d\n")
    assert named(result, *ADDED) == (["too-many-contacts"] if over else [])
    assert named(result, "cap-counts-nothing") == ([] if over else ["cap-counts-nothing"])


# ---- against a count that tries everything

TIMES = st.lists(st.integers(0, 12), min_size=1, max_size=5)


def by_trying(branches: list[list[int]], per: int) -> int:
    """The most that any way sends within any window, by looking at each way and each window that begins somewhere."""
    return max(
        sum(begin <= time < begin + per for time in way) for way in branches for begin in itertools.chain(*branches)
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(TIMES, min_size=1, max_size=3), st.integers(1, 8))
def test_the_count_is_that_of_trying_every_way_and_every_window(branches: list[list[int]], per: int) -> None:
    body = step("a") + "".join(f"      -> w{index}\n" for index in range(len(branches)))
    for index, times in enumerate(branches):
        body += step(f"w{index}", *(f'"M{time}" at={time}d' for time in times)) + "      -> end\n"
    most = by_trying(branches, per)
    for limit, over in ((most, False), (most - 1, True)):
        text = journey(body) + ANA + CAST + f"cap c limit={limit} per={per}d\n"
        result = check(text, plugins=[journeyql_governance])
        assert ("too-many-contacts" in result.names) is over


def test_very_many_messages() -> None:
    body = "".join(step(f"t{index}", f'"M{index}"', more=f"at={index}h") for index in range(400))
    (finding,) = found(journey(body) + ANA + "cap c limit=3 per=7d\n").of("too-many-contacts")
    assert "Ana can get 168:" in finding.message


# ---- quiet hours

HOURS = [
    ("22:00..08:00", "22:00", True),
    ("22:00..08:00", "23:59", True),
    ("22:00..08:00", "00:00", True),
    ("22:00..08:00", "07:59", True),
    ("22:00..08:00", "08:00", False),
    ("22:00..08:00", "21:59", False),
    ("12:00..14:00", "13:00", True),
    ("12:00..14:00", "14:00", False),
    ("20:00..24:00", "23:00", True),
    ("20:00..24:00", "00:00", False),
    ("20:00..", "23:00", True),
    ("..06:00", "05:00", True),
]


@pytest.mark.parametrize(("quiet", "at", "broken"), HOURS)
def test_quiet_hours_of_a_cap(quiet: str, at: str, broken: bool) -> None:
    result = found(journey(step("a", f'"X" at={at}')) + ANA + f'cap night "Night" quiet={quiet}\n')
    assert [item.message for item in result.of("quiet-hours")] == (
        [f'The cap "Night" keeps quiet {quiet}. In these hours come: "X" at {at}.'] if broken else []
    )


def test_a_message_is_sent_at_the_time_of_its_touchpoint_and_later_by_its_delay() -> None:
    body = step("a", '"X" delay=3h', '"Y" delay=10min', more="at=20:30")
    (finding,) = found(journey(body) + ANA + 'cap night "Night" quiet=22:00..08:00\n').of("quiet-hours")
    assert finding.message.endswith('In these hours come: "X" at 23:30.')


MARKETS = 'market EU "Europe" quiet=22:00..07:00\nmarket DE "Germany" in=EU\nmarket US "United States"\n'


def test_quiet_hours_of_a_market_hold_for_all_messages_there() -> None:
    body = step("a", '"X" at=23:00 kind=service')
    (finding,) = found(journey(body, head="persona=ana market=DE") + ANA + MARKETS).of("quiet-hours")
    assert finding.message == '"Europe" keeps quiet 22:00..07:00. In these hours come: "X" at 23:00.'
    assert named(found(journey(body, head="persona=ana market=US") + ANA + MARKETS), "quiet-hours") == []


def test_a_market_may_have_another_hour() -> None:
    body = step("a", '"X" at=23:00 at[DE]=20:00')
    assert named(found(journey(body, head="persona=ana market=DE") + ANA + MARKETS), "quiet-hours") == []


# ---- the caps themselves

CAPS = [
    ("limit=3", "3 in what time?"),
    ("per=7d", "how many in 7d?"),
    ("limit=-1 per=7d", "nobody can get fewer than none (-1)"),
    ("limit=3 per=0s", "no message comes within 0s"),
    ("quiet=08:00..08:00", "the quiet hours 08:00..08:00 end when they begin"),
    ("kind=survey", "it says neither how many messages are too many nor when none may come"),
    ("limit=-2", "nobody can get fewer than none (-2)"),
]


@pytest.mark.parametrize(("words", "problem"), CAPS)
def test_caps_that_cannot_be_kept(words: str, problem: str) -> None:
    result = found(journey(step("a")) + ANA + f'cap c "C" {words}\n')
    assert [item.message for item in result.diagnostics] == [f'The cap "C" cannot be kept: {problem}.']


@pytest.mark.parametrize("words", ["limit=3 per=7d", "quiet=22:00..08:00", "limit=0 per=1d", "limit=0"])
def test_caps_that_can(words: str) -> None:
    assert found(journey(step("a")) + ANA + f'cap c "C" {words}\n').names == ()


def test_messages_that_slip_out_of_a_cap_in_a_market() -> None:
    body = step("a", more="channel[JP]=push") + step("b", '"X" channel[JP]=push')
    text = (
        journey(body, head="persona=ana market=JP")
        + ANA
        + 'market JP "Japan"\ncap c "C" limit=3 per=1d\n  channel: mail\n'
    )
    (finding,) = found(text).of("cap-left-behind")
    assert finding.message == (
        '"A" and "X": here by "Push". The cap "C" is about "Mail" only; what it says (3 in 1d) does not hold for them.'
    )
    assert finding.contexts == ("JP",)
    assert named(found(text.replace("channel: mail", "channel: mail, push")), "cap-left-behind") == []
    assert named(found(text.replace("push", "desk") + 'channel desk "Desk" kind=offline\n'), "cap-left-behind") == []


def test_a_message_of_a_capped_kind_by_another_channel() -> None:
    body = step("a", '"X" kind=marketing', '"Y" @push kind=marketing', '"Z" @push kind=service')
    (finding,) = found(journey(body) + ANA + "cap c @mail limit=3 per=1d\n").of("uncapped-contact")
    assert finding.message.startswith('"Y": no cap counts it there')


def test_a_map_without_messages_is_not_asked_what_its_caps_count() -> None:
    assert found(journey(step("a")) + ANA + 'cap c "C" @push limit=3 per=1d\n').names == ()
