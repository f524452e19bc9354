"""A map that uses the whole vocabulary: every kind, property and option, with words given in turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

import attrs

from journeyql.model.resolve import WordTable
from journeyql.testing.maps.author import Author
from journeyql.testing.maps.outline import whole

T = TypeVar("T")

#: Besides what was never written before, every so many things are written again.
_AGAIN: Final = 5
#: Nothing may be hidden from the one view that is drawn, and texts say more than words.
_NEVER: Final = {"presence", "variant", "word"}


@attrs.define(eq=False, repr=False)
class Tour:
    """Chooses everything at least once, always in the same way."""

    _words: Iterator[str]
    _seen: set[tuple[str, str]] = attrs.field(factory=set)
    _count: Iterator[int] = attrs.field(factory=itertools.count)

    def pick(self, options: Sequence[T]) -> T:
        """Another one each time."""
        return options[next(self._count) % len(options)]

    def some(self, what: str, names: Sequence[str]) -> Sequence[str]:
        """Those that are new, and others in turn."""
        found = [name for name in names if (what, name) not in self._seen or next(self._count) % _AGAIN == 0]
        self._seen.update((what, name) for name in found)
        return found

    def wants(self, what: str) -> bool:
        """Whatever adds something to see."""
        return what not in _NEVER

    def words(self) -> str:
        """The next words."""
        return next(self._words)


def tour(table: WordTable, words: Iterable[str], names: Iterable[str] = ()) -> str:
    """The text of a map with every kind in every place, and every property and option.

    `words` are used in turn, and so are the `names` of elements; they are called by their kind when none is given.
    """
    called = itertools.cycle((*names,) or ("",))
    return Author(whole(table, called), Tour(itertools.cycle(words)), table).text()
