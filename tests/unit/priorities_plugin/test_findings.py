from __future__ import annotations

import datetime

import pytest

import journeyql_priorities
from journeyql.diagnostics import Severity
from journeyql.testing import Result, check, expect

PLUGINS = [journeyql_priorities]
RULES = {offer.name for one in journeyql_priorities.journeyql_passes() for offer in one.rules}


def found(text: str, **options: object) -> Result:
    """What is found in a text without other mistakes."""
    result = check(text, plugins=PLUGINS, options={"priorities": options})
    assert set(result.names) <= RULES
    return result


HEAD = 'journey "J"\n  stage "S"\n'

MESSAGES = [
    (
        "a large opportunity",
        "large-opportunity-without-action",
        'need n "N" importance=9 satisfaction=3\naction "A" addresses=p\npain p "P"',
        'Nothing is planned for the need "N": importance 9, satisfaction 3 give an opportunity of 15 of 20 (extreme).',
        "9",
    ),
    (
        "a must-be that fails, however small its score",
        "large-opportunity-without-action",
        'need n "N" importance=5 satisfaction=4 kano=must-be\naction "A" addresses=p\npain p "P"',
        (
            'Nothing is planned for the need "N": importance 5, satisfaction 4 give an opportunity of 6 of 20, and it is a '
            "must-be: customers take it for granted."
        ),
        "5",
    ),
    (
        "an unmet need",
        "unmet-need-without-action",
        'need n "N" unmet=yes',
        'The unmet need "N" has no action, and no figure says how much it matters.',
        "yes",
    ),
    (
        "one cause left out",
        "cause-without-action",
        'pain p "P"\n  cause "Mended"\n    action "A" addresses=q\n  cause q "Q"\n  cause r "R"',
        '"P" has 3 causes and actions against 2 of them; nothing is planned against "R".',
        '"R"',
    ),
    (
        "one quick win",
        "quick-win-not-scheduled",
        'action a "A" impact=4 effort=1\naction "B" due=2099-01-01',
        (
            'The quick win "A" (impact 4, effort 1) has neither a date nor a phase: what is cheap and helps much waits as '
            "long as the rest."
        ),
        "4",
    ),
    (
        "called a quick win, and half rated",
        "quick-win-not-scheduled",
        'action a "A" impact=4 horizon=quick-win\naction "B" due=2099-01-01',
        (
            'The quick win "A" (impact 4) has neither a date nor a phase: what is cheap and helps much waits as long as the '
            "rest."
        ),
        "4",
    ),
    (
        "due on the same day",
        "plan-out-of-order",
        'action a "A" due=2099-03-31\naction b "B" due=2099-03-31 depends=a',
        '"B" depends on "A", but is due on the same day, 2099-03-31: there is no time between the two.',
        "2099-03-31",
    ),
    (
        "on something dropped",
        "depends-on-dropped",
        'action a "A" status=dropped\naction b "B" due=2099-03-31 depends=a',
        '"B" depends on "A", and that was dropped.',
        "a",
    ),
    (
        "due before",
        "plan-out-of-order",
        'action a "A" due=2099-Q2\naction b "B" due=2099-03-31 depends=a',
        '"B" depends on "A", but is due 2099-03-31, and that only 2099-Q2: there is no time between the two.',
        "2099-03-31",
    ),
    (
        "in an earlier phase",
        "plan-out-of-order",
        'action a "A" phase=3\naction b "B" phase=2 depends=a',
        '"B" depends on "A", but is in phase 2, and that only in phase 3: there is no time between the two.',
        "2",
    ),
    (
        "a quick win behind a big bet, with something between",
        "quick-win-waits-for-long-term",
        (
            'action a "A" impact=5 effort=4 phase=1\naction b "B" depends=a phase=2\n'
            'action c "C" impact=4 effort=1 depends=b phase=3'
        ),
        '"C" is a quick win (impact 4, effort 1) and waits for the long-term "A" (effort 4 of 5): it will not be quick.',
        "b",
    ),
    (
        "a quick win behind a long horizon",
        "quick-win-waits-for-long-term",
        'action a "A" horizon=long\naction c "C" horizon=quick-win depends=a phase=2',
        '"C" is a quick win and waits for the long-term "A" (horizon long): it will not be quick.',
        "a",
    ),
    (
        "the worst comes last",
        "gravest-pain-last",
        (
            'pain "P" severity=critical\n  action "A" due=2099-06-30\npain "Q" severity=low\n  action "B" due=2099-03-31\n'
            'pain "R" severity=high\n  action "C" due=2099-04-30'
        ),
        (
            'The pain "P" (severity critical) is mended only 2099-06-30; the 2 milder pains with a date come before it, the '
            "last of them until 2099-04-30."
        ),
        "critical",
    ),
    (
        "a test that comes too late",
        "action-before-test",
        'touchpoint "T"\n  pain "P"\n    action "A" due=2099-03-31\n  experiment "E" status=doing',
        (
            'The test "E" is not decided (status doing), and "A" (due 2099-03-31) beside it has a date already and does not wait for it: what '
            "the test finds out may come too late."
        ),
        "doing",
    ),
    (
        "overdue by a day, without a status",
        "overdue",
        'action "A" due=2025-12-31',
        '"A" was due 2025-12-31, 1 day ago, and nothing says that it is done.',
        "2025-12-31",
    ),
    (
        "overdue by a quarter",
        "overdue",
        'recovery "A" due=2025-Q3 status=doing',
        '"A" was due 2025-Q3, 93 days ago, and its status is doing.',
        "2025-Q3",
    ),
    (
        "the next quick win",
        "next-quick-win-not-begun",
        'action "A" impact=4 effort=1 due=2026-02 status=open\naction "B" due=2026-06-30',
        '"A" is due next, 2026-02, and helps much for little work (impact 4, effort 1); nothing says that it has begun.',
        "2026-02",
    ),
    (
        "announced and not done",
        "announced-but-not-done",
        'action "A" announced=2025-12-31 status=planned',
        'Customers were told of "A" on 2025-12-31, but its status is planned: a promise is open.',
        "2025-12-31",
    ),
    (
        "announced tomorrow",
        "announced-in-the-future",
        'action "A" announced=2026-01-02',
        'Customers cannot have been told of "A" on 2026-01-02: that day is still to come.',
        "2026-01-02",
    ),
    (
        "a negative cost",
        "impossible-figure",
        'action "A" cost=-900EUR',
        'The cost -900EUR of "A" cannot be right.',
        "-900EUR",
    ),
    (
        "a negative benefit in money",
        "impossible-figure",
        'action "A" benefit=-900EUR',
        'The benefit -900EUR of "A" cannot be right.',
        "-900EUR",
    ),
    ("a negative reach", "impossible-figure", 'action "A" reach=-1', 'The reach -1 of "A" cannot be right.', "-1"),
    ("phase nought", "impossible-figure", 'action "A" phase=0', 'Phase 0 of "A" cannot be right.', "0"),
]


def below(lines: str) -> str:
    return HEAD + "".join(f"    {line}\n" for line in lines.splitlines())


@pytest.mark.parametrize(("rule", "lines", "message", "words"), [c[1:] for c in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_messages(rule: str, lines: str, message: str, words: str) -> None:
    assert set(found(below(lines)).names) <= {rule}
    expect(rule, plugins=PLUGINS).invalid(below(lines), at=words, message=message)


#: What looks like a finding and is none.
QUIET = [
    ("satisfied", 'need "N" importance=8 satisfaction=6'),
    ("importance alone", 'need "N" importance=10'),
    (
        "an action below an opportunity of the need",
        'need "N" importance=9 satisfaction=3\n  opportunity "O"\n    action "A"',
    ),
    ("a recovery that names it", 'need n "N" importance=9 satisfaction=3\nrecovery "R" addresses=n'),
    ("an experiment below it", 'need "N" importance=9 satisfaction=3\n  experiment "E"'),
    ("an action at its stage that names nothing else", 'need "N" importance=9 satisfaction=3\naction "A"'),
    ("a factor is no wish", 'factor "F" importance=10 satisfaction=0\npain p "P"\n  action "A"'),
    (
        "a severe pain has another rule",
        'pain "P" severity=high importance=9 satisfaction=0\ntouchpoint "T"\n  action "A"',
    ),
    ("unmet and of little weight", 'need "N" unmet=yes importance=6 satisfaction=5'),
    ("an opportunity beside an unmet need", 'need "N" unmet=yes\nopportunity "O"\n  action "A"'),
    ("causes and an action for all", 'pain "P"\n  cause "C"\n    action "A"\n  cause "D"\n  action "B"'),
    ("causes without any action", 'pain "P"\n  cause "C"\n  cause "D"'),
    ("a quick win with a date", 'action "A" impact=5 effort=1 due=2099-01-01'),
    ("a quick win with a phase", 'action "A" impact=5 effort=1 phase=1'),
    ("a quick win with a horizon", 'action "A" impact=5 effort=1 horizon=short'),
    ("a quick win that has begun", 'action "A" impact=5 effort=1 status=doing'),
    ("a quick win that is dropped", 'action "A" impact=5 effort=1 status=dropped'),
    ("called a quick win, and much work", 'action "A" impact=4 effort=5 horizon=quick-win'),
    (
        "much work that waits for something long-term",
        'action a "A" horizon=long\naction b "B" impact=4 effort=5 horizon=quick-win depends=a phase=2',
    ),
    ("in one quarter", 'action a "A" due=2099-Q2\naction b "B" due=2099-Q2 depends=a'),
    ("what it waits for is done", 'action a "A" due=2099-06-30 status=done\naction b "B" due=2099-03-31 depends=a'),
    (
        "one milder pain is no order",
        'pain "P" severity=critical\n  action "A" due=2099-06-30\npain "Q" severity=low\n  action "B" due=2099-03-31',
    ),
    (
        "the worst has begun",
        'pain "P" severity=critical\n  action "A" due=2099-06-30 status=doing\npain "Q" severity=low\n  action "B" due=2099-03-31\npain "R" severity=low\n  action "C" due=2099-03-31',
    ),
    (
        "something smaller without a date",
        'pain "P" severity=critical\n  action "A" due=2099-06-30\n  action "D"\npain "Q" severity=low\n  action "B" due=2099-03-31\npain "R" severity=low\n  action "C" due=2099-03-31',
    ),
    (
        "the test has a result",
        'touchpoint "T"\n  action "A" due=2099-03-31\n  experiment "E" status=doing result=unclear',
    ),
    (
        "the action waits for the test",
        'touchpoint "T"\n  action "A" due=2099-03-31 depends=e\n  experiment e "E" status=planned',
    ),
    (
        "the test is a part of the action",
        'touchpoint "T"\n  action "A" due=2099-03-31\n    experiment "E" status=planned',
    ),
    ("due today", 'action "A" due=2026-01-01'),
    ("due this quarter", 'action "A" due=2026-Q1'),
    ("announced and nobody says how far it is", 'action "A" announced=2025-12-31'),
    ("what is due next waits", 'action "A" impact=4 effort=1 due=2026-02-01 depends=b\naction b "B" status=doing'),
    ("what is due next has begun", 'action "A" impact=4 effort=1 due=2026-02-01 status=doing'),
    ("what is due next is planned", 'action "A" impact=4 effort=1 due=2026-02-01 status=planned'),
    ("what is due next is far off", 'action "A" impact=4 effort=1 due=2026-04-04'),
    ("something else is due next", 'action "A" impact=4 effort=1 due=2026-02-02\naction "B" due=2026-02-01'),
    ("a need that is dropped", 'need "N" importance=9 satisfaction=1 status=dropped'),
    ("a pain has rules of its own", 'pain "P" importance=9 satisfaction=1'),
    ("a figure that falls", 'action "A" benefit=-20%'),
]


@pytest.mark.parametrize("lines", [lines for _, lines in QUIET], ids=[name for name, _ in QUIET])
def test_what_is_no_finding(lines: str) -> None:
    assert found(below(lines)).names == ()


def test_several_are_gathered_in_one_finding_at_the_first() -> None:
    text = below("".join(f'action a{i} "A{i}" impact=4 effort={i % 2 + 1}\n' for i in range(7)))
    (finding,) = found(text).diagnostics
    assert finding.span is not None
    assert finding.span.line == 3
    assert finding.message.startswith('7 quick wins "A0" (impact 4, effort 1), "A2" (')
    assert '"A1" (impact 4, effort 2) and 2 more have' in finding.message
    assert finding.severity is Severity.INFO
    assert len(finding.related) == 6


def test_each_journey_is_told_of_its_own() -> None:
    text = below('action "A" impact=4 effort=1') + below('action "B" impact=4 effort=1').replace('"J"', '"K"')
    assert [finding.span.line for finding in found(text).diagnostics if finding.span] == [3, 6]


def test_nothing_is_reported_as_missing_while_a_line_cannot_be_read() -> None:
    text = below('need "N" importance=9 satisfaction=3\naction "A" due=2025-01-01\nthis is = no line "')
    names = check(text, plugins=PLUGINS).names
    assert "overdue" in names
    assert "large-opportunity-without-action" not in names


def test_the_threshold_can_be_set() -> None:
    text = below('need "N" importance=6 satisfaction=5')
    assert found(text).names == ()
    assert found(text, opportunity=7).names == ("large-opportunity-without-action",)


def test_while_nothing_is_planned_at_all_an_opportunity_is_information() -> None:
    (finding,) = found(below('need "N" importance=9 satisfaction=3')).diagnostics
    assert finding.severity is Severity.INFO


def test_the_day_of_the_run_decides() -> None:
    text = below('action "A" due=2026-03-31')
    days = {datetime.date(2026, 3, 31): (), datetime.date(2026, 4, 1): ("overdue",)}
    assert {day: check(text, plugins=PLUGINS, today=day).names for day in days} == days


PERSONAS = 'persona mei "Mei"\npersona tom "Tom"\n'


def test_a_finding_comes_once_however_many_see_it() -> None:
    text = PERSONAS + below(
        'need "N" satisfaction=2\n  importance[mei]: 9\n  importance[tom]: 8\naction "A" addresses=p\npain p "P"'
    )
    (finding,) = found(text).diagnostics
    assert "importance 9, satisfaction 2 give an opportunity of 16" in finding.message


def test_what_is_there_for_one_persona_only_is_looked_at() -> None:
    text = PERSONAS + below('touchpoint[tom] "T"\n  need "N" importance=9 satisfaction=2\ntouchpoint "U"\n  action "A"')
    assert found(text).names == ("large-opportunity-without-action",)


def test_a_first_draft_gets_nothing() -> None:
    assert found('journey "Coffee"\n  "Queues"\n  "Orders"\n  "Drinks"\n').names == ()


STRICT = [
    ("latent-need-without-action", 'need "N" latent=yes'),
    ("opportunity-without-action", 'opportunity "O"'),
    ("rating-incomplete", 'action "A" effort=4'),
    ("done-and-still-hurts", 'pain "P"\n  action "A" status=done'),
]


@pytest.mark.parametrize(("rule", "lines"), STRICT)
def test_what_only_those_get_who_ask_for_it(rule: str, lines: str) -> None:
    assert found(below(lines)).names == ()
    expect(rule, plugins=PLUGINS).invalid(below(lines))


def test_an_action_for_nothing() -> None:
    text = below('pain p "P"') + 'action a "A"\naction b "B" depends=c\naction c "C"\naction d "D" addresses=p\n'
    (finding,) = found(text).diagnostics
    assert (
        finding.message
        == '2 actions "A" and "B" name nothing that would be better by it: no pain, need, goal or place.'
    )


def test_what_a_test_is_to_decide_is_not_to_begin() -> None:
    lines = 'touchpoint "T"\n  action "A" impact=4 effort=1 due=2026-02-01\n  experiment "E" status=planned'
    assert found(below(lines)).names == ("action-before-test",)
