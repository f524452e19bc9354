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
    """Counted by hand; what an element cites holds for all that stands in it. Nobody sees the 2 of `a`: Mei has a 3."""
    (mix,) = analysed(MIXED).fact(EVIDENCE_MIX)
    assert dict(mix.by) == {
        "emotion": (1, 1, 0),
        "wait": (0, 0, 1),
        "doing": (0, 2, 0),
        "csat": (1, 0, 0),
        "frequency": (0, 0, 1),
        "title": (1, 0, 0),
        "severity": (1, 0, 0),
        "share": (0, 0, 1),
    }
    assert (mix.journey, mix.assumed, mix.stated, mix.measured) == ("j", 4, 3, 3)


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
        ("evidence.goal-without-link", {"count": 1, "first": "G"}),
        ("evidence.metric-without-value", {"count": 1, "first": "M"}),
        ("evidence.unmeasured-truth", {"count": 1, "first": "C"}),
        ("evidence.wait-without-target", {"count": 1, "first": "A"}),
        ("evidence.step-without-score", {"count": 1, "first": "B"}),
        ("evidence.undecided-experiment", {"count": 1, "first": "E"}),
        ("evidence.opportunity-without-weight", {"count": 1, "first": "O"}),
    ]


def test_a_goal_without_any_metric() -> None:
    (asked, *_) = analysed('journey "J"\n  goal "G"\n  "A" emotion=4\n').fact(UNKNOWNS)[1:]
    assert asked.words.key == "evidence.goal-without-metric"


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


IMPOSSIBLE = ["csat: 30 target=4.5 baseline=3", "csat: 3 target=4.5 baseline=30", "ces: 4 target=9 baseline=3"]


@pytest.mark.parametrize("figure", IMPOSSIBLE)
def test_what_is_not_on_its_scale_is_not_judged(figure: str) -> None:
    text = f'journey "J"\n  stage "S"\n    touchpoint "A" emotion=4\n      {figure}\n'
    (reading,) = analysed(text).fact(READINGS)
    assert reading.attainment is None
    assert reading.met is (False if "csat: 3 " in figure else None)


def test_a_net_promoter_score_is_asked_on_another_scale_than_it_is_told() -> None:
    """1.96 × 100 √(1 − 0.35²) / √100 = 18.36 points around 35, as without the scale of the question."""
    text = (
        'journey "J"\n  stage "S"\n    touchpoint "A" emotion=4\n      nps: 35 target=40 sample=100 scale="0 to 10"\n'
    )
    (reading,) = analysed(text).fact(READINGS)
    assert reading.interval is not None
    assert (reading.met, reading.interval.method) == (False, "no-passives")
    assert (reading.interval.low, reading.interval.high) == pytest.approx((16.64, 53.36), abs=0.01)


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


VARYING = """
market DE "Germany"
market JP "Japan"
segment vip "Best customers"
persona mei "Mei"
persona tom "Tom"
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=3
      wait: 3min target=2min
      wait[mei]: 9min target=2min
      wait[JP]: 4min
      wait[JP, mei]: 8min target=1min
    touchpoint[DE] b "B" emotion=2 wait=5min
      csat: 3 target=4
      pain "P" severity=high
    touchpoint[tom] c "C" emotion=4
      wait: 7min target=6min
    touchpoint d "D" emotion=4
      wait: 2min target=3min
      wait[vip]: 20s target=30s
      experiment[DE] e "E"
        arms: "X" sample=500 successes=100
        arms: "Y" sample=500 successes=300
"""
SAME = {("a", "9min", "mei"), ("c", "7min", "tom"), ("d", "2min", "")}
#: What each view shows: the step, the value, and for whom it holds.
VIEWS = [
    ({}, {*SAME, ("a", "3min", "tom"), ("d", "20s", "vip")}),
    ({"market": "DE"}, {*SAME, ("a", "3min", "tom"), ("d", "20s", "vip"), ("b", "3", "")}),
    ({"market": "JP", "persona": "mei"}, {("a", "8min", ""), ("d", "2min", "")}),
    ({"persona": "mei"}, {("a", "9min", ""), ("d", "2min", "")}),
]


@pytest.mark.parametrize(("view", "expected"), VIEWS)
def test_readings_are_those_that_a_view_shows(view: dict[str, str], expected: set[tuple[str, str, str]]) -> None:
    found = analysed(VARYING, **view).fact(READINGS)
    assert {(one.element.id, str(one.value), " ".join(one.people)) for one in found} == expected


def test_what_nobody_knows_is_asked_of_what_a_view_shows() -> None:
    """In Germany of its step and its experiment; in Japan of the wait without a target, which Mei does not have."""

    def asked(**view: str) -> set[str]:
        return {one.words.key.partition(".")[2] for one in analysed(VARYING, **view).fact(UNKNOWNS)}

    assert asked() == {"guessed-low"}
    assert asked(market="DE") == {"guessed-low", "pain-without-frequency", "wait-without-target"}
    assert asked(market="JP") == {"guessed-low"}
    assert asked(market="JP", persona="tom") == {"guessed-low", "wait-without-target"}


def test_claims_are_those_that_a_view_shows() -> None:
    def waits(**view: str) -> int:
        (mix,) = analysed(VARYING, **view).fact(EVIDENCE_MIX)
        return sum(dict(mix.by)["wait"])

    assert [waits(), waits(market="DE"), waits(market="JP"), waits(persona="mei")] == [5, 6, 5, 2]


def test_trials_are_those_that_a_view_shows() -> None:
    assert [len(analysed(VARYING, market=name).fact(TRIALS)) for name in ("DE", "JP")] == [1, 0]


def test_findings_come_once_whatever_differs() -> None:
    found = [
        one for one in analysed(VARYING, rule_set="strict").diagnostics if one.rule.code.startswith(("EVI", "MET"))
    ]
    assert len({(one.rule.name, one.element) for one in found}) == len(found) > 0
    assert not any(one.contexts for one in found)


UNDECIDED = """
journey j "J"
  "A" emotion=4
  experiment decided "Decided by its counts"
    arms: "X" sample=500 successes=100
    arms: "Y" sample=500 successes=300
  experiment chance "Within chance" result=confirmed
    arms: "X" sample=100 successes=50
    arms: "Y" sample=100 successes=51
  experiment told "Told in a word" result=confirmed
  experiment untold "Untold"
"""


def test_experiments_are_decided_by_their_counts() -> None:
    """As `metrics.trials` does; by the words of the result only where nothing is counted."""
    (asked,) = [one for one in analysed(UNDECIDED).fact(UNKNOWNS) if "experiment" in one.words.key]
    assert asked.words.values == {"count": 2, "first": "Within chance"}


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
