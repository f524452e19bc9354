"""Typed quantities of the language: durations, money, dates, clock times, ranges."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any, Generic, TypeVar

import attrs

T = TypeVar("T")

#: Seconds of each duration unit. A working day counts as one day; months and years are Gregorian means (365.2425 days).
UNIT_SECONDS = {
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "d": 86400.0,
    "wd": 86400.0,
    "w": 604800.0,
    "mo": 365.2425 * 86400.0 / 12,
    "y": 365.2425 * 86400.0,
}

_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(min|mo|wd|[shdwy])")
_MONEY = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)([A-Z]{3})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_DIGITS = 15


@attrs.frozen
class Duration:
    """A span of time as written, in parts of number and unit (`s min h d wd w mo y`).

    >>> Duration.parse("1h30min").seconds
    5400.0
    """

    parts: tuple[tuple[float, str], ...]

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """The duration a word spells, or None."""
        parts = tuple((float(number), unit) for number, unit in _PART.findall(text))
        return cls(parts) if parts and _PART.sub("", text) == "" and len(text) <= _DIGITS * 2 else None

    @property
    def seconds(self) -> float:
        """Its length in seconds; see `UNIT_SECONDS` for what months and working days count."""
        if len(self.parts) == 1:
            number, unit = self.parts[0]
            return number * UNIT_SECONDS[unit]
        return sum(number * UNIT_SECONDS[unit] for number, unit in self.parts)

    def __str__(self) -> str:
        """The word as it is written in a file."""
        return "".join([f"{number:g}{unit}" for number, unit in self.parts])


@attrs.frozen
class Money:
    """An amount in a currency (ISO 4217 code).

    >>> str(Money.parse("12.50EUR"))
    '12.50EUR'
    """

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, text: str) -> Money | None:
        """The amount a word spells, or None."""
        match = _MONEY.fullmatch(text)
        return cls(Decimal(match[1]), match[2]) if match and len(match[1]) <= _DIGITS else None

    def __str__(self) -> str:
        """The word as it is written in a file."""
        return f"{self.amount}{self.currency}"


@attrs.frozen
class Date:
    """A day, month or quarter as written, with its first and last day.

    >>> Date.parse("2026-Q4").last.isoformat()
    '2026-12-31'
    """

    text: str
    first: datetime.date
    last: datetime.date

    @classmethod
    def parse(cls, text: str) -> Date | None:
        """The date a word spells, or None; days that do not exist are None, too."""
        try:
            return cls._day(text) or cls._months(text)
        except ValueError:
            return None

    @classmethod
    def _day(cls, text: str) -> Date | None:
        match = _DAY.fullmatch(text)
        if not match:
            return None
        day = datetime.date(int(match[1]), int(match[2]), int(match[3]))
        return cls(text, day, day)

    @classmethod
    def _months(cls, text: str) -> Date | None:
        quarter, month = _QUARTER.fullmatch(text), _MONTH.fullmatch(text)
        if quarter:
            begin, count = datetime.date(int(quarter[1]), int(quarter[2]) * 3 - 2, 1), 3
        elif month:
            begin, count = datetime.date(int(month[1]), int(month[2]), 1), 1
        else:
            return None
        end_month = begin.month + count
        after = begin.replace(year=begin.year + (end_month > 12), month=(end_month - 1) % 12 + 1)  # noqa: PLR2004
        return cls(text, begin, after - datetime.timedelta(days=1))

    def __str__(self) -> str:
        """The word as it is written in a file."""
        return self.text


@attrs.frozen
class Clock:
    """A time of day in minutes after midnight, `24:00` included.

    >>> Clock.parse("22:30").minutes
    1350
    """

    minutes: int

    @classmethod
    def parse(cls, text: str) -> Clock | None:
        """The time of day a word spells, or None."""
        match = _CLOCK.fullmatch(text)
        minutes = int(match[1]) * 60 + int(match[2]) if match else -1
        return cls(minutes) if 0 <= minutes <= 24 * 60 else None

    def __str__(self) -> str:
        """The word as it is written in a file."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"


@attrs.frozen
class Range(Generic[T]):
    """From `low` to `high`, both included; an open side is None."""

    low: T | None
    high: T | None

    def holds(self, value: T) -> bool:
        """Whether a value lies between its ends.

        >>> Range(1, 5).holds(5), Range(1, None).holds(0)
        (True, False)
        """
        low: Any = self.low
        high: Any = self.high
        return (low is None or value >= low) and (high is None or value <= high)

    def __str__(self) -> str:
        """The word as it is written in a file."""
        low, high = ("" if end is None else _spell(end) for end in (self.low, self.high))
        return f"{low}..{high}"


def number(text: str) -> float | None:
    """The number a word spells with a point and ASCII digits, or None.

    >>> number("4.2"), number("٣"), number("1e9")
    (4.2, None, None)
    """
    return float(text) if _NUMBER.fullmatch(text) and len(text) <= _DIGITS else None


def percentage(text: str) -> float | None:
    """The percentage a word spells (`35%` is 35.0), or None."""
    return number(text[:-1]) if text.endswith("%") else None


def _spell(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
