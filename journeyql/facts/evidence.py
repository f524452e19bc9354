"""What a map rests on, and what it does not know."""

from __future__ import annotations

import attrs

from journeyql.facts.phrase import Phrase
from journeyql.model import Element


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EvidenceMix:
    """How many claims of a journey are assumed, stated and measured, altogether and by property (`emotion`, `wait` …)."""

    journey: str
    assumed: int
    stated: int
    measured: int
    by: tuple[tuple[str, tuple[int, int, int]], ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Unknown:
    """Something that a decision would need and the map does not have: where first, where else, and in which words."""

    journey: str
    place: Element
    words: Phrase
    others: tuple[Element, ...] = ()
