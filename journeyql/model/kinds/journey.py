"""What a map is about: the journey and its goals."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.market import Market
from journeyql.model.kinds.metric import Metric
from journeyql.model.kinds.people import Persona
from journeyql.model.kinds.words import STATE
from journeyql.model.listed import LANGUAGE, PART
from journeyql.model.quantity import Date, Duration, Range
from journeyql.model.types import COUNT, DATE, DURATION, LITERAL, NAME, NUMBER, TEXT, range_of, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, Spread, kind, many, one, options


@options
class Validation:
    """What may follow the date on which a map was found true: `validated: 2026-03-01 by=panel sample=12`."""

    by: Many[Ref[Any]] = many(ref("team", "partner", "persona", "segment"), "Who found it true.", zh="由")
    sample: Varying[float] = one(COUNT, "How many people took part.", zh="样本")


@kind("journey", inside=(FILE,), zh="旅程", bare="stage", spread=Spread.SHEET)
class Journey(Element):
    """What a customer goes through to get something done: the whole map.

    Example:
        team service_ops "Service operations"
        persona mei "Mei Chen, first-time tenant"
        journey repair "Getting a leaking tap repaired"
          goal: "Fixed within two days, without a second call"
          persona: mei
          owner: service_ops
          scope: "New tenants", "From the leak to the bill"
          review: 90d
          validated: 2026-03-01 by=mei sample=6
          "Report the fault" emotion=2
          "Fix it" emotion=4
    """

    scope: Many[str] = many(TEXT, "What the map covers: whom, from where to where, what not.", zh="范围")
    scenario: Varying[str] = one(TEXT, "The situation in which it takes place.", zh="场景")
    state: Varying[str] = one(STATE, "What the map describes; `current` if it does not say.", zh="时态")
    version: Varying[str] = one(LITERAL, "The number or name of this edition.", zh="版本")
    updated: Varying[Date] = one(DATE, "The day of the last change to what it says.", zh="更新")
    validated: Varying[Date] = one(
        DATE, "The day on which those who know found the map true.", zh="验证", options=Validation
    )
    review: Varying[Duration] = one(DURATION, "How soon after `updated` it has to be looked at again.", zh="复审")
    scale: Varying[Range[float]] = one(
        range_of(NUMBER, "1..5"), "The worst and the best emotion score; `1..5` if it does not say.", zh="量表"
    )
    persona: Many[Ref[Persona]] = many(ref("persona"), "Whom it is about; all of the file if none is named.", zh="画像")
    market: Many[Ref[Market]] = many(ref("market"), "Where it takes place.", zh="市场")
    locale: Varying[str] = one(LANGUAGE, "The language its texts are written in, as a language tag.", zh="语言")
    consulted: Many[Ref[Any]] = many(ref("team", "partner"), "Who is asked before it changes.", zh="咨询")
    informed: Many[Ref[Any]] = many(ref("team", "partner"), "Who is told after it changed.", zh="知会")
    preset: Varying[str] = one(NAME, "The set of stages and duties it is checked against.", zh="模板")
    locked: Many[str] = many(
        PART, "What a market's file may not change: properties, kinds, or paths of elements.", zh="锁定"
    )


@kind("goal", inside=("journey", "stage", "persona", "segment"), zh="目标", brief=True)
class Goal(Element):
    """What is to be reached: by the map, in a stage, or by a customer.

    Example:
        metric conversion "Conversion rate" value=2.4% target=2.52%
        journey shop "Buys online"
          goal convert "More visitors become customers" metric=conversion
    """

    metric: Many[Ref[Metric]] = many(ref("metric"), "The figures that tell whether it is reached.", zh="衡量")
