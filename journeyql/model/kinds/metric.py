"""Measures of one's own: key figures with their target and baseline."""

from __future__ import annotations

from journeyql.model.element import Element, Measure
from journeyql.model.quantity import Range
from journeyql.model.types import AMOUNT, COUNT, NUMBER, PERCENT, TEXT, Amount, range_of, word
from journeyql.model.varying import Varying
from journeyql.model.vocabulary import FILE, kind, one


@kind(
    "metric",
    inside=(FILE, "journey", "stage", "touchpoint", "goal", "action", "recovery", "team", "partner", "competitor"),
    zh="指标",
)
class Metric(Element):
    """A figure that tells how well the journey works.

    Example:
        journey repair "Getting a tap repaired"
          metric complaint_time "Time to settle a complaint" value=50h target=40h change=-20% better=lower
    """

    kind: Varying[str] = one(
        word(experience="体验", behaviour="行为", operation="运营", business="经营"),
        "Whose success it measures: the customer's experience, what customers do, the operation, or the business.",
        zh="类型",
    )
    value: Varying[Amount] = one(AMOUNT, "What was measured last.", zh="数值", options=Measure)
    target: Varying[Amount] = one(AMOUNT, "What is to be reached.", zh="目标")
    baseline: Varying[Amount] = one(AMOUNT, "What was measured before the change.", zh="基线")
    change: Varying[float] = one(PERCENT, "The change aimed at, in per cent of the baseline, like `-20%`.", zh="变化")
    unit: Varying[str] = one(TEXT, "What is counted, like `of visits`.", zh="单位")
    better: Varying[str] = one(word(lower="越低越好", higher="越高越好"), "Which direction is good.", zh="方向")
    sample: Varying[float] = one(COUNT, "How many cases were measured.", zh="样本")
    scale: Varying[Range[float]] = one(
        range_of(NUMBER, "1..7"), "The lowest and the highest possible value.", zh="量表"
    )
