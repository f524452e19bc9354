"""Did-you-mean: the nearest known words to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

_SHORT = 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one most likely means, or None.

    Case and the difference between `-` and `_` do not count; short words must be closer than long ones.

    >>> nearest("chanel", ["channel", "journey"])
    'channel'
    >>> nearest("xyz", ["channel", "journey"]) is None
    True
    """
    candidates = sorted(set(known))
    plain = {_plain(candidate): candidate for candidate in reversed(candidates)}
    if _plain(word) in plain:
        return plain[_plain(word)]
    from difflib import get_close_matches

    cutoff = 0.5 if len(word) <= _SHORT else 0.7
    found = get_close_matches(_plain(word), list(plain), n=1, cutoff=cutoff)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The question to put in a help line, or nothing.

    >>> did_you_mean("chanel", ["channel"])
    'did you mean `channel`?'
    """
    found = nearest(word, known)
    return f"did you mean `{found}`?" if found else ""
