"""Where the curves of a view have their low points, and whether a pain says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    for curve in found:
        yield from _of(journeys[curve.journey], curve, _views(view, journeys[curve.journey], curve), prominence)


def _views(view: View, journey: Journey, curve: Curve) -> tuple[View, ...]:
    """Through whose eyes the curve is seen: its persona's, or everyone's."""
    seen = view.perspectives(journey)
    return (seen[curve.persona],) if curve.persona in seen else eyes(view, journey)


def _of(journey: Journey, curve: Curve, views: tuple[View, ...], prominence: float) -> Iterator[LowPoint]:
    scores = [point.score for point in curve.points]
    for valley in valleys(scores, views[0].scale(journey), prominence):
        floor = (point.place for point in curve.points[valley.first : valley.last + 1])
        places = tuple(place for place in floor if isinstance(place, Moment))
        explained = any(_has_pain(view, place) for view in views for place in places)
        yield LowPoint(
            journey=journey,
            persona=curve.persona,
            view=views[0],
            places=places,
            valley=valley,
            explained=explained,
        )


def _has_pain(view: View, place: Moment) -> bool:
    if next(view.within(place, Pain), None) is not None:
        return True
    stage = view.around(place, Stage)
    return stage is not None and bool(view.children(stage, Pain))
