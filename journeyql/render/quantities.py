"""Numbers, times, dates and amounts as the reader of a language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyql.render import numbers

if TYPE_CHECKING:
    from journeyql.model import Amount


def spelled(value: object, locale: str) -> str:  # noqa: PLR0911 - one for each sort of value
    """Any value of the model as plain text; what is no figure stays as it is.

    >>> from journeyql.model import Date, Duration
    >>> spelled(Duration.parse("1h30min"), "en"), spelled(Date.parse("2026-Q4"), "zh")
    ('1 h 30 min', '2026 年第 4 季度')
    """
    from journeyql.model import Amount, Clock, Date, Duration, Money, Range  # who has such values has loaded it

    match value:
        case bool():
            return "✓" if value else "–"
        case int() | float():
            return numbers.number(value, locale)
        case Duration():
            return numbers.parts(value.parts, locale)
        case Money():
            return numbers.money(value.amount, value.currency, locale)
        case Amount():
            return _amount(value, locale)
        case Date():
            return numbers.period(value.first, value.last, locale)
        case Clock():
            return str(value)
        case Range():
            low, high = ("" if side is None else spelled(side, locale) for side in (value.low, value.high))
            return f"{low}–{high}"
    return str(value)


def _amount(value: Amount, locale: str) -> str:
    from journeyql.model import Duration, Money

    if value.unit == "%":
        return numbers.percent(value.number, locale)
    as_duration, as_money = Duration.parse(value.text), Money.parse(value.text)
    return spelled(as_duration or as_money or value.number, locale)
