"""Pains in the order in which they deserve attention, with the reasons for it.

The score is 100 × severity/4 × frequency × importance/10, a product as in failure mode and effects analysis
(severity × occurrence × importance in place of detection), from 0 to 100:

- severity: low 1, medium 2, high 3, critical 4; medium where none is stated;
- frequency: the share of cases; the option `frequency` (one half) where none is stated;
- importance: that of the pain, else of its touchpoint, else of the stage around; 5 of 10 where none is stated.

At equal scores a written pain comes before an inferred one, then the one at the lower emotion, then the one written
first. A low point below the middle of the scale that no pain explains is an inferred pain: its severity is high in the lowest quarter of the scale
and medium above, because nobody has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.facts import Curve, RankedPain
from journeyql.model import Element, Journey, Moment, Pain, Stage, View
from journeyql_experience.low_points import LowPoint
from journeyql_experience.options import Options
from journeyql_experience.perspectives import eyes
from journeyql_experience.valleys import ends

SEVERITIES = {"low": 1, "medium": 2, "high": 3, "critical": 4}
_SEVERITY = "medium"
_WORST_QUARTER = 0.25
_IMPORTANCE = 5.0
_FULL = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Rated:
    score: float
    pain: Pain | None
    place: Element
    title: str
    reasons: tuple[str, ...]
    emotion: float


def ranked(
    view: View, curves: Iterable[Curve], unexplained: Iterable[LowPoint], options: Options
) -> tuple[RankedPain, ...]:
    """All pains of the journeys of a view and the low points that none explains, worst first."""
    felt = _lowest(curves)
    rated = [*_written(view, felt, options), *_inferred(unexplained, felt, options)]
    rated.sort(key=lambda one: (-one.score, one.pain is None, one.emotion))
    return tuple(
        RankedPain(rank=rank, score=one.score, pain=one.pain, place=one.place, title=one.title, reasons=one.reasons)
        for rank, one in enumerate(rated, start=1)
    )


def _lowest(curves: Iterable[Curve]) -> dict[str, float]:
    lowest: dict[str, float] = {}
    for curve in curves:
        for point in curve.points:
            if point.score is not None:
                path = point.place.path
                lowest[path] = min(point.score, lowest.get(path, point.score))
    return lowest


def _written(view: View, felt: dict[str, float], options: Options) -> Iterator[_Rated]:
    for journey in view.journeys:
        found: dict[str, _Rated] = {}
        for seen in eyes(view, journey):
            for pain in seen.within(journey, Pain):
                rated = _rated(seen, pain, felt, options)
                if pain.path not in found or rated.score > found[pain.path].score:
                    found[pain.path] = rated
        yield from sorted(found.values(), key=lambda one: one.pain.span.start if one.pain else 0)


def _rated(view: View, pain: Pain, felt: dict[str, float], options: Options) -> _Rated:
    place = _place(view, pain)
    severity = view[pain.severity]
    frequency = view[pain.frequency]
    share, often = _frequency(frequency, options)
    weight, weighty = _importance(view, pain, place)
    grade = f"severity {severity}" if severity else f"severity not stated, taken as {_SEVERITY}"
    return _Rated(
        score=_score(SEVERITIES.get(severity or _SEVERITY, SEVERITIES[_SEVERITY]), share, weight),
        pain=pain,
        place=place,
        title=view.title(pain),
        reasons=(grade, often, weighty),
        emotion=felt.get(place.path, float("inf")),
    )


def _score(severity: int, share: float, importance: float) -> float:
    return round(_FULL * severity / SEVERITIES["critical"] * share * importance / 10, 1)


def _place(view: View, pain: Pain) -> Element:
    return view.around(pain, Moment) or view.around(pain, Journey) or pain


def _frequency(stated: float | None, options: Options) -> tuple[float, str]:
    if stated is None:
        return options.frequency, f"frequency not stated, taken as {options.frequency * _FULL:g}%"
    return stated / _FULL, f"in {stated:g}% of cases"


def _importance(view: View, pain: Pain | None, place: Element) -> tuple[float, str]:
    own = view[pain.importance] if pain is not None else None
    if own is not None:
        return own, f"importance {own:g} of 10"
    for around in (place, view.around(place, Stage)):
        if isinstance(around, Moment) and (stated := view[around.importance]) is not None:
            return stated, f"importance {stated:g} of 10 ({around.entry.name})"
    return _IMPORTANCE, f"importance not stated, taken as {_IMPORTANCE:g} of 10"


def _inferred(unexplained: Iterable[LowPoint], felt: dict[str, float], options: Options) -> Iterator[_Rated]:
    seen: set[str] = set()
    for low_point in unexplained:
        place = low_point.places[0]
        if low_point.bad and place.path not in seen:
            seen.add(place.path)
            yield _inferred_from(low_point, place, felt[place.path], options)


def _inferred_from(low_point: LowPoint, place: Moment, score: float, options: Options) -> _Rated:
    low, high = ends(low_point.view.scale(place))
    severity = "high" if (score - low) / (high - low) <= _WORST_QUARTER else "medium"
    share, often = _frequency(None, options)
    weight, weighty = _importance(low_point.view, None, place)
    return _Rated(
        score=_score(SEVERITIES[severity], share, weight),
        pain=None,
        place=place,
        title=low_point.view.title(place),
        reasons=(f"a low point ({score:g} on {low:g}..{high:g}) without a pain, taken as {severity}", often, weighty),
        emotion=score,
    )
