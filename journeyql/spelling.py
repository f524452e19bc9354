"""Did-you-mean: the nearest known words to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

_SHORT = 3
_LETTERS = 64
_ROUNDING = 1e-9


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one most likely means, or None.

    Case and the difference between `-` and `_` do not count; short words must be closer than long ones.

    >>> nearest("chanel", ["channel", "journey"])
    'channel'
    >>> nearest("xyz", ["channel", "journey"]) is None
    True
    """
    return _nearest(word, tuple(known))


@attrs.frozen(eq=False, repr=False)
class _Table:
    """Known words by their plain spelling, each spelling with its letters."""

    words: dict[str, str]
    letters: tuple[tuple[str, int], ...]

    def near(self, plain: str, cutoff: float) -> list[str]:
        """The spellings that `difflib` could find as near as the cutoff: a bound by length and missing letters."""
        size, letters = len(plain), _letters(plain)
        return [
            known
            for known, other in self.letters
            if 2 * min(size - (letters & ~other).bit_count(), len(known) - (other & ~letters).bit_count())
            >= cutoff * (size + len(known)) - _ROUNDING
        ]


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    table, plain = _table(known), _plain(word)
    if plain in table.words:
        return table.words[plain]
    cutoff = 0.5 if len(word) <= _SHORT else 0.7
    near = table.near(plain, cutoff)
    if not near:
        return None
    from difflib import get_close_matches  # most runs misspell nothing

    found = get_close_matches(plain, near, n=1, cutoff=cutoff)
    return table.words[found[0]] if found else None


@lru_cache(maxsize=64)
def _table(known: tuple[str, ...]) -> _Table:
    words = {_plain(candidate): candidate for candidate in sorted(set(known), reverse=True)}
    return _Table(words, tuple((plain, _letters(plain)) for plain in words))


def _letters(word: str) -> int:
    """The letters of a word as bits; letters that share one only make the bound wider."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % _LETTERS)
    return bits


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The question to put in a help line, or nothing.

    >>> did_you_mean("chanel", ["channel"])
    'did you mean `channel`?'
    """
    found = nearest(word, known)
    return f"did you mean `{found}`?" if found else ""
