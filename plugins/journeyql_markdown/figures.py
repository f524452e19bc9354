"""Percentages and rounded numbers as the reader of a language writes them."""

from __future__ import annotations

from math import floor

from journeyql.render import numbers


def whole(value: float) -> int:
    """The nearest whole number, halves up, as readers expect it.

    >>> whole(22.5), whole(0.4)
    (23, 0)
    """
    return floor(value + 0.5)


def percent(value: float, locale: str) -> str:
    """A percentage: 35 is 35 %."""
    return numbers.percent(value, locale)
