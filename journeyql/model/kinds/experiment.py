"""What is tried out before it is built."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.kinds.metric import Metric
from journeyql.model.types import NUMBER, TEXT, ref, text_or, word
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, kind, many, one, options


@options
class Arm:
    """What may follow an arm of an experiment: `arms: "One page" sample=4120 successes=138`."""

    sample: Varying[float] = one(NUMBER, "How many people got it.", zh="样本")
    successes: Varying[float] = one(NUMBER, "How many of them did what was hoped for.", zh="成功数")


@kind(
    "experiment",
    inside=("touchpoint", "stage", "journey", "pain", "need", "opportunity", "cause", "action", FILE),
    zh="实验",
)
class Experiment(Element):
    """A test of one idea, or of several against each other.

    Example:
        metric conversion "Conversion rate" value=2.4%
        journey shop "Buys online"
          stage pay "Pays" emotion=1
            experiment checkout "One page or three?" method=ab metric=conversion
              arms: "Three pages" sample=5120 successes=123
              arms: "One page" sample=5098 successes=158
              result: "One page wins"
    """

    method: Varying[str] = one(word(prototype="原型测试", pilot="试点", ab="对照测试"), "How it is tested.", zh="方法")
    arms: Many[str] = many(TEXT, "What is compared.", zh="方案", options=Arm)
    result: Varying[str] = one(text_or(refuted="否定", unclear="不明确", confirmed="证实"), "What came out.", zh="结果")
    metric: Many[Ref[Metric]] = many(ref("metric"), "The figures that decide.", zh="衡量")
