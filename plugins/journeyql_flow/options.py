"""What can be set for the analysis of flow."""

from __future__ import annotations

from typing import Any

import attrs


def _share(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        message = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(message)


def _times(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a number from 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 1:
        message = f"{attribute.name} must be a number from 1, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """The settings of `flow`.

    `loss`: the part of all customers that must leave at a place before that is a loss to be answered.
    `bottleneck`: the part of all waiting that one touchpoint must add to be a bottleneck; half means more than all others.
    `feeling_gap`: how far the same task may feel different in another channel, as a share of the emotion scale.
    `time_gap`: how many times as long it may take there.
    `hidden_from`: the number of touchpoints from which a journey without a hidden one is asked about it.
    """

    loss: float = attrs.field(default=0.2, validator=_share)
    bottleneck: float = attrs.field(default=0.5, validator=_share)
    feeling_gap: float = attrs.field(default=0.5, validator=_share)
    time_gap: float = attrs.field(default=3.0, validator=_times)
    hidden_from: float = attrs.field(default=8, validator=_times)
