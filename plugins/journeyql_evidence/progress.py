"""How far a journey has got: a first draft is not asked for what nobody has begun to write."""

from __future__ import annotations

from journeyql.model import Action, Journey, Pain, Recovery, View


def concluding(view: View) -> frozenset[str]:
    """The paths of the journeys that draw conclusions: they have measures, or pains that are called severe."""
    found: set[str] = set()
    asked = {journey.path for journey in view.journeys}
    severe = [pain for pain in view.model.all(Pain) if pain.severity.cells]
    for element in (*view.model.all(Action), *view.model.all(Recovery), *severe):
        journey = view.around(element, Journey)
        found.update({journey.path} if journey is not None else ())
        if asked <= found:
            break
    return frozenset(found)
