from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql.model import Range
from journeyql_experience.valleys import _shoulders, ends, neutral, peaks, valleys

SCALE = Range(1.0, 5.0)

# Prominences of the negated scores by scipy 1.17.1 (`find_peaks(-scores, prominence=0, plateau_size=1)`), divided by 4,
# the length of the scale; valleys above the middle of the scale left out.
BY_SCIPY = [
    ([4, 2, 3, 1, 5], [(1, 1, 2, 0.25), (3, 3, 1, 0.75)]),
    ([5, 1, 4, 2, 4, 3, 5], [(1, 1, 1, 1.0), (3, 3, 2, 0.5), (5, 5, 3, 0.25)]),
    ([5, 2, 2, 2, 4], [(1, 3, 2, 0.5)]),
    ([5, 1, 3, 1, 5], [(1, 1, 1, 1.0), (3, 3, 1, 1.0)]),
    ([4, 3, 4, 2.5, 4, 1, 4], [(1, 1, 3, 0.25), (3, 3, 2.5, 0.375), (5, 5, 1, 0.75)]),
    ([5, 4, 4.5, 3, 3.5, 2, 4.5, 2.5, 5], [(3, 3, 3, 0.125), (5, 5, 2, 0.75), (7, 7, 2.5, 0.5)]),
    ([3, 2, 3, 2, 3, 2, 3], [(1, 1, 2, 0.25), (3, 3, 2, 0.25), (5, 5, 2, 0.25)]),
]


@pytest.mark.parametrize(("scores", "expected"), BY_SCIPY)
def test_inside_a_row_valleys_are_those_of_scipy(scores: list, expected: list) -> None:
    found = valleys(scores, SCALE, 0.0)
    assert [(one.first, one.last, one.score, one.prominence) for one in found] == expected


# By the same call of the scores themselves; peaks below the middle of the scale left out.
PEAKS_BY_SCIPY = [
    ([3, 5, 2, 4, 1, 3.5, 3], [(1, 1, 5, 0.5), (3, 3, 4, 0.5)]),
    ([4, 2, 4.5, 1, 5, 3, 5, 2], [(2, 2, 4.5, 0.625), (4, 4, 5, 0.75), (6, 6, 5, 0.75)]),
]


@pytest.mark.parametrize(("scores", "expected"), PEAKS_BY_SCIPY)
def test_inside_a_row_peaks_are_those_of_scipy(scores: list, expected: list) -> None:
    found = peaks(scores, SCALE, 0.0)
    inside = [(one.first, one.last, one.score, one.prominence) for one in found if 0 < one.first < len(scores) - 1]
    assert [one for one in inside if one in expected] == expected


# Ends and gaps, which SciPy does not know; computed by hand from the definition in the module.
ENDS_AND_GAPS = [
    ("the journey begins badly", [1, 3, 4], [(0, 0, 0.75)]),
    ("the journey ends badly", [4, 3, 1], [(2, 2, 0.75)]),
    ("a gap is an end, not a bridge", [4, 2, None, 2, 4], [(1, 1, 0.5), (3, 3, 0.5)]),
    ("what lies beyond a gap is no shoulder", [2, None, 5], [(0, 0, 0.25)]),
    ("alone between gaps: measured from the middle", [None, 1, None], [(1, 1, 0.5)]),
    ("all alike and bad: measured from the middle", [2, 2, 2], [(0, 2, 0.25)]),
    ("all alike and neutral", [3, 3, 3], []),
    ("all alike and good", [5, 5], []),
    ("above the middle", [5, 4, 5], []),
    ("at the middle", [5, 3, 5], [(1, 1, 0.5)]),
    ("less than a quarter of the scale", [3, 2.5, 3], []),
    ("nothing known", [None, None], []),
    ("nothing at all", [], []),
]


@pytest.mark.parametrize(
    ("scores", "expected"), [case[1:] for case in ENDS_AND_GAPS], ids=[c[0] for c in ENDS_AND_GAPS]
)
def test_ends_and_gaps(scores: list, expected: list) -> None:
    assert [(one.first, one.last, one.prominence) for one in valleys(scores, SCALE, 0.25)] == expected


@pytest.mark.parametrize(
    ("scale", "limits", "middle"),
    [
        (Range(1.0, 5.0), (1, 5), 3),
        (Range(-2.0, 2.0), (-2, 2), 0),
        (Range(None, None), (1, 5), 3),
        (Range(0.0, None), (0, 4), 2),
    ],
)
def test_the_scale(scale: Range[float], limits: tuple, middle: float) -> None:
    assert ends(scale) == limits
    assert neutral(scale) == middle


SCORES = st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=12)


@given(SCORES)
def test_the_direction_of_reading_does_not_matter(scores: list) -> None:
    last = len(scores) - 1
    there = {(one.first, one.last, one.prominence) for one in valleys(scores, SCALE, 0.0)}
    back = {(last - one.last, last - one.first, one.prominence) for one in valleys(scores[::-1], SCALE, 0.0)}
    assert there == back


@given(SCORES)
def test_the_scale_does_not_matter(scores: list) -> None:
    stretched = [None if score is None else score * 2 - 6 for score in scores]
    here = [(one.first, one.prominence) for one in valleys(scores, SCALE, 0.25)]
    assert here == [(one.first, one.prominence) for one in valleys(stretched, Range(-4.0, 4.0), 0.25)]


TENTHS = st.lists(st.one_of(st.none(), st.integers(10, 50)), max_size=12)
SCALES = [(1.0, 5.0), (0.3, 0.7), (-0.1, 0.3), (0.0, 100.0), (1.1, 7.7)]


# Scores in tenths of 1..5, and what they are on scales of which floats hold neither the ends nor the middle.
@given(TENTHS, st.sampled_from(SCALES), st.sampled_from([0.0, 0.25, 0.1, 1 / 3]))
def test_no_scale_matters(tenths: list[int | None], limits: tuple[float, float], least: float) -> None:
    low, high = limits
    stretched = [None if score is None else low + (score - 10) / 40 * (high - low) for score in tenths]
    whole = [None if score is None else float(score) for score in tenths]
    for turns in (valleys, peaks):
        here = [(one.first, one.last, one.prominence) for one in turns(whole, Range(10.0, 50.0), least)]
        assert here == [(one.first, one.last, one.prominence) for one in turns(stretched, Range(low, high), least)]


@pytest.mark.parametrize("step", range(16))
def test_a_quarter_of_the_scale_is_one_wherever_it_lies(step: int) -> None:
    deep = 1 + step / 10
    found = valleys([deep + 1, deep, deep + 1], SCALE, 0.25)
    assert [(one.first, one.prominence) for one in found] == [(1, 0.25)]


@given(SCORES)
def test_the_lowest_known_score_below_the_middle_is_a_valley(scores: list) -> None:
    known = [score for score in scores if score is not None]
    if known and min(known) < 3:
        found = valleys(scores, SCALE, 0.25)
        assert min(one.score for one in found) == min(known)


SCORES = st.lists(st.sampled_from([None, 1.0, 2.0, 3.0, 4.0, 5.0]), max_size=12)


@given(SCORES)
def test_shoulders_are_those_that_a_walk_from_each_score_finds(scores: list[float | None]) -> None:
    def walked(index: int) -> float | None:
        highest = None
        for neighbour in scores[:index][::-1]:
            if neighbour is None or scores[index] is None:
                break
            highest = neighbour if highest is None else highest
            if neighbour < scores[index]:
                break
            highest = max(highest, neighbour)
        return highest

    assert _shoulders(scores) == [walked(index) for index in range(len(scores))]
