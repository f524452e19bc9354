from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql_priorities.quadrants import Cut

#: The four corners, as pages about the matrix have them, and what lies at the cut.
CORNERS = [
    (5, 1, "quick-win"),
    (5, 5, "big-bet"),
    (1, 1, "fill-in"),
    (1, 5, "drop"),
    (3, 2.9, "quick-win"),
    (3, 3, "big-bet"),
    (2.9, 2.9, "fill-in"),
    (2.9, 3, "drop"),
    (4, None, ""),
    (None, 2, ""),
]


@pytest.mark.parametrize(("impact", "effort", "quadrant"), CORNERS)
def test_quadrants_at_the_middle(impact: float | None, effort: float | None, quadrant: str) -> None:
    assert Cut.of("middle", [(1, 1)]).quadrant(impact, effort) == quadrant


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(1, 5)), min_size=1))
def test_medians_are_those_of_the_standard_library(rated: list[tuple[float, float]]) -> None:
    cut = Cut.of("median", [*rated, (None, 3.0), (4.0, None)])
    assert cut.impact == pytest.approx(statistics.median(impact for impact, _ in rated))
    assert cut.effort == pytest.approx(statistics.median(effort for _, effort in rated))


def test_without_ratings_the_median_is_the_middle() -> None:
    assert Cut.of("median", []).quadrant(3, 1) == "quick-win"
