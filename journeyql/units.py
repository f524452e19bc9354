"""The units of quantities: the words that people write for them, and the one word that the language writes."""

from __future__ import annotations

import re
import unicodedata

CURRENCY_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "CNY", "￥": "CNY", "元": "CNY", "円": "JPY", "₹": "INR"}
"""The code that a currency sign most likely stands for."""

CURRENCIES = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BDT",
        "BGN",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "DZD",
        "EGP",
        "EUR",
        "GBP",
        "GEL",
        "GHS",
        "HKD",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JOD",
        "JPY",
        "KES",
        "KRW",
        "KWD",
        "KZT",
        "LBP",
        "LKR",
        "MAD",
        "MMK",
        "MXN",
        "MYR",
        "NGN",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TND",
        "TRY",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VND",
        "XAF",
        "XOF",
        "ZAR",
    ]
)
"""The currencies (ISO 4217) that a word beside a number surely means; a sum of money may have any code."""

UNIT_WORDS = {
    "s": "s sec secs second seconds 秒 秒钟 sek sekunde sekunden",
    "min": "m min mins minute minutes 分 分钟 分鐘 minuten",
    "h": "h hr hrs hour hours 小时 小時 时 時間 std stunde stunden",
    "d": "d day days 天 日 tag tage tagen",
    "wd": "wd workday workdays 工作日 werktag werktage",
    "w": "w wk week weeks 周 週 星期 woche wochen",
    "mo": "mo month months 月 个月 monat monate",
    "y": "y yr year years 年 jahr jahre",
}
"""For each unit of the language, words that people write for it."""

_WORD_UNITS = {word: unit for unit, words in UNIT_WORDS.items() for word in words.split()}
# Patterns are texts here: `re` compiles them when the first value is misspelt.
_PART = r"([0-9]+(?:\.[0-9]+)?)\s*([^\s0-9.,%]+)"
_SIGN_FIRST = r"([€$£¥￥₹])\s*([0-9]+(?:\.[0-9]+)?)"
_GROUPED = r"[+-]?[0-9]{1,3}(?:[,_][0-9]{3})+(?:\.[0-9]+)?(%|[A-Z]{3})?"
_DECIMAL = r"[+-]?[0-9]+,[0-9]{1,2}[^\W\d_]*%?"
_NUMBER = r"[0-9]{1,3}(?:[,_][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_BEFORE = rf"([^\s0-9.,]+)\s*({_NUMBER})"
_AFTER = rf"({_NUMBER})\s*([^\s0-9.,]+)"
_PARTS = rf"(?:(?:{_NUMBER})\s*[^\s0-9.,%]+\s*)+"
_DATE = r"([0-9]{4})[年/.]([0-9]{1,2})(?:[月/.]?([0-9]{1,2})?[日号]?)?"
_DAY_FIRST = r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})"
_MONTHS = 12
_CLOCK = r"(0?[0-9]|1[0-2])(?::([0-5][0-9]))?\s*([ap])\.?m\.?"


def respelled(text: str) -> str | None:
    """The word of the language for a quantity with a foreign unit, digit or sign; None when none is known.

    >>> respelled("4分钟"), respelled("90minutes"), respelled("€12"), respelled("３５％"), respelled("soon")
    ('4min', '90min', '12EUR', '35%', None)
    >>> respelled("8am"), respelled("8:30pm")
    ('08:00', '20:30')
    >>> respelled("2026年11月21日"), respelled("2026/11/21"), respelled("21.11.2026"), respelled("3/4/2026")
    ('2026-11-21', '2026-11-21', '2026-11-21', None)
    """
    plain = unicodedata.normalize("NFKC", text)
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in plain)
    sign = re.fullmatch(_SIGN_FIRST, text) or re.fullmatch(_SIGN_FIRST, digits)
    if sign:
        return sign[2] + CURRENCY_SIGNS[sign[1]]
    clock = re.fullmatch(_CLOCK, digits.lower())
    if clock:
        return f"{int(clock[1]) % 12 + 12 * (clock[3] == 'p'):02}:{clock[2] or '00'}"
    date = _date(digits)
    if date is not None:
        return date
    parts = re.findall(_PART, digits)
    if parts and "".join(number + unit for number, unit in parts) == digits.replace(" ", ""):
        spelled = [_unit(number, unit) for number, unit in parts]
        return "".join(part for part in spelled if part) if all(spelled) else None
    return digits if digits != text else None


def _date(text: str) -> str | None:
    """A date with the largest part first; None if the order of its parts cannot be told."""
    found = re.fullmatch(_DATE, text)
    if found:
        return "-".join(part.zfill(2) for part in found.groups() if part)
    turned = re.fullmatch(_DAY_FIRST, text)
    if turned is None:
        return None
    first, mark, second, year = turned.groups()
    day, month = (first, second) if mark == "." or int(first) > _MONTHS else (second, first)
    sure = mark == "." or int(day) > _MONTHS
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}" if sure else None


def _unit(number: str, unit: str) -> str | None:
    known = _WORD_UNITS.get(unit) or _WORD_UNITS.get(unit.lower()) or CURRENCY_SIGNS.get(unit)
    return number + known if known else None


def ungrouped(text: str) -> str | None:
    """The number without its thousands separators, if that is what it has.

    >>> ungrouped("1,200EUR"), ungrouped("2,3")
    ('1200EUR', None)
    """
    return text.replace(",", "").replace("_", "") if re.fullmatch(_GROUPED, text) else None


def pointed(text: str) -> str | None:
    """The number with a point for its decimal comma, if that is what it has.

    >>> pointed("1,5"), pointed("12,50EUR"), pointed("1,200"), pointed("2,3,4")
    ('1.5', '12.50EUR', None, None)
    """
    return text.replace(",", ".") if re.fullmatch(_DECIMAL, text) else None


def unit_of(word: str) -> str | None:
    """The unit that a word or sign means, None when it surely means none.

    >>> unit_of("minutes"), unit_of("分钟"), unit_of("€"), unit_of("EUR"), unit_of("％"), unit_of("people")
    ('min', 'min', 'EUR', 'EUR', '%', None)
    """
    word = unicodedata.normalize("NFKC", word)
    if word == "%" or word in CURRENCIES:
        return word
    return _WORD_UNITS.get(word) or _WORD_UNITS.get(word.lower()) or CURRENCY_SIGNS.get(word)


def one_word(text: str) -> str | None:
    """The one word for a quantity whose unit is known and stands apart or before; None for anything else.

    >>> one_word("4 minutes"), one_word("1 h 30 min"), one_word("35 %"), one_word("$ 5"), one_word("1,200 EUR")
    ('4min', '1h30min', '35%', '5USD', '1200EUR')
    >>> one_word("8:00 pm"), one_word("5 to"), one_word("5 people"), one_word("5 10 min")
    ('20:00', None, None, None)
    """
    plain = unicodedata.normalize("NFKC", text.strip())
    sign = "-" if plain[:1] in ("-", "−") else ""
    plain = plain.lstrip("+-−")
    if re.fullmatch(_CLOCK, plain.lower()):
        return respelled(plain)
    money = re.fullmatch(_BEFORE, plain)
    if money and (money[1] in CURRENCY_SIGNS or money[1] in CURRENCIES):
        return sign + _whole(money[2]) + str(unit_of(money[1]))
    single = re.fullmatch(_AFTER, plain)
    unit = unit_of(single[2]) if single else None
    if single and unit:
        return sign + _whole(single[1]) + unit
    spelled = respelled(plain) if re.fullmatch(_PARTS, plain) else None
    return sign + spelled if spelled and " " not in spelled else None


def _whole(number: str) -> str:
    return number.replace(",", "").replace("_", "")
