"""Tells the language of a map that names none by the writing of its titles, as far as a writing has one language."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from journeyql.model import Journey, Model, Stage, Touchpoint, View

#: Writings and the language most often written in them (Unicode blocks). Kana goes before Chinese characters.
_WRITINGS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
#: So many titles are looked at, the journey's first.
_MOST: Final = 60


def written(model: Model) -> str:
    """The language of most titles; none where most are in another writing, or in one that many languages share."""
    titles = list(itertools.islice(_titles(model.view()), _MOST))
    if all(map(str.isascii, titles)):
        return ""
    found = Counter(map(_language, titles))
    language, count = max(found.items(), key=lambda item: (item[1], item[0]))
    return language if count * 2 > len(titles) else ""


def _titles(view: View) -> Iterator[str]:
    for kind in (Journey, Stage, Touchpoint):
        yield from (title for element in view.of(kind) if (title := view.title(element)))


def _language(title: str) -> str:
    return next((language for language, letters in _WRITINGS if letters.search(title)), "")
