"""How findings put things: paths, lists, names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from journeyql.diagnostics import Related
from journeyql.model import Element, View
from journeyql_privacy.paths import Path

#: How many touchpoints of a path are named at most, and how many of those at its beginning and end when it is longer.
_MOST, _HEAD, _TAIL = 16, 3, 6
_GAP = "… -> "
#: So many places that explain a finding, and so many names in a list, are told one by one.
_FEW = 5


def route(path: Path, stops: Collection[Element] = ()) -> str:
    """A path in the language's own arrows; of the middle of a long one only some of the `stops` are named."""
    numbers: Sequence[int] = range(len(path))
    if len(path) > _MOST:
        middle = [number for number in numbers[_HEAD:-_TAIL] if path[number] in stops]
        numbers = [*numbers[:_HEAD], *middle[-_TAIL:], *numbers[-_TAIL:]]
    words = (f"{_GAP if number - before > 1 else ''}{path[number].id}" for before, number in pairwise((-1, *numbers)))
    return " -> ".join(words)


def listed(elements: Iterable[Element]) -> str:
    """The names of elements, each once; of many the first few, and how many more there are."""
    names = [*dict.fromkeys(element.id for element in elements)]
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more} more" if more > 0 else "")


def few(places: Iterable[Related]) -> Iterator[Related]:
    """Places that explain a finding; of many the first few, the last of which says how many more there are."""
    given = [*places]
    more = len(given) - _FEW
    yield from given[: _FEW - (more > 0)]
    if more > 0:
        last = given[_FEW - 1]
        yield Related(last.span, f"{last.message}; and {more} more")


def title(view: View, element: Element) -> str:
    """What people call an element, in quotation marks."""
    return f'"{view.title(element)}"'
