"""What can be set for the analyses of governance."""

from __future__ import annotations

from typing import Any

import attrs


def _count(_options: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a whole number from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        message = f"{attribute.name} must be a whole number from 1, not {value!r}"
        raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Governance:
    """The settings of `governance`.

    `stages`: how many stages a journey may have; five to seven fit on one map (Milkymap's guide).
    `touchpoints`: how many touchpoints of one stage a customer may go through; above eight, drawings clutter (ARIS).
    `draft`: up to how many steps, in all journeys of the file, a map is a first draft: as many as one row of stages has.
    """

    stages: int = attrs.field(default=7, validator=_count)
    touchpoints: int = attrs.field(default=8, validator=_count)
    draft: int = attrs.field(default=7, validator=_count)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Wording:
    """The settings of `wording`.

    `jargon`: more words that customers do not use. `understood`: words of the lists that these customers do use.
    """

    jargon: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
