"""Did-you-mean: the nearest known words to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

_SHORT = 3
#: How many letters longer than a short word the one may be that it means.
_MORE = 1
_LETTERS = 64
_ROUNDING = 1e-9
#: A longer word is no misspelt one, and to compare it takes long.
_LONGEST = 200
#: How many times as long a look at a word that may be near takes as one at a word that cannot be.
_DEAR = 50


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one most likely means, or None.

    Case and the difference between `-` and `_` do not count; short words must be closer than long ones.

    >>> nearest("chanel", ["channel", "journey"])
    'channel'
    >>> nearest("xyz", ["channel", "journey"]), nearest("use", ["because"])
    (None, None)
    """
    return _nearest(word, tuple(known))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return _table(known).nearest(word)


@attrs.define(eq=False, repr=False)
class Known:
    """Known words by their plain spelling, each spelling with its letters.

    `compared` counts what was compared so far, for those who want to end a long search.
    """

    words: dict[str, str]
    letters: tuple[tuple[str, int], ...]
    compared: int = 0

    @classmethod
    def of(cls, known: Iterable[str]) -> Known:
        """The table of some words."""
        words = {_plain(candidate): candidate for candidate in sorted(set(known), reverse=True)}
        return cls(words, tuple((plain, _letters(plain)) for plain in words))

    def nearest(self, word: str) -> str | None:
        """The word of the table that a misspelt one most likely means, or None."""
        plain = _plain(word)
        if plain in self.words or len(plain) > _LONGEST:
            return self.words.get(plain)
        cutoff = 0.5 if len(word) <= _SHORT else 0.7
        near = self._near(plain, cutoff)
        if len(word) <= _SHORT:
            near = [known for known in near if len(known) <= len(plain) + _MORE]
        self.compared += len(self.letters) + _DEAR * len(near)
        if not near:
            return None
        from difflib import get_close_matches  # most runs misspell nothing

        found = get_close_matches(plain, near, n=1, cutoff=cutoff)
        return self.words[found[0]] if found else None

    def _near(self, plain: str, cutoff: float) -> list[str]:
        """The spellings that `difflib` could find as near as the cutoff: a bound by length and missing letters."""
        size, letters = len(plain), _letters(plain)
        return [
            known
            for known, other in self.letters
            if 2 * min(size - (letters & ~other).bit_count(), len(known) - (other & ~letters).bit_count())
            >= cutoff * (size + len(known)) - _ROUNDING
        ]


@lru_cache(maxsize=64)
def _table(known: tuple[str, ...]) -> Known:
    return Known.of(known)


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
