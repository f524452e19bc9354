"""Turns a drawing round for languages that are written from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.render import Element, element
from journeyql.render.svg import number


def mirrored(drawn: Iterable[Element], width: float) -> Iterator[Element]:
    """The drawing mirrored in the middle of a page: places of texts, and everything else as a whole.

    With the direction of the picture, a text that began at its left end begins at its right end.
    """
    shapes: list[Element] = []
    for item in drawn:
        if item.name == "text":
            yield from _turned(shapes, width)
            shapes = []
            yield _text(item, width)
        else:
            shapes.append(item)
    yield from _turned(shapes, width)


def _turned(shapes: list[Element], width: float) -> Iterator[Element]:
    if shapes:
        yield element("g", *shapes, transform=f"matrix(-1 0 0 1 {number(width)} 0)")


def _text(item: Element, width: float) -> Element:
    attributes = tuple((key, number(width - float(value)) if key == "x" else value) for key, value in item.attributes)
    children = tuple(_text(child, width) if isinstance(child, Element) else child for child in item.children)
    return attrs.evolve(item, attributes=attributes, children=children)
