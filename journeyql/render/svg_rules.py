"""Say which elements, attributes and values a picture may hold: a closed list, shared by writer and sanitizer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from journeyql.render.urls import url

SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
XLINK_NAMESPACE: Final = "http://www.w3.org/1999/xlink"
XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"

#: Elements that draw, group, describe or define; nothing that scripts, styles, embeds, animates or copies.
ELEMENTS: Final = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "a"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "marker"),
    }
)
#: Elements that may hold a text (`a` inside of `text`); white space elsewhere is only layout of the file.
TEXT_ELEMENTS: Final = frozenset({"text", "tspan", "title", "desc", "a"})

_NUMBER: Final = r"[-+]?(?:[0-9]{1,12}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][-+]?[0-9]{1,3})?"
_LENGTH: Final = rf"{_NUMBER}(?:%|em|ex|px|pt|pc|cm|mm|in)?"
_FUNCTION: Final = rf"(?:translate|scale|rotate|matrix|skewX|skewY)\(\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{0,5}}\s*\)"
_COLOUR: Final = (
    r"#[0-9A-Fa-f]{3,4}|#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{8}|[A-Za-z]{3,30}"
    r"|rgba?\(\s*[0-9.]{1,9}%?(?:\s*,\s*[0-9.]{1,9}%?){2,3}\s*\)"
)
_LOCAL: Final = r"url\(#[A-Za-z][\w.-]*\)"
_ID: Final = r"[A-Za-z_][\w.:-]*"


def _rule(pattern: str, *names: str) -> dict[str, str]:
    """The same rule for several attributes; `re` compiles those that a picture has, when they are first met."""
    return dict.fromkeys(names, pattern)


#: Attribute -> what its whole value must match, in ASCII characters. Values are never taken as CSS beyond this: no
#: `url()` but to an id of the same picture, no escapes, no comments.
ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_rule(_LENGTH, "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "fx", "fy"),
        **_rule(_LENGTH, "width", "height", "stroke-width", "stroke-dashoffset", "font-size", "letter-spacing"),
        **_rule(_LENGTH, "offset", "refX", "refY", "markerWidth", "markerHeight", "stroke-miterlimit"),
        **_rule(_LENGTH, "opacity", "fill-opacity", "stroke-opacity", "stop-opacity"),
        **_rule(rf"{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}", "viewBox"),
        **_rule(r"[MmZzLlHhVvCcSsQqTtAa0-9eE.,+\s-]*", "d"),
        **_rule(r"[0-9eE.,+\s-]*", "points"),
        **_rule(rf"{_FUNCTION}(?:[\s,]*{_FUNCTION})*", "transform", "gradientTransform"),
        **_rule(rf"none|{_LENGTH}(?:[\s,]+{_LENGTH})*", "stroke-dasharray"),
        **_rule(rf"{_COLOUR}|{_LOCAL}", "fill", "stroke"),
        **_rule(_COLOUR, "stop-color", "color"),
        **_rule(_LOCAL, "clip-path", "marker-start", "marker-mid", "marker-end"),
        **_rule(r"[\w ,.'-]+", "font-family"),
        **_rule(r"[1-9]00|normal|bold|bolder|lighter", "font-weight"),
        **_rule(r"normal|italic|oblique", "font-style"),
        **_rule(r"start|middle|end", "text-anchor"),
        **_rule(r"none|underline|overline|line-through", "text-decoration"),
        **_rule(r"auto|baseline|middle|central|hanging|alphabetic", "dominant-baseline"),
        **_rule(r"butt|round|square", "stroke-linecap"),
        **_rule(r"miter|round|bevel", "stroke-linejoin"),
        **_rule(r"nonzero|evenodd", "fill-rule", "clip-rule"),
        **_rule(r"ltr|rtl", "direction"),
        **_rule(r"auto|auto-start-reverse|-?[0-9.]{1,9}", "orient"),
        **_rule(r"userSpaceOnUse|objectBoundingBox|strokeWidth", "gradientUnits", "clipPathUnits", "markerUnits"),
        **_rule(r"x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?: meet| slice)?|none", "preserveAspectRatio"),
        **_rule(r"default|preserve", "xml:space"),
        **_rule(r"img|graphics-document|group|list|listitem|link|presentation|none", "role"),
        **_rule(r"true|false", "aria-hidden"),
        **_rule(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", "lang"),
        **_rule(_ID, "id"),
        **_rule(rf"{_ID}(?: {_ID})*", "class", "aria-labelledby", "aria-describedby"),
    }
)
#: Attributes whose value is a length.
LENGTHS: Final = frozenset(name for name, rule in ATTRIBUTES.items() if rule == _LENGTH)
#: Attributes whose value is a text for people.
TEXT_ATTRIBUTES: Final = frozenset({"aria-label"})
#: Attributes that name ids of the same picture.
REFERENCES: Final = frozenset({"aria-labelledby", "aria-describedby"})


def allowed_value(element: str, attribute: str, value: str) -> str | None:
    """The value to write for an attribute, or None when it may not stand there.

    Of a link only the target is kept, and only where `journeyql.render.urls.url` allows it.

    >>> allowed_value("rect", "fill", "#fff"), allowed_value("rect", "fill", "url(https://example.org)")
    ('#fff', None)
    >>> allowed_value("a", "href", "report.html"), allowed_value("rect", "onclick", "f()")
    ('report.html', None)
    """
    if attribute == "href":
        return url(value) if element == "a" else None
    if attribute in TEXT_ATTRIBUTES:
        return value
    rule = ATTRIBUTES.get(attribute)
    return value if rule is not None and re.fullmatch(rule, value, re.ASCII) else None
