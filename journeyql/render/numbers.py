"""Write numbers, percentages, dates and durations as readers of a language expect them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import attrs

from journeyql.render.locales import best

#: Seconds of the units a length of time is divided into, largest first.
_CLOCK_UNITS: Final = (("w", 604_800), ("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NumberFormat:
    """How a language writes numbers.

    `units` gives for each unit of duration (`s min h d wd w mo y`) the form for one and for others, with `{}` for the
    amount. `day`, `month` and `quarter` take `year`, `month`, `day`, `quarter` and `name` (of the month).
    """

    decimal: str
    group: str
    percent: str
    units: Mapping[str, tuple[str, str]]
    day: str
    month: str
    quarter: str
    months: tuple[str, ...]
    money: str


_ENGLISH: Final = NumberFormat(
    decimal=".",
    group=",",
    percent="{}%",
    units={
        "s": ("{} s", "{} s"),
        "min": ("{} min", "{} min"),
        "h": ("{} h", "{} h"),
        "d": ("{} day", "{} days"),
        "wd": ("{} working day", "{} working days"),
        "w": ("{} week", "{} weeks"),
        "mo": ("{} month", "{} months"),
        "y": ("{} year", "{} years"),
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
        "s": ("{} s", "{} s"),
        "min": ("{} Min.", "{} Min."),
        "h": ("{} Std.", "{} Std."),
        "d": ("{} Tag", "{} Tage"),
        "wd": ("{} Arbeitstag", "{} Arbeitstage"),
        "w": ("{} Woche", "{} Wochen"),
        "mo": ("{} Monat", "{} Monate"),
        "y": ("{} Jahr", "{} Jahre"),
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
        "s": ("{} 秒", "{} 秒"),
        "min": ("{} 分钟", "{} 分钟"),
        "h": ("{} 小时", "{} 小时"),
        "d": ("{} 天", "{} 天"),
        "wd": ("{} 个工作日", "{} 个工作日"),
        "w": ("{} 周", "{} 周"),
        "mo": ("{} 个月", "{} 个月"),
        "y": ("{} 年", "{} 年"),
    },
    day="{year} 年 {month} 月 {day} 日",
    month="{year} 年 {month} 月",
    quarter="{year} 年第 {quarter} 季度",
    months=tuple(f"{month} 月" for month in range(1, 13)),
    money="{amount} {currency}",
)
#: The languages numbers are written in; others get English.
FORMATS: Final[Mapping[str, NumberFormat]] = MappingProxyType({"en": _ENGLISH, "de": _GERMAN, "zh": _CHINESE})


def number(value: float | Decimal, locale: str, digits: int | None = None) -> str:
    """A number with the decimal and group signs of a language.

    `digits` is how many decimals are written, ties to even; without it as many as the value has, at most two.

    >>> number(1930, "en"), number(1234.5, "de"), number(4.2, "zh"), number(2, "en", digits=1)
    ('1,930', '1.234,5', '4.2', '2.0')
    """
    form = best(locale, FORMATS)
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-(2 if digits is None else digits)), ROUND_HALF_EVEN)
    whole, _, decimals = f"{abs(exact):,f}".partition(".")
    decimals = decimals.rstrip("0") if digits is None else decimals
    sign = "−" if exact < 0 else ""
    return sign + whole.replace(",", form.group) + (form.decimal + decimals if decimals else "")


def percent(value: float, locale: str, digits: int | None = None) -> str:
    """A percentage; `value` is in percent, so 35 is 35 %.

    >>> percent(35, "en"), percent(3.5, "de")
    ('35%', '3,5 %')
    """
    return best(locale, FORMATS).percent.format(number(value, locale, digits))


def money(amount: float | Decimal, currency: str, locale: str) -> str:
    """An amount with its ISO 4217 code behind it; two decimals unless it is whole.

    >>> money(Decimal("12.50"), "EUR", "de"), money(1200, "JPY", "en")
    ('12,50 EUR', '1,200 JPY')
    """
    digits = 0 if amount == int(amount) else 2
    return best(locale, FORMATS).money.format(amount=number(amount, locale, digits), currency=currency)


def quantity(amount: float, unit: str, locale: str) -> str:
    """A single number of a unit of duration (`s min h d wd w mo y`). Raises KeyError for another unit.

    >>> quantity(4, "min", "en"), quantity(4, "min", "zh"), quantity(1, "d", "de"), quantity(3, "wd", "en")
    ('4 min', '4 分钟', '1 Tag', '3 working days')
    """
    one, others = best(locale, FORMATS).units[unit]
    return (one if amount == 1 else others).format(number(amount, locale))


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
    return _date(best(locale, FORMATS).day, value, locale)


def month(value: dt.date, locale: str) -> str:
    """The month of a day.

    >>> month(dt.date(2026, 10, 1), "en"), month(dt.date(2026, 10, 1), "zh")
    ('October 2026', '2026 年 10 月')
    """
    return _date(best(locale, FORMATS).month, value, locale)


def quarter(value: dt.date, locale: str) -> str:
    """The quarter of a day.

    >>> quarter(dt.date(2026, 10, 1), "en"), quarter(dt.date(2026, 10, 1), "zh")
    ('Q4 2026', '2026 年第 4 季度')
    """
    return _date(best(locale, FORMATS).quarter, value, locale)


def _date(pattern: str, value: dt.date, locale: str) -> str:
    """A pattern of a date filled in."""
    name = best(locale, FORMATS).months[value.month - 1]
    quarter_of_year = (value.month + 2) // 3
    return pattern.format(year=value.year, month=value.month, day=value.day, name=name, quarter=quarter_of_year)
