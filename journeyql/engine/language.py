"""Tells the language of a map that names none by the writing of its titles."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Final

from journeyql.model import Journey, Model, Stage, Touchpoint, View
from journeyql.render.writings import language_of

#: So many titles are looked at, the journey's first.
_MOST: Final = 60


def written(model: Model) -> str:
    """The language of most titles; none where most are in another writing, or in one that many languages share."""
    found = Counter(map(language_of, itertools.islice(_titles(model.view()), _MOST)))
    language, count = max(found.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return language if count * 2 > found.total() else ""


def _titles(view: View) -> Iterator[str]:
    for kind in (Journey, Stage, Touchpoint):
        yield from (title for element in view.of(kind) if (title := view.title(element)))
