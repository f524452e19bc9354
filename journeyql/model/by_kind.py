"""Elements found by their class, without looking at all of them each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from journeyql.model.element import Element

E = TypeVar("E", bound=Element)


@attrs.frozen(eq=False, repr=False)
class ByKind:
    """Elements in their order; `exact` has those of each class, without those of classes derived from it."""

    elements: tuple[Element, ...]
    exact: Mapping[type[Element], tuple[Element, ...]]
    _known: dict[type[Any], tuple[Any, ...]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, elements: Iterable[Element]) -> ByKind:
        """Elements in their order."""
        given = tuple(elements)
        exact: dict[type[Element], list[Element]] = {}
        for element in given:
            exact.setdefault(type(element), []).append(element)
        return cls(given, {kind: tuple(found) for kind, found in exact.items()})

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Those of a class or of one derived from it, in order."""
        found = self._known.get(kind)
        if found is None:
            found = self._known[kind] = self._found(kind)
        return found

    def _found(self, kind: type[E]) -> tuple[Any, ...]:
        fitting = [cls for cls in self.exact if issubclass(cls, kind)]
        if len(fitting) < 2:  # noqa: PLR2004 - one class alone keeps its order
            return self.exact[fitting[0]] if fitting else ()
        return tuple([element for element in self.elements if isinstance(element, kind)])
