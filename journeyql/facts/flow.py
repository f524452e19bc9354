"""How customers go through a journey, on the whole and in the likeliest way."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.model import Element, Moment


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spread:
    """How long something takes, in seconds: the mean, the median and the time within which nine in ten are through."""

    mean: float
    p50: float
    p90: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bottleneck:
    """A touchpoint that holds customers up: the seconds of waiting it adds to a journey on average, and its `share` of all."""

    place: Element
    seconds: float
    share: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Course:
    """The flow of one journey for one persona (empty: for everyone), by the shares of its arrows.

    `visits` says for each touchpoint, by path, how often a customer comes there on average. `path` is the likeliest
    way from start to end, with its `probability`; `assumed` says whether shares had to be split evenly because the map
    does not state them. `time` and `wait` are None where no touchpoint says how long it takes.
    """

    journey: str
    persona: str
    path: tuple[Moment, ...]
    probability: float
    visits: Mapping[str, float]
    assumed: bool = False
    time: Spread | None = None
    wait: Spread | None = None
    bottlenecks: tuple[Bottleneck, ...] = ()
