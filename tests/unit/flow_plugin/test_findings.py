from __future__ import annotations

import pytest

import journeyql_flow
from journeyql.diagnostics import Strictness
from journeyql.testing import Result, check, expect
from journeyql_flow.service_rules import RULES

PLUGINS = [journeyql_flow]


def analysed(text: str, rule_set: str = "", **options: object) -> Result:
    """What is found in a text without mistakes."""
    result = check(text, plugins=PLUGINS, rule_set=rule_set, options={"flow": options})
    assert {found.rule.code[:3] for found in result.diagnostics} <= {"FLO"}
    return result


MESSAGES = [
    (
        "customers without a way on",
        "shares-do-not-add-up",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint load "Loads"
              -> broken "something fell" share=10%
            touchpoint broken "Finds something broken"
        """,
        'The ways on from "Loads" are taken in 10% of cases; nothing says where the other 90% go.',
        "broken",
    ),
    (
        "customers counted twice",
        "shares-do-not-add-up",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b share=70%
              -> c share=70%
            touchpoint b "B"
            touchpoint c "C"
        """,
        'The shares of the ways on from "A" add up to 140%.',
        "b",
    ),
    (
        "too few who begin",
        "shares-do-not-add-up",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
            touchpoint b "B"
          start -> a share=60%
          start -> b share=10%
        """,
        "The ways on from the start are taken in 70% of cases; nothing says where the other 30% go.",
        "a",
    ),
    (
        "nobody comes to several",
        "unreachable-touchpoint",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> d
            touchpoint b "B"
            touchpoint c "C"
            touchpoint d "D"
        """,
        'Nobody comes to "B" and "C": no arrow leads to them, and what stands before leads elsewhere.',
        'touchpoint b "B"',
    ),
    (
        "nobody ever takes the way",
        "unreachable-touchpoint",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b "never" share=0%
              -> c
            touchpoint b "B"
            touchpoint c "C"
        """,
        'Nobody comes to "B": the share of the arrow that leads there is 0%.',
        'touchpoint b "B"',
    ),
    (
        "nobody ever takes several ways",
        "unreachable-touchpoint",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b "never" share=0%
              -> c "nor this" share=0%
              -> end
            touchpoint b "B"
              -> end
            touchpoint c "C"
        """,
        'Nobody comes to "B" and "C": the shares of the arrows that lead there are 0%.',
        'touchpoint b "B"',
    ),
    (
        "what follows a way that nobody takes",
        "unreachable-touchpoint",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b "never" share=0%
              -> d
            touchpoint b "B"
            touchpoint c "C"
            touchpoint d "D"
        """,
        'Nobody comes to "B" and "C": the share of the arrow that leads to "B" is 0%, and nothing else leads there.',
        'touchpoint b "B"',
    ),
    (
        "round and round",
        "endless-loop",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
            touchpoint b "B"
              -> a
        """,
        'Whoever comes to "A" never gets to the end: "A" and "B" lead only to each other.',
        "a",
    ),
    (
        "on the spot",
        "endless-loop",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> a
        """,
        'Whoever comes to "A" never gets to the end: "A" leads only to itself.',
        "a",
    ),
    (
        "every way is for others",
        "no-way-on",
        """
        segment vip "VIP"
        segment slow "Slow"
        persona mei "Mei" segment=vip
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> b if=slow
              -> end unless=vip
            touchpoint b "B"
        """,
        'For "Mei" nothing leads on from "A": every way is for others (if=slow and unless=vip).',
        "b",
    ),
    (
        "no way in",
        "no-way-on",
        """
        persona mei "Mei"
        persona tom "Tom"
        journey "J"
          start -> a unless=mei
          stage "S" emotion=4
            touchpoint a "A"
        """,
        'For "Mei" no way leads into the journey: every way is for others (unless=mei).',
        "a",
    ),
    (
        "several ways in for the same others",
        "no-way-on",
        """
        persona mei "Mei"
        segment vip "VIP"
        journey "J"
          start -> a if=vip
          start -> b if=vip
          stage "S" emotion=4
            touchpoint a "A"
            touchpoint b "B"
        """,
        'For "Mei" no way leads into the journey: every way is for others (if=vip).',
        "a",
    ),
    (
        "a branch that runs on",
        "branch-into-branch",
        """
        journey "J"
          stage "S" emotion=4
            touchpoint a "A"
              -> d
              -> b "x" share=20%
              -> c "y" share=10%
            touchpoint b "B"
            touchpoint c "C"
            touchpoint d "D"
        """,
        'Nothing is written after "B", so everybody goes on to "C", which is another way on from "A" (10% take it).',
        'touchpoint b "B"',
    ),
    (
        "back to where it hurts",
        "setback-without-rescue",
        """
        journey "J" scale=0..10
          stage "S"
            touchpoint a "A" emotion=2
            touchpoint b "B" emotion=8
              -> a "failed" share=8%
            touchpoint c "C" emotion=8
        """,
        (
            '8% fall back from "B" to "A" (emotion 2 on 0..10) and go through it all again; no pain, action or recovery '
            'at "B" is about that.'
        ),
        "a",
    ),
    (
        "many leave",
        "loss-without-answer",
        """
        journey "J"
          stage "S"
            touchpoint a "A" emotion=3
            touchpoint b "B" emotion=3
              -> end "gives up" share=60%
          stage "T"
            touchpoint c "C" emotion=4
        """,
        '60% of all customers leave the journey at "B", and no pain, action or recovery is about it.',
        "end",
    ),
    (
        "most of the waiting",
        "bottleneck-without-action",
        """
        journey "J"
          stage "S" emotion=3
            touchpoint a "A" wait=1d
            touchpoint b "B"
              wait: 2w target=1w
              -> c share=50%
              -> d share=50%
            touchpoint c "C" wait=2d
            touchpoint d "D" wait=1h
        """,
        (
            '"B" adds 87% of all waiting in the journey: 2w where 1w is the target, 2w for each customer on average. '
            "No action is about it."
        ),
        "2w",
    ),
    (
        "most of the waiting, with something beside it",
        "bottleneck-without-action",
        """
        journey "J"
          stage "S" emotion=3
            touchpoint a "A" wait=1h
              -> b parallel=yes
              -> c parallel=yes
            touchpoint b "B"
              wait: 30h target=1h
              -> d
            touchpoint c "C" wait=5h
            touchpoint d "D" wait=1h
        """,
        (
            '"B" adds 78% of all waiting in the journey: 30h where 1h is the target, 25h more for each customer than what '
            "goes on beside it. No action is about it."
        ),
        "30h",
    ),
    (
        "too many at once",
        "overload",
        """
        journey "J"
          stage "S" emotion=3
            touchpoint a "A"
              capacity: 90 per=1h
              season: 2026-12 load=130
              season: 2026-11 load=80
        """,
        '"A" can take 90 per 1h; 130 (2026-12) are expected. No action or recovery is about it.',
        "90",
    ),
    (
        "an empty hand-off",
        "handoff-carries-nothing",
        """
        journey "J"
          stage "S" emotion=3
            touchpoint a "A"
              handoff h "To the shop"
        """,
        '"To the shop" passes the customer on, and nothing is said to go along.',
        'handoff h "To the shop"',
    ),
    (
        "from a machine to people",
        "channel-change-carries-nothing",
        """
        channel web "Web" kind=online
        channel desk "Desk" kind=offline
        journey "J"
          stage "S"
            touchpoint a "A" @web emotion=3
              -> b "no answer" share=20%
              -> c
            touchpoint b "B" @desk emotion=1
            touchpoint c "C" emotion=3
        """,
        'Customers turn from a machine to people, feel bad there, and nothing is said to go along: from "A" to "B".',
        'touchpoint b "B" @desk emotion=1',
    ),
    (
        "a task that feels different",
        "same-task-differs",
        """
        channel web "Web" kind=online
        channel desk "Desk" kind=offline
        journey "J"
          stage "S"
            touchpoint a "A" @web emotion=4 task=order
            touchpoint b "B" @desk emotion=2 task=order
        """,
        '`order` is another thing in each channel: "B" feels like 2, "A" like 4 (on 1..5).',
        "order",
    ),
    (
        "a task that takes longer",
        "same-task-differs",
        """
        channel web "Web" kind=online
        channel desk "Desk" kind=offline
        journey "J"
          stage "S" emotion=3
            touchpoint a "A" @web wait=3min task=order
            touchpoint b "B" @desk wait=1h task=order
        """,
        '`order` is another thing in each channel: customers wait 1h at "B" and 3min at "A".',
        "order",
    ),
    (
        "rounds that nobody counted",
        "loop-without-share",
        """
        journey "J"
          stage "S" emotion=3
            touchpoint a "A"
            touchpoint b "B"
              -> a "again"
        """,
        'Nothing says how many customers go back from "B" to "A"; half of them are assumed to.',
        "a",
    ),
    (
        "another team",
        "team-change-carries-nothing",
        """
        team t "T"
        team u "U"
        journey "J"
          stage "S" emotion=3
            touchpoint a "A"
              backstage "X" by=t
            touchpoint b "B"
              backstage "Y" by=u
        """,
        'Customers pass to another team or kind of channel, and nothing is said to go along: from "A" to "B".',
        'touchpoint b "B"',
    ),
    (
        "work for a machine",
        "automation-candidates",
        """
        team t "T"
        journey "J"
          stage "S" emotion=3
            touchpoint a "A"
              wait: 3d target=1d
              backstage "Types" by=t
            touchpoint b "B" automatable=yes
              wait: 2h target=1h
        """,
        'Customers wait longer than they should while people work behind the scenes: "A" (3d) and "B" (2h).',
        "3d",
    ),
    (
        "nobody else is asked",
        "no-hidden-touchpoint",
        """
        journey "J"
          stage "S" emotion=3 role=awareness
            touchpoint "A"
            touchpoint "B"
            touchpoint "C"
            touchpoint "D"
            touchpoint "E"
            touchpoint "F"
            touchpoint "G"
            touchpoint "H"
        """,
        'None of the 8 touchpoints is out of the company\'s hands, although customers look around in "S".',
        'stage "S" emotion=3 role=awareness',
    ),
    (
        "most of the waiting of one persona",
        "bottleneck-without-action",
        """
        persona mei "Mei Chen"
        persona tom "Tom Berg"
        journey "J"
          stage "S" emotion=3
            touchpoint a "A" wait=1d
            touchpoint b "B" wait[tom]=1d
              wait[mei]: 8d target=1d
            touchpoint c "C" wait=1d
        """,
        (
            '"B" adds 80% of all waiting in the journey of "Mei Chen": 8d where 1d is the target, 8d for each customer on '
            "average. No action is about it."
        ),
        "8d",
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, text: str, message: str, words: str) -> None:
    expect(rule, plugins=PLUGINS).invalid(text, at=words, message=message)


def test_every_rule_has_a_message() -> None:
    assert {case[1] for case in MESSAGES} == {rule.name for rule in RULES}


HEAD = 'channel web "Web" kind=online\nchannel desk "Desk" kind=offline\nteam t "T"\nsystem m "M"\n'


def steps(*lines: str, before: str = HEAD, journey: str = 'journey j "J"') -> str:
    return "\n".join([before + journey, '  stage s "S"', *(f"    {line}" for line in lines), ""])


LOW, HIGH = 'touchpoint a "A" emotion=1', 'touchpoint b "B" emotion=4'
BACK = '  -> a "failed" share=8%'
BRANCH = ('touchpoint a "A"', "  -> d", '  -> b "x" share=20%', '  -> c "y" share=10%')
SEASON = ('touchpoint a "A"', "  capacity: 90 per=1h")
WAITS = ('touchpoint a "A" wait=1d', 'touchpoint c "C" wait=1d')

QUIET = [
    (
        "shares that reach all",
        steps(*BRANCH[:1], "  -> b share=60%", "  -> c share=40%", 'touchpoint b "B"', 'touchpoint c "C"'),
    ),
    ("a rest that has a way", steps(*BRANCH[:1], "  -> b share=60%", "  -> c", 'touchpoint b "B"', 'touchpoint c "C"')),
    (
        "conditions without shares",
        steps(*BRANCH[:1], '  -> b "x"', '  -> c "y"', 'touchpoint b "B"', 'touchpoint c "C"'),
    ),
    (
        "ways that are taken together",
        steps(
            *BRANCH[:1],
            "  -> b share=60% parallel=yes",
            "  -> c share=60% parallel=yes",
            'touchpoint b "B"',
            'touchpoint c "C"',
        ),
    ),
    (
        "a stage in any order",
        steps('touchpoint a "A"', "  -> c", 'touchpoint b "B"', 'touchpoint c "C"').replace('"S"', '"S" sequence=any'),
    ),
    (
        "steps of others",
        'persona mei "Mei"\npersona tom "Tom"\n' + steps('touchpoint[mei] a "A"', 'touchpoint[tom] b "B"'),
    ),
    ("a loop that some leave", steps('touchpoint a "A"', "  -> a share=99%", 'touchpoint b "B"')),
    (
        "an endless loop where nobody comes",
        steps('touchpoint a "A"', "  -> end", 'touchpoint b "B"', "  -> b"),
        ["unreachable-touchpoint"],
    ),
    ("a guard about a condition", 'persona mei "Mei"\n' + steps('touchpoint a "A"', "  -> end if=a")),
    ("a guard, and nobody is named", 'segment v "V"\n' + steps('touchpoint a "A"', "  -> b if=v", 'touchpoint b "B"')),
    ("a branch to where most go", steps(*BRANCH[:2], '  -> b "x" share=20%', 'touchpoint b "B"', 'touchpoint d "D"')),
    ("a branch with an end", steps(*BRANCH, 'touchpoint b "B"', "  -> d", 'touchpoint c "C"', 'touchpoint d "D"')),
    (
        "one trouble after another",
        steps(
            *BRANCH[:3],
            'touchpoint b "B"',
            "  -> d",
            '  -> c "worse" share=30%',
            'touchpoint c "C"',
            'touchpoint d "D"',
        ),
    ),
    ("back with a recovery", steps(LOW, HIGH, '  recovery "R"', BACK, 'touchpoint c "C"')),
    ("back with a pain", steps(LOW, HIGH, '  pain "P"', BACK, 'touchpoint c "C"')),
    ("back, addressed elsewhere", steps(LOW, HIGH, BACK, 'touchpoint c "C"', '  action "X" addresses=b')),
    ("back to what is fine", steps(LOW.replace("=1", "=3"), HIGH, BACK, 'touchpoint c "C"')),
    ("back for most", steps(LOW, HIGH, BACK.replace("8%", "80%"), 'touchpoint c "C"')),
    ("back for nobody", steps(LOW, HIGH, BACK.replace("8%", "0%"), 'touchpoint c "C"')),
    (
        "help that stands before",
        steps(
            'touchpoint a "A"',
            "  -> b",
            'touchpoint h "H" emotion=1',
            'touchpoint b "B"',
            "  -> h share=9%",
            'touchpoint c "C"',
        ),
    ),
    ("a few leave", steps('touchpoint a "A" emotion=3', "  -> end share=10%") + '  stage t "T" emotion=4\n'),
    ("many leave happily", steps('touchpoint a "A" emotion=4', "  -> end share=50%") + '  stage t "T" emotion=4\n'),
    ("many leave at last", steps('touchpoint a "A" emotion=3', "  -> end share=50%", 'touchpoint b "B"')),
    (
        "many leave after a pain",
        steps('touchpoint a "A"', '  pain "P"', 'touchpoint b "B"', "  -> end share=50%") + '  stage t "T" emotion=4\n',
    ),
    ("waiting within the target", steps(*WAITS, 'touchpoint b "B"', "  wait: 2w target=3w")),
    ("waiting without a target", steps(*WAITS, 'touchpoint b "B" wait=2w')),
    ("two waits are no row of waits", steps(WAITS[0], 'touchpoint b "B"', "  wait: 2w target=1d")),
    ("waiting with an action", steps(*WAITS, 'touchpoint b "B"', "  wait: 2w target=1d", '  action "X"')),
    (
        "waiting that few meet",
        steps(WAITS[0], "  -> b share=1%", "  -> c", 'touchpoint b "B"', "  wait: 2w target=1d", WAITS[1]),
    ),
    ("enough for all", steps(*SEASON, "  season: 2026-12 load=90")),
    ("more, and a plan", steps(*SEASON, "  season: 2026-12 load=900", '  action "X"')),
    ("more, and no capacity", steps(SEASON[0], "  season: 2026-12 load=900")),
    ("a season without a load", steps(*SEASON, "  season: 2026-12")),
    ("what the stage carries", steps('touchpoint a "A"', '  handoff h "H"').replace('"S"', '"S" carries=cart')),
    (
        "from people to a machine",
        steps(
            'touchpoint a "A" @desk', "  -> b share=9%", "  -> c", 'touchpoint b "B" @web emotion=1', 'touchpoint c "C"'
        ),
    ),
    (
        "to people, and it is fine",
        steps(
            'touchpoint a "A" @web', "  -> b share=9%", "  -> c", 'touchpoint b "B" @desk emotion=4', 'touchpoint c "C"'
        ),
    ),
    ("to people as usual", steps('touchpoint a "A" @web', 'touchpoint b "B" @desk emotion=1')),
    (
        "the same task in one channel",
        steps('touchpoint a "A" @web emotion=1 task=x', 'touchpoint b "B" @web emotion=5 task=x'),
    ),
    (
        "a task that differs a little",
        steps('touchpoint a "A" @web emotion=3 task=x wait=2min', 'touchpoint b "B" @desk emotion=4 task=x wait=5min'),
    ),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [(case[1], tuple(case[2]) if case[2:] else ()) for case in QUIET],
    ids=[case[0] for case in QUIET],
)
def test_nothing_to_say(text: str, names: tuple) -> None:
    assert analysed(text).names == names


STRICT_QUIET = [
    ("carried", steps('touchpoint a "A" @web carries=cart', 'touchpoint b "B" @desk')),
    ("handed over", steps('touchpoint a "A" @web', '  handoff "H" carries=cart', 'touchpoint b "B" @desk')),
    ("not for a machine", steps('touchpoint a "A" automatable=no', "  wait: 3d target=1d", '  backstage "X" by=t')),
    ("a machine already", steps('touchpoint a "A"', "  wait: 3d target=1d", '  backstage "X" by=m')),
    ("work that keeps nobody", steps('touchpoint a "A"', "  wait: 1d target=1d", '  backstage "X" by=t')),
    ("a loop with a guard", steps('touchpoint a "A"', "  -> a if=a", 'touchpoint b "B"')),
]


@pytest.mark.parametrize("text", [case[1] for case in STRICT_QUIET], ids=[case[0] for case in STRICT_QUIET])
def test_nothing_to_say_even_strictly(text: str) -> None:
    assert analysed(text, "strict").names == ()


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.since is Strictness.STRICT], ids=lambda rule: rule.name
)
def test_only_those_who_ask_get_it(rule) -> None:
    assert (analysed(rule.wrong).names, analysed(rule.wrong, "strict").names) == ((), (rule.name,))


@pytest.mark.parametrize("rule_set", ["workshop", "recommended", "strict"])
@pytest.mark.parametrize(
    "text", ['journey "Coffee"\n  "Queues"\n  "Orders"\n  "Drinks"\n', 'journey "J"\n', 'journey "J"\n  start -> end\n']
)
def test_a_first_draft_gets_nothing(text: str, rule_set: str) -> None:
    assert analysed(text, rule_set).names == ()


def test_one_finding_for_all_personas() -> None:
    text = 'persona mei "Mei"\npersona tom "Tom"\n' + steps(
        'touchpoint a "A" emotion[mei]=1 emotion[tom]=2', HIGH, BACK, 'touchpoint c "C"'
    )
    assert analysed(text).names == ("setback-without-rescue",)


def test_what_only_one_persona_meets_is_found() -> None:
    text = 'persona mei "Mei"\npersona tom "Tom"\n' + steps(
        'touchpoint a "A" emotion[mei]=4 emotion[tom]=2', HIGH, BACK, 'touchpoint c "C"'
    )
    assert analysed(text).names == ("setback-without-rescue",)


def test_places_of_all_personas_are_named_at_once() -> None:
    text = (
        'persona mei "Mei"\npersona tom "Tom"\nteam t "T"\njourney "J"\n  stage "S" emotion=3\n'
        '    touchpoint[mei] a "A"\n      wait: 3d target=1d\n      backstage "X" by=t\n'
        '    touchpoint[tom] b "B"\n      wait: 2d target=1d\n      backstage "X" by=t\n'
    )
    (finding,) = analysed(text, "strict").diagnostics
    assert '"A" (3d) and "B" (2d)' in finding.message


TEXTS = {case[0]: case[2] for case in MESSAGES}


@pytest.mark.parametrize(
    ("options", "rule", "text"),
    [
        ({"loss": 0.61}, "loss-without-answer", TEXTS["many leave"]),
        ({"bottleneck": 0.9}, "bottleneck-without-action", TEXTS["most of the waiting"]),
        ({"feeling-gap": 0.51}, "same-task-differs", TEXTS["a task that feels different"]),
        ({"time-gap": 21}, "same-task-differs", TEXTS["a task that takes longer"]),
    ],
)
def test_options(options: dict, rule: str, text: str) -> None:
    assert (analysed(text).names, analysed(text, **options).names) == ((rule,), ())


@pytest.mark.parametrize(
    ("name", "value"), [("loss", 1.1), ("bottleneck", True), ("time-gap", 0.5), ("hidden-from", "x")]
)
def test_options_are_checked(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"`passes\.flow(\.{name})?`: .*(from [01]|expected a number)"):
        analysed("", **{name: value})


@pytest.mark.parametrize("case", MESSAGES, ids=lambda case: case[0])
def test_nothing_is_missed_while_a_line_cannot_be_read(case: tuple) -> None:
    """What contradicts itself is told; what is missing may stand on the line."""
    text = check(case[2]).source.text.rstrip() + "\n      emotion 2\n"
    found = {item.rule.name for item in check(text, plugins=PLUGINS, rule_set="strict").diagnostics}
    contradictions = {"shares-do-not-add-up", "endless-loop", "no-way-on", "overload", "handoff-carries-nothing"}
    assert {name for name in found if any(rule.name == name for rule in RULES)} <= contradictions


def test_a_guard_is_nobodys_when_two_share_a_view() -> None:
    """Mei is barred and Tom is not, although the file says the same of both."""
    text = 'segment v "V"\npersona tom "Tom"\npersona mei "Mei" segment=v\n' + steps(
        'touchpoint a "A"', "  -> b unless=v", 'touchpoint b "B"'
    )
    (finding,) = analysed(text).diagnostics
    assert finding.message.startswith('For "Mei" nothing leads on from "A"')
