from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.facts import PAINS, RankedPain
from journeyql.testing import check


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
    assert found.reasons == (
        "severity not stated, taken as medium",
        "in 30% of cases",
        "importance 8 of 10 (touchpoint)",
    )


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
