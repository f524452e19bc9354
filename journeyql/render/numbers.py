"""Write numbers, percentages, dates and durations as readers of a language expect them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs

from journeyql.render.locales import fallbacks
from journeyql.render.plurals import category

#: Seconds of the units a length of time is divided into, largest first.
_CLOCK_UNITS: Final = (("w", 604_800), ("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))

#: Currencies with another number of decimals than two (ISO 4217); amounts of those without any are whole.
_DECIMALS: Final = dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
#: In days.
_LONGEST_MONTH: Final = 31


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NumberFormat:
    """How a language writes numbers.

    `units` gives for each unit of duration (`s min h d wd w mo y`) the forms by plural category, with `{}` for the
    amount; `plural` says which rule chooses the category. `day`, `month` and `quarter` take `year`, `month`, `day`,
    `quarter` and `name` (of the month in a date, of the month alone, of the quarter).
    """

    decimal: str
    group: str
    percent: str
    units: Mapping[str, Mapping[str, str]]
    day: str
    month: str
    quarter: str
    months: tuple[str, ...]
    money: str
    plural: str = "one"
    months_alone: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()


def _two(one: str, other: str) -> Mapping[str, str]:
    """A form for one and a form for others."""
    return {"one": one, "other": other}


_ENGLISH: Final = NumberFormat(
    decimal=".",
    group=",",
    percent="{}%",
    units={
        "s": _two("{} s", "{} s"),
        "min": _two("{} min", "{} min"),
        "h": _two("{} h", "{} h"),
        "d": _two("{} day", "{} days"),
        "wd": _two("{} working day", "{} working days"),
        "w": _two("{} week", "{} weeks"),
        "mo": _two("{} month", "{} months"),
        "y": _two("{} year", "{} years"),
    },
    day="{day} {name} {year}",
    month="{name} {year}",
    quarter="Q{quarter} {year}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    money="{amount} {currency}",
)
_GERMAN: Final = NumberFormat(
    decimal=",",
    group=".",
    percent="{} %",
    units={
        "s": _two("{} s", "{} s"),
        "min": _two("{} Min.", "{} Min."),
        "h": _two("{} Std.", "{} Std."),
        "d": _two("{} Tag", "{} Tage"),
        "wd": _two("{} Arbeitstag", "{} Arbeitstage"),
        "w": _two("{} Woche", "{} Wochen"),
        "mo": _two("{} Monat", "{} Monate"),
        "y": _two("{} Jahr", "{} Jahre"),
    },
    day="{day}. {name} {year}",
    month="{name} {year}",
    quarter="{quarter}. Quartal {year}",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    money="{amount} {currency}",
)
_CHINESE: Final = NumberFormat(
    decimal=".",
    group=",",
    percent="{}%",
    units={
        "s": _two("{} 秒", "{} 秒"),
        "min": _two("{} 分钟", "{} 分钟"),
        "h": _two("{} 小时", "{} 小时"),
        "d": _two("{} 天", "{} 天"),
        "wd": _two("{} 个工作日", "{} 个工作日"),
        "w": _two("{} 周", "{} 周"),
        "mo": _two("{} 个月", "{} 个月"),
        "y": _two("{} 年", "{} 年"),
    },
    day="{year} 年 {month} 月 {day} 日",
    month="{year} 年 {month} 月",
    quarter="{year} 年第 {quarter} 季度",
    months=tuple(f"{month} 月" for month in range(1, 13)),
    money="{amount} {currency}",
)
#: The languages whose formats are our own; those of others come from CLDR, and what is none of these gets English.
FORMATS: Final[Mapping[str, NumberFormat]] = MappingProxyType({"en": _ENGLISH, "de": _GERMAN, "zh": _CHINESE})


@lru_cache(maxsize=1)
def _cldr() -> Mapping[str, Mapping[str, Any]]:
    """The formats of other languages, by language."""
    import json  # only texts with numbers need it

    found: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_name("formats.json").read_text("utf-8"))
    return found


@lru_cache(maxsize=64)
def form(locale: str) -> NumberFormat:
    """How a language writes numbers; the larger language, at last English, stands in for one that we do not know.

    >>> form("fr-CA").months[0], form("tlh").months[0]
    ('janvier', 'January')
    """
    for tag in fallbacks(locale):
        if tag in FORMATS:
            return FORMATS[tag]
        if tag in _cldr():
            lists = {name: tuple(value) for name, value in _cldr()[tag].items() if isinstance(value, list)}
            return NumberFormat(**{**_cldr()[tag], **lists})
    return _ENGLISH


def number(value: float | Decimal, locale: str, digits: int | None = None) -> str:
    """A number with the decimal and group signs of a language.

    `digits` is how many decimals are written, ties to even; without it as many as the value has, at most two.

    >>> number(1930, "en"), number(1234.5, "de"), number(4.2, "zh"), number(2, "en", digits=1)
    ('1,930', '1.234,5', '4.2', '2.0')
    """
    written = form(locale)
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-(2 if digits is None else digits)), ROUND_HALF_EVEN)
    whole, _, decimals = f"{abs(exact):,f}".partition(".")
    decimals = decimals.rstrip("0") if digits is None else decimals
    sign = "−" if exact < 0 else ""
    return sign + whole.replace(",", written.group) + (written.decimal + decimals if decimals else "")


def percent(value: float, locale: str, digits: int | None = None) -> str:
    """A percentage; `value` is in percent, so 35 is 35 %.

    >>> percent(35, "en"), percent(3.5, "de")
    ('35%', '3,5 %')
    """
    return form(locale).percent.format(number(value, locale, digits))


def money(amount: float | Decimal, currency: str, locale: str) -> str:
    """An amount with its ISO 4217 code, where the language puts it; as many decimals as the currency has, unless whole.

    >>> money(Decimal("12.50"), "EUR", "de"), money(1200, "JPY", "en"), money(Decimal("1.255"), "KWD", "en")
    ('12,50 EUR', '1,200 JPY', '1.255 KWD')
    """
    digits = 0 if amount == int(amount) else _DECIMALS.get(currency, 2)
    return form(locale).money.format(amount=number(amount, locale, digits), currency=currency)


def quantity(amount: float, unit: str, locale: str) -> str:
    """A single number of a unit of duration (`s min h d wd w mo y`). Raises KeyError for another unit.

    >>> quantity(4, "min", "en"), quantity(4, "min", "zh"), quantity(1, "d", "de"), quantity(3, "wd", "en")
    ('4 min', '4 分钟', '1 Tag', '3 working days')
    """
    written = form(locale)
    forms = written.units[unit]
    return forms.get(category(amount, written.plural), forms["other"]).format(number(amount, locale))


def parts(amounts: Iterable[tuple[float, str]], locale: str) -> str:
    """A duration as it was written, in parts of number and unit.

    >>> parts([(1, "h"), (30, "min")], "en")
    '1 h 30 min'
    """
    return " ".join(quantity(amount, unit, locale) for amount, unit in amounts)


def duration(seconds: float, locale: str) -> str:
    """A length of time in its largest unit up to weeks and, unless that is nothing, the next smaller one, rounded.

    >>> duration(5400, "en"), duration(240, "zh"), duration(90061, "de"), duration(0, "en")
    ('1 h 30 min', '4 分钟', '1 Tag 1 Std.', '0 s')
    """
    sign = "−" if seconds < 0 else ""
    rest = abs(seconds)
    for (unit, size), (next_unit, next_size) in pairwise(_CLOCK_UNITS):
        steps = round(rest / next_size)
        if steps * next_size >= size:
            whole, remaining = divmod(steps * next_size, size)
            amounts = [(whole, unit), (remaining // next_size, next_unit)]
            return sign + parts([one for one in amounts if one[0]], locale)
    return sign + quantity(rest, "s", locale)


def date(value: dt.date, locale: str) -> str:
    """A day.

    >>> day = dt.date(2026, 11, 21)
    >>> date(day, "en"), date(day, "de"), date(day, "zh")
    ('21 November 2026', '21. November 2026', '2026 年 11 月 21 日')
    """
    written = form(locale)
    return _date(written.day, value, written.months[value.month - 1])


def month(value: dt.date, locale: str) -> str:
    """The month of a day.

    >>> month(dt.date(2026, 10, 1), "en"), month(dt.date(2026, 10, 1), "zh")
    ('October 2026', '2026 年 10 月')
    """
    written = form(locale)
    return _date(written.month, value, (written.months_alone or written.months)[value.month - 1])


def quarter(value: dt.date, locale: str) -> str:
    """The quarter of a day.

    >>> quarter(dt.date(2026, 10, 1), "en"), quarter(dt.date(2026, 10, 1), "zh")
    ('Q4 2026', '2026 年第 4 季度')
    """
    written = form(locale)
    name = written.quarters[(value.month - 1) // 3] if written.quarters else ""
    return _date(written.quarter, value, name)


def period(first: dt.date, last: dt.date, locale: str) -> str:
    """A day, month or quarter, given by its first and last day.

    >>> period(dt.date(2026, 10, 1), dt.date(2026, 12, 31), "fr"), period(dt.date(2026, 10, 1), dt.date(2026, 10, 1), "en")
    ('4e trimestre 2026', '1 October 2026')
    """
    if first == last:
        return date(first, locale)
    return quarter(first, locale) if (last - first).days >= _LONGEST_MONTH else month(first, locale)


def _date(pattern: str, value: dt.date, name: str) -> str:
    """A pattern of a date filled in."""
    quarter_of_year = (value.month + 2) // 3
    return pattern.format(year=value.year, month=value.month, day=value.day, name=name, quarter=quarter_of_year)
