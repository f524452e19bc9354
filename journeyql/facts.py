"""Facts: typed results of passes that renderers and other passes use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:  # registration modules name facts, and must not load the model for that
    from journeyql.model import Element

T = TypeVar("T")


@attrs.frozen
class FactKey(Generic[T]):
    """The typed name of a fact, dotted: the pack that owns it, then the fact.

    One that is `internal` is for passes only: what a plugin works out once for several of its own.
    """

    name: str
    internal: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(eq=False, repr=False)
class Facts:
    """The facts known of one view.

    >>> COUNT: FactKey[int] = FactKey("example.count")
    >>> Facts({COUNT: 3}).get(COUNT)
    3
    """

    values: Mapping[FactKey[Any], object] = attrs.field(factory=dict)

    def get(self, key: FactKey[T]) -> T | None:
        """The value of a fact, or None when no pass provided it."""
        value: Any = self.values.get(key)
        return value  # type: ignore[no-any-return]  # the engine stores only what the key's pass provided


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RankedPain:
    """A pain point in the order in which it deserves attention.

    `score` is comparable within one journey only; `reasons` say in words what it is made of; `place` is the
    stage or touchpoint that hurts. `pain` is None where the pain was inferred and nobody has written it down.
    """

    rank: int
    score: float
    pain: Element | None
    place: Element
    title: str
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CurvePoint:
    """The emotion at one touchpoint: None where it is not known."""

    place: Element
    score: float | None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Curve:
    """The emotion along a journey for one persona (empty: for everyone)."""

    journey: str
    persona: str
    points: tuple[CurvePoint, ...]


#: Pains of all journeys of the view, worst first.
PAINS: FactKey[tuple[RankedPain, ...]] = FactKey("experience.pains")
#: One curve for each journey and persona that has its own.
CURVES: FactKey[tuple[Curve, ...]] = FactKey("experience.curves")
