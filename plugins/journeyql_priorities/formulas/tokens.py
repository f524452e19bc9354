"""The words of a formula: numbers, names and signs, each with its column."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Longer formulas are refused: nobody could read them.
LONGEST = 1000
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)|(?P<name>[A-Za-z_]\w*)|(?P<sign>[-+*/^(),]))", re.ASCII
)


class Token(NamedTuple):
    """A word of a formula: its `kind` is `number`, `name`, `end`, or the sign itself; columns count from 1."""

    kind: str
    text: str
    column: int


class Slip(NamedTuple):
    """What is wrong with a formula, at which column; `word` is the unknown name, if that is it."""

    column: int
    words: str
    word: str = ""


def tokens(text: str) -> tuple[Token, ...] | Slip:
    """The words of a formula and an end, or the first character that is none.

    >>> [token.text for token in tokens("0.5*impact")]
    ['0.5', '*', 'impact', '']
    >>> tokens("impact % 2")
    Slip(column=8, words='`%` has no meaning here', word='')
    """
    if len(text) > LONGEST:
        return Slip(LONGEST + 1, f"a formula has at most {LONGEST} characters")
    found: list[Token] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            odd = place + len(text[place:]) - len(text[place:].lstrip())
            return Slip(odd + 1, f"`{text[odd]}` has no meaning here")
        kind = match.lastgroup or ""
        word = match[kind]
        found.append(Token(word if kind == "sign" else kind, word, match.start(kind) + 1))
        place = match.end()
    return (*found, Token("end", "", end + 1))
