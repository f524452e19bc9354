"""What a view notes down about its places: pains, their causes, what is copied from where; found once for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from journeyql.model import Cause, Element, Moment, Opportunity, Pain, Stage, View
from journeyql_experience.measures import Measures

E = TypeVar("E", bound=Element)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Noted:
    """The notes of one view: `pains` by the path of the stage or touchpoint they stand in, `copies` by what they copy."""

    view: View
    pains: Mapping[str, tuple[Pain, ...]]
    copies: Mapping[str, tuple[Opportunity, ...]]
    measures: Measures
    _known: dict[str, tuple[Cause, ...]] = attrs.field(factory=dict)
    _at: dict[str, tuple[Pain, ...]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, view: View) -> Noted:
        """The notes of a view."""
        pains: dict[str, list[Pain]] = {}
        for pain in view.of(Pain):
            place = view.around(pain, Moment)
            if place is not None:
                pains.setdefault(place.path, []).append(pain)
        copies: dict[str, list[Opportunity]] = {}
        for chance in view.of(Opportunity):
            like = view[chance.like]
            peak = view.follow(like) if like is not None else None
            if peak is not None:
                copies.setdefault(peak.path, []).append(chance)
        return cls(view=view, pains=_settled(pains), copies=_settled(copies), measures=Measures.of(view))

    def at(self, place: Moment) -> tuple[Pain, ...]:
        """The pains that say why a place hurts: its own, and those of the stage around it."""
        found = self._at.get(place.path)
        if found is None:
            found = self._at[place.path] = self._explaining(place)
        return found

    def _explaining(self, place: Moment) -> tuple[Pain, ...]:
        stage = self.view.around(place, Stage)
        wider = self.pains.get(stage.path, ()) if stage is not None and stage is not place else ()
        within = self.view.within(place, Pain) if isinstance(place, Stage) else ()
        return tuple(dict.fromkeys((*self.pains.get(place.path, ()), *wider, *within)))

    def roots(self, pains: Iterable[Pain]) -> tuple[Element, ...]:
        """The causes behind pains that have no further cause, in order."""
        return tuple(dict.fromkeys([root for pain in pains for root in self._roots(pain)]))

    def _roots(self, pain: Pain) -> tuple[Cause, ...]:
        found = self._known.get(pain.path)
        if found is None:
            causes = self.view.within(pain, Cause)
            found = tuple([cause for cause in causes if not self.view.children(cause, Cause)])
            self._known[pain.path] = found
        return found


def _settled(found: Mapping[str, list[E]]) -> Mapping[str, tuple[E, ...]]:
    return {path: tuple(elements) for path, elements in found.items()}
