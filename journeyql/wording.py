"""Small matters of English in messages: articles, numbers and lists."""

from __future__ import annotations

from collections.abc import Sequence

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

    >>> counted(1, "file"), counted(3, "finding")
    ('1 file', '3 findings')
    """
    return f"{number} {word if number == 1 else word + 's'}"
