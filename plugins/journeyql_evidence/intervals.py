"""Confidence intervals of 95 % that can be worked out from a figure and the size of its sample."""

from __future__ import annotations

from math import sqrt
from typing import Final

#: The 97.5 % quantile of the normal distribution.
Z: Final = 1.959963984540054


def wilson(share: float, sample: float) -> tuple[float, float]:
    """The interval of a share (0 to 1) of a sample (above 0): Wilson, Journal of the American Statistical Association 22 (1927).

    >>> [round(end, 4) for end in wilson(28 / 52, 52)]
    [0.405, 0.6666]
    """
    centre = share + Z * Z / (2 * sample)
    half = Z * sqrt(share * (1 - share) / sample + Z * Z / (4 * sample * sample))
    whole = 1 + Z * Z / sample
    return max(0.0, (centre - half) / whole), min(1.0, (centre + half) / whole)


def promoter_error(score: float, decided: float, sample: float) -> float:
    """The standard error of a net promoter score (-100 to 100) in points.

    The score is the share of promoters (9 and 10 of 0..10) less that of detractors (0 to 6): Reichheld, Harvard Business
    Review 12/2003. `decided` is the share of both together (0 to 1); the variance of one answer, +1, 0 or -1, is that
    share less the square of the mean.

    >>> round(promoter_error(100 * (1 / 2 - 1 / 6), 1 / 2 + 1 / 6, 600), 4)
    3.0429
    """
    mean = score / 100
    return 100 * sqrt(max(0.0, decided - mean * mean) / sample)


def promoters(score: float, sample: float) -> tuple[float, float] | None:
    """The widest interval that a net promoter score can have: no passives at all, which nobody wrote down.

    None for a score of 100 or -100, of which an error of zero would be claimed.
    """
    half = Z * promoter_error(score, 1.0, sample)
    return (max(-100.0, score - half), min(100.0, score + half)) if half else None


def mean(value: float, low: float, high: float, sample: float) -> tuple[float, float]:
    """The widest interval of a mean on a scale: no answers vary more than half at either end.

    The variance is at most (high - low)²/4: Popoviciu, Mathematica 9 (1935).

    >>> [round(end, 2) for end in mean(3.6, 1, 5, 100)]
    [3.21, 3.99]
    """
    half = Z * (high - low) / (2 * sqrt(sample))
    return max(low, value - half), min(high, value + half)
