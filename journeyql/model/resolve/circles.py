"""Circles of references that must lead somewhere: `after=`, the market around a market, the planned touchpoint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.element import Element
from journeyql.model.kinds import Market, Moment
from journeyql.model.varying import Cell, Many, Ref, Varying

Links = Mapping[str, Cell[Ref[Element]]]


def circles(elements: Mapping[str, Element]) -> Iterator[Diagnostic]:
    """A finding for each circle, at the reference of its first element in the order of the file."""
    for word in ("after", "in", "of"):
        links = _links(elements, word)
        told: set[str] = set()
        for path in links:
            circle = _circle(path, links)
            if circle and not told & set(circle):
                told.update(circle)
                yield _finding(word, circle, links[path])


def _links(elements: Mapping[str, Element], word: str) -> Links:
    fields = ((path, _field(element, word)) for path, element in elements.items())
    return {path: field.cells[0] for path, field in fields if field is not None and field.cells}


def _field(element: Element, word: str) -> Varying[Ref[Element]] | Many[Ref[Market]] | None:
    if word == "after":
        return element.after
    if word == "in":
        return element.in_ if isinstance(element, Market) else None
    return element.of if isinstance(element, Moment) else None


def _circle(path: str, links: Links) -> tuple[str, ...]:
    """The paths of the circle that a path is part of, or nothing."""
    seen = [path]
    while (cell := links.get(seen[-1])) is not None:
        if cell.value.path == path:
            return tuple(seen)
        if cell.value.path in seen:
            return ()
        seen.append(cell.value.path)
    return ()


def _finding(word: str, circle: tuple[str, ...], cell: Cell[Ref[Element]]) -> Diagnostic:
    names = " → ".join(f"`{path.rpartition('.')[2]}`" for path in (*circle, circle[0]))
    message = f"`{word}` leads in a circle: {names}"
    return rules.CIRCLE.at(cell.span, message, help="one of them must come first: leave its reference out")
