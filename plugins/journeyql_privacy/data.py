"""Personal data, what it is for, and where on the customer's device it is kept."""

from __future__ import annotations

from typing import Any

from journeyql.model import (
    DURATION,
    FILE,
    LITERAL,
    NAME,
    TEXT,
    YES_NO,
    Duration,
    Element,
    Many,
    Ref,
    Varying,
    kind,
    many,
    one,
    options,
    ref,
)
from journeyql_privacy.words import CATEGORY, SOURCE, SPECIAL, USE


@kind("event", inside=(FILE, "journey"), zh="事件")
class Event(Element):
    """A moment with a name, from which a time of retention is counted.

    Example:
        event last_order "The last order"
        purpose order "Delivers what was ordered"
          retain: 6mo after=last_order
    """


@kind("data", inside=(FILE, "journey"), zh="数据")
class Data(Element):
    """A piece of personal data: anything that is about somebody who can be told from others.

    Example:
        data email "E-mail address" category=user.contact.email
        data score "Credit score" category=user.financial source=inferred
    """

    category: Varying[str] = one(CATEGORY, "What kind of data it is, as a key of the fideslang taxonomy.", zh="类别")
    special: Varying[str] = one(
        SPECIAL, "Which special category it belongs to (GDPR Article 9, for crimes Article 10).", zh="特殊类别"
    )
    condition: Varying[str] = one(
        TEXT, "Why special data may be used all the same: the condition of GDPR Article 9(2) or 10.", zh="条件"
    )
    source_: Varying[str | Ref[Any]] = one(
        SOURCE,
        "Where it comes from: the customer, observation, inference, or a recipient; the customer if not said.",
        zh="来源",
    )
    pseudonymous: Varying[bool] = one(
        YES_NO, "Whether nobody can tell whom it is about without a key that is kept apart.", zh="假名化"
    )
    masking: Varying[str] = one(TEXT, "How it is hidden where it is shown.", zh="脱敏")


@options
class Retention:
    """What may follow a time of retention: `retain: 24mo after=last_order because="Warranty"`."""

    after: Varying[Ref[Any]] = one(ref("event", "touchpoint"), "From which moment it is counted.", zh="起于")


@kind("purpose", inside=(FILE, "journey"), zh="目的")
class Purpose(Element):
    """What personal data is used for.

    Example:
        data email "E-mail address"
        consent c_news "Yes, send me the newsletter"
        purpose news "Sends the newsletter" category=marketing.communications.email
          needs: email
          basis: c_news
          retain: 24mo
    """

    category: Varying[str] = one(USE, "What kind of use it is, as a key of the fideslang taxonomy.", zh="类别")
    needs: Many[Ref[Data]] = many(ref("data"), "The data without which it cannot be reached.", zh="所需数据")
    basis: Varying[str] = one(
        NAME,
        "The legal basis: a word of the regime like `contract` (GDPR Article 6(1)), or the name of a consent.",
        zh="法律依据",
    )
    lia: Varying[str] = one(
        LITERAL, "Where the assessment of legitimate interests is kept: a path or address.", zh="利益评估"
    )
    retain: Varying[Duration] = one(
        DURATION, "How long data is kept for it (GDPR Article 13(2)(a)).", zh="保存期限", options=Retention
    )
    compatible: Many[Ref[Any]] = many(
        ref("purpose"), "Other purposes with which this one is compatible (GDPR Article 6(4)).", zh="兼容目的"
    )


@kind("storage", inside=(FILE,), zh="存储")
class Storage(Element):
    """Something that is kept on, or read from, the customer's device: a cookie, local storage, an identifier.

    Example:
        consent c_stats "Count my visits"
        purpose stats "Counts visits" basis=c_stats
        storage visits_cookie "Cookie that counts visits" essential=no for=stats expires=13mo
    """

    essential: Varying[bool] = one(
        YES_NO, "Whether the service that the customer asked for cannot do without (ePrivacy Article 5(3)).", zh="必要"
    )
    for_: Many[Ref[Purpose]] = many(ref("purpose"), "What it is for.", zh="用于")
    expires: Varying[Duration] = one(
        DURATION, "How long it stays there; until the end of the visit if not said.", zh="有效期"
    )
