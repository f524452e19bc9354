"""Which of some elements anything in the model refers to, in whatever context."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from journeyql.model import Cell, Element, Journey, Many, Model, Ref, Varying, Work


def referred(model: Model, paths: set[str]) -> set[str]:
    """Those of the paths that a reference names; the usual places are looked at first, the others for what is left."""
    found = paths & {cell.value.path for field in _usual(model) for cell in field.cells}
    if found == paths:
        return found
    return found | (paths & {path for element in model.elements.values() for path in _anywhere(element)})


def _usual(model: Model) -> Iterator[Varying[Ref[Any]] | Many[Ref[Any]]]:
    yield from [element.owner for element in model.elements.values()]
    yield from [work.by for work in model.all(Work)]
    for journey in model.all(Journey):
        yield from (journey.consulted, journey.informed)


def _anywhere(element: Element) -> Iterator[str]:
    for holder in (element, *element.facets.values()):
        for cell in _cells(holder):
            if isinstance(cell.value, Ref):
                yield cell.value.path
            if cell.options is not None:
                yield from (other.value.path for other in _cells(cell.options) if isinstance(other.value, Ref))


def _cells(holder: object) -> Iterator[Cell[object]]:
    kind: Any = type(holder)
    for name in _fields(kind):
        value = getattr(holder, name)
        if isinstance(value, Varying | Many):
            yield from value.cells


@cache
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls)) if attrs.has(cls) else ()
