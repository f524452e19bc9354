"""Small matters of English in messages: articles, numbers and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

#: Of longer words of a file a message quotes the beginning.
_LONGEST_QUOTE = 40


def short(text: str) -> str:
    """Words of a file as a message may quote them: on one line, and no more of them than says which are meant.

    >>> short("soon"), short("123," * 1000)
    ('soon', '123,123,123,123,123,123,123,123,123,123…')
    """
    text = text[: _LONGEST_QUOTE + 1].replace("\t", " ").replace("\n", " ")
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def article(word: str) -> str:
    """A word with its indefinite article.

    >>> article("action"), article("pain"), article("experiment")
    ('an action', 'a pain', 'an experiment')
    """
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def one_of(words: Sequence[str]) -> str:
    """Words to choose from.

    >>> one_of(["low", "medium", "high"]), one_of(["team"])
    ('low, medium or high', 'team')
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def counted(number: int, word: str) -> str:
    """How many there are of something.

    >>> counted(1, "file"), counted(3, "finding"), counted(2, "guess")
    ('1 file', '3 findings', '2 guesses')
    """
    plural = f"{word}es" if word.endswith("s") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def several(items: Iterable[T], most: int = 5, say: Callable[[T], str] = str) -> str:
    """Things in a row, at most so many of them, each as it is said, and how many more there are.

    >>> several(["a"]), several(["a", "b", "c"]), several("abcdefg"), several("abcde", 3, str.upper)
    ('a', 'a, b and c', 'a, b, c, d, e and 2 more', 'A, B, C and 2 more')
    """
    found = list(items)
    shown = [say(item) for item in found[:most]]
    if len(found) > most:
        shown.append(f"{len(found) - most} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def quoted(texts: Iterable[str], most: int = 5) -> str:
    """Texts in a row, each between quotation marks.

    >>> quoted(["Pays", "Waits"])
    '"Pays" and "Waits"'
    """
    return several(texts, most, lambda text: f'"{text}"')
