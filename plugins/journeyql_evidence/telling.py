"""How findings put things: a few of many, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from journeyql.model import Element, View
from journeyql.source import Span

_MOST = 3


def some(words: Sequence[str]) -> str:
    """The first few of them, and how many more there are.

    >>> some(["a"]), some(["a", "b", "c"]), some(["a", "b", "c", "d", "e"])
    ('a', 'a, b and c', 'a, b, c and 2 more')
    """
    more = len(words) - _MOST
    shown, last = (words[:_MOST], f"{more} more") if more > 0 else (words[:-1], words[-1])
    return f"{', '.join(shown)} and {last}" if shown else last


def counted(number: int, word: str) -> str:
    """A number with its word.

    >>> counted(1, "score"), counted(2, "score"), counted(2, "guess")
    ('1 score', '2 scores', '2 guesses')
    """
    plural = f"{word}es" if word.endswith("s") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def words(view: View, element: Element) -> Span:
    """The words to point at: the title of an element, or else all of it."""
    cell = view.cell(element.title)
    return element.span if cell is None else cell.span


def titles(view: View, elements: Sequence[Element]) -> str:
    """The titles of a few elements."""
    return some([f'"{view.title(element)}"' for element in elements])
