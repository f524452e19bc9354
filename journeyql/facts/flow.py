"""How customers go through a journey, on the whole and in the likeliest way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from journeyql.model import Element, Moment


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spread:
    """How long something takes, in seconds: the `mean`, and how customers differ.

    `sample` has the seconds of simulated customers in order of length. They walk only when it is asked for, and it is
    empty where too few of them come to an end for a percentile to be told.

    >>> spread = Spread(mean=30, sample=lambda: (10, 20, 60))
    >>> spread.p50, spread.p90, Spread(mean=30).p90
    (20, 60, None)
    """

    mean: float
    sample: Callable[[], Sequence[float]] = tuple

    @property
    def p50(self) -> float | None:
        """The median."""
        return self.within(50)

    @property
    def p90(self) -> float | None:
        """The time within which nine in ten are through."""
        return self.within(90)

    def within(self, percent: int) -> float | None:
        """The time within which so many per cent are through: the nearest-rank percentile of the sample."""
        sample = self.sample()
        return sample[max(-(-percent * len(sample) // 100), 1) - 1] if sample else None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bottleneck:
    """A touchpoint that holds customers up: the seconds of waiting it adds to a journey on average, and its `share` of all."""

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
    touchpoints that makes together; both are infinite where some customers never get out of a loop. `path` is the
    likeliest way from start to end, with its `probability`; `assumed` says whether shares had to be split evenly
    because the map does not state them. `exits` say where customers leave, most first. `time` and `wait` are None where
    no touchpoint says how long it takes.
    """

    journey: str
    persona: str
    path: tuple[Moment, ...]
    probability: float
    visits: Mapping[str, float]
    steps: float = 0.0
    exits: tuple[Exit, ...] = ()
    assumed: bool = False
    time: Spread | None = None
    wait: Spread | None = None
    bottlenecks: tuple[Bottleneck, ...] = ()
