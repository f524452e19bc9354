"""Split a text into what a reader sees as single characters (extended grapheme clusters of Unicode UAX #29)."""

from __future__ import annotations

from typing import Final

#: Below it no character belongs to the one before, but a line feed to a carriage return.
_FIRST_MARK: Final = "\u0300"
#: A letter carries at most this many combining marks, pointed and accented Hebrew included; a pile of more leaves its line.
MOST_MARKS: Final = 5


def graphemes(text: str) -> tuple[str, ...]:
    r"""The grapheme clusters of a text, in order; joined they give the text back.

    Source: Unicode Standard Annex #29, rules GB1 to GB999. Where Python's character data is older than a
    character, that character counts as a letter.

    >>> [len(cluster) for cluster in graphemes("e\u0301a")]
    [2, 1]
    >>> len(graphemes("\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e8\U0001f1f3"))
    3
    """
    if "\r" not in text and (text.isascii() or max(text) < _FIRST_MARK):
        return tuple(text)
    from journeyql.render.clusters import clusters  # most texts need none of its tables

    return clusters(text)


def calm(text: str) -> str:
    r"""A text whose letters carry at most `MOST_MARKS` combining marks each, so that they stay in their line.

    >>> len(calm("a" + 300 * "\u0301"))
    6
    """
    if text.isascii() or max(text) < _FIRST_MARK:
        return text
    import unicodedata  # most texts need none of its tables

    kept: list[str] = []
    pile = 0
    for character in text:
        pile = pile + 1 if unicodedata.combining(character) else 0
        if pile <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
