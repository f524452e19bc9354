"""Properties that a file declares itself, drawn as lanes."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.organisation import Competitor
from journeyql.model.quantity import Range
from journeyql.model.types import DURATION, MONEY, NAME, NUMBER, PERCENT, SCORE, TEXT, ValueType, range_of, ref, word
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import kind, many, one

#: What the values of a lane can be: the word for it, in Chinese, and the type of the values.
LANE_TYPES: dict[str, tuple[str, ValueType[Any]]] = {
    "text": ("文字", TEXT),
    "score": ("分数", SCORE),
    "number": ("数字", NUMBER),
    "percentage": ("百分比", PERCENT),
    "duration": ("时长", DURATION),
    "money": ("金额", MONEY),
    "choice": ("选项", NAME),
}


@kind("lane", inside=("journey",), zh="泳道")
class Lane(Element):
    """A property of one's own for stages and touchpoints, or another title for a built-in lane.

    Example:
        journey trip "Two weeks by rail"
          lane relevance "Relevance" type=score scale=1..5
          lane emotion "Enjoyability"
          stage plan "Plans the trip" emotion=4 relevance=3
    """

    type_: Varying[str] = one(
        word(**{name: zh for name, (zh, _) in LANE_TYPES.items()}),
        "What its values are; text, if it does not say.",
        zh="类型",
    )
    scale: Varying[Range[float]] = one(range_of(NUMBER, "1..5"), "The lowest and the highest score.", zh="量表")
    values: Many[str] = many(NAME, "The words to choose from.", zh="取值")
    of: Varying[Ref[Competitor]] = one(ref("competitor"), "Whose experience a score tells, for comparison.", zh="对象")
