"""What research found: pains, needs, opportunities, and what lies behind them."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.kinds.stage import Moment
from journeyql.model.kinds.words import KANO, SEVERITY, TEN, WEIGHT
from journeyql.model.types import COUNT, SHARE, TEXT, YES_NO, ref
from journeyql.model.varying import Ref, Varying
from journeyql.model.vocabulary import common, kind, one, options

_PLACES = ("touchpoint", "stage", "journey")


@options
class Frequency:
    """What may follow a frequency: `frequency: 35% of="all requests" sample=412`."""

    of: Varying[str] = one(TEXT, "What it is a share of.", zh="总体")
    sample: Varying[float] = one(COUNT, "How many cases were counted.", zh="样本")


@common
class Finding(Element):
    """What all findings have in common."""

    severity: Varying[str] = one(SEVERITY, "How much it hurts those it hits.", zh="严重度")
    frequency: Varying[float] = one(SHARE, "The share of cases in which it occurs.", zh="频率", options=Frequency)
    importance: Varying[float] = one(TEN, "How much it matters to customers, from 0 to 10.", zh="重要性")
    satisfaction: Varying[float] = one(TEN, "How well it is served today, from 0 to 10.", zh="满足度")


@kind("pain", inside=_PLACES, zh="痛点")
class Pain(Finding):
    """Something that hurts the customer.

    Example:
        journey repair "Getting a tap repaired"
          stage report "Report the fault" emotion=2
            pain retype "Has to type the address again" severity=high
              frequency: 35% of="all requests"
              cause "The app does not know the lease"
              action "Prefill the address" impact=4 effort=1
    """

    kano: Varying[str] = one(KANO, "Kano's class of what is missing.", zh="卡诺")


@kind("need", inside=(*_PLACES, "persona", "segment", "pain"), zh="需求")
class Need(Finding):
    """Something the customer wants, met or not.

    Example:
        journey shop "Buys online"
          stage compare "Compares" emotion=3
            need side_by_side "Sees products side by side" unmet=yes importance=9 satisfaction=3
    """

    latent: Varying[bool] = one(YES_NO, "Whether customers do not say it themselves.", zh="潜在")
    unmet: Varying[bool] = one(YES_NO, "Whether nothing serves it today.", zh="未满足")
    kano: Varying[str] = one(KANO, "Kano's class of what would serve it.", zh="卡诺")


@kind("opportunity", inside=(*_PLACES, "pain", "need", "cause"), zh="机会点")
class Opportunity(Finding):
    """A chance to make the experience better, often copied from where it is good.

    Example:
        journey shop "Buys online"
          stage deliver "Gets the parcel"
            touchpoint unbox "Opens the parcel" emotion=5 moment=peak
            touchpoint return "Sends it back" emotion=2
              opportunity surprise "A kind note in the returns box" like=unbox
    """

    like: Varying[Ref[Moment]] = one(ref("touchpoint", "stage"), "The peak whose idea it copies.", zh="借鉴")
    kano: Varying[str] = one(KANO, "Kano's class of what it would add.", zh="卡诺")


@kind("cause", inside=(*_PLACES, "pain", "need", "cause", "risk"), zh="原因")
class Cause(Finding):
    """Why it is so; causes of causes lead to the root.

    Example:
        journey shop "Buys online"
          stage pay "Pays" emotion=1
            pain slow "The page takes eight seconds" severity=high
              cause "Three scripts load first" weight=60%
                cause "Nobody owns the page's speed"
    """

    weight: Varying[float] = one(
        WEIGHT, "Its part in what it causes; only the proportion to its siblings counts.", zh="权重"
    )


@kind("factor", inside=(*_PLACES, "persona", "segment"), zh="因素")
class Factor(Finding):
    """What decides how customers choose or feel.

    Example:
        journey shop "Buys online"
          stage decide "Decides" emotion=3
            factor delivery "Free delivery" weight=40%
            factor reviews "What others say" weight=25%
    """

    weight: Varying[float] = one(
        WEIGHT, "Its part in the decision; only the proportion to its siblings counts.", zh="权重"
    )
