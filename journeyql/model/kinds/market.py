"""Where a journey takes place: countries and regions with their habits and rules."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.words import DAYS
from journeyql.model.listed import CURRENCY, LANGUAGE, TERRITORY
from journeyql.model.quantity import Clock, Date, Range
from journeyql.model.types import CLOCK, NAME, TEXT, range_of, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, kind, many, one, options


@options
class Holiday:
    """What may follow the days of a holiday."""

    name: Varying[str] = one(TEXT, "What the holiday is called.", zh="名称")


@kind("market", inside=(FILE,), zh="市场")
class Market(Element):
    """A country or region whose customers, habits or rules differ; it narrows values as a qualifier.

    Example:
        channel chat "Chat" kind=online
        market EU "European Union"
          regimes: gdpr
          currency: EUR
        market DE "Germany" in=EU territory=DE locales=de
          quiet: 21:00..08:00
          prefers: chat
          holidays: 2026-12-24..2026-12-26 name="Christmas"
    """

    in_: Many[Ref[Any]] = many(ref("market"), "The larger market it lies in.", zh="属于")
    territory: Many[str] = many(TERRITORY, "Its country codes (ISO 3166, two capital letters).", zh="地区")
    locales: Many[str] = many(
        LANGUAGE, "The languages its customers read, as language tags, most common first.", zh="语言"
    )
    regimes: Many[str] = many(NAME, "The bodies of law that hold there, like `gdpr` or `ccpa`.", zh="法规")
    currency: Varying[str] = one(
        CURRENCY, "The currency its customers pay in (ISO 4217, three capital letters).", zh="货币"
    )
    quiet: Varying[Range[Clock]] = one(
        range_of(CLOCK, "21:00..08:00"), "The hours of the day in which customers are not to be contacted.", zh="免打扰"
    )
    holidays: Many[Date | Range[Date]] = many(
        DAYS, "The days that change what customers do or how fast the service is.", zh="节日", options=Holiday
    )
    payments: Many[str] = many(NAME, "The means of payment that customers expect, most common first.", zh="支付方式")
    prefers: Many[Ref[Channel]] = many(ref("channel"), "The channels its customers prefer, best first.", zh="偏好")
