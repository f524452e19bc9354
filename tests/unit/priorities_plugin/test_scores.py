from __future__ import annotations

import re

import pytest

import journeyql_priorities
from journeyql.facts import PRIORITIES, Score
from journeyql.testing import check

PLUGINS = [journeyql_priorities]


def scores(properties: str, pain: str = "", **options: object) -> dict[str, Score]:
    """The scores of an action; what comes again (`per=`) stands on a line of its own in the map."""
    words = re.findall(r"(\w+)=(\S+)((?: per=\S+)?)", properties)
    lines = "".join(f"        {name}: {value}{per}\n" for name, value, per in words)
    text = f'journey "J"\n  stage "S"\n    pain "P" {pain}\n      action "A"\n{lines}'
    result = check(text, plugins=PLUGINS, options={"priorities": options})
    (priority,) = result.fact(PRIORITIES)
    return {score.name: score for score in priority.scores}


#: Worked numbers of published pages; ratings outside 1..5 are given as formulas of the same shape below.
PUBLISHED = [
    # 2,000 customers a quarter, impact 2, 80 %, 3 person-months: 1,067 (tools.noemacore.com/rice-scoring)
    ("rice", "reach=2000 impact=2 confidence=80% effort=3", "", 3200 / 3),
    # 10,000, 3, 100 %: the page has an effort of 0.5 and 60,000; here with an effort of 1 (hashbuilds.com, RICE score)
    ("rice", "reach=10000 impact=3 confidence=100% effort=1", "", 30_000),
    # 5,000, 2, 80 %, 2: 4,000 (hashbuilds.com, RICE score)
    ("rice", "reach=5000 impact=2 confidence=80% effort=2", "", 4000),
    # $100,000 that save $20,000 a year: 5 years (finanshels.com, payback period)
    ("payback", "cost=100000USD benefit=20000USD per=1y", "", 5),
    # $5,000 that bring $800 a year: 6.25 years (ehow.com, how to calculate payback on investments)
    ("payback", "cost=5000USD benefit=800USD per=1y", "", 6.25),
    # impact 4, 50 %, ease 5: 10 (nomadia.substack.com, prioritization model ICE); an effort of 1 is an ease of 5
    ("ice", "impact=4 confidence=50% effort=1", "", 10),
]


@pytest.mark.parametrize(("name", "properties", "pain", "expected"), PUBLISHED)
def test_published_numbers(name: str, properties: str, pain: str, expected: float) -> None:
    assert scores(properties, pain)[name].value == pytest.approx(expected)


#: Worked out by hand from the definitions.
BY_HAND = [
    ("impact-effort", "impact=4 effort=2", "", 2),
    ("roi", "cost=100EUR benefit=150EUR", "", 0.5),
    ("roi", "cost=1000EUR benefit=100EUR per=1mo", "", 0.2),
    ("roi", "cost=100EUR per=1mo benefit=1000EUR per=1y", "", -200 / 1200),
    ("rice", "reach=1200 per=1y impact=1 confidence=100% effort=1", "", 300),
    ("rice", "reach=100 per=1mo impact=1 confidence=100% effort=1", "", 300),
    ("wsjf", "impact=5 effort=2 due=2026-01-31", "severity=critical", 6),
    ("wsjf", "impact=4 effort=4 due=2028-01-31", "severity=low", 2),
    ("payback", "cost=600EUR benefit=100EUR per=1mo", "", 0.5),
]


@pytest.mark.parametrize(("name", "properties", "pain", "expected"), BY_HAND)
def test_scores_worked_out_by_hand(name: str, properties: str, pain: str, expected: float) -> None:
    assert scores(properties, pain)[name].value == pytest.approx(expected)


def test_the_years_add_up_what_comes_again() -> None:
    assert scores("cost=100EUR benefit=100EUR per=1y", years=3)["roi"].value == pytest.approx(2)


#: SAFe's sum divided by the size: 7 + 9 + 5 = 21, size 2: 10.5; 8 + 3 + 4 = 15, size 8: 1.9 (extrapinchofsalt.com, WSJF).
@pytest.mark.parametrize(("text", "expected"), [("(7 + 9 + 5) / 2", 10.5), ("(8 + 3 + 4) / 8", 1.875)])
def test_the_shape_of_wsjf(text: str, expected: float) -> None:
    assert scores("impact=4 effort=2", formulas={"own": text})["own"].value == expected


MISSING = [
    ("rice", "impact=4 reach=200", ("confidence", "effort")),
    ("ice", "confidence=50%", ("impact", "ease")),
    ("wsjf", "impact=4 effort=2 due=2026-03-31", ("severity",)),
    ("roi", "cost=900EUR", ("benefit",)),
    ("roi", "cost=900EUR benefit=5%", ("benefit",)),
    ("payback", "cost=900EUR per=1y benefit=5EUR per=1y", ("investment",)),
    ("payback", "cost=900EUR benefit=5EUR", ("yearly",)),
]


@pytest.mark.parametrize(("name", "properties", "missing"), MISSING)
def test_missing_inputs_are_named_and_nothing_is_made_up(name: str, properties: str, missing: tuple[str, ...]) -> None:
    score = scores(properties)[name]
    assert (score.value, score.missing) == (None, missing)
    assert not any(given.assumed for given in score.inputs)


def test_inputs_are_shown() -> None:
    score = scores("reach=2000 impact=2 confidence=80% effort=3")["rice"]
    assert score.formula == "reach * impact * confidence / effort"
    assert {given.name: given.value for given in score.inputs} == {
        "reach": 2000,
        "impact": 2,
        "confidence": 0.8,
        "effort": 3,
    }


WHY = [
    ("roi", "cost=0EUR benefit=90EUR", "priorities.why.zero"),
    ("payback", "cost=100EUR benefit=0EUR per=1y", "priorities.why.never"),
    ("payback", "cost=1000EUR benefit=-500EUR per=1y", "priorities.why.never"),
    ("payback", "cost=-1000EUR benefit=500EUR per=1y", "priorities.why.negative"),
    ("roi", "cost=-100EUR benefit=-500EUR", "priorities.why.negative"),  # (-500 + 100) / -100 would be 4
    ("rice", "reach=-10 impact=4 confidence=80% effort=2", "priorities.why.negative"),
    ("roi", "cost=10EUR benefit=90USD", "priorities.why.currencies"),
]


@pytest.mark.parametrize(("name", "properties", "key"), WHY)
def test_what_has_no_value_says_why(name: str, properties: str, key: str) -> None:
    score = scores(properties)[name]
    assert score.why is not None
    assert (score.value, score.missing, score.why.key) == (None, (), key)


def test_a_benefit_below_zero_only_lowers_the_return() -> None:
    assert scores("cost=100EUR benefit=-50EUR")["roi"].value == pytest.approx(-1.5)


def test_scores_of_which_nothing_of_their_own_is_stated_are_left_out() -> None:
    assert {name: score.missing for name, score in scores("").items()} == {"impact-effort": ("impact", "effort")}
    assert set(scores("impact=4 effort=2")) == {"impact-effort"}
    assert set(scores("impact=4 effort=2", "severity=high")) == {"impact-effort", "wsjf"}


def test_the_chosen_score_says_what_it_misses() -> None:
    score = scores("impact=4 effort=2", **{"rank-by": "rice"})["rice"]
    assert (score.value, score.missing) == (None, ("reach", "confidence"))


def test_a_formula_of_ones_own_does_not_compare_currencies() -> None:
    text = """
        journey "J"
          stage "S"
            action a "A" cost=10EUR
            action b "B" cost=10USD
    """
    options = {"formulas": {"own": "cost * 2"}}
    found = check(text, plugins=PLUGINS, options={"priorities": options}).fact(PRIORITIES)
    whys = [
        score.why.values["currencies"] for one in found for score in one.scores if score.name == "own" and score.why
    ]
    assert whys == ["EUR, USD", "EUR, USD"]


#: What formulas are given of a measure, and of what it addresses.
INPUTS = [
    ("severity", "", "severity=high", 3),
    ("frequency", "", "frequency=35%", 0.35),
    ("importance", "", "importance=8", 8),
    ("satisfaction", "", "importance=8 satisfaction=4", 4),
    ("opportunity", "", "importance=8 satisfaction=4", 12),
    ("ease", "effort=2", "", 4),
    ("confidence", "confidence=70%", "", 0.7),
    ("urgency", "due=2026-02-01", "", 3),
    ("yearly", "benefit=10EUR per=1mo", "", 120),
]


@pytest.mark.parametrize(("name", "properties", "pain", "expected"), INPUTS)
def test_inputs_of_formulas(name: str, properties: str, pain: str, expected: float) -> None:
    assert scores(properties, pain, formulas={"own": name})["own"].value == pytest.approx(expected)


def test_urgency_is_in_proportion_between_the_first_and_the_last_day() -> None:
    text = """
        journey "J"
          stage "S"
            action a "A" due=2026-01-01
            action b "B" due=2026-01-26
            action c "C" due=2026-04-11
            action d "D"
            action e "E" due=2030-01-01 status=done
    """
    found = check(text, plugins=PLUGINS, options={"priorities": {"formulas": {"own": "urgency"}}}).fact(PRIORITIES)
    urgencies = {one.measure.id: score.value for one in found for score in one.scores if score.name == "own"}
    assert urgencies == {"a": 5, "b": 4, "c": 1}  # 25 of 100 days are a quarter of the way


def test_importance_is_that_of_the_touchpoint_where_the_pain_has_none() -> None:
    text = """
        journey "J"
          stage "S" importance=9
            pain "P"
              cause "C"
                action "A"
    """
    (found,) = check(text, plugins=PLUGINS, options={"priorities": {"formulas": {"own": "importance"}}}).fact(
        PRIORITIES
    )
    assert [score.value for score in found.scores if score.name == "own"] == [9]
