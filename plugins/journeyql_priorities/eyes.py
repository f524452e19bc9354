"""What the map says of an element, through the eyes of all its personas at once."""

from __future__ import annotations

from typing import TypeVar

import attrs

from journeyql.model import Cell, Element, Journey, Many, Varying, View
from journeyql.source import Span

T = TypeVar("T")
E = TypeVar("E", bound=Element)


@attrs.frozen(eq=False, repr=False)
class Eyes:
    """A view, and those of its personas that differ.

    What is planned is planned for all of them, so a value that differs from persona to persona is told of the one for
    whom it is largest.
    """

    view: View
    people: tuple[View, ...]

    @classmethod
    def of(cls, view: View) -> Eyes:
        """All who go through a journey of the view."""
        seen = (one for journey in view.journeys for one in view.perspectives(journey).values())
        return cls(view, tuple(dict.fromkeys(seen)) or (view,))

    def every(self, kind: type[E]) -> tuple[E, ...]:
        """All elements of a kind in the journeys of the view, and in none."""
        found = self.view.of(kind)
        if len(self.view.model.journeys) == len(self.view.of(Journey)) == len(self.view.journeys):
            return found
        own = {None, *(journey.path for journey in self.view.journeys)}
        return tuple(item for item in found if self.journey(item) in own)

    def journey(self, element: Element) -> str | None:
        """The path of the journey around an element."""
        around = self.view.around(element, Journey)
        return None if around is None else around.path

    def all(self, field: Varying[T]) -> list[T]:
        """The values of a property for whomever they hold."""
        cells = field.cells
        if not cells:
            return []
        if len(cells) == 1 and not cells[0].qualifiers:  # what every view would say
            return [cells[0].value]
        found = (seen[field] for seen in self._looking(field))
        return [value for value in found if value is not None]

    def most(self, field: Varying[float]) -> float | None:
        """The largest value of a number."""
        return max(self.all(field), default=None)

    def word(self, field: Varying[str]) -> str:
        """The first value of a word, empty when it is not stated."""
        return self.one(field) or ""

    def one(self, field: Varying[T]) -> T | None:
        """The first value of anything else."""
        cells = field.cells
        if len(cells) == 1 and not cells[0].qualifiers:
            return cells[0].value
        found = self.all(field) if cells else ()
        return found[0] if found else None

    def cell(self, field: Varying[T]) -> Cell[T] | None:
        """The first cell of a property, with what is said behind its value."""
        return next((cell for seen in self._looking(field) if (cell := seen.cell(field)) is not None), None)

    def many(self, field: Many[T]) -> tuple[T, ...]:
        """All values of a list, for whomever they hold, each once."""
        if not field.cells:
            return ()
        views = self.people if any(cell.qualifiers for cell in field.cells) else (self.view,)
        return tuple(dict.fromkeys(value for seen in views for value in seen[field]))

    def span(self, element: Element, *fields: Varying[T] | Many[T]) -> Span:
        """The words to point at: those of the first property that is stated, else the element."""
        for field in fields:
            for seen in (self.view, *self.people):
                cell = next(iter(seen.cells(field)), None) if isinstance(field, Many) else seen.cell(field)
                if cell is not None:
                    return cell.span
        return element.span

    def title(self, element: Element) -> str:
        """The words for an element."""
        return self.view.title(element)

    def _looking(self, field: Varying[T]) -> tuple[View, ...]:
        if not field.cells:
            return ()
        return self.people if any(cell.qualifiers for cell in field.cells) else (self.view,)
