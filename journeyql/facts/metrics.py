"""What was measured, how surely, and against what."""

from __future__ import annotations

import attrs

from journeyql.model import Amount, Element


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Interval:
    """A confidence interval: `level` is 0.95 unless said otherwise, `method` how it was worked out."""

    low: float
    high: float
    method: str
    level: float = 0.95


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """A measured figure of an element: a metric's `value`, or a property like `csat` or `wait` (its `name`).

    `attainment` is the share of the way from baseline to target that is behind us (1: reached), `met` whether the
    target holds; both are None where they cannot be told. `direction` is what tells `lower_is_better`: it is `stated`, or
    `usual` for such a figure, or inferred from the `change` aimed at or from the target beside the `baseline` or `value`.
    `sample` is how many cases were measured. `people` are the names of the personas (and of segments that no persona is
    in) for whom the figure holds, empty where it holds for all.
    """

    element: Element
    name: str
    value: Amount
    target: Amount | None = None
    baseline: Amount | None = None
    lower_is_better: bool | None = None
    direction: str = ""
    met: bool | None = None
    attainment: float | None = None
    sample: float | None = None
    interval: Interval | None = None
    people: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ArmResult:
    """One arm of an experiment: how many got it, how many of them did what was hoped for; the interval of that share (0 to 1)."""

    name: str
    sample: float
    successes: float
    interval: Interval


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Trial:
    """An experiment with counted arms: `p` is the probability of such a difference by chance alone (two-sided).

    `winner` is the name of the best arm where the difference is significant, else empty.
    """

    experiment: Element
    arms: tuple[ArmResult, ...]
    p: float
    method: str
    winner: str = ""
