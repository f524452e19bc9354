"""How wide text is on a terminal, and what of it may be printed there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from journeyql.diagnostics import visible

_TAB = "    "
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    r"""The number of terminal columns that printable text takes.

    >>> width("a水e\u0301")
    4
    """
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def shown(text: str) -> str:
    r"""Text as it is printed: tabs as blanks, line breaks and control characters as their code.

    >>> shown("a\tb\nc")
    'a    b<U+000A>c'
    """
    return visible(text.replace("\t", _TAB)).replace("\n", "<U+000A>")


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each character as it is printed, with the columns it takes."""
    for char in text:
        printed = shown(char)
        yield printed, width(printed)
