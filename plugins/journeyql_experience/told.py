"""What the map tells about a place: what failed there, what customers say, what is kept ready for trouble."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import Signal
from journeyql.model import Handoff, Need, Quote, Recovery, Stage, Story
from journeyql_experience.looks import FAIR, STRONG, WEAK, Look, said

#: How a touchpoint deviates from what was planned (the four deviations of the Customer Journey Modelling Language).
_DEVIATIONS = {"failed": 0.8, "missing": 0.8, "irregular": STRONG, "ad-hoc": WEAK}
#: Stages to which customers come because something did not work by itself.
_HELP = {"service", "after-sales"}
_UNMET = 4.0


def tales(look: Look) -> Iterator[Signal]:
    """Deviations, customers' own words, unmet needs, rescues kept ready, losses at a hand-off, calls for help."""
    status = look.view.cell(look.place.status)
    if status is not None and status.value in _DEVIATIONS:
        yield said("status", f"status-{status.value}", _DEVIATIONS[status.value], status)
    if isinstance(look.place, Stage) or not look.good:
        yield from _help(look)
    for part in look.parts:
        if isinstance(part, Recovery):
            yield said("recovery", "recovery", FAIR, part, recovery=look.view.title(part))
        elif isinstance(part, Story | Quote) and not look.good:
            yield said("voice", "voice", WEAK, part)
        elif isinstance(part, Need):
            yield from _need(look, part)
        elif isinstance(part, Handoff) and not look.view[part.carries]:
            yield said("handoff", "handoff-empty", WEAK, part)


def _need(look: Look, need: Need) -> Iterator[Signal]:
    importance, satisfaction = look.view[need.importance], look.view[need.satisfaction]
    gap = importance - satisfaction if importance is not None and satisfaction is not None else 0.0
    if look.view[need.unmet] or gap >= _UNMET:
        yield said("need", "need", FAIR, need, need=look.view.title(need))


def _help(look: Look) -> Iterator[Signal]:
    stage = look.view.around(look.place, Stage)
    role = look.view.cell(stage.role) if stage is not None else None
    if role is not None and role.value in _HELP:
        yield said("help", "help", WEAK / 2, role)
