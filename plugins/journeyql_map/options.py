"""What can be set for the map."""

from __future__ import annotations

from typing import Literal

import attrs
from attrs import validators

_LAYOUTS = ("map", "blueprint", "curve", "executive")
_PAGES = ("", "A4", "A3", "A2", "letter", "tabloid")


def _state(_options: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Only states that the language has; the model is loaded when one is asked for."""
    if value:
        from journeyql.model import STATES  # see above

        if value not in STATES:
            message = f"`{attribute.name}` must be one of {', '.join(STATES)}, not {value!r}"
            raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """The settings of `-t map`.

    `layout`: the whole map, the service blueprint, the curve alone, or one page for executives.
    `saved`: the name of a `view` of the journey whose selection is drawn.
    `columns`: how many touchpoints stand side by side at most; a wider map goes on below. 0: all of them.
    `page`: the size of paper that the map is divided into pages for, each a picture of its own; no text is smaller than 6 points.
    `portrait`: whether pages stand upright; it needs `page`.
    `axis`: whether columns stand by their order, or by the time since the journey began.
    `curves`: lanes of type `score` whose values are drawn as curves beside emotion; those about a competitor (`of=`) always are.
    `compare`: a state like `future` whose curves are drawn beside those of the map, where they differ.
    """

    layout: Literal["map", "blueprint", "curve", "executive"] = attrs.field(
        default="map", validator=validators.in_(_LAYOUTS)
    )
    saved: str = attrs.field(default="", validator=validators.instance_of(str))
    columns: int = attrs.field(default=0, validator=[validators.instance_of(int), validators.ge(0)])
    page: Literal["", "A4", "A3", "A2", "letter", "tabloid"] = attrs.field(default="", validator=validators.in_(_PAGES))
    portrait: bool = attrs.field(default=False, validator=validators.instance_of(bool))
    axis: Literal["order", "time"] = attrs.field(default="order", validator=validators.in_(("order", "time")))
    curves: tuple[str, ...] = attrs.field(default=(), validator=validators.deep_iterable(validators.instance_of(str)))
    compare: str = attrs.field(default="", validator=[validators.instance_of(str), _state])


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PngOptions(Options):
    """The settings of `-t png`: those of the map, and how large it is.

    `zoom`: how many dots a pixel of the SVG takes in each direction, from above 0 to 10.
    `layout`, `saved`, `columns`, `page`, `portrait`, `axis`, `curves` and `compare` are those of `-t map`.
    """

    zoom: float = attrs.field(default=2.0, validator=[validators.gt(0.0), validators.le(10.0)])
