"""Places that hurt and of which nobody has written down why: low points of the curve, and what else shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from journeyql.facts import Signal
from journeyql.model import Channel, Journey, Moment, Need, Pain, View
from journeyql_experience.detection import Spot
from journeyql_experience.looks import STRONG
from journeyql_experience.low_points import LowPoint
from journeyql_experience.pains import SURE
from journeyql_experience.perspectives import Seen

#: Signals that the map itself sets against a target, or calls a failure.
_HARD = {"wait", "duration", "csat", "ces", "metric", "target", "status"}
_SEVERE = {"high", "critical"}


@attrs.frozen(eq=False, repr=False)
class Unexplained:
    """The low points that begin at one place, of all who feel one there."""

    lows: list[LowPoint]

    @property
    def place(self) -> Moment:
        """Where they begin."""
        return self.lows[0].places[0]

    @property
    def journey(self) -> Journey:
        """The journey they belong to."""
        return self.lows[0].journey

    @property
    def places(self) -> tuple[Moment, ...]:
        """The places on the floors of all of them, in order."""
        return min((low.places for low in self.lows), key=len)

    @property
    def paths(self) -> frozenset[str]:
        """The paths of these."""
        return frozenset(place.path for place in self.places)


def unexplained(lows: Iterable[LowPoint], at: Mapping[str, Spot]) -> tuple[Unexplained, ...]:
    """The low points below the middle without a pain, a need, or so little behind them that nobody can tell."""
    found: dict[str, list[LowPoint]] = {}
    for low in lows:
        if low.bad and not low.pains and _telling(low, at):
            found.setdefault(low.places[0].path, []).append(low)
    return tuple(Unexplained(group) for group in found.values())


def _telling(low: LowPoint, at: Mapping[str, Spot]) -> bool:
    """Whether the company has a part in it: a need says already what is missing, and a hidden channel is not its own."""
    if low.view.of(Need) and any(next(low.view.within(place, Need), None) is not None for place in low.places):
        return False
    return any(at[place.path].belief >= SURE or not _hidden_channel(low.view, place) for place in low.places)


def _hidden_channel(view: View, place: Moment) -> bool:
    ref = view[place.channel]
    channel = view.follow(ref) if ref is not None else None
    return isinstance(channel, Channel) and view[channel.kind] == "hidden"


def unseen(hidden: Iterable[Spot]) -> tuple[Spot, ...]:
    """Of places without a pain those that miss a target or fail, or are next to the worst score and have no need."""
    return tuple(
        spot
        for spot in hidden
        if hard(spot) or (spot.depth >= SURE and all(signal.kind != "need" for signal in spot.signals))
    )


def severe(one: Seen[Pain]) -> bool:
    """Whether a pain hurts badly."""
    return one.view[one.place.severity] in _SEVERE


def hard(spot: Spot) -> list[Signal]:
    """What the map itself holds against a place."""
    return [signal for signal in spot.signals if signal.kind in _HARD and signal.strength >= STRONG]
