"""Whether two shares differ by more than chance: the two-proportion z test, and Fisher's exact test for small counts.

Nothing but `math` is needed: logarithms of factorials for the one, the complementary error function for the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import erfc, exp, lgamma, sqrt
from typing import Final, TypeAlias

#: How many got something, and how many of them did what was hoped for.
Arm: TypeAlias = tuple[int, int]

#: An expected count below this asks for the exact test (Cochran, Biometrics 10, 1954).
LEAST_EXPECTED: Final = 5
#: Tables with more possibilities than this are not counted out; the approximation is close for them.
_MOST_TABLES: Final = 10_000
#: How much more probable a table may be and still count as equal, for the rounding of logarithms.
_EQUAL: Final = 1 + 1e-7


def compared(first: Arm, second: Arm) -> tuple[float, str]:
    """The two-sided probability of such a difference by chance alone, and which test it is of (`fisher` or `z`)."""
    if exact(first, second):
        return fisher(first, second), "fisher"
    return two_proportions(first, second), "z"


def exact(first: Arm, second: Arm) -> bool:
    """Whether an expected count is too small for the z test, and the tables are few enough to count."""
    (size, hits), (other, more) = first, second
    total = size + other
    expected = min(size, other) * min(hits + more, total - hits - more) / total if total else 0
    return expected < LEAST_EXPECTED and min(size, other, hits + more) <= _MOST_TABLES


def two_proportions(first: Arm, second: Arm) -> float:
    """The z test with a pooled share; 1 where nobody or everybody succeeded.

    >>> round(two_proportions((254, 28), (301, 36)), 3)
    0.731
    """
    (size, hits), (other, more) = first, second
    if not size or not other:
        return 1.0
    pooled = (hits + more) / (size + other)
    error = sqrt(pooled * (1 - pooled) * (1 / size + 1 / other))
    return erfc(abs(hits / size - more / other) / error / sqrt(2)) if error else 1.0


def fisher(first: Arm, second: Arm) -> float:
    """Fisher's exact test: the probability of all tables that are no more probable than this one.

    The tea tasting (Fisher, The Design of Experiments, 1935): three of four cups told rightly.

    >>> round(fisher((4, 3), (4, 1)), 4)
    0.4857
    """
    (size, hits), (other, more) = first, second
    chances = list(_tables(size, other, hits + more))
    least = max(0, hits + more - other)
    here = chances[hits - least] * _EQUAL
    return min(1.0, sum(chance for chance in chances if chance <= here))


def _tables(size: int, other: int, hits: int) -> Iterator[float]:
    """The hypergeometric probability of each number of hits in the first arm, from the least possible."""
    whole = _choices(size + other, hits)
    for count in range(max(0, hits - other), min(size, hits) + 1):
        yield exp(_choices(size, count) + _choices(other, hits - count) - whole)


def _choices(of: int, some: int) -> float:
    """The logarithm of the binomial coefficient."""
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)
