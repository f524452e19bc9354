"""Words of customers, and words of the company."""

from __future__ import annotations

import pytest

import journeyql_governance
from journeyql.testing import Result, check
from journeyql_governance import wordlists

CAST = 'persona ana "Ana"\nteam ops "Operations"\n'


def found(body: str, *, locale: str = "", **options: object) -> Result:
    language = f"  locale: {locale}\n" if locale else ""
    text = f'journey "J" owner=ops\n  goal: "G"\n{language}{body}{CAST}'
    result = check(text, plugins=[journeyql_governance], options={"wording": options}, rule_set="strict")
    assert {item.rule.code[:3] for item in result.diagnostics} <= {"GOV"}
    return result


JARGON = [
    ('  stage "Calls the API" emotion=3\n', '"API" in "Calls the API"'),
    ('  stage "S" emotion=3\n    doing: "Waits for the webhook"\n', '"webhook" in "Waits for the webhook"'),
    ('  stage "S" emotion=3\n    thinking: "Where is the SLA?"\n', '"SLA" in "Where is the SLA?"'),
    ('  stage "S" emotion=3\n    expectation: "A conversion rate"\n', '"conversion rate" in "A conversion rate"'),
    ('  stage "S" emotion=3\n    quote "Great omnichannel."\n', '"omnichannel" in "Great omnichannel."'),
    ('  stage "API" emotion=3\n', '"API"'),
    ('  stage "S" emotion=3\n    doing: "触点很多"\n', '"触点" in "触点很多"'),
    ('  stage "S" emotion=3\n    doing: "Sucht die Schnittstelle"\n', '"Schnittstelle" in "Sucht die Schnittstelle"'),
]


@pytest.mark.parametrize(("body", "said"), JARGON)
def test_words_that_customers_hardly_use(body: str, said: str) -> None:
    (finding,) = found(body).of("jargon")
    assert finding.message == f"1 word that customers hardly use: {said}."


SOUND = [
    ("parts of words", '  stage "Sees an apiary and a therapist" emotion=3\n'),
    ("behind the scenes", '  stage "S" emotion=3\n    backstage "Calls the API" by=ops\n'),
    ("a pain", '  stage "S" emotion=3\n    pain "The API is down"\n'),
    ("an action", '  stage "S" emotion=3\n    action "Move the backend"\n'),
    ("everyday words", '  stage "Signs in to the portal with a password" emotion=3\n'),
]


@pytest.mark.parametrize("body", [case[1] for case in SOUND], ids=[case[0] for case in SOUND])
def test_words_that_are_left_alone(body: str) -> None:
    assert found(body).of("jargon") == ()


def test_all_places_are_told_together() -> None:
    body = "".join(f'  stage "Reads the KPI {number}" emotion=3\n' for number in range(7))
    (finding,) = found(body).of("jargon")
    assert finding.message.startswith('7 words that customers hardly use: "KPI" in "Reads the KPI 0", ')
    assert finding.message.endswith("and 2 more.")


def test_lists_can_be_added_to_and_taken_from() -> None:
    body = '  stage "Calls the API about dunning level two" emotion=3\n'
    assert found(body, jargon=["dunning level"], understood=["api"]).of("jargon")[0].message == (
        '1 word that customers hardly use: "dunning level" in "Calls the API about dunning level two".'
    )


def test_a_text_is_read_with_the_lists_of_its_language() -> None:
    body = '  stage "S" emotion=3\n    doing: "Sucht die Schnittstelle"\n'
    assert found(body, locale="de-AT").of("jargon") != ()
    assert found(body, locale="en").of("jargon") == ()


TITLES = [
    ("Retention", True),
    (" RETENTION ", True),
    ("Onboarding process", True),
    ("Upsell the premium plan", True),
    ("Bestellprozess", True),
    ("Kundengewinnung", True),
    ("转化", True),
    ("退货流程", True),
    ("Comes back", False),
    ("Process", False),
    ("Goes through the checkout", False),
    ("Phase", False),
    ("Retention of the water in the cellar", False),
    ("流程", False),
    ("", False),
]


@pytest.mark.parametrize(("title", "told"), TITLES)
def test_titles_in_words_of_the_company(title: str, told: bool) -> None:
    result = check(f'journey "J"\n  stage "{title}" emotion=3\n', plugins=[journeyql_governance], rule_set="strict")
    assert ("company-title" in result.names) is told


def test_neither_rule_is_in_the_recommended_set() -> None:
    text = f'journey "J" owner=ops\n  goal: "G"\n  stage "Retention API" emotion=3\n{CAST}'
    assert check(text, plugins=[journeyql_governance]).names == ()


@pytest.mark.parametrize("language", wordlists.LANGUAGES)
@pytest.mark.parametrize("name", ["JARGON", "TITLES", "STARTS", "ENDS"])
def test_lists_are_in_order_and_have_no_doubles(language: str, name: str) -> None:
    words = [word for word in wordlists._list(language, name) if word]
    assert len(set(words)) == len(words)
    assert all(word == word.strip() for word in words)
    assert language == "zh" or name != "JARGON" or words
