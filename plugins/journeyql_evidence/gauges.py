"""Moments of truth, and whether anything tells how they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from journeyql.model import Channel, Element, Experiment, Metric, Moment, Touchpoint, View
from journeyql_evidence.claims import FIGURES

_TRUTH: Final = "truth"


def unmeasured_truths(view: View, moments: Iterable[Moment]) -> Iterator[Moment]:
    """Moments of truth without a figure of customers, a survey, a metric, an experiment or evidence.

    Where the company is not present (a hidden channel, or none that it runs) nothing can be asked, so they do not count.
    """
    for moment in moments:
        truth = any(cell.value == _TRUTH for cell in moment.moment.cells)
        if truth and not _gauged(view, moment) and not _hidden(view, moment):
            yield moment


def _gauged(view: View, moment: Moment) -> bool:
    if any(view.evidence(getattr(moment, spec.field)) for spec in FIGURES[Moment]):
        return True
    places = [moment, *(step for step in view.model.children.get(moment.path, ()) if isinstance(step, Touchpoint))]
    return any(
        place.nps.cells or place.csat.cells or place.ces.cells or place.survey.cells or _tested(view, place)
        for place in places
        if isinstance(place, Moment)
    )


def _tested(view: View, place: Element) -> bool:
    return any(isinstance(child, Metric | Experiment) for child in view.model.children.get(place.path, ()))


def _hidden(view: View, moment: Moment) -> bool:
    channel = view[moment.channel]
    found = None if channel is None else view.follow(channel)
    return isinstance(found, Channel) and view[found.kind] == "hidden"
