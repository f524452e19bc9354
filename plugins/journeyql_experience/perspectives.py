"""The same journey as each of its personas goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import attrs

from journeyql.model import Element, Journey, View

E = TypeVar("E", bound=Element)
E_co = TypeVar("E_co", bound=Element, covariant=True)


def inside(view: View, journey: Journey, kind: type[E]) -> Iterator[E]:
    """All elements of a kind below a journey, at any depth, in order; cheaper than `within` for kinds asked for again."""
    return (element for element in view.of(kind) if view.around(element, Journey) is journey)


@attrs.frozen(eq=False, repr=False)
class Seen(Generic[E_co]):
    """An element with a view that shows it."""

    view: View
    place: E_co


def quoted(one: Seen[Element]) -> str:
    """Its title in quotation marks."""
    return f'"{one.view.title(one.place)}"'
