"""Choose the plural form that a number takes in a language (the rules of Unicode CLDR for cardinal numbers)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final


def category(amount: float, rule: str) -> str:
    """The plural category of a number, by the name of a rule: `one`, `few`, `many` or `other`.

    >>> [category(amount, "east-slavic") for amount in (1, 3, 5, 11, 21, 1.5)]
    ['one', 'few', 'many', 'many', 'one', 'other']
    """
    return _RULES[rule](abs(amount))


def _whole(amount: float) -> bool:
    return amount == int(amount)


def _ends(amount: float, low: int, high: int) -> bool:
    """Whether a number ends in a digit from `low` to `high`, and not in a number from eleven to nineteen."""
    return low <= amount % 10 <= high and not 11 <= amount % 100 <= 19  # noqa: PLR2004 - the numbers of the rule


def _few(amount: float) -> bool:
    return 2 <= amount <= 4  # noqa: PLR2004 - the numbers of the rule


def _one(amount: float) -> str:
    return "one" if amount == 1 else "other"


def _below_two(amount: float) -> str:
    return "one" if amount < 2 else "other"  # noqa: PLR2004 - the number of the rule


def _danish(amount: float) -> str:
    return "one" if amount == 1 or (not _whole(amount) and amount < 2) else "other"  # noqa: PLR2004 - as above


def _none(_amount: float) -> str:
    return "other"


def _east_slavic(amount: float) -> str:
    if not _whole(amount):
        return "other"
    return "one" if _ends(amount, 1, 1) else "few" if _ends(amount, 2, 4) else "many"


def _polish(amount: float) -> str:
    if not _whole(amount):
        return "other"
    return "one" if amount == 1 else "few" if _ends(amount, 2, 4) else "many"


def _czech(amount: float) -> str:
    if not _whole(amount):
        return "many"
    return "one" if amount == 1 else "few" if _few(amount) else "other"


def _romanian(amount: float) -> str:
    if amount == 1:
        return "one"
    return "few" if not _whole(amount) or amount == 0 or 1 <= amount % 100 <= 19 else "other"  # noqa: PLR2004


_RULES: Final[Mapping[str, Callable[[float], str]]] = MappingProxyType(
    {
        "none": _none,
        "one": _one,
        "below-two": _below_two,
        "danish": _danish,
        "east-slavic": _east_slavic,
        "polish": _polish,
        "czech": _czech,
        "romanian": _romanian,
    }
)
