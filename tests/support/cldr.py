"""Formats of numbers and dates as CLDR has them, through Babel: `python tests/support/cldr.py` writes them anew.

They become `journeyql/render/formats.json`, so that what is drawn does not depend on what is installed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal, format_percent, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

FILE = Path(__file__).parents[2] / "journeyql" / "render" / "formats.json"
#: Working days are in no catalogue: by plural category.
WORKING_DAYS: dict[str, dict[str, str]] = {
    "cs": {
        "one": "{} pracovní den",
        "few": "{} pracovní dny",
        "many": "{} pracovního dne",
        "other": "{} pracovních dnů",
    },
    "da": {"one": "{} arbejdsdag", "other": "{} arbejdsdage"},
    "el": {"one": "{} εργάσιμη ημέρα", "other": "{} εργάσιμες ημέρες"},
    "es": {"one": "{} día laborable", "other": "{} días laborables"},
    "fi": {"one": "{} työpäivä", "other": "{} työpäivää"},
    "fr": {"one": "{} jour ouvré", "other": "{} jours ouvrés"},
    "hu": {"other": "{} munkanap"},
    "id": {"other": "{} hari kerja"},
    "it": {"one": "{} giorno lavorativo", "other": "{} giorni lavorativi"},
    "ja": {"other": "{} 営業日"},
    "ko": {"other": "{}영업일"},
    "nb": {"one": "{} arbeidsdag", "other": "{} arbeidsdager"},
    "nl": {"one": "{} werkdag", "other": "{} werkdagen"},
    "pl": {
        "one": "{} dzień roboczy",
        "few": "{} dni robocze",
        "many": "{} dni roboczych",
        "other": "{} dnia roboczego",
    },
    "pt": {"one": "{} dia útil", "other": "{} dias úteis"},
    "ro": {"one": "{} zi lucrătoare", "few": "{} zile lucrătoare", "other": "{} de zile lucrătoare"},
    "ru": {"one": "{} рабочий день", "few": "{} рабочих дня", "many": "{} рабочих дней", "other": "{} рабочего дня"},
    "sk": {
        "one": "{} pracovný deň",
        "few": "{} pracovné dni",
        "many": "{} pracovného dňa",
        "other": "{} pracovných dní",
    },
    "sv": {"one": "{} arbetsdag", "other": "{} arbetsdagar"},
    "tr": {"other": "{} iş günü"},
    "uk": {"one": "{} робочий день", "few": "{} робочі дні", "many": "{} робочих днів", "other": "{} робочого дня"},
    "vi": {"other": "{} ngày làm việc"},
}
#: Which of our plural rules a language has.
PLURALS = {
    **dict.fromkeys(("hu", "el", "es", "it", "nb", "nl", "sv", "fi", "tr"), "one"),
    **dict.fromkeys(("fr", "pt"), "below-two"),
    **dict.fromkeys(("id", "ja", "ko", "vi"), "none"),
    **dict.fromkeys(("ru", "uk"), "east-slavic"),
    **dict.fromkeys(("cs", "sk"), "czech"),
    "pl": "polish",
    "ro": "romanian",
    "da": "danish",
}
_UNITS = {"s": "second", "min": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year"}
_SHORT = {"s", "min", "h"}
#: Babel 2.18 says `1 horas` there, where CLDR has the sign for any number.
_SAME_HOURS = {"es", "pt"}
#: Numbers of every plural category.
_SAMPLES = (0, 1, 2, 3, 5, 11, 20, 100, 1.5)
_SIGNS = re.compile(r"'[^']*'|d+|M+|L+|y+|Q+|.", re.DOTALL)
_FIELDS = {"d": "{day}", "M": "{month}", "MMMM": "{name}", "LLLL": "{name}", "y": "{year}", "QQQQ": "{name}"}


def formats(language: str) -> dict[str, Any]:
    """Everything that we know of a language."""
    locale = Locale.parse(language)
    skeletons = locale.datetime_skeletons
    standing = "stand-alone" if "LLLL" in skeletons["yMMMM"].pattern else "format"
    return {
        "decimal": get_decimal_symbol(locale),
        "group": get_group_symbol(locale),
        "percent": format_percent(0.35, locale=locale).replace("35", "{}"),
        "units": {**{unit: _unit(locale, unit, name) for unit, name in _UNITS.items()}, "wd": WORKING_DAYS[language]},
        "plural": PLURALS[language],
        "day": _pattern(locale.date_formats["long"].pattern),
        "month": _pattern(skeletons["yMMMM"].pattern),
        "quarter": _pattern(skeletons["yQQQQ"].pattern),
        "months": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "months_alone": [locale.months[standing]["wide"][number] for number in range(1, 13)],
        "quarters": [locale.quarters["format"]["wide"][number] for number in range(1, 5)],
        "money": "{currency} {amount}" if _code_first(locale) else "{amount} {currency}",
    }


def _unit(locale: Locale, unit: str, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for sample in _SAMPLES:
        lengths = ("short", "narrow") if unit in _SHORT else ("long", "short", "narrow")
        spelled = (format_unit(sample, f"duration-{name}", length, locale=locale) for length in lengths)
        said = next(words for words in spelled if "duration-" not in words)  # what Babel says where it knows none
        found.setdefault(locale.plural_form(sample), said.replace(format_decimal(sample, locale=locale), "{}"))
    if unit == "h" and locale.language in _SAME_HOURS:
        return {"other": found["other"]}
    return found


def _code_first(locale: Locale) -> bool:
    return locale.currency_formats["standard"].pattern.split(";")[0].replace("\u200f", "").startswith("¤")


def _pattern(pattern: str) -> str:
    """A pattern of ours for one of CLDR."""
    return "".join(_FIELDS.get(sign, sign.strip("'") if sign[0] == "'" else sign) for sign in _SIGNS.findall(pattern))


def text() -> str:
    """The content of the file."""
    found = {language: formats(language) for language in sorted(PLURALS)}
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
