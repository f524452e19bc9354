"""Whom a journey is about: personas and segments."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.market import Market
from journeyql.model.kinds.words import LIFECYCLE, TIER
from journeyql.model.listed import LANGUAGE
from journeyql.model.quantity import Range
from journeyql.model.types import LITERAL, NUMBER, PICTURE, TEXT, range_of, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, Spread, common, kind, many, one


@common
class Profile(Element):
    """What a persona and a segment have in common."""

    behaviour: Many[str] = many(TEXT, "How they act.", zh="行为")
    motive: Many[str] = many(TEXT, "What moves them.", zh="动机")
    needs: Many[str] = many(TEXT, "What they need from the service.", zh="诉求")
    age: Varying[Range[float]] = one(range_of(NUMBER, "25..34"), "Their age in years, like `25..34`.", zh="年龄")
    lifecycle: Varying[str] = one(LIFECYCLE, "How far their relationship with the company has come.", zh="生命周期")
    value_tier: Varying[str] = one(
        TIER,
        "What they are worth to the company, as a tier (usually by recency, frequency and money).",
        zh="价值层级",
        name="value_tier",
    )
    locale: Varying[str] = one(LANGUAGE, "The language they read, as a language tag like `de-AT`.", zh="语言")
    market: Many[Ref[Market]] = many(ref("market"), "The markets they live in.", zh="市场")
    image: Varying[str] = one(PICTURE, "A portrait, PNG or JPEG.", zh="图片")
    tactic: Many[str] = many(TEXT, "How the company meets them.", zh="策略")
    prefers: Many[Ref[Channel]] = many(ref("channel"), "The channels they prefer, best first.", zh="偏好")


@kind("segment", inside=(FILE,), zh="客群")
class Segment(Profile):
    """A group of customers who behave alike; it narrows values as a qualifier.

    Example:
        segment fast "Quick deciders" when=`visits_before_purchase <= 2`
          behaviour: "Buys the first product that fits"
          tactic: "Shorten the way to the checkout"
    """

    when: Varying[str] = one(LITERAL, "The rule by which a customer belongs to it.", zh="条件")


@kind("persona", inside=(FILE,), zh="画像", spread=Spread.STORY)
class Persona(Profile):
    """A made-up customer who stands for many; it narrows values as a qualifier.

    Example:
        segment new_tenant "New tenants"
        persona mei "Mei Chen, first-time tenant" segment=new_tenant age=22..30 lifecycle=new
          quote: "I just want to know when somebody comes."
          motive: "A home where everything works"
          needs: "A date she can plan with"
    """

    segment: Many[Ref[Segment]] = many(ref("segment"), "The segments this customer belongs to.", zh="客群")
