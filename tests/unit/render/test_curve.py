"""The curve: worked values, the reference picture, and that it never leaves the range of its points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql.render.curve import Segment, path, smooth


def _slopes(segment: Segment) -> tuple[float, float]:
    start = (segment.first_handle[1] - segment.start[1]) / (segment.first_handle[0] - segment.start[0])
    end = (segment.end[1] - segment.second_handle[1]) / (segment.end[0] - segment.second_handle[0])
    return start, end


#: By hand from m = (w1 + w2) / (w1 / s1 + w2 / s2), w1 = 2 h2 + h1, w2 = h2 + 2 h1 (Fritsch and Butland 1984).
@pytest.mark.parametrize(
    ("points", "slopes"),
    [
        ([(0, 0), (1, 1), (2, 4)], [1, 3 / 2, 3]),  # equal steps: 2 * 1 * 3 / (1 + 3)
        ([(0, 0), (1, 1), (3, 2)], [1, 9 / 13, 1 / 2]),  # h = 1, 2; s = 1, 1/2; (5 + 4) / (5 / 1 + 4 / 0.5)
        ([(0, 0), (2, 4), (3, 5)], [2, 9 / (4 / 2 + 5 / 1), 1]),  # h = 2, 1; s = 2, 1
        ([(0, 0), (1, 2), (2, 1)], [2, 0, -1]),  # a peak
        ([(0, 0), (1, 0), (2, 5)], [0, 0, 5]),  # a plateau
        ([(0, 1), (1, 2), (2, 3), (3, 4)], [1, 1, 1, 1]),  # a line stays a line
    ],
)
def test_worked_slopes(points: list[tuple[float, float]], slopes: list[float]) -> None:
    segments = smooth(points)
    assert len(segments) == len(points) - 1
    found = [slope for segment in segments for slope in _slopes(segment)]
    expected = [slope for pair in pairwise(slopes) for slope in pair]
    assert found == pytest.approx(expected)
    assert [segment.index for segment in segments] == list(range(len(segments)))


def test_as_in_the_reference_picture() -> None:
    """The first persona of `map-en.svg`, and the two points of `map-small.svg`."""
    heights = [662.5, 662.5, 703.5, 621.5, 662.5, 539.5, 580.5]
    places = [207.5, 345, 482.5, 638.5, 771, 908.5, 1039.5]
    drawn = [path([segment]) for segment in smooth(list(zip(places, heights, strict=True)))]
    assert drawn == [
        "M207.5 662.5C253.33 662.5 299.17 662.5 345 662.5",
        "M345 662.5C390.83 662.5 436.67 703.5 482.5 703.5",
        "M482.5 703.5C534.5 703.5 586.5 621.5 638.5 621.5",
        "M638.5 621.5C682.67 621.5 726.83 662.5 771 662.5",
        "M771 662.5C816.83 662.5 862.67 539.5 908.5 539.5",
        "M908.5 539.5C952.17 539.5 995.83 566.83 1039.5 580.5",
    ]
    assert path(smooth([(264, 283), (524, 178)])) == "M264 283C373.2 283 414.8 178 524 178"


def test_gaps_break_the_curve() -> None:
    segments = smooth([(0, None), (1, 5), (2, None), (3, 1), (4, 2), (5, 1), (6, None), (7, None), (8, 1), (9, 9)])
    assert [segment.index for segment in segments] == [3, 4, 8]
    assert path(segments).count("M") == 2
    assert smooth([]) == smooth([(0, 1)]) == smooth([(0, None)]) == ()
    assert path([]) == ""


POINTS = st.lists(
    st.tuples(st.floats(0.5, 300), st.one_of(st.none(), st.floats(-500, 500), st.integers(1, 5).map(float))),
    max_size=12,
)


@given(POINTS)
def test_a_segment_never_leaves_the_range_of_its_end_points(steps: list[tuple[float, float | None]]) -> None:
    place, points = 0.0, []
    for step, height in steps:
        place += step
        points.append((place, height))
    known = sum(one[1] is not None and other[1] is not None for one, other in pairwise(points))
    segments = smooth(points)
    assert len(segments) == known
    for segment in segments:
        low, high = sorted((segment.start[1], segment.end[1]))
        sampled = [segment.at(step / 40) for step in range(41)]
        assert all(low - 1e-9 <= y <= high + 1e-9 for _, y in sampled)
        assert [x for x, _ in sampled] == sorted(x for x, _ in sampled)
        rising = segment.end[1] >= segment.start[1]
        pairs = list(pairwise(sampled))
        assert all((other[1] - one[1] >= -1e-9) if rising else (other[1] - one[1] <= 1e-9) for one, other in pairs)
        assert sampled[0] == pytest.approx(segment.start)
        assert sampled[-1] == pytest.approx(segment.end)


@given(POINTS)
def test_upside_down_is_the_mirror(steps: list[tuple[float, float | None]]) -> None:
    points = [(float(index), height) for index, (_, height) in enumerate(steps)]
    mirrored = [(x, None if y is None else -y) for x, y in points]
    for one, other in zip(smooth(points), smooth(mirrored), strict=True):
        assert one.first_handle[1] == pytest.approx(-other.first_handle[1])
        assert one.second_handle[1] == pytest.approx(-other.second_handle[1])
