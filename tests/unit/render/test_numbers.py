"""Numbers, dates and durations as English, German and Chinese readers expect them (CLDR 46 signs and unit names)."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import cldr
import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyql.render.numbers import (
    date,
    duration,
    form,
    money,
    month,
    number,
    parts,
    percent,
    period,
    quantity,
    quarter,
)
from journeyql.render.plurals import category

LOCALES = ("en", "de", "zh")
ROWS = pytest.mark.parametrize


@ROWS(
    ("value", "digits", "texts"),
    [
        (0, None, ("0", "0", "0")),
        (4.2, None, ("4.2", "4,2", "4.2")),
        (1930, None, ("1,930", "1.930", "1,930")),
        (1234567.891, None, ("1,234,567.89", "1.234.567,89", "1,234,567.89")),
        (-3, None, ("−3", "−3", "−3")),
        (-0.001, None, ("0", "0", "0")),
        (2, 1, ("2.0", "2,0", "2.0")),
        (0.125, 2, ("0.12", "0,12", "0.12")),
        (0.375, 2, ("0.38", "0,38", "0.38")),
        (99.5, 0, ("100", "100", "100")),
        (Decimal("12.50"), None, ("12.5", "12,5", "12.5")),
        (1e-9, None, ("0", "0", "0")),
    ],
)
def test_numbers(value: float, digits: int | None, texts: tuple[str, ...]) -> None:
    assert tuple(number(value, locale, digits) for locale in LOCALES) == texts


@ROWS(("value", "texts"), [(35, ("35%", "35 %", "35%")), (3.25, ("3.25%", "3,25 %", "3.25%"))])
def test_percentages(value: float, texts: tuple[str, ...]) -> None:
    assert tuple(percent(value, locale) for locale in LOCALES) == texts


@ROWS(
    ("amount", "currency", "texts"),
    [
        (Decimal("12.50"), "EUR", ("12.50 EUR", "12,50 EUR", "12.50 EUR")),
        (1200, "CNY", ("1,200 CNY", "1.200 CNY", "1,200 CNY")),
        (Decimal("1.255"), "KWD", ("1.255 KWD", "1,255 KWD", "1.255 KWD")),
    ],
)
def test_money(amount: Decimal, currency: str, texts: tuple[str, ...]) -> None:
    assert tuple(money(amount, currency, locale) for locale in LOCALES) == texts


@ROWS(
    ("amount", "unit", "texts"),
    [
        (90, "s", ("90 s", "90 s", "90 秒")),
        (4, "min", ("4 min", "4 Min.", "4 分钟")),
        (19, "h", ("19 h", "19 Std.", "19 小时")),
        (1, "d", ("1 day", "1 Tag", "1 天")),
        (9, "d", ("9 days", "9 Tage", "9 天")),
        (0.5, "d", ("0.5 days", "0,5 Tage", "0.5 天")),
        (3, "wd", ("3 working days", "3 Arbeitstage", "3 个工作日")),
        (2, "w", ("2 weeks", "2 Wochen", "2 周")),
        (6, "mo", ("6 months", "6 Monate", "6 个月")),
        (1, "y", ("1 year", "1 Jahr", "1 年")),
    ],
)
def test_quantities(amount: float, unit: str, texts: tuple[str, ...]) -> None:
    assert tuple(quantity(amount, unit, locale) for locale in LOCALES) == texts


def test_parts_as_written() -> None:
    assert parts([(1, "h"), (30, "min")], "de") == "1 Std. 30 Min."
    assert parts([(90, "min")], "zh") == "90 分钟"
    assert parts([], "en") == ""
    with pytest.raises(KeyError):
        parts([(1, "fortnight")], "en")


@ROWS(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.5, "0.5 s"),
        (59.4, "59.4 s"),
        (59.6, "1 min"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (240, "4 min"),
        (3599.7, "1 h"),
        (3600, "1 h"),
        (5400, "1 h 30 min"),
        (5429, "1 h 30 min"),
        (86_399, "1 day"),
        (86_400, "1 day"),
        (100_000, "1 day 4 h"),
        (604_800, "1 week"),
        (10 * 86_400, "1 week 3 days"),
        (-240, "−4 min"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds, "en") == text


@settings(deadline=None)
@given(st.floats(0, 1e8))
def test_a_duration_reads_back_within_its_smaller_unit(seconds: float) -> None:
    sizes = {"s": 1, "min": 60, "h": 3600, "day": 86_400, "days": 86_400, "week": 604_800, "weeks": 604_800}
    read = re.findall(r"([0-9.,]+) ([a-z]+)", duration(seconds, "en"))
    total = sum(float(amount.replace(",", "")) * sizes[unit] for amount, unit in read)
    assert 1 <= len(read) <= 2
    assert (
        abs(total - seconds) <= max(0.5, 0.5 * (sizes[read[0][1]] / 7 if len(read) == 1 else sizes[read[-1][1]])) + 1e-6
    )


@ROWS("locale", LOCALES)
@settings(deadline=None)
@given(value=st.decimals(-(10**9), 10**9, places=2))
def test_a_number_reads_back(locale: str, value: Decimal) -> None:
    written = form(locale)
    text = number(value, locale).replace(written.group, "").replace(written.decimal, ".").replace("−", "-")
    assert Decimal(text) == value


DAY = dt.date(2026, 3, 1)


@ROWS(
    ("write", "texts"),
    [
        (date, ("1 March 2026", "1. März 2026", "2026 年 3 月 1 日")),
        (month, ("March 2026", "März 2026", "2026 年 3 月")),
        (quarter, ("Q1 2026", "1. Quartal 2026", "2026 年第 1 季度")),
    ],
)
def test_dates(write, texts: tuple[str, ...]) -> None:
    assert tuple(write(DAY, locale) for locale in LOCALES) == texts


@ROWS(("number_of_month", "expected"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)])
def test_quarters(number_of_month: int, expected: int) -> None:
    assert quarter(dt.date(2026, number_of_month, 1), "en") == f"Q{expected} 2026"


@ROWS("locale", LOCALES)
def test_formats_are_complete(locale: str) -> None:
    written = form(locale)
    assert set(written.units) == {"s", "min", "h", "d", "wd", "w", "mo", "y"}
    assert len(set(written.months)) == 12
    assert all(text.count("{}") == 1 for forms in written.units.values() for text in forms.values())
    assert all("other" in forms for forms in written.units.values())


def test_unknown_languages_get_english() -> None:
    assert number(1234.5, "tlh") == number(1234.5, "") == "1,234.5"
    assert date(DAY, "de-AT") == "1. März 2026"


# ---- other languages, against Babel


def test_the_formats_of_other_languages_are_those_of_cldr() -> None:
    """If Babel has another CLDR by now: `python tests/support/cldr.py`, and look at what changed."""
    assert cldr.FILE.read_text("utf-8") == cldr.text()


AMOUNTS = [0, 1, 2, 3, 5, 10, 11, 12, 19, 20, 21, 22, 25, 100, 101, 111, 112, 121, 1000, 0.5, 1.5, 2.5, 11.5]
OTHERS = sorted(cldr.PLURALS)


@ROWS("language", OTHERS)
def test_plural_categories(language: str) -> None:
    chosen = [category(amount, cldr.PLURALS[language]) for amount in AMOUNTS]
    rule = Locale.parse(language).plural_form
    assert chosen == [rule(Decimal(str(amount))) for amount in AMOUNTS]


@ROWS("language", OTHERS)
def test_numbers_and_dates_of_other_languages(language: str) -> None:
    assert number(1234567.25, language) == format_decimal(Decimal("1234567.25"), locale=language)
    assert percent(35, language) == format_percent(Decimal("0.35"), locale=language)
    assert date(DAY, language) == format_date(DAY, "long", locale=language)
    assert month(DAY, language) == format_skeleton("yMMMM", DAY, locale=language)
    assert quarter(DAY, language) == format_skeleton("yQQQQ", DAY, locale=language)


@ROWS("language", OTHERS)
def test_formats_of_other_languages_are_complete(language: str) -> None:
    test_formats_are_complete(language)


@ROWS(
    ("locale", "texts"),
    [
        ("fr", ("1 h 30\xa0min", "3 jours ouvrés", "1er trimestre 2026", "12,50 EUR")),
        ("pl", ("1 godz. 30 min", "3 dni robocze", "I kwartał 2026", "12,50 EUR")),
        ("ja", ("1 時間 30 分", "3 営業日", "2026年第1四半期", "EUR 12.50")),
        ("pt-BR", ("1 h 30 min", "3 dias úteis", "1º trimestre de 2026", "EUR 12,50")),
    ],
)
def test_some_other_languages(locale: str, texts: tuple[str, ...]) -> None:
    found = (
        parts([(1, "h"), (30, "min")], locale),
        quantity(3, "wd", locale),
        period(DAY.replace(month=1), dt.date(2026, 3, 31), locale),
        money(Decimal("12.50"), "EUR", locale),
    )
    assert tuple(text.replace("\u202f", " ") for text in found) == texts


@ROWS(
    ("last", "expected"),
    [(DAY, "1 March 2026"), (dt.date(2026, 3, 31), "March 2026"), (dt.date(2026, 5, 31), "Q1 2026")],
)
def test_periods(last: dt.date, expected: str) -> None:
    assert period(DAY, last, "en") == expected
