"""The right spelling of a quantity that people write in another way."""

from __future__ import annotations

import re
import unicodedata

from journeyql.model.resolve.codes import CURRENCY_SIGNS, UNIT_WORDS

_WORD_UNITS = {word: unit for unit, words in UNIT_WORDS.items() for word in words.split()}
# Patterns are texts here: `re` compiles them when the first value is misspelt.
_PART = r"([0-9]+(?:\.[0-9]+)?)\s*([^\s0-9.,%]+)"
_SIGN_FIRST = r"([€$£¥￥₹])\s*([0-9]+(?:\.[0-9]+)?)"
_GROUPED = r"[+-]?[0-9]{1,3}(?:[,_][0-9]{3})+(?:\.[0-9]+)?(%|[A-Z]{3})?"


def respelled(text: str) -> str | None:
    """The word of the language for a quantity with a foreign unit, digit or sign; None when none is known.

    >>> respelled("4分钟"), respelled("90minutes"), respelled("€12"), respelled("３５％"), respelled("soon")
    ('4min', '90min', '12EUR', '35%', None)
    """
    plain = unicodedata.normalize("NFKC", text)
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in plain)
    sign = re.fullmatch(_SIGN_FIRST, text) or re.fullmatch(_SIGN_FIRST, digits)
    if sign:
        return sign[2] + CURRENCY_SIGNS[sign[1]]
    parts = re.findall(_PART, digits)
    if parts and "".join(number + unit for number, unit in parts) == digits.replace(" ", ""):
        spelled = [_unit(number, unit) for number, unit in parts]
        return "".join(part for part in spelled if part) if all(spelled) else None
    return digits if digits != text else None


def _unit(number: str, unit: str) -> str | None:
    known = _WORD_UNITS.get(unit) or _WORD_UNITS.get(unit.lower()) or CURRENCY_SIGNS.get(unit)
    return number + known if known else None


def ungrouped(text: str) -> str | None:
    """The number without its thousands separators, if that is what it has.

    >>> ungrouped("1,200EUR"), ungrouped("2,3")
    ('1200EUR', None)
    """
    return text.replace(",", "").replace("_", "") if re.fullmatch(_GROUPED, text) else None
