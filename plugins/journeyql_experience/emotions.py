"""The figures of a curve.

`peak_end` follows Kahneman: what is remembered is the mean of the most intense moment and the last one, however long it
all took (Kahneman, Thinking, Fast and Slow, chapter 35). The most intense score is the one furthest from the middle of
the scale, the worse one of two that are equally far. The last one is at the touchpoint marked `moment=end`, else the
last of the journey; where it has no score, nobody knows how it ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from journeyql.facts import CurvePoint, Emotion, Fall, Turn
from journeyql.model import Element, Moment, Range
from journeyql_experience.low_points import Line, LowPoint
from journeyql_experience.valleys import below, ends, neutral, of_scale, peaks


def emotion(line: Line, lows: Iterable[LowPoint], prominence: float) -> Emotion:
    """The figures of one curve, its valleys drilled down to pains and causes, its peaks to what copies them."""
    points, scale = line.curve.points, line.view.scale(line.journey)
    middle = neutral(scale)
    known = tuple((point, point.score) for point in points if point.score is not None)
    scores = [score for _, score in known]
    last, changes = _last(line), _changes(points)
    steepest = _steepest(changes, scale)
    return Emotion(
        journey=line.curve.journey,
        persona=line.curve.persona,
        scale=scale,
        steps=len(points),
        known=len(known),
        mean=sum(scores) / len(scores) if scores else None,
        peak_end=_peak_end(scores, scale, last),
        lowest=min(known, key=lambda one: one[1])[0] if known else None,
        highest=max(known, key=lambda one: one[1])[0] if known else None,
        last=last,
        volatility=sum([abs(change) for _, _, change in changes]) / len(changes) if changes else None,
        below=sum([max(0.0, middle - score) for score in scores]),
        steepest=_fall(*steepest) if steepest is not None else None,
        valleys=tuple(_valley(low) for low in lows),
        peaks=_peaks(line, prominence),
    )


def _changes(points: tuple[CurvePoint, ...]) -> list[tuple[Element, Element, float]]:
    """The changes between neighbours whose scores are both known."""
    return [
        (one.place, other.place, other.score - one.score)
        for one, other in pairwise(points)
        if one.score is not None and other.score is not None
    ]


def _steepest(
    changes: list[tuple[Element, Element, float]], scale: Range[float]
) -> tuple[Element, Element, float] | None:
    """The first of the largest falls."""
    low, high = ends(scale)
    most = min((change for _, _, change in changes), default=0.0)
    return next((one for one in changes if of_scale(one[2] - most, high - low or 1.0) <= 0), None)


def _fall(start: Element, end: Element, change: float) -> Fall | None:
    return Fall(start=start, end=end, change=change) if change < 0 else None


def _last(line: Line) -> CurvePoint | None:
    """The end of the journey, if it is known how that feels."""
    points, view = line.curve.points, line.view
    marked = [point for point in points if isinstance(point.place, Moment) and view[point.place.moment] == "end"]
    last = (marked or points)[-1] if points else None
    return None if last is None or last.score is None else last


def _peak_end(scores: list[float], scale: Range[float], last: CurvePoint | None) -> float | None:
    if last is None or last.score is None:
        return None
    peak = max({*scores}, key=lambda score: (abs(below(score, scale)), -score))
    return (peak + last.score) / 2


def _valley(low: LowPoint) -> Turn:
    pains = low.pains
    answers = (
        answer
        for notes in low.line.notes
        for found in (
            *(notes.measures.rescue(place) for place in low.places),
            *(notes.measures.against(pain) for pain in pains),
        )
        for answer in found
    )
    roots = (root for notes in low.line.notes for root in notes.roots(pains))
    return Turn(
        places=low.places,
        score=low.valley.score,
        prominence=low.valley.prominence,
        pains=pains,
        roots=tuple(dict.fromkeys(roots)),
        answers=tuple(dict.fromkeys(answers)),
    )


def _peaks(line: Line, prominence: float) -> tuple[Turn, ...]:
    found = peaks(line.scores, line.view.scale(line.journey), prominence)
    return tuple(
        Turn(
            places=(places := line.places(peak)),
            score=peak.score,
            prominence=peak.prominence,
            answers=tuple(
                dict.fromkeys(
                    copy for notes in line.notes for place in places for copy in notes.copies.get(place.path, ())
                )
            ),
        )
        for peak in found
    )
