"""Reads whom a journey is about, and what each of them feels at a touchpoint."""

from __future__ import annotations

import attrs

from journeyql.model import ASSUMED, Element, Journey, Moment, Persona, Quote, View
from journeyql.render import initials
from journeyql_graphviz.picture import EVERYBODY, Face, Person
from journeyql_graphviz.vocabulary import Words

_LEVELS = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cast:
    """The personas of a view of a journey, each with its own narrower view."""

    view: View
    members: tuple[tuple[Persona, View], ...]
    words: Words

    @classmethod
    def of(cls, view: View, journey: Journey, words: Words) -> Cast:
        """Everybody a journey is about; only one persona when the view is narrowed to it."""
        seen = view.perspectives(journey)
        members = tuple((persona, seen[persona.id]) for persona in view.personas(journey) if persona.id in seen)
        return cls(view=view, members=members, words=words)

    def people(self) -> tuple[Person, ...]:
        """The personas as the header shows them."""
        return tuple(self._person(persona) for persona, _ in self.members)

    def _person(self, persona: Persona) -> Person:
        name, role = self.view.name_and_role(persona)
        quotes = [self.view.title(quote) for quote in self.view.children(persona, Quote)]
        said = self.words("quoted", text=quotes[0]) if quotes else ""
        return Person(name=name, role=role, quote=said, initials=initials(name))

    def name(self, person: Element) -> str:
        """The name of a persona or segment without what follows the first comma."""
        return self.view.name_and_role(person)[0]

    def places(self, people: tuple[Element, ...]) -> tuple[int, ...]:
        """The numbers of personas in the header, from 0; segments have none."""
        known = [persona.id for persona, _ in self.members]
        return tuple(known.index(person.id) for person in people if person.id in known)

    def faces(self, step: Moment) -> tuple[Face, ...]:
        """A face for each persona whose feeling is known; one for all when they feel the same."""
        if not self.members:
            return tuple(filter(None, (self._face(0, "", self.view, step),)))
        found = [
            self._face(place, self.view.name_and_role(persona)[0], view, step)
            for place, (persona, view) in enumerate(self.members)
            if view.has(step)
        ]
        known = tuple(face for face in found if face is not None)
        alike = (
            len(known) == len(self.members) > 1 and len({(item.score, item.words, item.assumed) for item in known}) == 1
        )
        if alike:
            return (self._everybody(known[0]),)
        return known

    def _face(self, place: int, name: str, view: View, step: Moment) -> Face | None:
        score = view[step.emotion]
        if score is None:
            return None
        scale = view.scale(step)
        low, high = scale.low if scale.low is not None else 1.0, scale.high if scale.high is not None else 5.0
        assumed = view.grade(step.emotion) == ASSUMED
        feeling = view[step.feeling]
        face = Face(
            persona=place,
            level=_level(score, low, high),
            score=score,
            highest=high,
            words=self.words.feeling(feeling) if feeling else "",
            assumed=assumed,
        )
        return attrs.evolve(face, spoken=self._spoken(face, name))

    def _everybody(self, face: Face) -> Face:
        everybody = attrs.evolve(face, persona=EVERYBODY)
        return attrs.evolve(everybody, spoken=self._spoken(everybody, ""))

    def _spoken(self, face: Face, name: str) -> str:
        words = self.words
        score = words("score", score=face.score, highest=face.highest)
        parts = (score, face.words, words("assumed") if face.assumed else "")
        text = words("join.list").join(part for part in parts if part)
        return words.named(name or words("lane.emotion"), text)


def _level(score: float, low: float, high: float) -> int:
    """The level from 1 to 5 of a score on a scale; a half counts upwards."""
    if high == low:
        return (_LEVELS + 1) // 2
    share = min(1.0, max(0.0, (score - low) / (high - low)))
    return int(1 + share * (_LEVELS - 1) + 0.5)
