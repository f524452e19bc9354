"""How findings put things: a few of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from journeyql.model import Element, View
from journeyql.wording import several

T = TypeVar("T")
_MOST = 3


def some(items: Iterable[T], say: Callable[[T], str] = str) -> str:
    """The first few of them, each as it is said, and how many more there are."""
    return several(items, _MOST, say)


def once(words: list[str]) -> str:
    """The first few of them, equal ones once; each counts among those that are left out.

    >>> once(["a", "a", "b"]), once(["a", "a", "b", "c", "d"])
    ('a and b', 'a, b, c and 2 more')
    """
    different = [*dict.fromkeys(words)]
    return some(different + words[len(different) :] if len(different) > _MOST else different)


def titles(view: View, elements: Sequence[Element]) -> str:
    """The titles of a few elements."""
    return some(elements, lambda element: f'"{view.title(element)}"')
