"""What can be set for the analysis of experience."""

from __future__ import annotations

from typing import Any

import attrs


def _share(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        message = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """The settings of `experience`.

    `prominence`: how deep a low point must be to count, as a share of the emotion scale (0.25 is one step of 1..5).
    `frequency`: the share of customers that a pain is taken to hit while its journey states no frequency at all.
    `belief`: how much must speak for it that a touchpoint hurts, from 0 to 1, before it counts as a pain that nobody
    has written down. One half is one strong signal, like a target that is missed, or two weak ones.
    """

    prominence: float = attrs.field(default=0.25, validator=_share)
    frequency: float = attrs.field(default=0.5, validator=_share)
    belief: float = attrs.field(default=0.5, validator=_share)
