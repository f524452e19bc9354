from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.facts import PAINS, RankedPain
from journeyql.testing import check
from journeyql_experience.wording import english


def ranked(text: str, **options: object) -> tuple[RankedPain, ...]:
    return check(text, plugins=[journeyql_experience], options={"experience": options}).fact(PAINS)


PLACE = 'journey j "J"\n  stage s "S"\n    touchpoint t "T" emotion=4{place}\n      pain p "P"{pain}\n'

# By hand: 100 x severity/4 x frequency x importance/10; medium (2), one half and 5 where nothing is stated.
SCORES = [
    ("nothing stated", "", "", 12.5),
    ("all stated", " severity=critical frequency=72% importance=5", "", 36.0),
    ("everything at its most", " severity=critical frequency=100% importance=10", "", 100.0),
    ("everything at its least", " severity=low frequency=0% importance=10", "", 0.0),
    ("severity", " severity=high", "", 18.8),
    ("frequency", " frequency=30%", "", 7.5),
    ("importance of the touchpoint", "", " importance=8", 20.0),
    ("own importance goes first", " importance=2", " importance=8", 5.0),
]


@pytest.mark.parametrize(("pain", "place", "score"), [case[1:] for case in SCORES], ids=[case[0] for case in SCORES])
def test_the_score(pain: str, place: str, score: float) -> None:
    (found,) = ranked(PLACE.format(pain=pain, place=place))
    assert found.score == score
    assert (found.rank, found.title, found.place.path) == (1, "P", "j.s.t")


def test_reasons_say_what_is_stated_and_what_is_taken() -> None:
    (found,) = ranked(PLACE.format(pain=" frequency=30%", place=" importance=8"))
    assert [english(reason) for reason in found.reasons] == [
        "severity not stated, taken as medium",
        "in 30% of cases",
        "importance 8 of 10 (touchpoint)",
    ]
    assert [(one.name, one.value, one.assumed) for one in found.inputs] == [
        ("severity", 2.0, True),
        ("frequency", 0.3, False),
        ("reach", 1.0, False),
        ("importance", 8.0, False),
    ]


def test_the_default_frequency_is_an_option() -> None:
    (found,) = ranked(PLACE.format(pain="", place=""), frequency=0.2)
    assert found.score == 5.0


ORDER = """
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=4
      pain small "Small" severity=low
      pain same_but_felt_better "Same, felt better" severity=high
    touchpoint b "B" emotion=1
    touchpoint c "C" emotion=4
    touchpoint d "D" emotion=2
      pain same "Same" severity=high
      pain worst "Worst" severity=critical
"""


def test_the_order() -> None:
    found = ranked(ORDER)
    assert [(one.rank, one.title, one.score) for one in found] == [
        (1, "Worst", 25.0),
        (2, "Same", 18.8),
        (3, "Same, felt better", 18.8),
        (4, "B", 18.8),  # a low point without a pain: taken as high, and after what somebody has written down
        (5, "Small", 6.2),
    ]
    assert [one.pain is None for one in found] == [False, False, False, True, False]


TIED = """
journey j "J"
  stage s "S"
    {}
    {}
"""
#: Both score 100 x 3/4 x 60% x 5/10 = 100 x 4/4 x 45% x 5/10 = 22.5, and feel the same.
OFTEN = 'touchpoint o "O" emotion=1\n      pain often "Often" severity=high frequency=60%{}'
GRAVE = 'touchpoint g "G" emotion=1\n      pain grave "Grave" severity=critical frequency=45%{}'
WAIT = "\n      wait: 3h target=1h"


@pytest.mark.parametrize(
    ("often", "grave", "first"), [("", "", "Grave"), (WAIT, "", "Often"), ("", WAIT, "Grave"), (WAIT, WAIT, "Grave")]
)
def test_what_decides_between_equal_scores(often: str, grave: str, first: str) -> None:
    blocks = OFTEN.format(often), GRAVE.format(grave)
    for order in (blocks, blocks[::-1]):
        one, other = ranked(TIED.format(*order))
        assert (one.title, one.score, other.score) == (first, 22.5, 22.5)


def test_a_pain_of_one_persona_counts_with_what_it_is_to_them() -> None:
    text = """
    persona mei "Mei"
    persona tom "Tom"
    journey j "J"
      stage s "S" emotion=4
        pain p "P" severity=low severity[tom]=critical
        pain[mei] only_hers "Only hers" severity=high
    """
    found = ranked(text)
    assert [(one.title, one.score) for one in found] == [("P", 25.0), ("Only hers", 18.8)]


# By hand. A stated frequency is a share of all cases: 10 % of all, where 20 % come, is half of those who come.
REACHED = [
    ("as many as come", "frequency=20%", (1.0, 0.2), 5.0),
    ("half of those who come", "frequency=10%", (0.5, 0.2), 2.5),
    ("never more than come", "frequency=60%", (1.0, 0.2), 5.0),
    ("half of those who come, because nobody says", "", (0.5, 0.2), 2.5),
]


@pytest.mark.parametrize(
    ("stated", "inputs", "score"), [case[1:] for case in REACHED], ids=[case[0] for case in REACHED]
)
def test_how_many_come_and_whom_it_hits(stated: str, inputs: tuple[float, float], score: float) -> None:
    (found,) = ranked(f"""
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          -> b share=20%
          -> c
        touchpoint b "B" emotion=4
          pain p "P" {stated}
        touchpoint c "C" emotion=4
    """)
    figures = {one.name: one.value for one in found.inputs}
    assert (figures["frequency"], figures["reach"], found.score) == (*inputs, score)
    assert [english(one) for one in found.reasons if "come" in english(one)][-1:] == ["20% of customers come there"]


@pytest.mark.parametrize("stated", ["", " frequency=0%", " frequency=50%"])
def test_where_nobody_comes_nothing_hurts(stated: str) -> None:
    (found,) = ranked(f"""
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          -> b share=0%
          -> c share=100%
        touchpoint b "B" emotion=4
          pain p "P" severity=critical{stated}
        touchpoint c "C" emotion=4
    """)
    assert found.score == 0.0
    assert [(one.value, one.assumed) for one in found.inputs if one.name == "reach"] == [(0.0, False)]
    assert "0% of customers come there" in [english(one) for one in found.reasons]


def test_a_few_who_come_are_not_told_as_nobody() -> None:
    (found,) = ranked("""
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=4
          -> b share=0.2%
          -> c
        touchpoint b "B" emotion=4
          pain p "P"
        touchpoint c "C" emotion=4
    """)
    assert "0.2% of customers come there" in [english(one) for one in found.reasons]


# 10 %, 30 % and 80 % are stated: what is not stated is taken as the middle one of them.
def test_a_pain_that_nobody_counted_is_as_frequent_as_the_usual_one() -> None:
    found = ranked("""
    journey j "J"
      stage s "S" emotion=4
        pain a "A" frequency=10%
        pain b "B" frequency=80%
        pain c "C" frequency=30%
        pain d "D"
    """)
    assert [(one.title, one.score) for one in found] == [("B", 20.0), ("C", 7.5), ("D", 7.5), ("A", 2.5)]
    assert english(found[2].reasons[1]) == "frequency not stated, taken as 30% of those who come there"


def test_a_moment_of_truth_is_important() -> None:
    (found,) = ranked('journey j "J"\n  stage s "S" emotion=4 moment=truth\n    pain p "P"\n')
    assert found.score == 25.0
    assert english(found.reasons[-1]) == "importance not stated, taken as 10 of 10 at a moment of truth"


def test_a_pain_has_all_that_is_known_of_it() -> None:
    (found,) = ranked("""
    team it "IT"
    journey j "J"
      stage s "S" owner=it
        touchpoint a "A" emotion=4
          wait: 2h target=1h
          pain p "P"
            cause c "C"
              cause root "Root"
            action x "X"
            action y "Y" status=dropped
          recovery r "R"
        touchpoint b "B" emotion=4
          action z "Z" addresses=root
    """)
    assert [one.id for one in found.roots] == ["root"]
    assert [one.id for one in found.answers] == ["z", "x", "r"]
    assert found.owner is not None
    assert found.owner.id == "it"
    assert [one.kind for one in found.signals] == ["wait", "recovery"]
    assert [english(one) for one in found.reasons[-2:]] == [
        "waits 2h instead of 1h",
        "a recovery is kept ready: “R”",
    ]


# 1 - (1 - 0.5)(1 - 0.5) = 0.75 is high; 0.5 alone is medium.
def test_an_inferred_pain_is_as_severe_as_the_signals_behind_it() -> None:
    found = ranked("""
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion=2
        touchpoint b "B" emotion=2 csat=2
        touchpoint c "C" emotion=4
          wait: 8min target=1min
    """)
    assert [(one.title, one.pain, one.score) for one in found] == [
        ("B", None, 18.8),
        ("A", None, 12.5),
        ("C", None, 6.2),  # it misses its target by far, and still feels good
    ]
