"""Language tags: which ones there are, how they are written, and what they fall back on (BCP 47, RFC 4647)."""

from __future__ import annotations

import re
from typing import Final

from journeyql.model.codes import LANGUAGES, TERRITORIES, territory_like

_ANY: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCRIPT_LETTERS, _REGION_LETTERS = 4, 2
#: What people write for a language: its name, its longer code, and countries where no language has their code.
_MEANT = {
    "zh": "chinese mandarin cn zho chi 中文 汉语 简体中文",
    "en": "english us gb eng 英文 英语",
    "de": "german deutsch deu ger 德语",
    "ja": "japanese jp jpn 日本語 日语",
    "fr": "french francais français fra fre 法语",
    "es": "spanish espanol español spa 西班牙语",
    "it": "italian italiano ita",
    "ko": "korean kor 한국어 韩语",
    "pt": "portuguese português por",
    "ru": "russian русский rus",
    "nl": "dutch nederlands nld dut",
}


def is_language(word: str) -> bool:
    """Whether a word is a language tag: an ISO 639 language, with subtags of BCP 47 if any; a region must exist.

    >>> is_language("zh-Hans"), is_language("en-UK"), is_language("xx"), is_language("mei")
    (True, False, False, False)
    """
    return bool(_TAG.fullmatch(word)) and word.partition("-")[0] in LANGUAGES and _regions_exist(word)


def canonical(text: str) -> str | None:
    """The usual spelling of a language tag, None if there is no such language.

    Languages of three letters are more than this program knows: all are taken, unless a shorter tag means the same.

    >>> canonical("zh_hans"), canonical("haw"), canonical("ger"), canonical("xx"), canonical("en-UK")
    ('zh-Hans', 'haw', None, None, None)
    """
    tag = language_tag(text)
    first = tag.partition("-")[0]
    longer = len(first) > _REGION_LETTERS and well_formed(tag) and not meant(first) and _regions_exist(tag)
    return tag if longer or is_language(tag) else None


def language_like(text: str) -> str | None:
    """The language tag that a text most likely means, or None.

    >>> language_like("zh_cn"), language_like("en-UK"), language_like("jp"), language_like("xx")
    ('zh-CN', 'en-GB', 'ja', None)
    """
    first, *rest = language_tag(text).split("-")
    regions = [territory_like(part) or part if len(part) == _REGION_LETTERS else part for part in rest]
    return canonical("-".join((meant(first) or first, *regions)))


def _regions_exist(tag: str) -> bool:
    _, *rest = tag.split("-")
    return all(part.upper() in TERRITORIES for part in rest if len(part) == _REGION_LETTERS)


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
