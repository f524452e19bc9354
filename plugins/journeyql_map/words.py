"""The words of the map in the reader's language, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from journeyql.model import Amount, Clock, Date, Duration, Element, Money, Range, properties_of
from journeyql.render import numbers, word_label

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
        return self("join.parts").join(part for part in parts if part)

    def listed(self, *parts: str) -> str:
        """A list in a sentence, those that are empty left out."""
        return self("join.list").join(part for part in parts if part)

    def sentences(self, *parts: str) -> str:
        """Sentences one after the other."""
        return self("join.sentences").join(part for part in parts if part)

    def named(self, name: str, text: str) -> str:
        """A name with what is said of it."""
        return self("colon", name=name, text=text) if name else text

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
