"""Pains in the order in which they deserve attention, with the reasons for it.

The score is 100 × severity/4 × frequency × reach × importance/10, from 0 to 100: a product as in failure mode and
effects analysis, with how many customers come to the place in place of detection.

- severity: low 1, medium 2, high 3, critical 4; medium where none is stated;
- reach: the share of customers who come to the place, by the shares of the arrows; all where the map does not say, and
  nobody where the shares that it states lead nobody there;
- frequency: the share of those who come there whom it hits. What a map states is a share of all cases, so it is divided
  by the reach, and never more than all. Where none is stated, the median of what the journey states is taken for it, so
  that a pain goes neither before nor behind the others for not being counted; the option `frequency` (one half) while
  none is stated at all;
- importance: that of the pain, else of its touchpoint, else of the stage around, else 10 at a moment of truth, by which
  the whole is judged, and 5 of 10 elsewhere.

At equal scores a written pain comes before an inferred one, then the one at the lower emotion, then the one with more
signals behind it (their strengths added up), then the severer one, then the one written first. A place at which the signals are believed and that no pain explains is an
inferred pain (`detection`): its severity is high where the belief reaches three quarters, as of two strong signals, and
medium below; never more, because nobody has confirmed it, and low where customers feel well in spite of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from journeyql.facts import Input, Phrase, RankedPain, Signal
from journeyql.model import Element, Journey, Moment, Pain, Stage, View
from journeyql_experience.detection import Spot
from journeyql_experience.measures import owner
from journeyql_experience.noted import Noted
from journeyql_experience.options import Options
from journeyql_experience.reach import EVERYBODY, Reach

SEVERITIES: Final = {"low": 1, "medium": 2, "high": 3, "critical": 4}
_SEVERITY: Final = "medium"
#: The belief from which a place is taken to hurt badly: that of two strong signals.
SURE: Final = 0.75
_IMPORTANCE: Final = 5.0
_TRUTH: Final = 10.0
_FULL: Final = 100.0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rated:
    """A pain with all that makes its score but for how often it hits, where the map does not say that."""

    pain: Pain | None
    place: Element
    view: View
    severity: str
    severity_assumed: bool
    stated: float | None
    reach: Reach
    importance: float
    weight: Phrase
    weight_assumed: bool
    spot: Spot | None

    def worth(self, usual: float) -> float:
        """The score where `usual` is the share of those who come whom it hits, if the map does not say it."""
        severity = SEVERITIES[self.severity] / SEVERITIES["critical"]
        often = self.conditional
        share = (usual if often is None else often) * self.reach.share
        return _FULL * severity * share * self.importance / 10

    @property
    def conditional(self) -> float | None:
        """The share of those who come to the place whom it hits, from the stated share of all cases."""
        if not self.stated:
            return self.stated
        hit = self.stated / _FULL
        return hit / max(hit, self.reach.share)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """What speaks for it besides that somebody has written it down."""
        return self.spot.signals if self.spot is not None else ()


@attrs.frozen(eq=False, repr=False)
class _Scored:
    """A pain with its score, from 0 to 100, and the share of those who come to its place whom it hits."""

    rated: Rated
    often: float
    score: float

    @property
    def order(self) -> tuple[float, bool, float, float, int]:
        """What puts it before others: the lower one."""
        spot = self.rated.spot
        depth, weight = (0.0, 0.0) if spot is None else (spot.depth, spot.weight)
        return (-self.score, self.rated.pain is None, -depth, -weight, -SEVERITIES[self.rated.severity])


def ranked(
    view: View, found: Iterable[Spot], hidden: Iterable[Spot], notes: Mapping[View, Noted], options: Options
) -> tuple[RankedPain, ...]:
    """All pains of the journeys of a view and the places that hurt without one (`hidden`), worst first."""
    at = {spot.place.path: spot for spot in found}
    without: dict[str, list[Spot]] = {}
    for spot in hidden:
        without.setdefault(spot.journey.path, []).append(spot)
    scored: list[_Scored] = []
    for journey in view.journeys:
        own = [
            *_written(journey, at, [notes[seen] for seen in view.eyes(journey)], options.frequency),
            *(_inferred(spot) for spot in without.get(journey.path, ())),
        ]
        scored += _scored(own, options.frequency)
    scored.sort(key=lambda one: one.order)
    return tuple(_told(one, rank, notes[one.rated.view]) for rank, one in enumerate(scored, start=1))


def _scored(rated: list[Rated], fallback: float) -> Iterator[_Scored]:
    """Their scores, with the usual frequency of the journey where none is stated."""
    stated = sorted(one.stated for one in rated if one.stated is not None)
    half = len(stated) // 2
    usual = (stated[half] + stated[~half]) / 2 / _FULL if stated else fallback
    for one in rated:
        often = one.conditional
        share = usual if often is None else often
        yield _Scored(one, share, round(one.worth(share), 1))


def _written(journey: Journey, at: Mapping[str, Spot], notes: Iterable[Noted], usual: float) -> Iterator[Rated]:
    """The pains of a journey, each once, with what it is to those whom it hurts most."""
    found: dict[str, Rated] = {}
    for noted in notes:
        for pain in noted.view.within(journey, Pain):
            rated = _rated(noted.view, pain, at)
            known = found.get(pain.path)
            if known is None or rated.worth(usual) > known.worth(usual):
                found[pain.path] = rated
    return iter(found.values())


def _rated(view: View, pain: Pain, at: Mapping[str, Spot]) -> Rated:
    place = view.around(pain, Moment) or view.around(pain, Journey) or pain
    severity, spot = view[pain.severity], at.get(place.path)
    importance, weight, assumed = _importance(view, pain, place)
    return Rated(
        pain=pain,
        place=place,
        view=view,
        severity=severity or _SEVERITY,
        severity_assumed=severity is None,
        stated=view[pain.frequency],
        reach=EVERYBODY if spot is None else spot.reach,
        importance=importance,
        weight=weight,
        weight_assumed=assumed,
        spot=spot,
    )


def _inferred(spot: Spot) -> Rated:
    importance, weight, assumed = _importance(spot.view, None, spot.place)
    return Rated(
        pain=None,
        place=spot.place,
        view=spot.view,
        severity="low" if spot.good else "high" if spot.belief >= SURE else _SEVERITY,
        severity_assumed=True,
        stated=None,
        reach=spot.reach,
        importance=importance,
        weight=weight,
        weight_assumed=assumed,
        spot=spot,
    )


def _importance(view: View, pain: Pain | None, place: Element) -> tuple[float, Phrase, bool]:
    """How much it matters, in which words, and whether that is assumed."""
    own = view[pain.importance] if pain is not None else None
    if own is not None:
        return own, Phrase("experience.importance", {"importance": own}), False
    for around in (place, view.around(place, Stage)):
        if isinstance(around, Moment) and (stated := view[around.importance]) is not None:
            words = "importance-stage" if isinstance(around, Stage) else "importance-touchpoint"
            return stated, Phrase(f"experience.{words}", {"importance": stated}), False
    if isinstance(place, Moment) and view[place.moment] == "truth":
        return _TRUTH, Phrase("experience.importance-truth", {"importance": _TRUTH}), True
    return _IMPORTANCE, Phrase("experience.importance-assumed", {"importance": _IMPORTANCE}), True


def _told(scored: _Scored, rank: int, noted: Noted) -> RankedPain:
    one = scored.rated
    return RankedPain(
        rank=rank,
        score=scored.score,
        pain=one.pain,
        place=one.place,
        title=one.view.title(one.pain or one.place),
        reasons=(*_reasons(one, scored.often), *[signal.words for signal in one.signals]),
        inputs=(
            Input("severity", float(SEVERITIES[one.severity]), one.severity_assumed),
            Input("frequency", scored.often, one.stated is None),
            Input("reach", one.reach.share, one.reach.assumed),
            Input("importance", one.importance, one.weight_assumed),
        ),
        signals=one.signals,
        roots=() if one.pain is None else noted.roots((one.pain,)),
        owner=owner(one.view, one.pain or one.place),
        answers=noted.measures.at(one.place) if one.pain is None else noted.measures.against(one.pain),
    )


def _reasons(one: Rated, often: float) -> Iterator[Phrase]:
    grade = f"severity-{one.severity}"
    yield Phrase(f"experience.{grade}-assumed" if one.severity_assumed else f"experience.{grade}")
    if one.stated is None:
        yield Phrase("experience.frequency-assumed", {"share": round(often * _FULL)})
    else:
        yield Phrase("experience.frequency", {"share": one.stated})
    if one.reach.share < 1:
        words = "reach-assumed" if one.reach.assumed else "reach"
        yield Phrase(f"experience.{words}", {"share": _percent(one.reach.share)})
    yield one.weight


def _percent(share: float) -> float:
    """A share in per cent, rounded; a few are not nobody.

    >>> _percent(0.356), _percent(0.0018), _percent(0.0)
    (36, 0.2, 0.0)
    """
    return round(share * _FULL) or float(f"{share * _FULL:.1g}")
