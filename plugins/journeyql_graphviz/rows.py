"""Heights: how tall the gaps between rows have to be for the lines and words in them, and where each row stands."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql_graphviz.arrange import Column
from journeyql_graphviz.gaps import Gap, Needs, gap
from journeyql_graphviz.plan import Channel, Way

#: The room between two cards of a row, around a panel's cards, and the least between two rows.
BESIDE, PADDING, LEAST_GAP = 22.0, 14.0, 30.0
_NEARLY = 20.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stack:
    """One column measured: where its cards stand from its own left and upper edge, and its gaps."""

    width: float
    height: float
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    lefts: Mapping[str, float]
    gaps: Mapping[int, tuple[float, Gap]]
    natural: Mapping[str, float]

    def tall(self, key: str, level: int) -> float:
        """How tall a card is: as its row when it nearly is, else as its content, not to stretch it over blank space."""
        return self.heights[level] if self.heights[level] - self.natural[key] <= _NEARLY else self.natural[key]


def stack(number: int, column: Column, needs: Needs) -> Stack:
    """Measure a column: rows as tall as their tallest card, gaps as tall as what runs through them."""
    sizes = needs.sizes
    lefts, width = _lefts(column, sizes)
    middles = {key: left + sizes[key][0] / 2 for key, left in lefts.items()}
    heights = tuple(max(sizes[key][1] for key in row) for row in column.rows)
    y, tops = needs.head, list[float]()
    gaps: dict[int, tuple[float, Gap]] = {}
    for row in range(len(column.rows) + 1):
        outer = row in (0, len(column.rows))
        found = gap(Channel(Way.GAP, number, row), needs, middles, PADDING if outer else LEAST_GAP)
        gaps[row] = (y, found)
        y += found.height
        if row < len(column.rows):
            tops.append(y)
            y += heights[row]
    natural = {key: sizes[key][1] for key in lefts}
    return Stack(width=width, height=y, tops=tuple(tops), heights=heights, lefts=lefts, gaps=gaps, natural=natural)


def _lefts(column: Column, sizes: Mapping[str, tuple[float, float]]) -> tuple[dict[str, float], float]:
    spans = [sum(sizes[key][0] for key in row) + BESIDE * (len(row) - 1) for row in column.rows]
    widest = max(spans)
    lefts: dict[str, float] = {}
    for row, span in zip(column.rows, spans, strict=True):
        x = PADDING + (widest - span) / 2
        for key in row:
            lefts[key] = x
            x += sizes[key][0] + BESIDE
    return lefts, widest + 2 * PADDING
