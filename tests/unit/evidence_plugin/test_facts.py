"""What the analyses hand on: the mix of evidence, what is not known, readings and trials."""

from __future__ import annotations

import pytest

import journeyql_evidence
from journeyql.facts import EVIDENCE_MIX, READINGS, TRIALS, UNKNOWNS, Reading
from journeyql.render import Labels
from journeyql.render.labels import Catalogue
from journeyql.testing import Result, check
from journeyql_evidence.words_de import DE
from journeyql_evidence.words_en import EN
from journeyql_evidence.words_zh import ZH

PLUGINS = [journeyql_evidence]


def analysed(text: str, **settings: str) -> Result:
    return check(text, plugins=PLUGINS, **settings)  # type: ignore[arg-type]  # names of settings


MIXED = """
persona mei "Mei"
evidence clicks "Clicks" method=analytics date=2025-10
evidence talks "Talks" method=interview sample=9 date=2025-10
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=2 emotion[mei]=3 from=talks
      wait: 4min from=clicks
      doing: "Waits", "Calls"
      -> b share=35% from=clicks
      -> b
    touchpoint b "B" emotion=4 csat=3.1
      pain "P" severity=high
        frequency: 35% from=clicks
journey empty "Nothing said"
  stage t "T"
"""


def test_each_claim_is_graded_and_counted_once() -> None:
    """Counted by hand; what an element cites holds for all that stands in it."""
    (mix,) = analysed(MIXED).fact(EVIDENCE_MIX)
    assert dict(mix.by) == {
        "emotion": (1, 2, 0),
        "wait": (0, 0, 1),
        "doing": (0, 2, 0),
        "csat": (1, 0, 0),
        "frequency": (0, 0, 1),
        "title": (1, 0, 0),
        "severity": (1, 0, 0),
        "share": (0, 0, 1),
    }
    assert (mix.journey, mix.assumed, mix.stated, mix.measured) == ("j", 4, 4, 3)


def test_whoever_looks_sees_the_same_mix() -> None:
    (mix,), (other,) = (analysed(MIXED, persona=name).fact(EVIDENCE_MIX) for name in ("", "mei"))
    assert (mix.by, mix.assumed) == (other.by, other.assumed)


UNKNOWN = """
journey j "J"
  goal "G"
  metric m "M" target=9
  stage s "S"
    touchpoint a "A" emotion=1 wait=4min
      pain "P" severity=critical
      pain "Q" severity=low frequency=10%
    touchpoint b "B" moment=truth
      experiment "E" result=unclear
      opportunity "O"
    touchpoint c "C" emotion=4 moment=truth
"""


def test_what_is_not_known_most_important_first() -> None:
    found = [(one.words.key, one.words.values) for one in analysed(UNKNOWN).fact(UNKNOWNS)]
    assert found == [
        ("evidence.pain-without-frequency", {"count": 1, "first": "P"}),
        ("evidence.guessed-low", {"count": 1, "first": "A"}),
        ("evidence.guessed-frequency", {"count": 1, "first": "Q"}),
        ("evidence.goal-without-metric", {"count": 1, "first": "G"}),
        ("evidence.metric-without-value", {"count": 1, "first": "M"}),
        ("evidence.unmeasured-truth", {"count": 1, "first": "C"}),
        ("evidence.wait-without-target", {"count": 1, "first": "A"}),
        ("evidence.step-without-score", {"count": 1, "first": "B"}),
        ("evidence.undecided-experiment", {"count": 1, "first": "E"}),
        ("evidence.opportunity-without-weight", {"count": 1, "first": "O"}),
    ]


def test_nothing_is_asked_of_a_title() -> None:
    assert analysed('journey "J"\n').fact(UNKNOWNS) == ()


@pytest.mark.parametrize(("locale", "texts"), [("en", EN), ("de", DE), ("zh", ZH)])
def test_all_words_are_there_in_each_language(locale: str, texts: dict[str, str]) -> None:
    label = Labels(locale, (Catalogue(locale=locale, texts=texts),))
    for one in analysed(UNKNOWN).fact(UNKNOWNS):
        for count in (1, 3):
            said = label(one.words.key, **{**one.words.values, "count": count, "first": "TITLE"})
            assert "TITLE" in said
            assert "3" in said or count == 1


FIGURES = """
evidence survey "Survey" method=survey sample=52 date=2025-10
journey j "J"
  metric time "Time" value=46h target=40h baseline=50h
  metric rate "Rate" value=2.5% target=2.52% baseline=2.4% better=higher sample=1000
  metric plain "Plain" value=7
  metric aim "Aim" value=7 target=9 change=-20%
  stage s "S"
    touchpoint a "A" emotion=4
      csat: 3.6 target=4.2 sample=100
      ces: 5.4 target=3
      nps: 40 target=30 sample=100
      wait: 3min target=5min
      duration: 9min
    touchpoint b "B" emotion=4
      csat: 53.846 scale="0 to 100" from=survey
      pain "P" severity=low
        frequency: 35% sample=412
"""


@pytest.fixture(scope="module")
def readings() -> dict[tuple[str, str], Reading]:
    return {(one.element.id, one.name): one for one in analysed(FIGURES).fact(READINGS)}


def test_only_figures_that_say_more_are_readings(readings: dict[tuple[str, str], Reading]) -> None:
    assert set(readings) == {
        *(("time", "value"), ("rate", "value"), ("aim", "value")),
        *(("a", "csat"), ("a", "ces"), ("a", "nps"), ("a", "wait"), ("b", "csat"), ("p", "frequency")),
    }


VERDICTS = [
    # 4 of the 10 hours are done; 0.1 of 0.12 points; the way of `aim` is told by its change: 7 is less than 9
    ("time", "value", True, "baseline", False, 0.4),
    ("rate", "value", False, "stated", False, 5 / 6),
    ("aim", "value", True, "change", True, None),
    ("a", "csat", False, "usual", False, None),
    ("a", "ces", True, "value", False, None),
    ("a", "nps", False, "usual", True, None),
    ("a", "wait", True, "usual", True, None),
]


@pytest.mark.parametrize(("element", "name", "lower", "direction", "met", "attained"), VERDICTS)
def test_verdicts(  # noqa: PLR0913, PLR0917 - the columns of a table
    readings: dict[tuple[str, str], Reading],
    element: str,
    name: str,
    lower: bool,
    direction: str,
    met: bool,
    attained: float | None,
) -> None:
    found = readings[element, name]
    assert (found.lower_is_better, found.direction, found.met) == (lower, direction, met)
    assert found.attainment == (None if attained is None else pytest.approx(attained))


INTERVALS = [
    # statsmodels 0.14, proportion_confint(method="wilson"), of 28/52 and 0.35 of 412
    ("b", "csat", "wilson", 40.504, 66.660),
    ("p", "frequency", "wilson", 30.552, 39.725),
    # 1.96 times half of the scale by the root of the sample (Popoviciu); of 1.96 by the root of (1 - 0.4²) in a hundred
    ("a", "csat", "half-at-either-end", 3.208, 3.992),
    ("a", "nps", "no-passives", 22.037, 57.963),
]


@pytest.mark.parametrize(("element", "name", "method", "low", "high"), INTERVALS)
def test_intervals(  # noqa: PLR0913, PLR0917 - the columns of a table
    readings: dict[tuple[str, str], Reading], element: str, name: str, method: str, low: float, high: float
) -> None:
    interval = readings[element, name].interval
    assert interval is not None
    assert (interval.method, interval.level) == (method, 0.95)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=2e-3)


def test_without_a_sample_there_is_no_interval(readings: dict[tuple[str, str], Reading]) -> None:
    assert readings["a", "ces"].interval is None
    assert readings["time", "value"].interval is None


def test_a_trial() -> None:
    """The test of the checkout in the reference map: p by statsmodels 0.14, proportions_ztest."""
    (trial,) = analysed("""
        journey "J"
          "A" emotion=4
          experiment e "E"
            arms: "Three steps" sample=5120 successes=1638
            arms: "One page" sample=5098 successes=1886
    """).fact(TRIALS)
    assert (trial.experiment.id, trial.method, trial.winner) == ("e", "z", "One page")
    assert trial.p == pytest.approx(1.0411e-07, rel=1e-4)
    assert [(arm.name, arm.sample, arm.successes) for arm in trial.arms] == [
        ("Three steps", 5120, 1638),
        ("One page", 5098, 1886),
    ]


def test_the_best_of_several_arms_wins_only_over_all() -> None:
    """Two arms far above the first and close to each other: a difference, and no winner."""
    arms = "".join(f'    arms: "{hits}" sample=1000 successes={hits}\n' for hits in (300, 420, 430))
    (trial,) = analysed(f'journey "J"\n  "A" emotion=4\n  experiment "E"\n{arms}').fact(TRIALS)
    assert (trial.p < 0.001, trial.winner, trial.method) == (True, "", "z-bonferroni")
