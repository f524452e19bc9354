"""Decide which link targets may be written, and spell them so that no format misreads them."""

from __future__ import annotations

import re
from typing import Final

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB: Final = re.compile(r"https?://[^/?#@\s]+(?:[/?#]|\Z)", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:[^\s/@?]+@[^\s/@?]+(?:\?|\Z)", re.IGNORECASE)
#: A relative reference: not to another host, and nothing in its first segment that could be read as a scheme.
_RELATIVE: Final = re.compile(r"(?!//)(?:[^/?#:&]*(?:[/?#]|\Z))")
#: White space but the blank, control characters, invisible and reordering ones, surrogates, and the backslash.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u115f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff"
    "\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff\\\\]"
)
_UNRESERVED: Final = re.compile(r"%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~:/?#@!$&*+,;=]")


def url(text: str) -> str | None:
    r"""The target of a link, percent-encoded to ASCII, or None when it may not be written.

    Allowed are `http`, `https` (without a user name) and `mailto`, and paths, queries and fragments relative to the
    page; every other scheme, other hosts without a scheme, backslashes, control and invisible characters are not.
    White space around the target is taken off. The result needs no further escape in Markdown and CSV, and `&` in XML.

    >>> url("https://example.org/a b?x=1"), url("map.svg#stage-1")
    ('https://example.org/a%20b?x=1', 'map.svg#stage-1')
    >>> url("java\tscript:alert(1)"), url("//example.org"), url("JavaScript:alert(1)")
    (None, None, None)
    """
    target = text.strip(" \t\r\n")
    scheme = _SCHEME.match(target)
    rule = _RELATIVE if scheme is None else {"mailto": _MAIL}.get(scheme[1].lower(), _WEB)
    if not target or _FORBIDDEN.search(target) or not rule.match(target):
        return None
    return _encoded(target)


def _encoded(target: str) -> str:
    """The target with everything percent-encoded that is neither unreserved nor structure."""
    encoded: list[str] = []
    position = 0
    while position < len(target):
        match = _UNRESERVED.match(target, position)
        encoded.append(match[0] if match else "".join(f"%{byte:02X}" for byte in target[position].encode()))
        position = match.end() if match else position + 1
    return "".join(encoded)
