"""The rules about words of privacy that mean nothing, each with its reason and an example."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

UNKNOWN_REGIME: Final = Rule(
    name="unknown-regime",
    code="PRV001",
    summary="`regimes` names a body of law that no plugin knows.",
    severity=Severity.WARNING,
    reason="Nothing is checked for a regime that is not known: it is misspelt, or the plugin for it is not installed.",
    wrong='journey order "Orders a sofa"\n  regimes: gpdr\n  "Pays" emotion=4\n',
    right='journey order "Orders a sofa"\n  regimes: gdpr\n  "Pays" emotion=4\n',
)

UNKNOWN_BASIS: Final = Rule(
    name="unknown-basis",
    code="PRV002",
    summary="`basis` is neither a consent nor a legal basis of any regime.",
    severity=Severity.ERROR,
    reason=(
        "A purpose rests on a consent, by its name, or on another ground of a law, by a word of its regime; anything\n"
        "else would look like a basis and be none."
    ),
    wrong='purpose delivery "Brings the sofa" basis=contrakt\n',
    right='purpose delivery "Brings the sofa" basis=contract\n',
)

UNKNOWN_SAFEGUARD: Final = Rule(
    name="unknown-safeguard",
    code="PRV003",
    summary="`safeguard` is nothing that lets data leave the territory of any regime.",
    severity=Severity.ERROR,
    reason="What lets data go to another country is one of a few instruments of each regime, by its word.",
    wrong='recipient mailer "Mailing service" country=US safeguard=ssc\n',
    right='recipient mailer "Mailing service" country=US safeguard=scc\n',
)

UNKNOWN_GUARD: Final = Rule(
    name="unknown-guard",
    code="PRV004",
    summary="The guard of an arrow names nothing that is declared.",
    severity=Severity.WARNING,
    reason=(
        "Consents are followed through the guards of arrows; a guard that names nothing lets everybody pass. It can\n"
        "name a consent (`if=c_news`, `if=c_news.refused`, `if=c_news.withdrawn`), one of its signals, or any other\n"
        "element; whatever else must hold is written in backticks. Looked for in files that declare a consent, or a\n"
        "journey's regimes."
    ),
    wrong="""\
journey order "Orders a sofa"
  stage "Buys"
    touchpoint pay "Pays" emotion=4
      asks: c_news
      -> mail if=c_mews
      -> end unless=c_news
    touchpoint mail "Gets the newsletter"
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
consent c_news "Yes, send me the newsletter"
""",
)

RULES: Final = (UNKNOWN_REGIME, UNKNOWN_BASIS, UNKNOWN_SAFEGUARD, UNKNOWN_GUARD)
