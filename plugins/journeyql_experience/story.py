"""All that the facts and findings of a view are made of, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from journeyql.facts import Curve, Emotion
from journeyql.model import Journey, Pain, View
from journeyql_experience.detection import Spot, spots
from journeyql_experience.emotions import emotion
from journeyql_experience.low_points import Line, LowPoint, lines, low_points
from journeyql_experience.noted import Noted
from journeyql_experience.options import Options
from journeyql_experience.perspectives import Seen
from journeyql_experience.progress import Progress
from journeyql_experience.unseen import Unexplained, severe, unexplained, unseen


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Story:
    """A view with its curves, their low points in the same order, and the places with what speaks for pain there."""

    view: View
    seen: Mapping[str, tuple[View, ...]]
    notes: Mapping[View, Noted]
    lines: tuple[Line, ...]
    lows: tuple[tuple[LowPoint, ...], ...]
    spots: tuple[Spot, ...]
    options: Options

    @classmethod
    def of(cls, view: View, curves: tuple[Curve, ...], options: Options) -> Story:
        """The story of a view."""
        seen = {journey.path: view.eyes(journey) for journey in view.journeys}
        notes = {one: Noted.of(one) for views in seen.values() for one in views}
        drawn = lines(view, curves, notes)
        lows = tuple(tuple(low_points(line, options.prominence)) for line in drawn)
        turns: dict[View, set[str]] = {}
        for line, found in zip(drawn, lows, strict=True):
            for noted in line.notes:
                turns.setdefault(noted.view, set()).update(place.path for low in found for place in low.places)
        fixed = {one: frozenset(paths) for one, paths in turns.items()}
        places = tuple(spot for journey in view.journeys for spot in spots(seen[journey.path], journey, fixed))
        return cls(view=view, seen=seen, notes=notes, lines=drawn, lows=lows, spots=places, options=options)

    @cached_property
    def emotions(self) -> tuple[Emotion, ...]:
        """The figures of the curves, in the same order."""
        return tuple(
            emotion(line, lows, self.options.prominence) for line, lows in zip(self.lines, self.lows, strict=True)
        )

    @cached_property
    def hidden(self) -> tuple[Spot, ...]:
        """The places that are believed to hurt and that no pain explains, for anybody."""
        return tuple(spot for spot in self.spots if spot.belief >= self.options.belief and not self.explained(spot))

    @cached_property
    def at(self) -> Mapping[str, Spot]:
        """The places by their paths."""
        return {spot.place.path: spot for spot in self.spots}

    def explained(self, spot: Spot) -> bool:
        """Whether a pain says why a place hurts."""
        return any(self.notes[seen].at(spot.place) for seen in self.seen[spot.journey.path])

    @cached_property
    def _unexplained(self) -> tuple[Unexplained, ...]:
        return unexplained((low for lows in self.lows for low in lows), self.at)

    @cached_property
    def _unseen(self) -> tuple[Spot, ...]:
        return unseen(self.hidden)

    def unexplained(self, journey: Journey) -> list[Unexplained]:
        """The low points of a journey of which nobody has written down why."""
        return [one for one in self._unexplained if one.journey is journey]

    def unseen(self, journey: Journey) -> list[Spot]:
        """The places of a journey that show in other ways that they hurt, of which nobody has written down why."""
        return [one for one in self._unseen if one.journey is journey]

    def pains(self, journey: Journey) -> list[Seen[Pain]]:
        """The pains of a journey, each once: as somebody sees it whom it hurts badly, else as the first one does."""
        return self._pains.get(journey.path, [])

    @cached_property
    def _pains(self) -> Mapping[str, list[Seen[Pain]]]:
        return {journey.path: self._of(journey) for journey in self.view.journeys}

    def _of(self, journey: Journey) -> list[Seen[Pain]]:
        found: dict[str, Seen[Pain]] = {}
        for seen in self.seen[journey.path]:
            for pain in seen.within(journey, Pain):
                one = Seen(seen, pain)
                if pain.path not in found or (severe(one) and not severe(found[pain.path])):
                    found[pain.path] = one
        return [*found.values()]

    @cached_property
    def progress(self) -> Progress:
        """How far the map has got."""
        return Progress.of(self.view)

    def drawn(self, journey: Journey) -> tuple[tuple[Line, Emotion], ...]:
        """The curves of one journey with their figures."""
        both = zip(self.lines, self.emotions, strict=True)
        return tuple((line, figures) for line, figures in both if line.journey is journey)

    def of_journey(self, journey: Journey) -> tuple[Spot, ...]:
        """The places of one journey."""
        return tuple(spot for spot in self.spots if spot.journey is journey)
