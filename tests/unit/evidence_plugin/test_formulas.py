"""Intervals and tests against published worked examples and independent computations."""

from __future__ import annotations

from math import comb, isclose

import pytest

from journeyql_evidence import intervals, significance

# ---- Intervals

WILSON = [
    # statsmodels 0.14, proportion_confint(count, nobs, method="wilson")
    (28, 52, 0.40503611, 0.66659525),
    (0, 10, 0.0, 0.27753280),
    (10, 10, 0.72246720, 1.0),
    (35, 412, 0.06171535, 0.11585584),
]


@pytest.mark.parametrize(("hits", "sample", "low", "high"), WILSON)
def test_wilson(hits: int, sample: int, low: float, high: float) -> None:
    assert intervals.wilson(hits / sample, sample) == pytest.approx((low, high), abs=1e-7)


def test_the_error_of_a_net_promoter_score_with_known_parts() -> None:
    """Half promoters, a sixth detractors of 600: 33.33, standard error 3.0429, interval 27.37 to 39.30."""
    error = intervals.promoter_error(100 / 3, 2 / 3, 600)
    assert error == pytest.approx(3.0429, abs=5e-5)
    half = intervals.Z * error
    assert (100 / 3 - half, 100 / 3 + half) == pytest.approx((27.37, 39.30), abs=5e-3)


@pytest.mark.parametrize("promoters", [40, 55, 70])
def test_no_split_of_a_net_promoter_score_has_a_wider_interval(promoters: int) -> None:
    """Of 100 answers with a score of 40, whatever the split: the variance of +1, 0 and -1 by its definition."""
    detractors = promoters - 40
    answers = [1] * promoters + [-1] * detractors + [0] * (100 - promoters - detractors)
    variance = sum((answer - 0.4) ** 2 for answer in answers) / 100
    low, high = intervals.promoters(40, 100) or (0, 0)
    assert (high - low) / 2 >= 100 * intervals.Z * (variance / 100) ** 0.5 - 1e-9


def test_a_score_of_everybody_has_no_interval_to_claim() -> None:
    assert intervals.promoters(100, 12) is None


@pytest.mark.parametrize("answers", [[1] * 50 + [5] * 50, [1, 2, 3, 4, 5] * 20, [3] * 100])
def test_no_answers_on_a_scale_have_a_wider_interval(answers: list[int]) -> None:
    """Popoviciu 1935, by the variance of the answers themselves; half at either end reaches it."""
    mean = sum(answers) / len(answers)
    variance = sum((answer - mean) ** 2 for answer in answers) / len(answers)
    low, high = intervals.mean(mean, 1, 5, len(answers))
    assert (high - low) / 2 >= intervals.Z * (variance / len(answers)) ** 0.5 - 1e-9


def test_an_interval_stays_on_its_scale() -> None:
    assert intervals.mean(4.9, 1, 5, 4)[1] == 5
    assert intervals.promoters(-98, 2)[0] == -100  # type: ignore[index]  # it has one


# ---- Tests of two shares

FISHER = [
    # Fisher, The Design of Experiments (1935): the tea tasting, three of four cups
    ((4, 3), (4, 1), 0.485714),
    # the worked example in the documentation of scipy.stats.fisher_exact: whales and sharks of two oceans
    ((10, 8), (6, 1), 0.034965),
    # SciPy 1.14, fisher_exact
    ((10, 0), (10, 3), 0.210526),
    ((25, 1), (25, 5), 0.189463),
]
PROPORTIONS = [
    # Pennsylvania State University, STAT 415, 9.4: a tax on cigarettes, 351 of 605 and 41 of 195; z = 8.99
    ((605, 351), (195, 41), 2.5662e-19),
    # statsmodels 0.14, proportions_ztest
    ((5120, 1638), (5098, 1886), 1.0411e-07),
    ((210, 19), (204, 23), 0.453082),
    ((100, 20), (100, 23), 0.605603),
]


@pytest.mark.parametrize(("first", "second", "p"), FISHER)
def test_fisher(first: tuple[int, int], second: tuple[int, int], p: float) -> None:
    assert significance.fisher(first, second) == pytest.approx(p, abs=1e-6)
    assert significance.compared(first, second) == (significance.fisher(first, second), "fisher")


@pytest.mark.parametrize(("first", "second", "p"), PROPORTIONS)
def test_two_proportions(first: tuple[int, int], second: tuple[int, int], p: float) -> None:
    assert significance.two_proportions(first, second) == pytest.approx(p, rel=1e-4)
    assert significance.compared(first, second) == (significance.two_proportions(first, second), "z")


@pytest.mark.parametrize("hits", range(9))
def test_fisher_counts_every_table(hits: int) -> None:
    """By the binomial coefficients of `math.comb`, without logarithms."""
    size, other = 7, 9
    total = comb(size + other, hits)
    chances = {
        count: comb(size, count) * comb(other, hits - count) / total
        for count in range(max(0, hits - other), min(size, hits) + 1)
    }
    for count, here in chances.items():
        expected = sum(chance for chance in chances.values() if chance <= here * (1 + 1e-9))
        assert isclose(significance.fisher((size, count), (other, hits - count)), min(1, expected), rel_tol=1e-9)


@pytest.mark.parametrize(
    "arms",
    [((0, 0), (0, 0)), ((5, 0), (5, 0)), ((5, 5), (5, 5)), ((10**15, 3), (10**15, 4)), ((10**15, 10**14), (7, 1))],
)
def test_nothing_to_compare_and_endless_counts(arms: tuple[significance.Arm, significance.Arm]) -> None:
    assert 0 <= significance.compared(*arms)[0] <= 1


def test_the_order_of_arms_does_not_matter() -> None:
    assert significance.compared((10, 8), (6, 1))[0] == pytest.approx(significance.compared((6, 1), (10, 8))[0])
