"""Who answers for a map: tables of maps with what is said about them."""

from __future__ import annotations

import pytest

import journeyql_governance
from journeyql.diagnostics import Severity
from journeyql.testing import Result, check

PLUGINS = [journeyql_governance]
STEPS = "".join(f'    touchpoint "Step {number}" emotion=3\n' for number in range(8))
CAST = 'persona ana "Ana, tenant"\nteam ops "Operations"\nteam shops "Shops"\n'


def found(text: str, **settings: object) -> Result:
    """What is found in a text, by all rules of the plugin; the text has no other mistake."""
    result = check(text, plugins=PLUGINS, rule_set="strict", **settings)
    assert {item.rule.code[:3] for item in result.diagnostics} <= {"GOV"}
    return result


def messages(text: str, rule: str, **settings: object) -> list[str]:
    return [item.message for item in found(text, **settings).of(rule)]


def journey(head: str, body: str = "", cast: str = CAST) -> str:
    return f'journey "J" persona=ana {head}\n  goal: "G"\n{body}  stage "S"\n{STEPS}{cast}'


# ---- first drafts, and maps that have outgrown them

DRAFTS = [
    ("a title", 'journey "J"\n', "what the customer goes through, whom it is about and what it is to reach"),
    (
        "three lines",
        'journey "J"\n  "A"\n  "B"\n  "C"\n',
        "whom it is about, what it is to reach and who answers for it",
    ),
    ("a persona, too", 'journey "J"\n  "A"\npersona p "P"\n', "what it is to reach and who answers for it"),
    ("all but an owner", 'journey "J"\n  goal: "G"\n  "A"\npersona p "P"\n', "who answers for it"),
]


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in DRAFTS], ids=[case[0] for case in DRAFTS])
def test_a_first_draft_is_told_what_to_add(text: str, said: str) -> None:
    (finding,) = check(text, plugins=PLUGINS).diagnostics
    assert (finding.rule.name, finding.severity) == ("next-steps", Severity.HINT)
    assert finding.message == f'A beginning. What "J" could say next: {said}.'
    assert finding.span.text == '"J"'


def test_what_to_add_is_in_the_workshop_too() -> None:
    assert check('journey "J"\n', plugins=PLUGINS, rule_set="workshop").names == ("next-steps",)


FRAMES = [
    (
        "nothing of it",
        f'journey "J"\n  stage "S"\n{STEPS}',
        "whom it is about, what it is to reach and who answers for it",
    ),
    ("no owner", journey("", cast='persona ana "Ana"\n'), "who answers for it"),
    ("no goal", journey("owner=ops informed=shops").replace('  goal: "G"\n', ""), "what it is to reach"),
]


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in FRAMES], ids=[case[0] for case in FRAMES])
def test_a_grown_map_is_asked_for_its_frame(text: str, said: str) -> None:
    assert messages(text, "unframed-journey") == [f'"J" has 8 steps and does not say {said}.']
    assert messages(text, "next-steps") == []


def test_measures_without_owner_are_counted() -> None:
    body = '  action "A" owner=ops\n  action "B"\n  action "C"\n'
    (message,) = messages(journey("informed=shops", body), "unframed-journey")
    assert message.endswith("who answers for it. 2 of its 3 measures belong to nobody either.")


SOUND = [
    ("an owner", journey("owner=ops informed=shops")),
    ("an owner of each stage", journey("informed=shops").replace('stage "S"', 'stage "S" owner=ops')),
    ("a goal of a stage", journey("owner=ops informed=shops").replace('  goal: "G"\n', "").replace(
        'stage "S"\n', 'stage "S"\n    goal: "G"\n')),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in SOUND], ids=[case[0] for case in SOUND])
def test_a_framed_map_is_left_alone(text: str) -> None:
    assert messages(text, "unframed-journey") == []


def test_a_small_journey_beside_a_grown_one_is_no_draft() -> None:
    text = journey("owner=ops informed=shops") + 'journey side "Side" persona=ana owner=ops\n  "A" emotion=3\n'
    assert found(text).names == ()


@pytest.mark.parametrize("line", ["emotion 2", "emotion[nobody]=2", "emotion: happy"])
def test_nothing_is_missed_while_a_line_cannot_be_read(line: str) -> None:
    text = f'journey "J"\n  stage "S"\n    touchpoint "T"\n      {line}\nteam t "T"\n'
    result = check(text, plugins=PLUGINS, rule_set="strict")
    assert [name for name in result.names if result.of(name)[0].rule.code.startswith("GOV")] == []


# ---- customers who own


def test_a_persona_owns_what_it_is_written_on_and_nothing_that_inherits_it() -> None:
    text = journey("owner=ana informed=shops", '  action "A" owner=ana\n', CAST.replace("team ops", "team ops2"))
    (finding,) = found(text).of("owner-is-persona")
    assert finding.message == '"Ana, tenant" is a customer of this map, and is to answer for "J" and "A".'
    assert (finding.span.text, [other.span.text for other in finding.related]) == ("ana", ["ana"])


def test_a_persona_may_run_a_channel() -> None:
    cast = CAST + 'channel home "Home" kind=offline owner=ana\n'
    assert messages(journey("owner=ops informed=shops", cast=cast), "owner-is-persona") == []


# ---- those who are not asked

PARTS = [
    ("an open action", '  action "A" owner=shops\n', 'owns "A"'),
    ("work behind a step", '  stage "X" emotion=3\n    backstage "B" by=shops\n', 'works behind "X"'),
    ("a channel", '  stage "X"\n    touchpoint "Y" @c emotion=3\n', 'runs "C"'),
]


@pytest.mark.parametrize(("body", "does"), [case[1:] for case in PARTS], ids=[case[0] for case in PARTS])
def test_who_carries_part_of_a_journey_is_asked(body: str, does: str) -> None:
    cast = CAST + 'team hq "Headquarters"\nchannel c "C" kind=offline owner=shops\n'
    (finding,) = found(journey("owner=ops informed=hq", body, cast)).of("unasked-contributor")
    assert finding.message == (
        f'"Shops" ({does}): neither consulted nor informed, though this journey cannot change without them.'
    )
    assert finding.span.text == "hq"


QUIET = [
    ("consulted", "owner=ops consulted=shops", '  action "A" owner=shops\n'),
    ("informed, with one action", "owner=ops informed=shops", '  action "A" owner=shops\n'),
    ("the owner of the journey", "owner=shops informed=ops", '  action "A"\n'),
    ("an action that is done", "owner=ops informed=hq", '  action "A" owner=shops status=done\n'),
    ("support only", "owner=ops informed=hq", '  stage "X" emotion=3\n    support "B" by=shops\n'),
    ("nobody is named at all", "owner=ops", '  action "A" owner=shops\n'),
]


@pytest.mark.parametrize(("head", "body"), [case[1:] for case in QUIET], ids=[case[0] for case in QUIET])
def test_who_has_been_asked_or_need_not_be(head: str, body: str) -> None:
    assert messages(journey(head, body, CAST + 'team hq "Headquarters"\n'), "unasked-contributor") == []


def test_whoever_owns_the_map_in_another_market_need_not_be_asked() -> None:
    cast = CAST + 'team hq "Headquarters"\nmarket JP "Japan"\n'
    text = journey("owner=ops informed=hq", '  owner[JP]: shops\n  action "A" owner=ops\n', cast)
    assert messages(text, "unasked-contributor") == []


def test_who_owns_much_of_the_plan_is_not_only_told() -> None:
    body = '  action "A" owner=shops\n  action "B" owner=shops\n'
    assert messages(journey("owner=ops informed=shops", body), "unasked-contributor") == [
        '"Shops" owns 2 measures of the plan, and is only informed.'
    ]


# ---- resistance

AGAINST = CAST.replace('"Shops"', '"Shops" resists="Fears idle tills"')


def test_the_words_of_resistance_stand_beside_what_is_to_be_done() -> None:
    (finding,) = found(journey("owner=ops", '  action "A second till" owner=shops\n', AGAINST)).of(
        "unanswered-resistance"
    )
    assert finding.message == (
        '"Shops" owns "A second till". It resists: "Fears idle tills". Nobody answers that, and it is not consulted.'
    )
    assert (finding.span.text, finding.related[0].span.text) == ("shops", '"Fears idle tills"')


def test_a_partner_that_provides_what_it_may_not_give() -> None:
    cast = CAST + 'partner vans "Vans" provides="Tracking" resists="Keeps positions to itself"\n'
    body = '  stage "X" emotion=3\n    support "Reports" by=vans\n'
    (message,) = messages(journey("owner=ops informed=shops", body, cast), "unanswered-resistance")
    assert message == (
        '"Vans" works behind "X", and provides "Tracking". It resists: "Keeps positions to itself". '
        "Nobody answers that, and it is not consulted."
    )


ANSWERED = [
    ("consulted", journey("owner=ops consulted=shops", '  action "A" owner=shops\n', AGAINST)),
    ("a risk of the team", journey("owner=ops", '  action "A" owner=shops\n', AGAINST + '  risk "It stays closed"\n')),
    ("no part in it", journey("owner=ops informed=shops", "", AGAINST)),
]


@pytest.mark.parametrize("text", [case[1] for case in ANSWERED], ids=[case[0] for case in ANSWERED])
def test_resistance_that_is_answered(text: str) -> None:
    assert messages(text, "unanswered-resistance") == []


def test_resistance_is_told_once_in_several_journeys() -> None:
    one = journey("owner=ops", '  action "A" owner=shops\n', AGAINST)
    two = 'journey k "K" persona=ana owner=ops\n  goal: "G"\n  action "B" owner=shops\n  "X" emotion=3\n'
    assert len(messages(one + two, "unanswered-resistance")) == 1


# ---- teams without a part

USED = [
    ("informed", "informed=shops", ""),
    ("a hand-off", "", '  stage "X" emotion=3\n    handoff "H" to=shops\n'),
    ("a sponsor", "", '  risk "R" sponsor=shops\n'),
    ("who validated", "", "  validated: 2026-01-01 by=shops\n"),
    ("who acts", "", '  stage "X" emotion=3 actor=shops\n'),
]


@pytest.mark.parametrize(("head", "body"), [case[1:] for case in USED], ids=[case[0] for case in USED])
def test_every_part_of_a_team_counts(head: str, body: str) -> None:
    assert messages(journey(f"owner=ops {head}", body), "unused-team") == []


def test_an_unused_team_is_named_with_the_others() -> None:
    text = journey("owner=ops", cast=CAST + 'partner vans "Vans"\n')
    assert messages(text, "unused-team") == [
        '"Shops" and "Vans": no part in this map; nothing is owned or done by them, and they are neither asked nor told.'
    ]


def test_a_library_may_have_more_teams_than_a_map_needs() -> None:
    text = "use `company.journey`\n" + journey("owner=ops", cast='persona ana "Ana"\n')
    assert found(text, files={"company.journey": 'team ops "Operations"\nteam shops "Shops"\n'}).names == ()


# ---- what only the strict want to know


def test_partners_teams_and_channels_that_say_too_little() -> None:
    cast = (
        'persona ana "Ana"\nteam ops "Operations" provides="Calls"\nteam shops "Shops"\npartner vans "Vans"\n'
        'channel app "App" kind=online\nchannel home "Home" kind=offline\nchannel talk "Talk" kind=hidden\n'
    )
    body = '  stage "X" emotion=3\n    backstage "Drives" by=vans\n'
    assert found(journey("owner=ops consulted=shops informed=vans", body, cast)).names == (
        "team-without-knowledge",
        "partner-without-promise",
        "channel-without-owner",
    )


def test_nothing_of_it_in_a_first_draft() -> None:
    text = 'journey "J" owner=ops informed=shops persona=ana\n  goal: "G"\n  "A" @app\n' + CAST
    assert found(text + 'channel app "App" kind=online\n').names == ()


def test_a_draft_without_owner_is_asked_for_that_and_not_for_the_part_of_a_team() -> None:
    assert check('journey "J"\n  "A" emotion=3\nteam t "T"\n', plugins=PLUGINS).names == ("next-steps",)
    text = 'journey "J" owner=t\n  "A" emotion=3\nteam t "T"\nteam u "U"\n'
    assert check(text, plugins=PLUGINS).names == ("next-steps", "unused-team")
