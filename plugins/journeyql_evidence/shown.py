"""What a view shows: its elements, and the values that hold in it for somebody who goes through a journey."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeAlias

import attrs

from journeyql.model import Cell, Element, Journey, Many, Varying, View

Field: TypeAlias = Varying[Any] | Many[Any]


@attrs.frozen(eq=False, repr=False, slots=False)
class Shown:
    """A view of a journey with those through whose eyes it is seen: its personas, and segments that no persona is in.

    `personas` has their views by name, one without a name where there is none; `segments` those of the others; `divided`
    are the paths of elements that not everybody has.
    """

    view: View
    personas: Mapping[str, View]
    segments: Mapping[str, View]
    divided: Container[str] = frozenset()

    @classmethod
    def of(cls, view: View, journey: Journey | None) -> Shown:
        """What is seen of a journey; of what stands in none, what holds for everybody."""
        personas = {"": view} if journey is None else view.perspectives(journey)
        parts = dict.fromkeys(personas.values())
        divided = frozenset(
            item.path
            for above in view.model.conditional
            for item in (above, *view.model.below(above))
            if not all(part.has(item) for part in parts)
        )
        if journey is None or not view.chooser.everyone:
            return cls(view, personas, {}, divided)
        known = {segment for name in personas for segment in view.model.segments_of(name)}
        others = (name for name in view.model.used("segment") if name not in known)
        return cls(view, personas, {name: view.narrowed(segment=name) for name in others}, divided)

    @cached_property
    def plain(self) -> bool:
        """Whether all see the same."""
        return not self.segments and all(one is self.view for one in self.personas.values())

    def has(self, element: Element) -> bool:
        """Whether an element exists in the view, for anybody."""
        return self.view.has(element)

    def cells(self, field: Field) -> tuple[Cell[Any], ...]:
        """The values of a property that hold for anybody, each once."""
        if not field.cells or (len(field.cells) == 1 and not field.cells[0].qualifiers):
            return field.cells
        found = {id(cell) for look in self._looks for cell in _held(look, field)}
        return tuple([cell for cell in field.cells if id(cell) in found])

    @cached_property
    def _looks(self) -> tuple[View, ...]:
        """All views that differ."""
        return tuple(dict.fromkeys((*self.personas.values(), *self.segments.values())))

    def people(self, element: Element, field: Field, cell: Cell[Any]) -> tuple[str, ...] | None:
        """For whom a value of an element holds, nobody named where that is everybody; None where it is not shown."""
        if not self.has(element):
            return None
        if len(field.cells) == 1 and not field.cells[0].qualifiers and element.path not in self.divided:
            return ()
        if self.plain:
            return () if any(cell is held for held in self.cells(field)) else None
        personas = [name for name, look in self.personas.items() if _sees(look, element, field, cell)]
        if len(personas) == len(self.personas):
            return ()
        found = personas or [name for name, look in self.segments.items() if _sees(look, element, field, cell)]
        return tuple(found) if found else None


def _held(view: View, field: Field) -> Iterable[Cell[Any]]:
    if isinstance(field, Many):
        return view.cells(field)
    cell = view.cell(field)
    return () if cell is None else (cell,)


def _sees(view: View, element: Element, field: Field, cell: Cell[Any]) -> bool:
    return view.has(element) and any(cell is held for held in _held(view, field))
