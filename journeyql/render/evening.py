"""Divide a row of atoms into the fewest lines, and among those into the least uneven ones."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Final

import attrs

from journeyql.render.breaking import Atom
from journeyql.render.metrics import UNITS_PER_EM

#: Above this many pairs of breaks to weigh, lines are only filled, not evened out: it bounds the time.
MOST_PAIRS: Final = 400_000


@attrs.frozen(eq=False, repr=False)
class Ruler:
    """Atoms laid on one endless line, and how long a real line may be.

    Atom `i` reaches from `starts[i]` to `ends[i]`; a break behind it costs `costs[i]` (squared em). `starts`, `ends`
    and `limit` are in units of an em.

    >>> from journeyql.render.breaking import atoms
    >>> Ruler.of(atoms("aa a a"), 15_000_000).breaks()
    (0, 1, 3)
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    costs: tuple[float, ...]
    limit: int

    @classmethod
    def of(cls, atoms: tuple[Atom, ...], limit: int) -> Ruler:
        """The ruler of some atoms, at least one."""
        starts = tuple(accumulate((atom.text_units + atom.gap_units for atom in atoms), initial=0))[:-1]
        ends = tuple(start + atom.text_units for start, atom in zip(starts, atoms, strict=True))
        return cls(starts, ends, tuple(atom.cost for atom in atoms), limit)

    def breaks(self) -> tuple[int, ...]:
        """The indices of the atoms that begin a line, and behind them the number of atoms.

        Each break lies between its earliest and its latest place, so the time grows with the number of atoms
        times the number of atoms on a line.
        """
        latest = self._latest()
        earliest = self._earliest()
        windows = [range(low, high + 1) for low, high in zip(earliest, latest, strict=True)]
        pairs = sum(len(before) * len(after) for before, after in pairwise(windows))
        return latest if pairs > MOST_PAIRS else self._evenest(windows)

    def _latest(self) -> tuple[int, ...]:
        """The breaks when every line is filled: no division has fewer lines, and none breaks later."""
        found = [0]
        for index in range(1, len(self.starts)):
            if not self._fits(found[-1], index + 1):
                found.append(index)
        return (*found, len(self.starts))

    def _earliest(self) -> tuple[int, ...]:
        """The breaks when every line is filled from the end: with as many lines, none breaks earlier."""
        found = [len(self.starts)]
        for index in range(len(self.starts) - 2, -1, -1):
            if not self._fits(index, found[-1]):
                found.append(index + 1)
        return (0, *reversed(found))

    def _fits(self, start: int, end: int) -> bool:
        """Whether the atoms from one index up to another fit on a line; a single atom always does."""
        return self.ends[end - 1] - self.starts[start] <= self.limit or end - start == 1

    def _evenest(self, windows: list[range]) -> tuple[int, ...]:
        """The breaks, one in each window, of least cost: dynamic programming over squared deviation."""
        totals = {0: 0.0}
        origins: list[dict[int, int]] = []
        for window in windows[1:]:
            options = {end: self._best(end, totals, len(windows) - 1) for end in window}
            totals = {end: option[0] for end, option in options.items() if option}
            origins.append({end: option[1] for end, option in options.items() if option})
        found = [len(self.starts)]
        for origin in reversed(origins):
            found.append(origin[found[-1]])
        return tuple(reversed(found))

    def _best(self, end: int, totals: dict[int, float], lines: int) -> tuple[float, int] | None:
        """The least cost of lines that stop before an atom, and where the last of them starts."""
        mean = self.ends[-1] / lines
        fitting = (start for start in totals if start < end and self._fits(start, end))
        options = [
            (totals[start] + ((self.ends[end - 1] - self.starts[start] - mean) / UNITS_PER_EM) ** 2, start)
            for start in fitting
        ]
        if not options:
            return None
        total, start = min(options, key=lambda option: (option[0], -option[1]))  # on a tie the lower line is shorter
        return total + (self.costs[end - 1] if end < len(self.starts) else 0.0), start
