"""Split a text into what a reader sees as single characters (extended grapheme clusters of Unicode UAX #29)."""

from __future__ import annotations

from typing import Final

#: Below it no character belongs to the one before, but a line feed to a carriage return.
_FIRST_MARK: Final = "\u0300"


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
