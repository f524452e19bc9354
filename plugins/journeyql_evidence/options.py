"""What can be set for the analyses of evidence and of metrics."""

from __future__ import annotations

from typing import Any

import attrs


def _share(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        message = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(message)


def _count(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        message = f"{attribute.name} must be a whole number from 0, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EvidenceOptions:
    """The settings of `evidence`.

    `months`: after how many months evidence is old. Personas are revised every one to four years (Nielsen Norman Group,
    "Are Your Personas Outdated?", 2016, 156 companies); 24 lies between.
    `counted`: how many answers a share or a score of a survey needs at least; with 30 a share is known to about 17
    percentage points (Wilson 1927, at one half).
    `told`: how many people have to be interviewed at least; five meet about 85 % of what a third of all meet (Nielsen
    and Landauer 1993, on usability problems).
    `sketch`: a journey with fewer figures is a sketch, and not asked what they rest on. A convention of this analysis.
    `dominant`: the share of a sample from which one group speaks for all. A convention of this analysis.
    """

    months: int = attrs.field(default=24, validator=_count)
    counted: int = attrs.field(default=30, validator=_count)
    told: int = attrs.field(default=5, validator=_count)
    sketch: int = attrs.field(default=5, validator=_count)
    dominant: float = attrs.field(default=0.8, validator=_share)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MetricsOptions:
    """The settings of `metrics`.

    `gap`: how far a score must miss its target to ask for a measure, as a share of its scale (0.125 is half a point of
    1..5). A convention of this analysis: smaller gaps are within what surveys can tell.
    `significance`: the probability of a difference by chance alone below which an experiment counts as decided (0.05,
    Fisher 1925).
    """

    gap: float = attrs.field(default=0.125, validator=_share)
    significance: float = attrs.field(default=0.05, validator=_share)
