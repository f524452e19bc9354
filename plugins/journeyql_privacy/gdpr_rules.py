"""The rules of the GDPR, each with its reason and a journey that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

NO_BASIS: Final = Rule(
    name="gdpr-no-basis",
    code="GD101",
    summary="Personal data is used for a purpose without a legal basis.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 6(1): using personal data is lawful only if one of six grounds applies, and it has to be known\n"
        "which one before data is used. A ground that only another law knows does not count. Asked of journeys that\n"
        "declare `regimes`."
    ),
    wrong="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: address for=delivery
data address "Address"
purpose delivery "Brings the sofa" retain=6mo
notice privacy "How we use your data"
""",
    right="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: address for=delivery
data address "Address"
purpose delivery "Brings the sofa" basis=contract retain=6mo
notice privacy "How we use your data"
""",
)

NO_PURPOSE: Final = Rule(
    name="gdpr-no-purpose",
    code="GD102",
    summary="Personal data is collected or used for nothing that is stated.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 5(1)(b): data is collected for specified, explicit purposes. What has no purpose has no legal\n"
        "basis either, can be kept for no justified time, and cannot be explained to anybody. Asked of journeys that\n"
        "declare `regimes`."
    ),
    wrong="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the birthday" emotion=4
      notice: privacy
      collects: birthday
data birthday "Date of birth"
notice privacy "How we use your data"
""",
    right="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the birthday" emotion=4
      notice: privacy
      collects: birthday for=credit
data birthday "Date of birth"
purpose credit "Checks whether the customer is of age" basis=legal-obligation retain=1mo
notice privacy "How we use your data"
""",
)

NO_RETENTION: Final = Rule(
    name="gdpr-no-retention",
    code="GD108",
    summary="It is not stated how long personal data is kept for a purpose.",
    severity=Severity.WARNING,
    reason=(
        "GDPR Article 5(1)(e): data is kept no longer than its purpose needs it, and Article 13(2)(a) has customers\n"
        "told how long, or by what it is decided. Asked of journeys that declare `regimes`."
    ),
    wrong="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: address for=delivery
data address "Address"
purpose delivery "Brings the sofa" basis=contract
notice privacy "How we use your data"
""",
    right="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Pays"
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: address for=delivery
data address "Address"
purpose delivery "Brings the sofa" basis=contract
  retain: 6mo because="Claims for damage in transit"
notice privacy "How we use your data"
""",
)

CONSENT_MISSING: Final = Rule(
    name="gdpr-consent-missing",
    code="GD120",
    summary="Personal data is used on consent, and can be reached without it.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Articles 6(1)(a) and 7(1): consent comes before the use, and it must be possible to show that it was\n"
        "given. Every path from the start is looked at: `asks` may be answered with no, so that only `grants` or a\n"
        "guard on an arrow (`if=c_news`) makes sure. Data collected at the very touchpoint that asks is given in\n"
        "answer to the question. The path that is printed is the counter-example."
    ),
    wrong="""\
journey order "Orders a sofa"
  stage "Buys"
    touchpoint pay "Pays" emotion=4
      asks: c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news
consent c_news "Yes, send me the newsletter"
""",
    right="""\
journey order "Orders a sofa"
  stage "Buys"
    touchpoint pay "Pays" emotion=4
      asks: c_news
      -> mail if=c_news
      -> end unless=c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news
consent c_news "Yes, send me the newsletter"
""",
)

CONSENT_WITHDRAWN: Final = Rule(
    name="gdpr-consent-withdrawn",
    code="GD121",
    summary="Personal data is used on consent, and can be reached after that was withdrawn.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 7(3): consent can be withdrawn at any time, and what rests on it ends there. Every path is\n"
        "looked at, loops included; a withdrawal takes effect when the touchpoint that shows it is left, and asking\n"
        "anew begins anew."
    ),
    wrong="""\
journey letters "Reads the newsletter"
  stage "Reads"
    touchpoint signup "Signs up" emotion=4
      grants: c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
      -> prefs "has enough" share=2%
      -> mail "next month" share=98%
    touchpoint prefs "Unsubscribes"
      withdraws: c_news
      -> mail "the list was exported before"
      -> end
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news
consent c_news "Yes, send me the newsletter"
""",
    right="""\
journey letters "Reads the newsletter"
  stage "Reads"
    touchpoint signup "Signs up" emotion=4
      grants: c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
      -> prefs "has enough" share=2%
      -> mail "next month" share=98%
    touchpoint prefs "Unsubscribes"
      withdraws: c_news
      -> end
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news
consent c_news "Yes, send me the newsletter"
""",
)

NO_WITHDRAWAL: Final = Rule(
    name="gdpr-no-withdrawal",
    code="GD122",
    summary="A consent can be given, and not withdrawn.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 7(3): it is as easy to withdraw consent as to give it. From each touchpoint at which a consent\n"
        "can be given, one that withdraws it has to be reachable while it holds, or there has to be one in another\n"
        "journey of the file. Guards that speak of other consents are taken to be passable. Asked of journeys that\n"
        "declare `regimes`."
    ),
    wrong="""\
journey letters "Reads the newsletter"
  regimes: gdpr
  stage "Reads"
    touchpoint signup "Signs up" emotion=4
      grants: c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news retain=24mo
consent c_news "Yes, send me the newsletter"
""",
    right="""\
journey letters "Reads the newsletter"
  regimes: gdpr
  stage "Reads"
    touchpoint signup "Signs up" emotion=4
      grants: c_news
    touchpoint mail "Gets the newsletter"
      uses: email for=news
      -> prefs "has enough" share=2%
      -> mail "next month" share=98%
    touchpoint prefs "Unsubscribes"
      withdraws: c_news
data email "E-mail address"
purpose news "Sends the newsletter" basis=c_news retain=24mo
consent c_news "Yes, send me the newsletter"
""",
)

CONSENT_PRESET: Final = Rule(
    name="gdpr-consent-preset",
    code="GD127",
    summary="A consent, or a choice to share data, is on before the customer answers.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 4(11): consent is a clear affirmative act; recital 32: boxes that are ticked already are none.\n"
        "Article 25(2): by default, no more data is used than necessary. EDPB Guidelines 03/2022, 4.2.1, call it\n"
        "deceptive snugness."
    ),
    wrong="""\
journey order "Orders a sofa"
  stage "Buys"
    touchpoint pay "Pays" emotion=4
      asks: c_news
consent c_news "Yes, send me the newsletter" default=on
""",
    right="""\
journey order "Orders a sofa"
  stage "Buys"
    touchpoint pay "Pays" emotion=4
      asks: c_news
consent c_news "Yes, send me the newsletter" default=off
""",
)

NO_NOTICE: Final = Rule(
    name="gdpr-no-notice",
    code="GD150",
    summary="Personal data is collected from customers who have not been told.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Articles 12 and 13: who collects data from a person tells that person what for, and more, at the latest\n"
        "when it is collected; what is observed counts like what is asked for. On every path there has to be a notice\n"
        "that speaks of the data or its purpose, at the touchpoint or before. Asked of journeys that declare `regimes`."
    ),
    wrong="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Buys"
    touchpoint account "Opens an account" emotion=4
      notice: privacy
      -> pay
    touchpoint guest "Goes on as a guest"
    touchpoint pay "Enters the address"
      collects: address for=delivery
  start -> account
  start -> guest
data address "Address"
purpose delivery "Brings the sofa" basis=contract retain=6mo
notice privacy "How we use your data"
""",
    right="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Buys"
    touchpoint account "Opens an account" emotion=4
      -> pay
    touchpoint guest "Goes on as a guest"
    touchpoint pay "Enters the address"
      notice: privacy
      collects: address for=delivery
  start -> account
  start -> guest
data address "Address"
purpose delivery "Brings the sofa" basis=contract retain=6mo
notice privacy "How we use your data"
""",
)

TRANSFER: Final = Rule(
    name="gdpr-transfer",
    code="GD170",
    summary="Personal data leaves the European Economic Area without a safeguard.",
    severity=Severity.ERROR,
    reason=(
        "GDPR Article 44: data goes to another country, and onward from there, only under the conditions of Chapter V:\n"
        "an adequacy decision (Article 45), a safeguard like standard contractual clauses (46), binding corporate rules\n"
        "(47), or a derogation (49). Recipients inside recipients are followed. Countries that are adequate as a whole\n"
        "need nothing; for those that are in part, like US, `safeguard=adequacy` has to say so. Asked of journeys that\n"
        "declare `regimes`."
    ),
    wrong="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Buys"
    touchpoint mail "Gets the confirmation" emotion=4
      uses: email for=delivery to=mailer
data email "E-mail address"
purpose delivery "Brings the sofa" basis=contract retain=6mo
recipient mailer "Mailing service" role=processor country=US safeguard=scc
  recipient sender "Delivery of mails" role=processor country=IN
""",
    right="""\
journey order "Orders a sofa"
  regimes: gdpr
  stage "Buys"
    touchpoint mail "Gets the confirmation" emotion=4
      uses: email for=delivery to=mailer
data email "E-mail address"
purpose delivery "Brings the sofa" basis=contract retain=6mo
recipient mailer "Mailing service" role=processor country=US safeguard=scc
  recipient sender "Delivery of mails" role=processor country=IN safeguard=scc
""",
)

RULES: Final = (
    NO_BASIS,
    NO_PURPOSE,
    NO_RETENTION,
    CONSENT_MISSING,
    CONSENT_WITHDRAWN,
    NO_WITHDRAWAL,
    CONSENT_PRESET,
    NO_NOTICE,
    TRANSFER,
)
