"""Tells the language of a text by its writing, as far as a writing has one language."""

from __future__ import annotations

import re
from typing import Final

#: Writings and the language most often written in them (Unicode blocks). Kana goes before Chinese characters.
_WRITINGS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


def language_of(text: str) -> str:
    """The language of the first of these writings that a text has a letter of; none where it has none.

    >>> language_of("コーヒー"), language_of("App 咖啡"), language_of("Größe"), language_of("Кофе")
    ('ja', 'zh', '', '')
    """
    return "" if text.isascii() else next((language for language, letters in _WRITINGS if letters.search(text)), "")
