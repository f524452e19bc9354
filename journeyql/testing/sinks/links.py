"""Says which links and styles are safe, for XML and HTML alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from journeyql.render.urls import url
from journeyql.testing.hostile import MARK

#: Attributes whose value is loaded or followed.
LOADED: Final = frozenset(
    ("href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite", "longdesc", "manifest")
)
#: Attributes of SVG whose value may name what is loaded.
_PAINTED: Final = frozenset(
    ("fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker", "marker-start", "marker-mid", "marker-end")
)
_ELSEWHERE: Final = re.compile(r"\s*url\(\s*['\"]?(?!#)", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")
_FUNCTION: Final = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def attribute(name: str, value: str) -> Iterator[str]:
    """What is wrong with an attribute, by its name without a prefix."""
    if name.startswith("on"):
        yield f"there is a handler, {name}={value!r:.60}"
    elif MARK in name:
        yield f"words have become an attribute, {name}={value!r:.60}"
    elif name in LOADED and not _safe(value):
        yield f"there is a link that may not be followed, {name}={value!r:.80}"
    elif name == "style" and MARK in value:
        yield f"words stand in a style, {value!r:.80}"
    elif name in _PAINTED and _ELSEWHERE.match(value):
        yield f"something is loaded by {name}={value!r:.80}"


def style(text: str) -> Iterator[str]:
    """What is wrong with a style sheet."""
    if MARK in text:
        yield f"words stand in a style sheet, {text!r:.80}"
    elif match := _FUNCTION.search(text):
        yield f"a style sheet loads something, {text[match.start() :]!r:.60}"


def _safe(value: str) -> bool:
    return not value.strip() or url(value) is not None or _PICTURE.fullmatch(value) is not None
