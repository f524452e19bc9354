"""How customers go through a journey, on the whole and in the likeliest way."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.model import Element, Moment


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spread:
    """How long something takes, in seconds: the mean, the median and the time within which nine in ten are through.

    The mean is exact. The others come from `runs` simulated customers, or are the mean where nothing varies (0 runs);
    they are None where customers go round so often that too few would come to an end.
    """

    mean: float
    p50: float | None = None
    p90: float | None = None
    runs: int = 0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bottleneck:
    """A touchpoint that holds customers up: the seconds of waiting it adds to a journey on average, and its `share` of all.

    Of ways that are gone at once the slowest adds by how much it is slower than the next, the others nothing.
    """

    place: Element
    seconds: float
    share: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Exit:
    """A touchpoint after which customers leave the journey, and the share of all who do so there (0 to 1)."""

    place: Element
    share: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Course:
    """The flow of one journey for one persona (empty: for everyone), by the shares of its arrows.

    `visits` says for each touchpoint, by path, how often a customer comes there on average, and `steps` how many
    touchpoints that makes together. Where some customers never get out of a loop they are `trapped`: its touchpoints
    have no number, and there is no sum. `path` is the likeliest way to where most customers end, with its
    `probability`; `assumed` says whether shares had to be split evenly because the map does not state them, or brought to
    the whole because they do not add up; `uneven` says that the latter is true. `exits` say where customers leave, most first. `time` and `wait` are None where no touchpoint says how long it takes,
    `bottlenecks` the few touchpoints that add a tenth of all waiting or more.
    """

    journey: str
    persona: str
    path: tuple[Moment, ...]
    probability: float
    visits: Mapping[str, float]
    steps: float | None = None
    trapped: bool = False
    exits: tuple[Exit, ...] = ()
    assumed: bool = False
    uneven: bool = False
    time: Spread | None = None
    wait: Spread | None = None
    bottlenecks: tuple[Bottleneck, ...] = ()
