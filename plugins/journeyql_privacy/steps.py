"""What each touchpoint of a view does to consents and notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyql.model import Many, Ref, Touchpoint, View
from journeyql_privacy.consent import Consent, Notice
from journeyql_privacy.course import Step
from journeyql_privacy.facets import Processing
from journeyql_privacy.standing import Standing


def steps(view: View, deeds: Iterable[tuple[Touchpoint, Processing]]) -> Mapping[str, Step]:
    """The steps of touchpoints by their paths; a notice that stands in a touchpoint is given there."""
    found = {place.path: _step(view, said) for place, said in deeds if _concerns(said)}
    for notice in view.of(Notice):
        place = view.parent(notice)
        if isinstance(place, Touchpoint):
            step = found.get(place.path, Step())
            found[place.path] = Step(before={**step.before, notice.path: Standing.GRANTED}, withdraws=step.withdraws)
    return found


def _concerns(said: Processing) -> bool:
    """Whether anything is said of consents or notices."""
    given = said.notice.cells or said.asks.cells or said.grants.cells
    return bool(given or said.refuses.cells or said.withdraws.cells)


def _step(view: View, said: Processing) -> Step:
    before: dict[str, Standing] = dict.fromkeys(_paths(view, said.notice), Standing.GRANTED)
    before |= dict.fromkeys(_paths(view, said.asks), Standing.GRANTED | Standing.REFUSED)
    granted, refused = _paths(view, said.grants), _paths(view, said.refuses)
    before |= dict.fromkeys(granted, Standing.GRANTED)
    before |= {path: Standing.GRANTED | Standing.REFUSED if path in granted else Standing.REFUSED for path in refused}
    return Step(before=before, withdraws=_paths(view, said.withdraws))


def _paths(view: View, field: Many[Ref[Consent]] | Many[Ref[Notice]]) -> tuple[str, ...]:
    found = (view.follow(ref) for ref in view[field])
    return tuple(element.path for element in found if element is not None)
