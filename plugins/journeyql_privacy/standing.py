"""Where a consent stands with a customer, and how the standings of many are kept in one number."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs


class Standing(enum.IntFlag):
    """Where one consent stands; several flags together mean that any of them is possible.

    A notice is followed the same way: it was never given, or it was (`GRANTED`).
    """

    NEVER = 1
    GRANTED = 2
    REFUSED = 4
    WITHDRAWN = 8


ANY = Standing.NEVER | Standing.GRANTED | Standing.REFUSED | Standing.WITHDRAWN
#: Standings in which a consent does not hold though nobody has withdrawn it.
MISSING = Standing.NEVER | Standing.REFUSED
#: How many bits a name takes.
WIDTH = 4


@attrs.frozen(eq=False, repr=False, slots=False)
class Layout:
    """Which bits of a number belong to which name: four for each, one for each standing.

    The bit above all of them says that a customer comes by at all.
    """

    shifts: Mapping[str, int]

    @classmethod
    def of(cls, names: Iterable[str]) -> Layout:
        """The layout for some names, in their order."""
        return cls({name: WIDTH * index for index, name in enumerate(dict.fromkeys(names))})

    def bits(self, standings: Mapping[str, Standing]) -> int:
        """The number for the standings of some names; all others have none.

        >>> Layout.of(["news", "ads"]).bits({"ads": Standing.GRANTED})
        32
        """
        return sum(int(standing) << self.shifts[name] for name, standing in standings.items())

    def fields(self, names: Iterable[str]) -> tuple[int, ...]:
        """For each name the number that has all its bits."""
        return tuple(int(ANY) << self.shifts[name] for name in names)

    @property
    def nobody(self) -> int:
        """The number of a customer who has not been asked or told anything."""
        return self.bits(dict.fromkeys(self.shifts, Standing.NEVER)) | 1 << WIDTH * len(self.shifts)

    def standing(self, standing: Standing, bits: int) -> Iterator[str]:
        """The names that may stand in one way.

        >>> list(Layout.of(["news", "ads"]).standing(Standing.GRANTED, 34))
        ['news', 'ads']
        """
        left = bits & self.bits(dict.fromkeys(self.shifts, standing))
        while left:
            lowest = left & -left
            yield self._names[(lowest.bit_length() - 1) // WIDTH]
            left ^= lowest

    @cached_property
    def _names(self) -> Sequence[str]:
        return tuple(self.shifts)
