"""Language tags: which ones there are, how they are written, and what they fall back on (BCP 47, RFC 4647)."""

from __future__ import annotations

import re
from typing import Final

from journeyql.model.codes import LANGUAGES

_ANY: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCRIPT_LETTERS, _REGION_LETTERS = 4, 2
#: What people write for a language, countries included where no language has their code.
_MEANT = {
    "zh": "chinese mandarin cn 中文 汉语 简体中文",
    "en": "english us gb 英文 英语",
    "de": "german deutsch 德语",
    "ja": "japanese jp 日本語 日语",
    "fr": "french francais français 法语",
    "es": "spanish espanol español 西班牙语",
    "it": "italian italiano",
    "ko": "korean 한국어 韩语",
    "pt": "portuguese português",
    "ru": "russian русский",
    "nl": "dutch nederlands",
}


def is_language(word: str) -> bool:
    """Whether a word is a language tag: an ISO 639 language, with subtags of BCP 47 if any.

    >>> is_language("zh-Hans"), is_language("xx"), is_language("mei")
    (True, False, False)
    """
    return bool(_TAG.fullmatch(word)) and word.partition("-")[0] in LANGUAGES


def well_formed(word: str) -> bool:
    """Whether a word is built like a language tag, whatever language that may be.

    >>> well_formed("tlh"), well_formed("chinese"), well_formed("zh-Hans-CN")
    (True, False, True)
    """
    return bool(_ANY.fullmatch(word))


def language_tag(text: str) -> str:
    """A language tag with small and capital letters where they are usual.

    >>> language_tag("zh_hans-cn"), language_tag("DE"), language_tag("chinese")
    ('zh-Hans-CN', 'de', 'chinese')
    """
    first, *rest = text.replace("_", "-").split("-")
    if not _ANY.fullmatch(first):
        return text
    cased = {_SCRIPT_LETTERS: str.title, _REGION_LETTERS: str.upper}
    return "-".join((first.lower(), *(cased.get(len(part), str.lower)(part) for part in rest)))


def language_chain(tag: str) -> tuple[str, ...]:
    """A language tag and its prefixes, nearest first (RFC 4647 lookup).

    >>> language_chain("zh-Hant-TW")
    ('zh-Hant-TW', 'zh-Hant', 'zh')
    """
    parts = tag.split("-") if tag else []
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def meant(language: str) -> str:
    """The tag of a language that was called by its name or its country, or nothing.

    >>> meant("Chinese"), meant("cn"), meant("de")
    ('zh', 'zh', '')
    """
    return next((found for found, words in _MEANT.items() if language.casefold() in words.split()), "")
