"""How far a map has got: a first draft is not asked for what nobody has begun to write."""

from __future__ import annotations

import attrs

from journeyql.model import Action, Element, Journey, Pain, Partner, Recovery, Team, View


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Progress:
    """What the map has any of; `pains` names the journeys that do, by path."""

    pains: frozenset[str]
    owners: bool
    actions: bool

    @classmethod
    def of(cls, view: View) -> Progress:
        """The progress of the map as a view shows it."""
        return cls(
            pains=frozenset(journey.path for journey in view.journeys if _hurts(view, journey)),
            owners=_exist(view, Team, Partner),
            actions=_exist(view, Action, Recovery),
        )


def _hurts(view: View, journey: Journey) -> bool:
    return any(next(seen.within(journey, Pain), None) is not None for seen in view.eyes(journey))


def _exist(view: View, *kinds: type[Element]) -> bool:
    return any(view.of(kind) for kind in kinds)
