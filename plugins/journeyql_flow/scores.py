"""How a touchpoint feels, as a share of the emotion scale of its journey."""

from __future__ import annotations

import attrs

from journeyql.model import Moment, Stage, View

_MIDDLE = 0.5


@attrs.frozen(eq=False, repr=False)
class Score:
    """A score with the ends of its scale; `part` is 0 at the worst and 1 at the best."""

    value: float
    low: float
    high: float

    @property
    def part(self) -> float:
        """Where it lies between the ends."""
        return (self.value - self.low) / (self.high - self.low)

    @property
    def bad(self) -> bool:
        """Whether it is below the middle."""
        return self.part < _MIDDLE

    @property
    def good(self) -> bool:
        """Whether it is above the middle."""
        return self.part > _MIDDLE

    def __str__(self) -> str:
        """The words for it."""
        return f"emotion {self.value:g} on {self.low:g}..{self.high:g}"


def score(view: View, step: Moment) -> Score | None:
    """How a touchpoint feels, or else its stage; None where the map does not say, or has no scale to speak of."""
    value = view[step.emotion]
    stage = view.around(step, Stage)
    if value is None and stage is not None:
        value = view[stage.emotion]
    scale = view.scale(step)
    if value is None or scale.low is None or scale.high is None or scale.low >= scale.high:
        return None
    return Score(value, scale.low, scale.high)
