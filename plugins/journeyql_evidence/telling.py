"""How findings put things: a few of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyql.model import Element, View
from journeyql.wording import several

_MOST = 3


def some(words: Iterable[str]) -> str:
    """The first few of them, and how many more there are."""
    return several(words, _MOST)


def titles(view: View, elements: Sequence[Element]) -> str:
    """The titles of a few elements."""
    return some(f'"{view.title(element)}"' for element in elements)
