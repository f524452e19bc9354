"""The rules of the law, each with its reason and a journey that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

_JOURNEY = """\
journey shop "Buys a lamp"
  regimes: pipl
  stage pay "Pays"
"""

NO_BASIS: Final = Rule(
    name="pipl-no-basis",
    code="CN501",
    summary="Personal information is handled for a purpose without one of the seven legal bases.",
    severity=Severity.ERROR,
    reason=(
        "PIPL Article 13 has seven grounds: consent, a contract or the management of employees, statutory duties,\n"
        "emergencies, news reporting, information that is public already, and what other laws say. Legitimate\n"
        "interests, which the GDPR knows, are none of them."
    ),
    wrong=_JOURNEY
    + """\
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: street for=delivery
data street "Street and town"
purpose delivery "Brings the lamp" basis=legitimate-interests
notice privacy "How we use your data"
""",
    right=_JOURNEY
    + """\
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: street for=delivery
data street "Street and town"
purpose delivery "Brings the lamp" basis[gdpr]=legitimate-interests basis[pipl]=contract
notice privacy "How we use your data"
""",
)

NO_NOTICE: Final = Rule(
    name="pipl-no-notice",
    code="CN505",
    summary="Personal information is collected from customers who have not been told.",
    severity=Severity.ERROR,
    reason=(
        "PIPL Article 17: before information is handled, individuals are told truthfully, accurately and completely\n"
        "who does what with it, and for how long. On every path there has to be a notice that speaks of the data or\n"
        "its purpose, at the touchpoint or before."
    ),
    wrong=_JOURNEY
    + """\
    touchpoint pay "Enters the address" emotion=4
      collects: street for=delivery
data street "Street and town"
purpose delivery "Brings the lamp" basis=contract
""",
    right=_JOURNEY
    + """\
    touchpoint pay "Enters the address" emotion=4
      notice: privacy
      collects: street for=delivery
data street "Street and town"
purpose delivery "Brings the lamp" basis=contract
notice privacy "How we use your data"
""",
)

PROVISION: Final = Rule(
    name="pipl-provision",
    code="CN507",
    summary="Personal information is given to another handler without separate consent.",
    severity=Severity.ERROR,
    reason=(
        "PIPL Article 23: who gives information to another handler tells individuals who that is and what it will do,\n"
        "and gets their separate consent. Who handles it on one's behalf (`role=processor`) is entrusted with it\n"
        "(Article 21), and needs none; a recipient without a role is taken for one."
    ),
    wrong=_JOURNEY
    + """\
    touchpoint pay "Orders" emotion=4
      uses: street for=delivery to=carrier
data street "Street and town"
purpose delivery "Brings the lamp" basis=contract
recipient carrier "Parcel service" role=controller country=CN
""",
    right=_JOURNEY
    + """\
    touchpoint pay "Orders" emotion=4
      asks: c_carrier
      -> sent if=c_carrier
      -> end unless=c_carrier
    touchpoint sent "Is sent the lamp"
      uses: street for=delivery to=carrier
data street "Street and town"
purpose delivery "Brings the lamp" basis=c_carrier
consent c_carrier "Give my address to the parcel service" separate=yes
recipient carrier "Parcel service" role=controller country=CN
""",
)

SENSITIVE: Final = Rule(
    name="pipl-sensitive",
    code="CN509",
    summary="Sensitive personal information is handled without separate consent.",
    severity=Severity.ERROR,
    reason=(
        "PIPL Articles 28 to 30: biometrics, religion, health, financial accounts, whereabouts and whatever concerns\n"
        "children under fourteen are handled only for a specific purpose, when necessary, and with separate consent.\n"
        "What is sensitive is read from `special` and `category`; data collected at the touchpoint that asks is given\n"
        "in answer to the question."
    ),
    wrong=_JOURNEY
    + """\
    touchpoint pay "Pays from the bank account" emotion=4
      notice: privacy
      collects: account for=payment
data account "Bank account" category=user.financial.bank_account
purpose payment "Takes the payment" basis=contract
notice privacy "How we use your data"
""",
    right=_JOURNEY
    + """\
    touchpoint pay "Pays from the bank account" emotion=4
      notice: privacy
      asks: c_account
      collects: account for=payment
data account "Bank account" category=user.financial.bank_account
purpose payment "Takes the payment" basis=c_account
consent c_account "Use my bank account" separate=yes
notice privacy "How we use your data"
""",
)

EXPORT: Final = Rule(
    name="pipl-export",
    code="CN511",
    summary="Personal information leaves the country without one of the ways out, or without separate consent.",
    severity=Severity.ERROR,
    reason=(
        "PIPL Article 38: information leaves the country after a security assessment, with a certification, or under\n"
        "the standard contract of the Cyberspace Administration; Article 39: and with separate consent. Recipients\n"
        "inside recipients are followed. Amounts below which no way out is needed are not modelled; `allow` says so."
    ),
    wrong=_JOURNEY
    + """\
    touchpoint pay "Orders" emotion=4
      asks: c_abroad
      -> sent if=c_abroad
      -> end unless=c_abroad
    touchpoint sent "Gets the confirmation"
      uses: email for=confirmation to=mailer
data email "E-mail address"
purpose confirmation "Confirms the order" basis=c_abroad
consent c_abroad "Send my address abroad" separate=yes
recipient mailer "Mailing service" role=processor country=SG
""",
    right=_JOURNEY
    + """\
    touchpoint pay "Orders" emotion=4
      asks: c_abroad
      -> sent if=c_abroad
      -> end unless=c_abroad
    touchpoint sent "Gets the confirmation"
      uses: email for=confirmation to=mailer
data email "E-mail address"
purpose confirmation "Confirms the order" basis=c_abroad
consent c_abroad "Send my address abroad" separate=yes
recipient mailer "Mailing service" role=processor country=SG safeguard=cac-contract
""",
)

RULES: Final = (NO_BASIS, NO_NOTICE, PROVISION, SENSITIVE, EXPORT)
