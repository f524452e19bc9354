"""Through whose eyes a journey is read: its personas, their views, and what differs between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from journeyql.model import Cell, Element, Goal, Journey, Persona, Quote, View
from journeyql.plugin import Picture
from journeyql.render import initials
from journeyql_map.selection import Selection
from journeyql_map.sheet import Person
from journeyql_map.words import Words

#: Gives the picture that a value names.
Pictures = Callable[[Cell[str] | None], Picture | None]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cast:
    """The personas of a view of a journey, each with its own narrower view."""

    view: View
    words: Words
    members: tuple[tuple[Persona, View], ...]
    picture: Pictures

    @classmethod
    def of(cls, view: View, journey: Journey, words: Words, picture: Pictures, selection: Selection) -> Cast:
        """Everybody a journey is about, and a selection with it; only one persona when the view is narrowed to it."""
        seen = view.perspectives(journey)
        people = (persona for persona in view.personas(journey) if persona.id in seen and selection.about(persona))
        members = tuple((persona, seen[persona.id]) for persona in people)
        return cls(view=view, words=words, members=members, picture=picture)

    @property
    def eyes(self) -> tuple[tuple[str, View], ...]:
        """The names of the personas and what each of them sees; one without a name when there are none."""
        return tuple((self.name(one), view) for one, view in self.members) or (("", self.view),)

    def people(self, prefix: str) -> tuple[Person, ...]:
        """The personas as the header shows them; `prefix` begins all ids of the picture."""
        return tuple(self._person(one, view, f"{prefix}p{place}") for place, (one, view) in enumerate(self.members))

    def name(self, person: Element) -> str:
        """The name of a persona or segment without what follows its first comma."""
        return self.view.name_and_role(person)[0]

    def said(self, element: Element, read: Callable[[View], str]) -> Iterator[str]:
        """What is said to each persona: once when it is the same for all, else with names."""
        found: dict[str, list[str]] = {}
        told: dict[int, str] = {}
        for name, view in self.eyes:
            if view.has(element):
                words = told.get(id(view))
                words = told[id(view)] = read(view) if words is None else words
                found.setdefault(words, []).append(name)
        for words, names in found.items():
            if words:
                yield words if len(found) == 1 else self.words.named(self.words.listed(*names), words)

    def only(self, element: Element) -> str:
        """For whom an element exists, where it does not for everybody."""
        names = self.words.listed(*(self.name(person) for person in self.view.only_for(element)))
        return self.words("map.only", names=names) if names else ""

    def _person(self, persona: Persona, view: View, mask: str) -> Person:
        name, role = self.view.name_and_role(persona)
        quotes = [view.title(quote) for quote in view.children(persona, Quote)]
        goals = [view.title(goal) for goal in view.children(persona, Goal)]
        return Person(
            name=name,
            role=role,
            goal=self.words.named(self.words("goal"), self.words.listed(*goals)) if goals else "",
            quote=self.words.quoted(quotes[0]) if quotes else "",
            initials=initials(name),
            portrait=self.picture(view.cell(persona.image)),
            mask=mask,
        )
