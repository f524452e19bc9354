"""The page of decisions, with all that the analyses find out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from resolving import clean

import journeyql_evidence
import journeyql_experience
import journeyql_flow
import journeyql_markdown
import journeyql_priorities
from journeyql.facts import READINGS, Facts, Reading
from journeyql.model import Amount, Touchpoint
from journeyql.plugin import NoOptions, RenderContext
from journeyql.render import LIGHT, Catalogue, Labels
from journeyql.testing import render
from journeyql_markdown import decisions
from journeyql_markdown.catalogue import EN
from journeyql_markdown.story import Story
from journeyql_markdown.words import Words

PLUGINS = (journeyql_evidence, journeyql_experience, journeyql_flow, journeyql_markdown, journeyql_priorities)


def page(text: str, locale: str = "", form: str = "report-markdown", **settings: Any) -> str:
    (file,) = render(form, text, plugins=PLUGINS, locale=locale, **settings).files
    assert isinstance(file.content, str)
    return file.content


COUNTED = """
journey j "J"
  stage s "S"
    touchpoint pay "Pays" emotion=2
      pain ways "Nine ways to pay" severity=high
        frequency: 41% sample=512
"""


# Wilson's interval of 41 % of 512 by hand: (0.41 + 1.92/512 ± 1.96 √(0.41·0.59/512 + 0.96/512²)) / (1 + 3.84/512).
@pytest.mark.parametrize(
    ("locale", "row"),
    [
        ("en", "| Nine ways to pay: Frequency | 1 Pays | 41% (36.82–45.31"),
        ("de", "| Nine ways to pay: Häufigkeit | 1 Pays | 41 % (36,82–45,31"),
        ("zh", "| Nine ways to pay：频率 | 1 Pays | 41%（36.82–45.31"),
    ],
)
def test_a_figure_of_any_property_is_told(locale: str, row: str) -> None:
    assert row in page(COUNTED, locale)


TILL = """
journey till "Paying"
  stage shop "Shop"
    touchpoint queue "Queues" emotion=2 importance=8
      wait: 5min target=2min
      pain slow "One till" severity=high frequency=30%
        cause "No staff"
      -> pay share=50%
      -> end share=50%
    touchpoint pay "Pays" emotion=2
      pain cards "No cards"
"""


@pytest.mark.parametrize(
    "row",
    [
        # 3/4 · 0.30 · 1 · 8/10 = 0.18
        "| 1 | One till | 1 Queues | high | 30% | 100% | 8 | 18 | No staff · ",
        # 2/4 · 0.30 (the median of the one stated) · 0.5 · 5/10 = 0.0375
        "| 2 | No cards | 2 Pays | ≈medium | ≈30% | 50% | ≈5 | 4 |",
        "≈ stands before what nobody stated: severity counts as medium, frequency as the median of those stated",
    ],
)
def test_the_score_of_a_pain_can_be_worked_out_from_its_row(row: str) -> None:
    assert row in page(TILL)


def story(locale: str = "en") -> Story:
    nothing: Any = None
    return Story(context=nothing, journey=nothing, main=True, told=nothing, words=Words(locale, Labels(locale)))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (story().score(22.5), "23"),
        (story().score(0.4), "< 1"),
        (story().score(0.0), "0"),
        (story().share(0.225), "23%"),
        (story("de").share(0.001), "< 1 %"),
        (story().probability(0.0000004), "< 0.001"),
        (story("de").probability(0.0042), "0,004"),
    ],
)
def test_halves_are_rounded_up_and_little_is_not_nothing(said: str, expected: str) -> None:
    assert said == expected


PLAN = """
journey j "J"
  goal: "Home by six"
  stage s "S"
    touchpoint a "A" emotion=1
      pain worst "The worst" severity=critical frequency=90%
      pain mild "The mild" severity=low frequency=10%
      ces: 4.2 target=5.5
    touchpoint b "B" emotion=1
  scale: -2..2
  metric m "M" value=3 target=2 better=lower
  action easy "Easy and good" addresses=mild impact=5 effort=1 due=2027-02-01
  action hard "Hard" addresses=worst impact=4 effort=5
  action more "And more" addresses=worst
"""
BARE = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2
      pain worst "The worst"
"""
FORK = 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n' + "".join(
    f"      -> t{number} share=4%\n" for number in range(25)
)
FORK += "".join(f'    touchpoint t{number} "T{number}" next=end\n' for number in range(25))
CITED = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2 from=survey
      doing: "Waits", "Asks"
      wait: 4min
      pain slow "Slow" severity=high
    touchpoint b "B" emotion=3
evidence survey "Survey" method=survey sample=20
  source: `data/survey-2026.csv`
"""
UNEVEN = """
journey j "J"
  stage s "S"
    touchpoint a "A"
      -> b share=60%
      -> c share=60%
    touchpoint b "B"
      -> end
    touchpoint c "C"
"""
LEAVING = """
journey j "J"
  stage s "S"
    touchpoint a "A"
      wait: 10min
      -> b
      -> end "gives up" share=5%
    touchpoint b "B"
      wait: 20min
"""
WORDINGS = {
    "the scale": (PLAN, "en", "On a scale of −2 to 2 the journey feels like 1 on average"),
    "titles in quotation marks": (PLAN, "en", "planned against it: “Hard” and “And more”."),
    "the cheapest and the worst": (
        PLAN,
        "en",
        "Start with “Easy and good” (quick win: impact 5 · effort 1; nobody answers for it yet); against the worst pain: “Hard”",
    ),
    "shares that do not add up": (
        UNEVEN,
        "en",
        "The likeliest way, taken by about 50% if shares that do not add up to 100% are meant in proportion:",
    ),
    "the same for half and for nearly all": (
        LEAVING,
        "en",
        "Waiting, as far as it is stated: 29 min on average, nine in ten within 30 min",
    ),
    "where it hurts": (BARE, "en", "What hurts most is “The worst” at “A” (step 1), "),
    "a line that is not understood": (
        BARE + '  stge x "X"\n',
        "en",
        "**Not everything in the file could be understood",
    ),
    "a value that cannot be read": (
        CITED.replace("4min", "soon"),
        "en",
        "**Not everything in the file could be understood",
    ),
    "nothing planned": (BARE, "en", "nothing is planned against it. No action is planned at all."),
    "the goal": (PLAN, "en", "\n\n**Goal**: Home by six\n\n"),
    "which side of a target is good": (PLAN, "en", "| M |  | 3 | ≤ 2 | ✗ missed |"),
    "all that is not known": (PLAN, "en", "lowest scores are true, first “A”: they are assumptions (also “B”)"),
    "dates": (PLAN, "de", "| 1. Februar 2027 |"),
    "the path of a source": (CITED, "en", "| `data/survey-2026.csv` |"),
    "the file": (PLAN, "en", "from `map.journey`."),
}


@pytest.mark.parametrize(("text", "locale", "words"), WORDINGS.values(), ids=WORDINGS)
def test_wording(text: str, locale: str, words: str) -> None:
    assert words in page(text, locale, "markdown" if text == CITED else "report-markdown")


def test_a_way_that_few_take_is_not_told_as_the_likeliest() -> None:
    assert "likeliest" not in page(FORK)
    assert "likeliest" in page(FORK.replace("-> t0 share=4%", "-> t0 share=40%"))


SLOW = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2
      wait: 4min target=2min
      pain slow "Slow"
        action quick "Quick" impact=4 effort=2
"""


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "waits 4 min instead of 2 min"),
        ("de", "wartet 4 Min. statt 2 Min."),
        ("zh", "等待 4 分钟，目标 2 分钟"),
        ("en", "impact ÷ effort 2 (impact 4, effort 2)"),
        ("de", "Wirkung ÷ Aufwand 2 (Wirkung 4, Aufwand 2)"),
        ("zh", "影响 ÷ 工作量 2（影响 4、工作量 2）"),
    ],
)
def test_reasons_and_scores_are_in_the_readers_language(locale: str, words: str) -> None:
    assert words in page(SLOW, locale)


def test_a_formula_of_ones_own_goes_by_its_name() -> None:
    options = {"priorities": {"formulas": {"value": "impact * 2"}}}
    assert "· value 8 (impact 4)" in page(SLOW, options=options)


def test_claims_are_counted_once() -> None:
    text = page(CITED, form="markdown")
    rows = re.findall(
        r"^\| (?:Emotion scores|What customers|Pains, needs|Waits and)[^|]* \| (\d+) \| (\d+) \| (\d+) \|$",
        text,
        re.MULTILINE,
    )
    sums = [sum(map(int, column)) for column in zip(*rows, strict=True)]
    assumed, total = map(int, re.findall(r"(\d+) of (\d+) claims", text)[0])
    assert (sums[0], sum(sums)) == (assumed, total)
    assert len(rows) == 4


MARKED = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=1
    touchpoint b "B" emotion=5 moment=end
    touchpoint c "C" emotion=3
"""


@pytest.mark.parametrize("words", ["and it ends at 5.", "peak and end: 2 B (5)"])
def test_summary_and_curve_know_one_end(words: str) -> None:
    assert words in page(MARKED)


def test_a_chart_stands_on_its_own() -> None:
    assert "each line is one step.\n" in page(MARKED)


EQUAL = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2
      action x "X" impact=4 effort=2
      action y "Y" impact=4 effort=2
      action z "Z" impact=3 effort=4 cost=10EUR
      need n "N" importance=4 satisfaction=3 kano=must-be
      need m "M" importance=9 satisfaction=3
"""
TRIED = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2
      experiment e "E"
        arms: "Old" sample=1000 successes=100
        arms: "New" sample=1000 successes=200
  metric w "W" value=3min target=5min baseline=8min
"""


@pytest.mark.parametrize(
    "row", ["| 1 | X |", "| 1 | Y |", "| 3 | Z |", "*The same number twice: equally worth doing.*"]
)
def test_equal_measures_share_a_number(row: str) -> None:
    assert row in page(EQUAL)


def test_the_chosen_score_says_why_it_has_no_value() -> None:
    text = page(EQUAL, options={"priorities": {"rank-by": "roi"}})
    assert "return on investment cannot be told: nobody stated benefit |" in text
    assert "return on investment cannot be told: nobody stated benefit and cost |" in text
    assert "cannot be told" not in page(EQUAL)


def test_what_is_taken_for_granted_comes_first_and_says_so() -> None:
    assert "Before all others stands what is taken for granted" in page(EQUAL)
    assert "Before all others" not in page(EQUAL.replace(" kano=must-be", ""))


def test_a_roadmap_of_one_phase_is_left_out() -> None:
    assert "## Roadmap" not in page(EQUAL)
    assert "## Roadmap" in page(EQUAL.replace("effort=4", "effort=4 phase=2"))


def test_the_document_has_one_table_of_experiments_and_judges_metrics_as_the_page_does() -> None:
    text = page(TRIED, form="markdown")
    assert text.count("## Experiments") + text.count("## What experiments") == 1
    assert "| E | 1 A | Old 10% · New 20% | < 0.001 | New |" in text
    assert "| W | 8 min | 3 min | 5 min | ✓ met |" in text


ROUND = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2
      wait: 2d
      pain slow "Slow" severity=high
      -> b share=50%
      -> end share=50%
    touchpoint b "B" emotion=2
      wait: 9d
      action q "Q" impact=5 effort=1
"""


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de", "für neun von zehn höchstens 11 Tage"),
        ("de", "fühlt sich die Reise im Mittel wie 2 an"),
        ("de", "*schneller Gewinn*: Q"),
        ("de", "ein schneller Gewinn ohne Termin"),
        ("de", "Wie viele Kunden das schwere Problem „Slow“ trifft"),
        ("zh", "最痛的是“A”（第 1 步）的“Slow”，"),
        ("zh", "九成不超过 11 天"),
        ("zh", "严重痛点“Slow”影响多少客户"),
        ("zh", "影响 5，工作量 1"),
    ],
)
def test_wording_in_other_languages(locale: str, words: str) -> None:
    assert words in page(ROUND, locale)


def test_one_word_for_one_thing() -> None:
    german, chinese = page(ROUND, "de"), page(ROUND, "zh")
    assert "Schmerzpunkt" not in german
    assert "Erfolg" not in german
    assert "投入" not in chinese
    assert "; " not in chinese


def test_a_figure_that_holds_for_some_names_them() -> None:
    view = clean(
        'journey j "J"\n  persona: mei\n  stage s "S"\n    touchpoint a "A"\npersona mei "Mei, tenant"\n'
    ).model.view()
    (step,) = view.of(Touchpoint)
    value, target = Amount.parse("4min"), Amount.parse("2min")
    assert value is not None
    reading = Reading(element=step, name="wait", value=value, target=target, people=("mei",))
    context = RenderContext(
        view=view,
        diagnostics=(),
        facts=Facts({READINGS: (reading,)}),
        options=NoOptions(),
        stem="map",
        locale="en",
        label=Labels("en", (Catalogue(locale="en", texts=EN),)),
        theme=LIGHT,
    )
    (file,) = decisions.render(context).files
    assert "| Wait (Mei) | 1 A | 4 min | 2 min |" in str(file.content)
