"""The low and high points of a row of scores, by topographic prominence.

A valley is a score, or a level stretch of equal scores, with nothing lower beside it. How far it counts is its
prominence: walk from it to each side until a lower score, a missing score or the end comes; the highest score met
on the way is that side's shoulder. The prominence is the lower shoulder minus the valley's score, divided by the
length of the scale. A side where the row ends at the valley itself has no shoulder and does not count; with none on
either side, the neutral score stands in for them. A missing score ends a row: nothing is known beyond it, so it is
never bridged. This is `scipy.signal.peak_prominences` of the negated scores, but for the ends of a row, which SciPy
leaves out and where journeys often hurt most. A peak is a valley of the row turned upside down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from journeyql.model import Range

#: Shares of a scale that are alike in so many digits are equal: what differs beyond comes from reckoning with floats.
_DIGITS = 9


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Valley:
    """A low point, or a high one: its first and last index, its score, and its prominence (0 to 1).

    `shoulder` is the nearer one, in height, of the two beside it; None when no score beside it is known.
    """

    first: int
    last: int
    score: float
    shoulder: float | None
    prominence: float


def neutral(scale: Range[float]) -> float:
    """The score that is neither good nor bad: the middle of the scale.

    >>> neutral(Range(-2.0, 2.0))
    0.0
    """
    low, high = ends(scale)
    return (low + high) / 2


def ends(scale: Range[float]) -> tuple[float, float]:
    """The lowest and highest score; an open side of a scale is taken from 1..5."""
    low = 1.0 if scale.low is None else scale.low
    high = low + 4.0 if scale.high is None else scale.high
    return low, high


def of_scale(points: float, length: float) -> float:
    """Points as a share of a scale of this length, so that on any scale the same distances are equal.

    >>> 1.8 - 3 == 3 - 4.2, of_scale(1.8 - 3, 4) == of_scale(3 - 4.2, 4)
    (False, True)
    """
    return round(points / length, _DIGITS)


def below(score: float, scale: Range[float]) -> float:
    """How far a score lies below the middle of the scale: 1 is the worst score, -1 the best.

    >>> below(2, Range(1.0, 5.0)), below(0.5, Range(0.3, 0.7))
    (0.5, 0.0)
    """
    low, high = ends(scale)
    return of_scale((neutral(scale) - score) * 2, high - low if high > low else 1.0)


def valleys(scores: Sequence[float | None], scale: Range[float], least: float) -> tuple[Valley, ...]:
    """The valleys at or below the neutral score whose prominence is at least `least` (a share of the scale).

    >>> [(v.first, v.prominence) for v in valleys((4, 2, 3, 1, 5), Range(1.0, 5.0), 0.25)]
    [(1, 0.25), (3, 0.75)]
    """
    middle, (low, high), enough = neutral(scale), ends(scale), of_scale(least, 1.0)
    length = high - low
    if length <= 0:
        return ()
    before, after = _shoulders(scores), _shoulders(scores[::-1])[::-1]
    found: list[Valley] = []
    for score, first, last in _level_stretches(scores):
        if of_scale(score - middle, length) <= 0:
            shoulder = _lower(before[first], after[last])
            prominence = of_scale((middle if shoulder is None else shoulder) - score, length)
            if 0 < prominence >= enough:
                found.append(Valley(first=first, last=last, score=score, shoulder=shoulder, prominence=prominence))
    return tuple(found)


def _lower(one: float | None, other: float | None) -> float | None:
    """The lower of two shoulders, of which any may be missing."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def peaks(scores: Sequence[float | None], scale: Range[float], least: float) -> tuple[Valley, ...]:
    """The peaks at or above the neutral score whose prominence is at least `least`: valleys of the row turned over.

    >>> [(p.first, p.score, p.prominence) for p in peaks((4, 2, 3, 1, 5), Range(1.0, 5.0), 0.25)]
    [(0, 4, 0.75), (2, 3, 0.25), (4, 5, 1.0)]
    """
    turned = tuple(None if score is None else -score for score in scores)
    low, high = ends(scale)
    return tuple(_upright(found) for found in valleys(turned, Range(-high, -low), least))


def _upright(turned: Valley) -> Valley:
    return Valley(
        first=turned.first,
        last=turned.last,
        score=-turned.score,
        shoulder=None if turned.shoulder is None else -turned.shoulder,
        prominence=turned.prominence,
    )


def _level_stretches(scores: Sequence[float | None]) -> Iterator[tuple[float, int, int]]:
    first = 0
    for index, score in enumerate(scores):
        if index + 1 == len(scores) or scores[index + 1] != score:
            if score is not None:
                yield score, first, index
            first = index + 1


def _shoulders(scores: Sequence[float | None]) -> list[float | None]:
    """For each score the highest one before it, back to a lower or missing one; None where the row begins.

    The neighbour itself always counts, so that a lower neighbour shows as a shoulder below the score. One pass: the
    open scores wait on a stack, each with the highest that it hides.
    """
    found: list[float | None] = []
    stack: list[tuple[float, float]] = []
    for score in scores:
        if score is None:
            stack.clear()
            found.append(None)
            continue
        highest: float | None = None
        while stack and stack[-1][0] >= score:
            hidden = stack.pop()[1]
            highest = hidden if highest is None else max(highest, hidden)
        found.append(highest if highest is not None else (stack[-1][0] if stack else None))
        stack.append((score, score if highest is None else max(score, highest)))
    return found
