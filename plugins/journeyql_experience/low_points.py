"""Where the curves of a view have their low points, and whether a pain says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.facts import Curve
from journeyql.model import Journey, Moment, Pain, Stage, View
from journeyql_experience.perspectives import eyes
from journeyql_experience.valleys import Valley, neutral, valleys


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LowPoint:
    """One valley of one curve: the places on its floor, in order, and the persona (empty: everyone).

    `explained` says whether a pain of one of the places, or of the stage around it, tells what hurts.
    """

    journey: Journey
    persona: str
    view: View
    places: tuple[Moment, ...]
    valley: Valley
    explained: bool

    @property
    def bad(self) -> bool:
        """Whether it lies below the middle of the scale, not at it."""
        return self.valley.score < neutral(self.view.scale(self.journey))


def low_points(view: View, found: Iterable[Curve], prominence: float) -> Iterator[LowPoint]:
    """The low points of all curves, in the order of the curves and of the places."""
    journeys = {journey.path: journey for journey in view.journeys}
    hurting: dict[View, frozenset[str]] = {}
    for curve in found:
        views = _views(view, journeys[curve.journey], curve)
        hurting.update((seen, _hurting(seen)) for seen in views if seen not in hurting)
        yield from _of(journeys[curve.journey], curve, {seen: hurting[seen] for seen in views}, prominence)


def _views(view: View, journey: Journey, curve: Curve) -> tuple[View, ...]:
    """Through whose eyes the curve is seen: its persona's, or everyone's."""
    seen = view.perspectives(journey)
    return (seen[curve.persona],) if curve.persona in seen else eyes(view, journey)


def _hurting(view: View) -> frozenset[str]:
    """The paths of what pains stand directly in."""
    places = (view.parent(pain) for pain in view.of(Pain))
    return frozenset(place.path for place in places if place is not None)


def _of(
    journey: Journey, curve: Curve, hurting: Mapping[View, frozenset[str]], prominence: float
) -> Iterator[LowPoint]:
    """The low points of one curve; `hurting` has for each view of it where pains stand."""
    seen = next(iter(hurting))
    scores = [point.score for point in curve.points]
    for valley in valleys(scores, seen.scale(journey), prominence):
        floor = (point.place for point in curve.points[valley.first : valley.last + 1])
        places = tuple(place for place in floor if isinstance(place, Moment))
        explained = any(_has_pain(view, place, known) for view, known in hurting.items() for place in places)
        yield LowPoint(
            journey=journey,
            persona=curve.persona,
            view=seen,
            places=places,
            valley=valley,
            explained=explained,
        )


def _has_pain(view: View, place: Moment, hurting: frozenset[str]) -> bool:
    if place.path in hurting or next(view.within(place, Pain), None) is not None:
        return True
    stage = view.around(place, Stage)
    return stage is not None and stage.path in hurting
