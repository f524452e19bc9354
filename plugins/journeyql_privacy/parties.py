"""Who answers for personal data, and who gets it."""

from __future__ import annotations

from typing import Any

from journeyql.model import FILE, LITERAL, NAME, TERRITORY, TEXT, Element, Many, Ref, Varying, kind, many, one, ref
from journeyql_privacy.words import GIVING, ROLE


@kind("controller", inside=(FILE,), zh="控制者")
class Controller(Element):
    """The company or body that decides what personal data is used for, and how.

    Example:
        controller shop "Shop GmbH" country=DE dpo=`dpo@shop.example`
    """

    country: Varying[str] = one(TERRITORY, "Where it has its seat, as a country code (ISO 3166).", zh="国家")
    dpo: Varying[str] = one(LITERAL, "How its data protection officer is reached (GDPR Article 37).", zh="数据保护官")
    representative: Varying[str] = one(TEXT, "Who represents it where it has no seat (GDPR Article 27).", zh="代表")
    joint: Many[Ref[Any]] = many(
        ref("controller"), "The controllers with whom it decides together (GDPR Article 26).", zh="共同控制者"
    )
    arrangement: Varying[str] = one(
        LITERAL, "Where the arrangement with joint controllers is kept: a path, address or number.", zh="安排"
    )
    establishment: Many[str] = many(TERRITORY, "Where else it has a branch, as country codes.", zh="设立地")


@kind("recipient", inside=(FILE, "recipient"), zh="接收方")
class Recipient(Element):
    """Somebody else who gets personal data; inside another recipient, somebody to whom that one passes it on.

    Example:
        recipient mailer "Mailing service" role=processor country=US
          safeguard: scc
          contract: `DPA-17`
          recipient sender "Delivery of mails" country=IN safeguard=scc
    """

    role: Varying[str] = one(ROLE, "On whose behalf it uses the data (GDPR Articles 4 and 28).", zh="角色")
    country: Varying[str] = one(TERRITORY, "Where it uses the data, as a country code (ISO 3166).", zh="国家")
    safeguard: Varying[str] = one(
        NAME,
        "What allows data to leave for that country: a word of the regime like `scc` (GDPR Article 46).",
        zh="保障措施",
    )
    contract: Varying[str] = one(
        LITERAL, "Where the contract about the data is kept: a path, address or number (GDPR Article 28(3)).", zh="合同"
    )
    assessment: Varying[str] = one(
        LITERAL, "Where the assessment of the transfer is kept: a path, address or number.", zh="评估"
    )
    gets: Many[str] = many(GIVING, "Whether data is sold to it or shared for advertising (CCPA).", zh="获得方式")
