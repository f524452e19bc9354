"""What is to be done against a pain, and whether anybody answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from journeyql.model import Action, Element, Pain, Recovery, View

Measure: TypeAlias = Action | Recovery


@attrs.frozen(eq=False, repr=False)
class Answer:
    """What is planned, dropped measures left out, and whether any of it has an owner."""

    measures: tuple[Measure, ...]
    owned: bool


@attrs.frozen(eq=False, repr=False)
class Measures:
    """The measures of a view: `aimed` has those that name what they are against, by its path."""

    view: View
    aimed: Mapping[str, list[Measure]]
    _rescues: dict[str, Answer] = attrs.field(factory=dict)
    _known: dict[str, Answer] = attrs.field(factory=dict)

    @classmethod
    def of(cls, view: View) -> Measures:
        """What is to be done in a view."""
        aimed: dict[str, list[Measure]] = {}
        measures: list[Measure] = [*view.of(Action), *view.of(Recovery)]
        for measure in measures:
            for ref in view[measure.addresses]:
                aimed.setdefault(ref.path, []).append(measure)
        return cls(view, aimed)

    def against(self, pain: Pain) -> Answer:
        """What stands in a pain or names it or one of its causes, or rescues where it hurts."""
        found = self._known.get(pain.path)
        if found is None:
            own, rescue = self._answer(self._named(pain)), self.rescue(self.view.parent(pain))
            measures = tuple(dict.fromkeys((*own.measures, *rescue.measures)))
            found = self._known[pain.path] = Answer(measures, own.owned or rescue.owned)
        return found

    def at(self, place: Element) -> Answer:
        """What stands in a place, in its needs and opportunities, or names any of them."""
        return self._answer(dict.fromkeys(self._named(place)))

    def _named(self, aim: Element) -> Iterator[Measure]:
        for element in (aim, *self.view.within(aim, Element)):
            if isinstance(element, Action | Recovery):
                yield element
            yield from self.aimed.get(element.path, ())

    def rescue(self, place: Element | None) -> Answer:
        """What the recoveries of a place come to; all its pains share them."""
        path = "" if place is None else place.path
        if path not in self._rescues:
            self._rescues[path] = self._answer(self.view.children(place, Recovery))
        return self._rescues[path]

    def _answer(self, measures: Iterable[Measure]) -> Answer:
        counted = tuple(measure for measure in measures if self.view[measure.status] != "dropped")
        return Answer(counted, any(owned(self.view, measure) for measure in counted))


def owner(view: View, element: Element) -> Element | None:
    """Who answers for an element: somebody who exists here, or nobody."""
    named = view[element.owner]
    return None if named is None else view.follow(named)


def owned(view: View, element: Element) -> bool:
    """Whether anybody who exists answers for an element."""
    return owner(view, element) is not None
