"""How findings put things: paths, lists, names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from journeyql.model import Element, View
from journeyql_privacy.paths import Path

#: How many touchpoints of a path are named at most, and how many of those at its beginning and end when it is longer.
_MOST, _HEAD, _TAIL = 16, 3, 6
_GAP = "… -> "


def route(path: Path, stops: Collection[Element] = ()) -> str:
    """A path in the language's own arrows; of the middle of a long one only some of the `stops` are named."""
    numbers: Sequence[int] = range(len(path))
    if len(path) > _MOST:
        middle = [number for number in numbers[_HEAD:-_TAIL] if path[number] in stops]
        numbers = [*numbers[:_HEAD], *middle[-_TAIL:], *numbers[-_TAIL:]]
    words = (f"{_GAP if number - before > 1 else ''}{path[number].id}" for before, number in pairwise((-1, *numbers)))
    return " -> ".join(words)


def listed(elements: Iterable[Element]) -> str:
    """The names of elements, each once."""
    return ", ".join(dict.fromkeys(element.id for element in elements))


def title(view: View, element: Element) -> str:
    """What people call an element, in quotation marks."""
    return f'"{view.title(element)}"'
