"""Where the map already says what hurts and what will be done: places with pains, actions and recoveries."""

from __future__ import annotations

import attrs

from journeyql.model import Action, Element, Moment, Pain, Recovery, View


@attrs.frozen(eq=False, repr=False)
class Answers:
    """The paths of stages and touchpoints at which a pain stands, and against which something is planned or done."""

    hurting: frozenset[str]
    acted: frozenset[str]
    rescued: frozenset[str]

    @classmethod
    def of(cls, view: View) -> Answers:
        """What a view says; what was dropped does not count."""
        return cls(
            hurting=frozenset(place.path for pain in view.of(Pain) if (place := view.around(pain, Moment))),
            acted=_aimed(view, Action),
            rescued=_aimed(view, Recovery),
        )

    def any(self, place: Moment) -> bool:
        """Whether the map has anything to say about a place, or about the stage around it."""
        return not self.hurting.isdisjoint(_with_stage(place)) or self.planned(place)

    def planned(self, place: Moment) -> bool:
        """Whether anything is planned or done there."""
        where = _with_stage(place)
        return not (self.acted.isdisjoint(where) and self.rescued.isdisjoint(where))


def _with_stage(place: Moment) -> tuple[str, str]:
    """The paths of a touchpoint and of what it stands in."""
    return place.path, place.path.rpartition(".")[0]


def _aimed(view: View, kind: type[Action | Recovery]) -> frozenset[str]:
    """The places in which measures of a kind stand, and those that they address, by themselves or by their pains."""
    found: set[str] = set()
    for measure in view.of(kind):
        if view[measure.status] == "dropped":
            continue
        named = (view.follow(ref) for ref in view[measure.addresses])
        for item in (measure, *(one for one in named if isinstance(one, Element))):
            place = view.around(item, Moment)
            if place is not None:
                found.add(place.path)
    return frozenset(found)
