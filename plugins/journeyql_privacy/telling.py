"""How findings put things: paths, lists, and the places that explain them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Related
from journeyql.model import Element, View
from journeyql_privacy.paths import Path

#: How many touchpoints of a path are named at its beginning and at its end when it is too long for a line.
_HEAD, _TAIL = 3, 6


def route(path: Path) -> str:
    """A path in the language's own arrows; the middle of a long one is left out."""
    names = [place.id for place in path]
    if len(names) > _HEAD + _TAIL + 1:
        names = [*names[:_HEAD], f"({len(names) - _HEAD - _TAIL} more)", *names[-_TAIL:]]
    return " -> ".join(names)


def steps(path: Path) -> Iterator[Related]:
    """The touchpoints of a path but the last one, as places that explain a finding about that."""
    numbered = [(number, place) for number, place in enumerate(path[:-1], start=1)]
    shown = numbered if len(numbered) <= _HEAD + _TAIL else [*numbered[:_HEAD], *numbered[-_TAIL:]]
    for number, place in shown:
        yield Related(place.span, f"step {number} of the path")


def listed(elements: Iterable[Element]) -> str:
    """The names of elements, each once."""
    return ", ".join(dict.fromkeys(element.id for element in elements))


def title(view: View, element: Element) -> str:
    """What people call an element, in quotation marks."""
    return f'"{view.title(element)}"'
