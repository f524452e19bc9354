"""What of a text may be printed on a terminal, and in how many columns."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.columns import width
from journeyql.diagnostics import visible

_TAB = "    "


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
