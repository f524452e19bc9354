"""Impact against effort: which of four sorts of work a measure is.

What is at the cut counts as high, for both: nothing of middling effort is called a quick win. The cut is the middle of
the scale, 3 of 1..5, so that a measure stays what it is when others are added; with the option `cut = "median"` it is
the median of the map's open measures, which tells apart what is rated alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from journeyql.model import View
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import open_measures

QUICK_WIN, BIG_BET, FILL_IN, DROP = "quick-win", "big-bet", "fill-in", "drop"
#: The order in which they are worth doing; what is not rated stands before what is better left.
ORDER = (QUICK_WIN, BIG_BET, FILL_IN, "", DROP)
#: The ends of the scale of impact and effort, and its middle.
LOWEST, HIGHEST, MIDDLE = 1.0, 5.0, 3.0


@attrs.frozen(eq=False, repr=False)
class Cut:
    """Where high impact and high effort begin.

    >>> Cut(3, 3).quadrant(4, 1), Cut(3, 3).quadrant(2, 3), Cut(3, 3).quadrant(4, None)
    ('quick-win', 'drop', '')
    """

    impact: float
    effort: float

    @classmethod
    def of(cls, name: str, rated: Iterable[tuple[float | None, float | None]]) -> Cut:
        """The cut that an option names, for measures with these impacts and efforts."""
        if name != "median":
            return cls(MIDDLE, MIDDLE)
        both = [(impact, effort) for impact, effort in rated if impact is not None and effort is not None]
        return cls(_median([impact for impact, _ in both]), _median([effort for _, effort in both]))

    def quadrant(self, impact: float | None, effort: float | None) -> str:
        """The sort of work; empty while one of the two is not stated."""
        if impact is None or effort is None:
            return ""
        if impact >= self.impact:
            return BIG_BET if effort >= self.effort else QUICK_WIN
        return DROP if effort >= self.effort else FILL_IN


def sorted_by(view: View, cut: str) -> dict[str, str]:
    """The quadrant of each open measure with both ratings, by path; `cut` is the name of the option."""
    eyes = Eyes.of(view)
    rated = {one.path: (eyes.most(one.impact), eyes.most(one.effort)) for one in open_measures(eyes)}
    edge = Cut.of(cut, rated.values())
    named = {path: edge.quadrant(*ratings) for path, ratings in rated.items()}
    return {path: name for path, name in named.items() if name}


def _median(values: Sequence[float]) -> float:
    """The middle of some values, as `statistics.median` has it; that of the scale where there are none."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if not ordered:
        return MIDDLE
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
