"""What a name means in the finished model, by the rules of the language, for words that are read late.

Guards (`if=c_news`) and words of a plugin that may name an element are such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs

from journeyql.model.element import Element

if TYPE_CHECKING:
    from journeyql.model.model import Model

E = TypeVar("E", bound=Element)


@attrs.frozen(eq=False, repr=False, slots=False)
class Naming:
    """The names of a model. `uses` has, by the name of each file, the names of the files that it uses.

    The keys are the names that the file gives them, or numbers where it gives none.
    """

    model: Model
    uses: Mapping[str, Mapping[str, str]]

    def find(self, name: str, kind: type[E], near: Element) -> E | None:
        """The nearest element of a kind that a bare name or dotted path means, seen from an element.

        Each step outward searches the whole subtree: the element itself, what surrounds it, its file, and the
        files that one uses. Where two are equally near, it is the first of them.
        """
        file = near.source.name
        first, _, rest = name.partition(".")
        if rest and first in self.uses.get(file, {}):
            return self._within(None, self.uses[file][first], rest, kind)
        for place in self._outward(near):
            found = self._within(place, file, name, kind)
            if found is not None:
                return found
        others = (self._within(None, other, name, kind) for other in self.uses.get(file, {}).values())
        return next(filter(None, others), None)

    def _outward(self, near: Element) -> Iterator[str | None]:
        """The paths of an element and of what surrounds it; None for its file."""
        path = near.path
        while path:
            yield path
            path = self.model.parents[path]
        yield None

    def _within(self, place: str | None, file: str, name: str, kind: type[E]) -> E | None:
        """The first element of the name in a place, or in a whole file."""
        *outer, last = name.split(".")
        for element in self._by_id.get(last, ()):
            around = tuple(self._outward(element))
            inside = place in around if place is not None else element.source.name == file
            if inside and isinstance(element, kind) and self._stands_in(around, outer):
                return element
        return None

    def _stands_in(self, around: tuple[str | None, ...], outer: list[str]) -> bool:
        ids = [self.model.elements[path].id for path in around[1:] if path is not None]
        return ids[: len(outer)] == outer[::-1]

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Element, ...]]:
        found: dict[str, list[Element]] = {}
        for element in self.model.elements.values():
            found.setdefault(element.id, []).append(element)
        return {name: tuple(elements) for name, elements in found.items()}
