"""The words of the map in the reader's language, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from unicodedata import bidirectional

import attrs

from journeyql.model import Amount, Clock, Date, Duration, Element, Money, Range, properties_of
from journeyql.render import numbers, word_label

#: The left-to-right mark.
_MARK: Final = "\u200e"
_QUOTATION_MARKS = ("“", "”", "„", "«", "「", "『", "‘", '"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Words:
    """All words for one reader."""

    locale: str
    label: Callable[..., str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The words for a key."""
        return self.label(key, **values)

    def join(self, *parts: str) -> str:
        """Parts of a line, those that are empty left out."""
        return self._steady(self("join.parts").join(part for part in parts if part))

    def listed(self, *parts: str) -> str:
        """A list in a sentence, those that are empty left out."""
        return self("join.list").join(part for part in parts if part)

    def sentences(self, *parts: str) -> str:
        """Sentences one after the other."""
        return self("join.sentences").join(part for part in parts if part)

    def named(self, name: str, text: str) -> str:
        """A name with what is said of it."""
        return self._steady(self("colon", name=name, text=text)) if name else text

    def _steady(self, text: str) -> str:
        """A text that runs to the right, with a mark behind those of its parts that end in words that do not.

        Without it a number behind an Arabic word belongs to the word, and its sign stays behind (UAX #9, W2 and N2).
        """
        between = self("join.parts")
        if text.isascii() or between not in text or _direction(text) == "R":
            return text
        *parts, last = text.split(between)
        return between.join((*(f"{part}{_MARK}" if _direction(part[::-1]) == "R" else part for part in parts), last))

    def quoted(self, text: str) -> str:
        """Words in quotation marks, unless they bring their own."""
        return text if text.startswith(_QUOTATION_MARKS) else self("quoted", text=text)

    def word(self, kind: type[Element], name: str, value: str | None) -> str:
        """An enumerated word in the reader's language; another text stays as it is."""
        return self.spelled(value, properties_of(kind)[name].value.words) if value else ""

    def spelled(self, value: str, words: Mapping[str, str]) -> str:
        """One of some enumerated words in the reader's language; another text stays as it is."""
        return word_label(value, words, self.label, self.locale)

    def percent(self, value: float | None) -> str:
        """A percentage, or nothing."""
        return "" if value is None else numbers.percent(value, self.locale)

    def figure(self, value: object) -> str:  # noqa: PLR0911 - one for each sort of value
        """Any value of the model as its reader writes it; nothing for None."""
        match value:
            case None:
                return ""
            case bool():
                return "✓" if value else "–"
            case int() | float():
                return numbers.number(value, self.locale)
            case Duration():
                return numbers.parts(value.parts, self.locale)
            case Money():
                return numbers.money(value.amount, value.currency, self.locale)
            case Amount():
                return self._amount(value)
            case Date():
                return numbers.period(value.first, value.last, self.locale)
            case Range():
                return f"{self.figure(value.low)}–{self.figure(value.high)}"
            case Clock():
                return str(value)
        return str(value)

    def _amount(self, value: Amount) -> str:
        if value.unit == "%":
            return self.percent(value.number)
        return self.figure(Duration.parse(value.text) or Money.parse(value.text) or value.number)


def _direction(text: str) -> str:
    """The direction of the first letter that has one: L or R; empty where none has."""
    found = (bidirectional(one) for one in text)
    return next(("R" if one == "AL" else one for one in found if one in {"L", "R", "AL"}), "")
