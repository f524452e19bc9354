"""Turns the words of a line into shared values: names, texts with their escapes resolved, quantities."""

from __future__ import annotations

import re
import string
import unicodedata
from sys import intern

from journeyql.ast import Literal, Quantity, Reference, Text, Value

QUOTES = '"“„«'

# What may follow a backslash; `\u{…}` takes one to six hexadecimal digits.
ESCAPE = re.compile(r"\\(u\{([0-9A-Fa-f]{1,6})\}|.)")
_PLAIN = {"n": "\n", '"': '"', "\\": "\\", "“": "“", "”": "”", "„": "„", "«": "«", "»": "»"}
_LAST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
#: The plain characters of a quantity for those that keyboards write instead; U+FF01 to U+FF5E are wide ASCII.
QUANTITY_TWINS = str.maketrans(
    {"−": "-", "：": ":", **{chr(ord(c) + 0xFEE0): c for c in string.ascii_letters + string.digits + "%.+-"}}
)
_SIGNS = "+-−－."


def character(escape: re.Match[str]) -> str | None:
    """The character that an escape means, None when it means none."""
    if escape[2] is None:
        return _PLAIN.get(escape[1])
    code = int(escape[2], 16)
    return None if code > _LAST_CODE_POINT or code in _SURROGATES or not code else chr(code)


def text_of(token: str) -> str:
    r"""The words of a quoted text; an escape that means nothing stays as it is written.

    >>> text_of(r'"a \"b\" \u{1F600}"')
    'a "b" 😀'
    """
    words = token[1:-1]
    return ESCAPE.sub(_resolved, words) if "\\" in words else words


def _resolved(escape: re.Match[str]) -> str:
    found = character(escape)
    return escape[0] if found is None else found


def name_of(token: str) -> str:
    """A name in composed form, one string for all its uses."""
    return intern(token if token.isascii() else unicodedata.normalize("NFC", token))


def is_quantity(token: str) -> bool:
    """Whether a token that is neither text nor literal is a quantity: it begins with a digit, a sign or a point."""
    return token[0] in _SIGNS or token[0].isdecimal()


def value_of(token: str) -> Value:
    """The value that one token stands for; the first character tells which kind.

    >>> value_of("35%"), value_of("app")
    (Quantity(value='35%'), Reference(value='app'))
    """
    first = token[0]
    if first in QUOTES:
        return Text(text_of(token))
    if first == "`":
        return Literal(intern(token[1:-1]))
    if is_quantity(token):
        return Quantity(intern(token if token.isascii() else token.translate(QUANTITY_TWINS)))
    return Reference(name_of(token))


class Names(dict[str, str]):
    """Names by token, found once for a file."""

    def __missing__(self, token: str) -> str:
        self[token] = name = name_of(token)
        return name


class Singles(dict[str, tuple[Value]]):
    """The tuple of one value by token, shared by all properties of a file that say the same."""

    def __missing__(self, token: str) -> tuple[Value]:
        self[token] = values = (value_of(token),)
        return values
