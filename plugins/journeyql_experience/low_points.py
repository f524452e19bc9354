"""Where the curves of a view have their low points and peaks, and whether a pain says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.facts import Curve
from journeyql.model import Journey, Moment, Pain, View
from journeyql_experience.noted import Noted
from journeyql_experience.valleys import Valley, below, valleys


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Line:
    """One curve with those who feel it: the notes of their views (for everyone: of all), the first one to speak for them."""

    journey: Journey
    curve: Curve
    notes: tuple[Noted, ...]

    @property
    def view(self) -> View:
        """The view that speaks for all."""
        return self.notes[0].view

    @property
    def scores(self) -> tuple[float | None, ...]:
        """The scores in order."""
        return tuple([point.score for point in self.curve.points])

    def places(self, turn: Valley) -> tuple[Moment, ...]:
        """The places at the level of a valley or peak."""
        level = (point.place for point in self.curve.points[turn.first : turn.last + 1])
        return tuple(place for place in level if isinstance(place, Moment))

    def pains(self, places: Iterable[Moment]) -> tuple[Pain, ...]:
        """The pains that say why places hurt, each once, whoever has them."""
        known = [*places]
        return tuple(dict.fromkeys([pain for notes in self.notes for place in known for pain in notes.at(place)]))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LowPoint:
    """One valley of one curve: the places on its floor, in order, and the pains there or of the stage around."""

    line: Line
    places: tuple[Moment, ...]
    valley: Valley
    pains: tuple[Pain, ...]

    @property
    def persona(self) -> str:
        """Whose curve it is on (empty: everyone's)."""
        return self.line.curve.persona

    @property
    def journey(self) -> Journey:
        """The journey of the curve."""
        return self.line.journey

    @property
    def view(self) -> View:
        """The view that speaks for those who feel it."""
        return self.line.view

    @property
    def bad(self) -> bool:
        """Whether it lies below the middle of the scale, not at it."""
        return below(self.valley.score, self.view.scale(self.journey)) > 0


def lines(view: View, found: Iterable[Curve], notes: Mapping[View, Noted]) -> tuple[Line, ...]:
    """The curves of a view with those who feel them."""
    journeys = {journey.path: journey for journey in view.journeys}
    return tuple(
        Line(
            journey=journeys[curve.journey],
            curve=curve,
            notes=tuple(notes[seen] for seen in _views(view, journeys[curve.journey], curve)),
        )
        for curve in found
    )


def _views(view: View, journey: Journey, curve: Curve) -> tuple[View, ...]:
    """Through whose eyes the curve is seen: its persona's, or everyone's."""
    seen = view.perspectives(journey)
    return (seen[curve.persona],) if curve.persona in seen else view.eyes(journey)


def low_points(line: Line, prominence: float) -> Iterator[LowPoint]:
    """The low points of a curve, in order."""
    for valley in valleys(line.scores, line.view.scale(line.journey), prominence):
        places = line.places(valley)
        yield LowPoint(line=line, places=places, valley=valley, pains=line.pains(places))
