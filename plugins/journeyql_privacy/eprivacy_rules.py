"""The rule of the ePrivacy Directive, with its reason and a journey that breaks it and one that keeps it."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

STORAGE: Final = Rule(
    name="eprivacy-storage",
    code="EP201",
    summary="Something that is not essential is kept on the customer's device before consent.",
    severity=Severity.ERROR,
    reason=(
        "ePrivacy Directive Article 5(3): keeping information on somebody's device, or reading it there, needs consent,\n"
        "unless the service that was asked for cannot do without. The consent is that of a purpose that the storage is\n"
        "for, under `basis[eprivacy]` or else `basis[gdpr]`, and it has to be given on every path. Without `essential`\n"
        "a storage counts as not essential in journeys that declare `eprivacy`."
    ),
    wrong="""\
journey visit "Visits the shop"
  stage "Looks around"
    touchpoint land "Opens the page" emotion=4
      stores: visits
    touchpoint banner "Reads the banner"
      asks: c_stats
storage visits "Cookie that counts visits" essential=no for=stats
purpose stats "Counts visits" basis=c_stats
consent c_stats "Count my visits"
""",
    right="""\
journey visit "Visits the shop"
  stage "Looks around"
    touchpoint land "Opens the page" emotion=4
    touchpoint banner "Reads the banner"
      asks: c_stats
      -> count if=c_stats
      -> end if=c_stats.refused
    touchpoint count "Is counted"
      stores: visits
storage visits "Cookie that counts visits" essential=no for=stats
purpose stats "Counts visits" basis=c_stats
consent c_stats "Count my visits"
""",
)

RULES: Final = (STORAGE,)
