"""Measure how wide a text will be when it is drawn, without a font and the same on every machine."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from journeyql.render.advances import FURTHER, HELVETICA, SQUARE
from journeyql.render.graphemes import graphemes

#: Units in one em: fine enough to keep every width a whole number, so that sums are exact.
UNITS_PER_EM: Final = 10_000_000

_ADVANCES: Final = {
    character: advances for table in (FURTHER, HELVETICA) for advances, group in table.items() for character in group
}
#: In Chinese and Japanese: as wide as in the wider of both kinds of fonts.
_SQUARE_ADVANCES: Final = {
    character: tuple(map(max, advances, _ADVANCES[character]))
    for advances, group in SQUARE.items()
    for character in group
}
#: Characters that no class below describes: the tab, wide dashes, and an Arabic phrase in one sign.
_SPECIAL: Final = {"\t": 278, "\u2e3a": 2000, "\u2e3b": 3000, "\ufdfa": 1105, "\ufdfd": 7220}
#: First code point of a range -> the mean advance of its letters in Noto Sans (release of December 2020).
#: Arabic is lower: joined letters are narrower than the isolated ones a font lists.
_SCRIPTS: Final = (
    (0x0000, 700), (0x0530, 690), (0x0590, 600), (0x0600, 560), (0x0780, 700), (0x0900, 660), (0x0980, 680),
    (0x0A00, 660), (0x0A80, 710), (0x0B00, 700), (0x0B80, 1000), (0x0C00, 820), (0x0C80, 830), (0x0D00, 1040),
    (0x0D80, 950), (0x0E00, 600), (0x0E80, 600), (0x0F00, 700), (0x1000, 950), (0x10A0, 690), (0x1200, 760),
    (0x1400, 700), (0x1780, 720), (0x1800, 700), (0x2000, 850), (0x2C00, 700), (0xFB50, 560), (0xFF00, 700),
    (0x10000, 1000),
)  # fmt: skip
_SCRIPT_STARTS: Final = tuple(start for start, _ in _SCRIPTS)
#: Characters that fonts made for Chinese and Japanese draw on a full square (East Asian width "ambiguous").
_SQUARE_IN_CJK: Final = frozenset("“”‘’…—·‥―")
_SQUARE_LANGUAGES: Final = frozenset({"zh", "ja", "yue"})
#: A text with none of these is as wide as its characters together; others are measured by grapheme.
_SEQUENCE: Final = re.compile("[\u200d\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_EMOJI_STYLE: Final = "\ufe0f"
_EMOJI: Final = 1300 * 10_000
_SQUARE: Final = 1000 * 10_000
#: The dotted circle that a combining mark without a letter is drawn on: 0.53 em for Malayalam, with the reserve.
_CIRCLE: Final = 600 * 10_000
_LAST_LATIN: Final = "\u02ff"
_RESERVE: Final = 107
#: Regular and bold of what no table lists, in hundredths.
_WEIGHTS: Final = (100, 107)


def width(text: str, size: float, bold: bool = False, lang: str = "") -> float:
    """How wide one line of text is, in px at a font size in px.

    Source: the advance widths of Adobe's Helvetica and Helvetica-Bold (see `journeyql.render.advances`), times 1.07 as
    a reserve for other sans-serif fonts. Full-width characters measure 1 em and emoji 1.3 em in any weight; combining
    marks and zero-width characters nothing, but for a dotted circle below a mark that stands first; letters of other scripts the mean of their script, in bold times 1.07 (from
    regular to bold these means grow by 1 % to 11 % in Noto Sans, and by 7 % in the middle of the scripts).
    `lang` is a language tag: in Chinese and Japanese quotation marks, dashes, dots and ellipses are full width, and
    other characters are as wide as in Noto Sans CJK where that is wider.
    Line breaks measure nothing.

    >>> width("Goal", 13)
    29.37792
    >>> width("痛点", 12), width("痛点", 12, bold=True)
    (24.0, 24.0)
    >>> width("“好”", 10) < width("“好”", 10, lang="zh-CN")
    True
    """
    return units(text, bold=bold, lang=lang) * size / UNITS_PER_EM


def units(text: str, *, bold: bool = False, lang: str = "") -> int:
    """The width of a text in units of an em (`UNITS_PER_EM`): exact, and the same for any font size.

    >>> units("痛") == UNITS_PER_EM
    True
    """
    square = lang != "" and is_square(lang)
    first = _CIRCLE if text[:1] > _LAST_LATIN and unicodedata.category(text[0])[0] == "M" else 0
    if _SEQUENCE.search(text):
        return first + sum(_cluster(cluster, bold, square) for cluster in graphemes(text))
    return first + sum([_advance(character, bold, square) for character in text])


def is_square(lang: str) -> bool:
    """Whether fonts of a language draw quotation marks and dashes full width.

    >>> is_square("zh-Hant-TW"), is_square("ko")
    (True, False)
    """
    return lang.replace("_", "-").partition("-")[0].lower() in _SQUARE_LANGUAGES


def _cluster(cluster: str, bold: bool, square: bool) -> int:
    """The width of a grapheme: an emoji sequence, a flag or a key cap is one emoji wide."""
    emoji = _EMOJI_STYLE in cluster or (len(cluster) > 1 and _SEQUENCE.search(cluster[1:]) and _is_emoji(cluster[0]))
    return _EMOJI if emoji else sum([_advance(character, bold, square) for character in cluster])


def _is_emoji(character: str) -> bool:
    """Whether a character starts an emoji sequence: a symbol, or half of a flag."""
    return unicodedata.category(character) == "So"


@lru_cache(maxsize=16_384)
def _advance(character: str, bold: bool, square: bool) -> int:
    """The width of one character in units of an em."""
    if unicodedata.east_asian_width(character) in "WF" or (square and character in _SQUARE_IN_CJK):
        return _full_width(character)
    return _hundred_thousandths(character, bold, square) * _RESERVE


def _full_width(character: str) -> int:
    """The width of a character on the full square: 1 em, emoji 1.3 em, marks and trailing Hangul letters nothing."""
    if unicodedata.category(character)[0] == "M":
        return 0
    emoji = unicodedata.category(character) in ("So", "Sk") and not "\u2e80" <= character <= "\uffff"
    return _EMOJI if emoji else _SQUARE


def _hundred_thousandths(character: str, bold: bool, square: bool) -> int:
    """The advance of a character before the reserve: from a table, its base letter, or its class."""
    base = unicodedata.normalize("NFD", character)[0]
    tables = (_SQUARE_ADVANCES, _ADVANCES) if square else (_ADVANCES,)
    known = next((found for table in tables if (found := table.get(character) or table.get(base))), None)
    return known[bold] * 100 if known else _by_class(character) * _WEIGHTS[bold]


def _by_class(character: str) -> int:
    """The advance of a character that no table lists, in thousandths of an em in a regular font."""
    if character in _SPECIAL:
        return _SPECIAL[character]
    code, category = ord(character), unicodedata.category(character)
    if category in ("Mn", "Me", "Cc", "Cf", "Cs", "Zl", "Zp") or "\u1160" <= character <= "\u11ff":
        return 0
    if category in ("Lm", "Sk", "Zs", "Mc"):
        return {"Zs": 300, "Mc": 450}.get(category, 400)
    if unicodedata.east_asian_width(character) == "H":
        return 500
    if category[0] in "LN":
        return _SCRIPTS[bisect_right(_SCRIPT_STARTS, code) - 1][1] if code >= _SCRIPT_STARTS[1] else _latin(category)
    return 600 if category[0] == "P" else 1000


def _latin(category: str) -> int:
    """The advance of a rare Latin, Greek or Cyrillic letter."""
    return 722 if category == "Lu" else 556
