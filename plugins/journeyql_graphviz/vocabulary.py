"""The words of this plugin's pictures in the reader's language, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from journeyql.model import Date, Duration, Touchpoint, properties_of
from journeyql.render import numbers, word_label


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

    def sentence(self, *parts: str) -> str:
        """Sentences one after the other."""
        return self("join.sentences").join(part for part in parts if part)

    def named(self, name: str, text: str) -> str:
        """A name with what is said of it."""
        return self("colon", name=name, text=text)

    def feeling(self, feeling: str) -> str:
        """A feeling: one of the known words in the reader's language, or the writer's own text."""
        return word_label(feeling, properties_of(Touchpoint)["feeling"].value.words, self.label, self.locale)

    def duration(self, value: Duration) -> str:
        """A duration as it was written, in the reader's language."""
        return numbers.parts(value.parts, self.locale)

    def percent(self, value: float) -> str:
        """A percentage."""
        return numbers.percent(value, self.locale)

    def date(self, value: Date) -> str:
        """A day, month or quarter."""
        return numbers.period(value.first, value.last, self.locale)
