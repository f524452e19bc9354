"""The same journey as each of its personas goes through it."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from journeyql.model import Element, View

E_co = TypeVar("E_co", bound=Element, covariant=True)


@attrs.frozen(eq=False, repr=False)
class Seen(Generic[E_co]):
    """An element with a view that shows it."""

    view: View
    place: E_co


def quoted(one: Seen[Element]) -> str:
    """Its title in quotation marks."""
    return f'"{one.view.title(one.place)}"'
