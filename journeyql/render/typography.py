"""The fonts and sizes of text in pictures, and the direction of writing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import bidirectional

import attrs

from journeyql.render.locales import best

_LATIN: Final = "'Helvetica Neue', Arial, 'Liberation Sans', 'Segoe UI', Roboto, 'Noto Sans'"
_AFTER: Final = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
_TRADITIONAL: Final = f"'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC', {_AFTER}"
#: Language -> font families, the best first. Chinese, Japanese and Korean have their own first, so that shared
#: characters take the right shape and quotation marks come full width where they are measured so.
_FAMILIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": f"{_LATIN}, 'PingFang SC', 'Hiragino Sans', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
        "zh": ("'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', " + _AFTER),
        "zh-hant": _TRADITIONAL,
        "zh-tw": _TRADITIONAL,
        "zh-hk": f"'PingFang HK', {_TRADITIONAL}",
        "zh-mo": f"'PingFang HK', {_TRADITIONAL}",
        "ja": f"'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', 'Noto Sans JP', {_AFTER}",
        "ko": f"'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR', {_AFTER}",
    }
)
_RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
#: The classes of characters that have a direction (UAX #9, table 4).
_STRONG: Final = frozenset({"L", "R", "AL"})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sizes:
    """Font sizes and line heights of pictures in px; nothing is smaller than `node_number`."""

    title: float = 28
    title_narrow: float = 24
    stage: float = 15
    touchpoint: float = 14
    touchpoint_line: float = 18
    body: float = 13
    body_line: float = 17.5
    body_line_cjk: float = 18
    label: float = 12
    node_number: float = 11


#: The sizes of the static map (design page "The journey map as a picture").
SIZES: Final = Sizes()


def font_family(lang: str) -> str:
    """The font families for a language tag, as SVG and CSS take them.

    >>> font_family("zh-CN").startswith("'PingFang SC'"), font_family("de").startswith("'Helvetica Neue'")
    (True, True)
    """
    return best(lang, _FAMILIES)


def direction(lang: str) -> str:
    """The direction a language is written in: `ltr` or `rtl`.

    >>> direction("ar-EG"), direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if lang.replace("_", "-").partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def text_direction(text: str) -> str:
    r"""The direction of a text, that of its first letter that has one: `ltr` or `rtl` (UAX #9, rules P2 and P3).

    >>> text_direction("1. \u05e7\u05e4\u05d4 Starbucks"), text_direction("Starbucks \u05e7\u05e4\u05d4"), text_direction("3")
    ('rtl', 'ltr', 'ltr')
    """
    if text.isascii():
        return "ltr"
    strong = next((found for one in text if (found := bidirectional(one)) in _STRONG), "L")
    return "ltr" if strong == "L" else "rtl"
