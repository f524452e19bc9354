"""Facts: typed results of passes that renderers and other passes use.

The keys stand here and their values in the modules of this package, loaded when one is first asked for: registration
modules name keys, and must not pay for more. All of both are imported from `journeyql.facts`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from journeyql.facts.emotion import Curve, CurvePoint, Emotion, Fall, Turn
    from journeyql.facts.evidence import EvidenceMix, Unknown
    from journeyql.facts.flow import Bottleneck, Course, Exit, Spread
    from journeyql.facts.metrics import ArmResult, Interval, Reading, Trial
    from journeyql.facts.pains import RankedPain, Signal
    from journeyql.facts.phrase import Input, Phrase, PhraseValue
    from journeyql.facts.priorities import OpportunityScore, Phase, Priority, Score

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


#: One curve for each journey and persona that has its own.
CURVES: FactKey[tuple[Curve, ...]] = FactKey("experience.curves")
#: The figures of each curve, in the same order.
EMOTIONS: FactKey[tuple[Emotion, ...]] = FactKey("experience.emotions")
#: Pains of all journeys of the view, worst first.
PAINS: FactKey[tuple[RankedPain, ...]] = FactKey("experience.pains")
#: Needs, pains and opportunities with importance and satisfaction, the largest opportunity first.
OPPORTUNITIES: FactKey[tuple[OpportunityScore, ...]] = FactKey("priorities.opportunities")
#: Actions and recoveries in the order in which they are worth doing.
PRIORITIES: FactKey[tuple[Priority, ...]] = FactKey("priorities.measures")
#: Which of four sorts of work each rated measure is, by path: `quick-win`, `big-bet`, `fill-in` or `drop`.
QUADRANTS: FactKey[Mapping[str, str]] = FactKey("priorities.quadrants")
#: The plan: what is done when.
ROADMAP: FactKey[tuple[Phase, ...]] = FactKey("priorities.roadmap")
#: How well founded each journey is.
EVIDENCE_MIX: FactKey[tuple[EvidenceMix, ...]] = FactKey("evidence.mix")
#: What nobody knows yet, most important first.
UNKNOWNS: FactKey[tuple[Unknown, ...]] = FactKey("evidence.unknowns")
#: Every measured figure that has a target, a baseline or a sample.
READINGS: FactKey[tuple[Reading, ...]] = FactKey("metrics.readings")
#: What experiments with counted arms came to.
TRIALS: FactKey[tuple[Trial, ...]] = FactKey("metrics.trials")
#: How customers go through each journey.
COURSES: FactKey[tuple[Course, ...]] = FactKey("flow.courses")

_VALUES: Final = {
    "emotion": ("Curve", "CurvePoint", "Emotion", "Fall", "Turn"),
    "evidence": ("EvidenceMix", "Unknown"),
    "flow": ("Bottleneck", "Course", "Exit", "Spread"),
    "metrics": ("ArmResult", "Interval", "Reading", "Trial"),
    "pains": ("RankedPain", "Signal"),
    "phrase": ("Input", "Phrase", "PhraseValue"),
    "priorities": ("OpportunityScore", "Phase", "Priority", "Score"),
}
_HOMES: Final = {name: module for module, names in _VALUES.items() for name in names}

__all__ = [
    "COURSES",
    "CURVES",
    "EMOTIONS",
    "EVIDENCE_MIX",
    "OPPORTUNITIES",
    "PAINS",
    "PRIORITIES",
    "QUADRANTS",
    "READINGS",
    "ROADMAP",
    "TRIALS",
    "UNKNOWNS",
    "ArmResult",
    "Bottleneck",
    "Course",
    "Curve",
    "CurvePoint",
    "Emotion",
    "EvidenceMix",
    "Exit",
    "FactKey",
    "Facts",
    "Fall",
    "Input",
    "Interval",
    "OpportunityScore",
    "Phase",
    "Phrase",
    "PhraseValue",
    "Priority",
    "RankedPain",
    "Reading",
    "Score",
    "Signal",
    "Spread",
    "Trial",
    "Turn",
    "Unknown",
]


def __getattr__(name: str) -> object:
    """The class of a value, from the module that has it."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    found: object = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    return found
