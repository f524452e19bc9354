"""The lists of words, by language, ready to be looked up."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import attrs

LANGUAGES: Final = ("en", "de", "zh")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_LONGEST = 3


@attrs.frozen(eq=False, repr=False)
class Words:
    """Words and phrases, in small letters; those of languages without blanks are found wherever they stand.

    `texts` are all of them, `phrases` those with blanks between words, `firsts` the first words of these: most texts
    have none.
    """

    texts: frozenset[str]
    phrases: frozenset[str]
    firsts: frozenset[str]
    unspaced: re.Pattern[str] | None

    @classmethod
    def of(cls, texts: Iterable[str]) -> Words:
        """Words from their spellings."""
        known = frozenset(" ".join(text.casefold().split()) for text in texts if text.strip())
        unspaced = sorted((text for text in known if _UNSPACED.match(text)), key=lambda text: (-len(text), text))
        pattern = re.compile("|".join(map(re.escape, unspaced))) if unspaced else None
        phrases = known.difference(unspaced)
        return cls(known, phrases, frozenset(text.split()[0] for text in phrases), pattern)

    def changed(self, more: Iterable[str], fewer: Iterable[str]) -> Words:
        """The same words with some more, and without some."""
        out = {text.casefold() for text in fewer}
        return Words.of(text for text in (*self.texts, *more) if text.casefold() not in out)

    def found(self, text: str) -> Iterator[str]:
        """The words in a text, as they are written there, longest first where several begin at one place.

        >>> [*Words.of(["API", "sales funnel", "触点"]).found("The api, a Sales Funnel and 触点们, not apiary")]
        ['api', 'Sales Funnel', '触点']
        """
        if not self.firsts.isdisjoint(_WORD.findall(text.casefold())):
            yield from self._phrases(text)
        if self.unspaced is not None and not text.isascii():
            yield from self.unspaced.findall(text)

    def _phrases(self, text: str) -> Iterator[str]:
        spans = [match.span() for match in _WORD.finditer(text)]
        index = 0
        while index < len(spans):
            most = min(_LONGEST, len(spans) - index)
            count = next((many for many in range(most, 0, -1) if self._at(text, spans[index : index + many])), 0)
            if count:
                yield text[spans[index][0] : spans[index + count - 1][1]]
            index += count or 1

    def _at(self, text: str, spans: list[tuple[int, int]]) -> bool:
        return " ".join(text[begin:end] for begin, end in spans).casefold() in self.phrases


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Titles:
    """What titles of the company are, begin with and end with, in small letters; `tails` are ends of words."""

    whole: frozenset[str]
    starts: frozenset[str]
    ends: frozenset[str]
    tails: tuple[str, ...]

    def match(self, title: str) -> bool:
        """Whether a title is one of the company.

        >>> titles = Titles(whole=frozenset({"retention"}), starts=frozenset({"upsell"}), ends=frozenset({"process"}), tails=("prozess",))
        >>> [titles.match(text) for text in ("Retention", "Upsells", "The return process", "Bestellprozess", "Prozess")]
        [True, False, True, True, False]
        """
        folded = title.casefold().strip()
        words = folded.split()
        if not words:
            return False
        tail = folded.endswith(self.tails) and words[-1] not in self.tails
        return folded in self.whole or words[0] in self.starts or (len(words) > 1 and words[-1] in self.ends) or tail


def languages(tag: str) -> tuple[str, ...]:
    """The languages whose lists a text is read with: its own with the English one, or all if it has none or another.

    >>> languages("de-AT"), languages("en"), languages("")
    (('en', 'de'), ('en',), ('en', 'de', 'zh'))
    """
    own = tag.partition("-")[0]
    if own == LANGUAGES[0]:
        return (own,)
    return (LANGUAGES[0], own) if own in LANGUAGES else (LANGUAGES if not own else (LANGUAGES[0],))


def jargon(tag: str) -> Words:
    """The words of the trade, for texts in a language."""
    return Words.of(_lines(tag, "JARGON"))


def titles(tag: str) -> Titles:
    """The titles of the company, for texts in a language."""
    ends = [*_lines(tag, "ENDS")]
    return Titles(
        whole=frozenset(_lines(tag, "TITLES")),
        starts=frozenset(_lines(tag, "STARTS")),
        ends=frozenset(end for end in ends if not end.startswith("-")),
        tails=tuple(end[1:] for end in ends if end.startswith("-")),
    )


def _lines(tag: str, name: str) -> Iterator[str]:
    for language in languages(tag):
        yield from _list(language, name)


@cache
def _list(language: str, name: str) -> tuple[str, ...]:
    module = importlib.import_module(f"journeyql_governance.words_{language}")
    text: str = getattr(module, name)
    return tuple(line.casefold() for line in text.splitlines())
