"""What customers are asked and told, and what is decided about them."""

from __future__ import annotations

from typing import Any

from journeyql.model import (
    DURATION,
    FILE,
    LITERAL,
    NAME,
    YES_NO,
    Duration,
    Element,
    Many,
    Ref,
    System,
    Varying,
    kind,
    many,
    one,
    ref,
)
from journeyql_privacy.words import EFFECT, LAYER, SWITCH


@kind("consent", inside=(FILE, "journey"), zh="同意")
class Consent(Element):
    """A question whether personal data may be used; its text is the words that customers read.

    What it is for follows from the purposes whose `basis` names it.

    Example:
        system crm "Customer relations"
        consent c_news "Yes, send me the newsletter" default=off expires=24mo evidence=crm
        purpose news "Sends the newsletter" basis=c_news
    """

    explicit: Varying[bool] = one(
        YES_NO, "Whether it is given in an express statement (GDPR Article 9(2)(a)).", zh="明示"
    )
    separate: Varying[bool] = one(
        YES_NO, "Whether it is asked for by itself, apart from everything else (PIPL Article 23).", zh="单独"
    )
    parental: Varying[bool] = one(YES_NO, "Whether a parent or guardian gives it (GDPR Article 8(1)).", zh="监护人")
    default: Varying[str] = one(SWITCH, "How it is set before the customer answers; off if not said.", zh="默认")
    expires: Varying[Duration] = one(DURATION, "How long it holds before it has to be asked again.", zh="有效期")
    evidence: Many[Ref[System]] = many(
        ref("system"), "Where it is recorded who gave it (GDPR Article 7(1)).", zh="记录于"
    )
    signal: Many[str] = many(
        NAME, "The names under which browsers and tools know it, like `ad_storage` or `gpc`.", zh="信号"
    )


@kind("notice", inside=(FILE, "touchpoint"), zh="告知")
class Notice(Element):
    """What customers are told about the use of their data; inside a touchpoint it is given there.

    Example:
        data email "E-mail address"
        notice privacy "How we use your data" layer=layered at=`https://shop.example/privacy` covers=email
    """

    layer: Varying[str] = one(LAYER, "How much it says at once.", zh="形式")
    at: Varying[str] = one(LITERAL, "Where it can be read: a path or address.", zh="位置")
    covers: Many[Ref[Any]] = many(
        ref("data", "purpose"), "The data and purposes it speaks of; all, if none is named.", zh="涵盖"
    )


@kind("decision", inside=("touchpoint",), zh="决策")
class Decision(Element):
    """Something that is decided about the customer.

    Example:
        journey shop "Buys online"
          stage pay "Pays"
            touchpoint score "Is rated" emotion=4
              decision credit "Pay later or at once" automated=yes effect=significant review=talk
            touchpoint talk "Talks to an agent"
    """

    automated: Varying[bool] = one(YES_NO, "Whether no human takes part (GDPR Article 22(1)).", zh="自动化")
    effect: Varying[str] = one(EFFECT, "How it affects the customer.", zh="影响")
    review: Varying[Ref[Any]] = one(
        ref("touchpoint"), "Where a human looks at it again when the customer asks (GDPR Article 22(3)).", zh="人工复核"
    )
    basis: Varying[str] = one(
        NAME, "Why it may be automated: a legal basis, or the name of a consent (GDPR Article 22(2)).", zh="法律依据"
    )
    explains: Many[Ref[Notice]] = many(
        ref("notice"), "The notices that explain its logic (GDPR Article 13(2)(f)).", zh="解释"
    )
