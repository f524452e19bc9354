"""Circles of references that must lead somewhere: a place, a market around a market, what was planned, what comes before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.element import AFTER, Element
from journeyql.model.kinds import Action, Market, Touchpoint
from journeyql.model.varying import Cell, Many, Ref, Varying
from journeyql.model.vocabulary import PropertySpec, property_of

#: For each element (by path) the references that lead on from it.
Links = Mapping[str, tuple[Cell[Ref[Element]], ...]]

#: A longer circle is shown by its beginning.
_MOST_NAMED = 20
#: The properties whose references must not lead back.
LEADING: tuple[PropertySpec, ...] = (
    AFTER,
    property_of(Market.in_),
    property_of(Touchpoint.of),
    property_of(Action.depends),
)


def circles(elements: Mapping[str, Element]) -> Iterator[Diagnostic]:
    """A finding for each circle, at the reference of its first element in the order of the file."""
    for spec in LEADING:
        links = _links(elements.values(), spec)
        for circle in _circles(links) if links else ():
            yield _finding(spec, circle, links)


def _links(elements: Iterable[Element], spec: PropertySpec) -> Links:
    holders = (element for element in elements if element.entry.properties.get(spec.name) is spec)
    fields: Iterator[tuple[str, Varying[Ref[Element]] | Many[Ref[Element]]]] = (
        (element.path, getattr(element, spec.field)) for element in holders
    )
    return {path: field.cells for path, field in fields if field.cells}


def _circles(links: Links) -> Iterator[tuple[str, ...]]:
    """The circles that a walk along all references meets, from their first element on; none shares one with another."""
    order = {path: index for index, path in enumerate(links)}
    done: set[str] = set()
    told: set[str] = set()
    for start in links:
        way = {} if start in done else {start: _further(start, links)}
        while way:
            path, ahead = next(reversed(way.items()))
            found = next((other for other in ahead if other not in done), None)
            if found is None:
                done.add(path)
                way.popitem()
            elif found not in way:
                way[found] = _further(found, links)
            elif not told & {path, found} and not told & set(circle := _back(way, found)):
                told.update(circle)
                first = circle.index(min(circle, key=lambda one: order[one]))
                yield (*circle[first:], *circle[:first])


def _further(path: str, links: Links) -> Iterator[str]:
    return (cell.value.path for cell in links.get(path, ()))


def _back(way: dict[str, Iterator[str]], found: str) -> list[str]:
    """The part of a way that begins with an element that it met again."""
    return [found, *reversed([*takewhile(lambda path: path != found, reversed(way))])]


def _finding(spec: PropertySpec, circle: tuple[str, ...], links: Links) -> Diagnostic:
    named = [f"`{path.rpartition('.')[2]}`" for path in circle]
    shown = named if len(named) <= _MOST_NAMED else [*named[:_MOST_NAMED], "…"]
    names = " → ".join([*shown, named[0]])
    following = circle[1] if len(circle) > 1 else circle[0]
    span = next(cell.span for cell in links[circle[0]] if cell.value.path == following)
    message = f"`{spec.name}` leads in a circle: {names}"
    return rules.CIRCLE.at(span, message, help="one of them must come first: leave its reference out")
