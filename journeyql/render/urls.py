"""Decide which link targets may be written, and spell them so that no format misreads them."""

from __future__ import annotations

import re
from typing import Final

# Patterns are texts here: `re` compiles them when the first link is met.
_SCHEME: Final = r"([A-Za-z][A-Za-z0-9+.-]*):"
_WEB: Final = r"(?i:https?://[^/?#@\s]+(?:[/?#]|\Z))"
_MAIL: Final = r"(?i:mailto:[^\s/@?]+@[^\s/@?]+(?:\?|\Z))"
#: A relative reference: not to another host, and nothing in its first segment that could be read as a scheme.
_RELATIVE: Final = r"(?!//)(?:[^/?#:&]*(?:[/?#]|\Z))"
#: White space but the blank, control characters, invisible and reordering ones, surrogates, and the backslash.
_FORBIDDEN: Final = (
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u115f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff"
    "\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff\\\\]"
)
_UNRESERVED: Final = r"%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~:/?#@!$&*+,;=]"


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
    scheme = re.match(_SCHEME, target)
    rule = _RELATIVE if scheme is None else {"mailto": _MAIL}.get(scheme[1].lower(), _WEB)
    if not target or re.search(_FORBIDDEN, target) or not re.match(rule, target):
        return None
    return _encoded(target)


def _encoded(target: str) -> str:
    """The target with everything percent-encoded that is neither unreserved nor structure."""
    unreserved = re.compile(_UNRESERVED)
    encoded: list[str] = []
    position = 0
    while position < len(target):
        match = unreserved.match(target, position)
        encoded.append(match[0] if match else "".join(f"%{byte:02X}" for byte in target[position].encode()))
        position = match.end() if match else position + 1
    return "".join(encoded)
