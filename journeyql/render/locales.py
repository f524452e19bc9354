"""Find, for a language tag, the best of the languages that are there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def fallbacks(locale: str) -> tuple[str, ...]:
    """A language tag and what to try after it, down to the language and then English (RFC 4647, "lookup").

    >>> fallbacks("zh_Hans_CN")
    ('zh-hans-cn', 'zh-hans', 'zh', 'en')
    >>> fallbacks("")
    ('en',)
    """
    parts = [part for part in locale.replace("_", "-").lower().split("-") if part]
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return (*tags, *(("en",) if "en" not in tags else ()))


def best(locale: str, found: Mapping[str, T]) -> T:
    """The entry for a language tag; entries are keyed by lower-case tags, `en` among them.

    >>> best("de-AT", {"en": 1, "de": 2}), best("tlh", {"en": 1})
    (2, 1)
    """
    return next(found[tag] for tag in fallbacks(locale) if tag in found)
