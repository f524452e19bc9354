"""Turns a drawing round for languages that are written from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from journeyql.render import Element, element
from journeyql.render.svg import number

#: The anchor of a text -> that of its mirror image; the first end is what SVG takes for granted.
_ANCHORS: Final = {"start": "end", "middle": "middle", "end": None}


def mirrored(drawn: Iterable[Element], width: float) -> Iterator[Element]:
    """The drawing mirrored in the middle of a page: places of texts, and everything else as a whole.

    The attribute `direction` is not used: not every program that draws SVG knows it, and those that do exchange the
    ends that `text-anchor` means. So the ends are exchanged here, and texts bring their direction along.
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
        yield element("g", *map(_unturned, shapes), transform=f"matrix(-1 0 0 1 {number(width)} 0)")


def _unturned(item: Element) -> Element:
    """A picture turned in itself, so that it is the right way round in a drawing that is turned as a whole."""
    if item.name != "image":
        return item
    given = dict(item.attributes)
    twice = 2 * float(given["x"]) + float(given["width"])
    return attrs.evolve(item, attributes=(*item.attributes, ("transform", f"matrix(-1 0 0 1 {number(twice)} 0)")))


def _text(item: Element, width: float) -> Element:
    """A text at its mirrored place, which it now ends at if it began there."""
    given = dict(item.attributes)
    if "x" in given:
        given["x"] = number(width - float(given["x"]))
    if item.name == "text":
        anchor = _ANCHORS.get(given.pop("text-anchor", "start"))
        given |= {"text-anchor": anchor} if anchor else {}
    children = tuple(_text(one, width) if isinstance(one, Element) else one for one in item.children)
    return attrs.evolve(item, attributes=tuple(given.items()), children=children)
