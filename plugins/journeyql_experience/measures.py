"""What is to be done against a pain, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from journeyql.model import Action, Element, Pain, Recovery, View

Measure: TypeAlias = Action | Recovery
#: What is to be done, without what was dropped.
Planned: TypeAlias = tuple[Measure, ...]


@attrs.frozen(eq=False, repr=False)
class Measures:
    """The measures of a view: `aimed` has those that name what they are against, by its path."""

    view: View
    aimed: Mapping[str, list[Measure]]
    _rescues: dict[str, Planned] = attrs.field(factory=dict)
    _known: dict[str, Planned] = attrs.field(factory=dict)

    @classmethod
    def of(cls, view: View) -> Measures:
        """What is to be done in a view."""
        aimed: dict[str, list[Measure]] = {}
        measures: list[Measure] = [*view.of(Action), *view.of(Recovery)]
        for measure in measures:
            for ref in view[measure.addresses]:
                aimed.setdefault(ref.path, []).append(measure)
        return cls(view, aimed)

    def against(self, pain: Pain) -> Planned:
        """What stands in a pain or names it or one of its causes, or rescues where it hurts."""
        found = self._known.get(pain.path)
        if found is None:
            both = (*self._kept(self._named(pain)), *self.rescue(self.view.parent(pain)))
            found = self._known[pain.path] = tuple(dict.fromkeys(both))
        return found

    def at(self, place: Element) -> Planned:
        """What stands in a place, in its needs and opportunities, or names any of them."""
        return self._kept(dict.fromkeys(self._named(place)))

    def _named(self, aim: Element) -> Iterator[Measure]:
        for element in (aim, *self.view.within(aim, Element)):
            if isinstance(element, Action | Recovery):
                yield element
            yield from self.aimed.get(element.path, ())

    def rescue(self, place: Element | None) -> Planned:
        """The recoveries of a place; all its pains share them."""
        path = "" if place is None else place.path
        if path not in self._rescues:
            self._rescues[path] = self._kept(self.view.children(place, Recovery))
        return self._rescues[path]

    def _kept(self, measures: Iterable[Measure]) -> Planned:
        return tuple([measure for measure in measures if self.view[measure.status] != "dropped"])


def owner(view: View, element: Element) -> Element | None:
    """Who answers for an element: somebody who exists here, or nobody."""
    named = view[element.owner]
    return None if named is None else view.follow(named)


def owned(view: View, element: Element) -> bool:
    """Whether anybody who exists answers for an element."""
    return owner(view, element) is not None
