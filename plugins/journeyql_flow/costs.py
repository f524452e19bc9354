"""How long the touchpoints of a journey and the ways between them take, as the map states it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from journeyql.model import Duration, Moment, Varying, View
from journeyql_flow.chain import Way


@attrs.frozen(eq=False, repr=False)
class Costs:
    """Seconds: `waits` and `times` (waiting included) of each touchpoint, with a zero behind them for the end.

    `any_wait` and `any_time` say whether the map states any; ways may take time as well (`delay`).
    """

    waits: Sequence[float]
    times: Sequence[float]
    any_wait: bool
    any_time: bool

    @classmethod
    def of_steps(cls, view: View, nodes: Sequence[Moment], delays: bool) -> Costs:
        """What touchpoints state; `delays` says whether any way takes time."""
        waits = [_seconds(view, node.wait) for node in nodes]
        work = [_seconds(view, node.duration) for node in nodes]
        times = [wait + own for wait, own in zip(waits, work, strict=True)]
        return cls([*waits, 0.0], [*times, 0.0], any(waits), delays or any(times))

    def of(self, way: Way) -> float:
        """The time that a way and the touchpoint behind it take on average."""
        return delay(way) + self.times[way.target]

    def wait(self, way: Way) -> float:
        """The waiting in it."""
        return self.waits[way.target]


def delay(way: Way) -> float:
    """The seconds that pass on a way."""
    return 0.0 if way.edge.delay is None else way.edge.delay.seconds


def _seconds(view: View, field: Varying[Any]) -> float:
    value = view[field] if field.cells or field.inherited is not None else None
    return value.seconds if isinstance(value, Duration) else 0.0
