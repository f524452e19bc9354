"""What privacy adds to the kinds of the core: journeys, touchpoints, people, systems."""

from __future__ import annotations

from journeyql.model import (
    DURATION,
    LITERAL,
    NAME,
    TERRITORY,
    TEXT,
    YES_NO,
    Duration,
    Journey,
    Many,
    Persona,
    Ref,
    Segment,
    System,
    Touchpoint,
    Varying,
    facet,
    many,
    one,
    options,
    ref,
)
from journeyql_privacy.consent import Consent, Notice
from journeyql_privacy.data import Data, Purpose, Storage
from journeyql_privacy.parties import Recipient
from journeyql_privacy.words import RIGHT, SUBJECT, SWITCH


@options
class Collecting:
    """What may follow data that is collected: `collects: email for=order required=no`."""

    for_: Many[Ref[Purpose]] = many(ref("purpose"), "What it is collected for.", zh="用于")
    required: Varying[bool] = one(YES_NO, "Whether customers cannot go on without giving it.", zh="必填")


@options
class Using:
    """What may follow data that is used: `uses: email for=news to=mailer`."""

    for_: Many[Ref[Purpose]] = many(ref("purpose"), "What it is used for.", zh="用于")
    to: Many[Ref[Recipient]] = many(ref("recipient"), "To whom it is given.", zh="提供给")
    default: Varying[str] = one(
        SWITCH, "Where customers can choose whether it is given on: how that is set before they do.", zh="默认"
    )


@options
class Erasing:
    """What may follow data that is erased: `erases: email to=mailer`."""

    to: Many[Ref[Recipient]] = many(ref("recipient"), "Who is told to erase it, too.", zh="通知")


@options
class Answering:
    """What may follow a right: `rights: access within=1mo`."""

    within: Varying[Duration] = one(DURATION, "How soon it is answered (GDPR Article 12(3): one month).", zh="期限")


@facet(on=(Touchpoint,))
class Processing:
    """What happens to personal data at a touchpoint. The order inside it is notice, ask, collect, use, share.

    Options hold for every value of their line. What is withdrawn holds until the touchpoint is left.

    Example:
        journey shop "Buys a lamp"
          stage pay "Pays"
            touchpoint confirm "Orders" notice=privacy asks=c_news
              collects: email, street for=order required=yes
              uses: street for=order to=carrier
              -> letter if=c_news
              -> end unless=c_news
            touchpoint letter "Reads the newsletter"
              uses: email for=news
              -> stop "Has enough" share=3%
              -> letter "Next month" share=97%
            touchpoint stop "Unsubscribes" withdraws=c_news
              erases: email
              rights: access, erase within=1mo
        data email "E-mail address"
        data street "Street and town"
        purpose order "Delivers what was ordered" basis=contract
        purpose news "Sends the newsletter" basis=c_news
        consent c_news "Send me the newsletter"
        notice privacy "How we use your data"
        recipient carrier "Parcel service" country=FR
    """

    notice: Many[Ref[Notice]] = many(ref("notice"), "The notices that customers are given.", zh="告知")
    asks: Many[Ref[Consent]] = many(
        ref("consent"), "The consents that customers are asked for: they may say yes or no.", zh="征求同意"
    )
    grants: Many[Ref[Consent]] = many(
        ref("consent"), "The consents that everybody who comes here has given.", zh="授予同意"
    )
    refuses: Many[Ref[Consent]] = many(
        ref("consent"), "The consents that everybody who comes here has refused.", zh="拒绝同意"
    )
    withdraws: Many[Ref[Consent]] = many(
        ref("consent"), "The consents that everybody who comes here takes back.", zh="撤回同意"
    )
    collects: Many[Ref[Data]] = many(ref("data"), "The data that is collected.", zh="收集", options=Collecting)
    uses: Many[Ref[Data]] = many(ref("data"), "The data that is used, or given to others.", zh="使用", options=Using)
    erases: Many[Ref[Data]] = many(ref("data"), "The data that is erased.", zh="删除", options=Erasing)
    stores: Many[Ref[Storage]] = many(
        ref("storage"), "What is kept on, or read from, the customer's device.", zh="写入设备"
    )
    rights: Many[str] = many(RIGHT, "The rights that customers can use here.", zh="权利", options=Answering)


@facet(on=(Journey,))
class Lawfulness:
    """Under which law a journey stands.

    Example:
        journey shop "Buys a lamp" regimes=gdpr,eprivacy dpia=`docs/dpia.pdf`
          stage pay "Pays"
    """

    regimes: Many[str] = many(NAME, "The bodies of law that apply, like `gdpr`, `eprivacy`.", zh="法规")
    dpia: Varying[str] = one(
        LITERAL, "Where the impact assessment is kept: a path or address (GDPR Article 35).", zh="影响评估"
    )


@facet(on=(Persona, Segment))
class DataSubject:
    """What a persona or segment is in the eyes of the law.

    Example:
        persona tim "Tim, fourteen" age=14..14 subject=customer vulnerable=yes residence=AT
    """

    subject: Varying[str] = one(
        SUBJECT, "What they are to the company, as a key of the fideslang taxonomy.", zh="主体类别"
    )
    vulnerable: Varying[bool] = one(YES_NO, "Whether they need special protection.", zh="弱势群体")
    residence: Many[str] = many(TERRITORY, "Where they live, as country codes (ISO 3166).", zh="居住地")


@facet(on=(System,))
class Hosting:
    """Where a system keeps data, and how well.

    Example:
        system crm "Customer relations" country=DE
          security: "Encrypted at rest", "Access by role"
    """

    country: Varying[str] = one(TERRITORY, "Where it keeps data, as a country code (ISO 3166).", zh="国家")
    security: Many[str] = many(TEXT, "How data is protected in it (GDPR Article 32).", zh="安全措施")
