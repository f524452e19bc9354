"""Figures and names in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from journeyql.wording import several

T = TypeVar("T")
_NAMED = 3
_UNITS = ((365.2425 * 86400, "y"), (604800, "w"), (86400, "d"), (3600, "h"), (60, "min"))
_ENOUGH = 2
_ALMOST = 1 - 1e-9


def percent(part: float) -> str:
    """A part of a whole, without decimals where these say nothing.

    >>> percent(0.307), percent(0.004), percent(1)
    ('31%', '0.4%', '100%')
    """
    value = part * 100
    return f"{value:.0f}%" if value >= 1 or value == 0 else f"{value:.1g}%"


def lasting(seconds: float) -> str:
    """A time in the largest unit of which there are two, else the next smaller one.

    >>> lasting(90), lasting(5400), lasting(350_000), lasting(2 * 86400 - 1e-6)
    ('90s', '90min', '4.1d', '2d')
    """
    for length, unit in _UNITS:
        if seconds >= _ENOUGH * length * _ALMOST:
            return f"{seconds / length:.2g}{unit}" if seconds < 100 * length else f"{seconds / length:.0f}{unit}"
    return f"{seconds:.3g}s"


def listed(items: Sequence[T], say: Callable[[T], str] = str) -> str:
    """Things in a sentence, each as it is said; of many the first ones.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a', 'a and b', 'a, b, c and 2 more')
    """
    return several(items, _NAMED if len(items) > _NAMED + 1 else len(items), say)
