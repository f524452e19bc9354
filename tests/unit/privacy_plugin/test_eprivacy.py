"""The rule of the ePrivacy Directive. The article is that of Directive 2002/58/EC."""

from __future__ import annotations

import journeyql_privacy
from journeyql.testing import expect
from journeyql_privacy.eprivacy_rules import STORAGE

COOKIE = 'storage cookie "Cookie"{} for=stats\npurpose stats "Counts"{}\nconsent c_stats "Count me"\n'
LAND = 'journey shop "Shop"\n{}  stage all "All"\n    touchpoint land "Lands"\n{}      stores: cookie\n'
BANNER = """
    touchpoint banner "Banner"
      asks: c_stats
      -> counted if=c_stats
      -> end unless=c_stats
    touchpoint counted "Counted"
      stores: cookie
"""


def land(*, essential: str = " essential=no", basis: str = " basis=c_stats", regimes: str = "", deeds: str = "") -> str:
    return LAND.format(regimes, deeds) + COOKIE.format(essential, basis)


def test_storage() -> None:
    declared = "  regimes: eprivacy\n"
    guarded = f'journey shop "Shop"\n  stage all "All"\n{BANNER}' + COOKIE.format(" essential=no", " basis=c_stats")
    (
        expect(STORAGE, plugins=[journeyql_privacy])
        .examples()
        .valid(land(essential=" essential=yes"))
        .valid(land(essential=" essential=yes", regimes=declared))
        .valid(land(essential=""))
        .valid(land(deeds="      grants: c_stats\n"))
        .valid(land(basis=" basis[gdpr]=c_stats", regimes=declared, deeds="      grants: c_stats\n"))
        .valid(land(regimes="  regimes: gdpr\n"))
        .valid(guarded)
        .invalid(
            land(),
            at="cookie",
            message='`cookie` is stored at "Lands" before `c_stats` is given (ePrivacy Directive Art. 5(3)): land.',
        )
        .invalid(land(deeds="      asks: c_stats\n"), at="cookie")
        .invalid(land(essential="", regimes=declared), at="cookie")
        .invalid(
            land(basis=" basis=contract"),
            at="cookie",
            message='`cookie` is stored at "Lands" before any consent that its purposes rest on '
            "(ePrivacy Directive Art. 5(3)): land.",
        )
        .invalid(land(basis=" basis[gdpr]=c_stats basis[eprivacy]=contract", regimes=declared), at="cookie")
    )


def test_storage_after_withdrawal() -> None:
    text = land(deeds="      grants: c_stats\n").replace(
        "      stores: cookie\n",
        "    touchpoint stop withdraws=c_stats\n    touchpoint again stores=cookie\n",
    )
    expect(STORAGE, plugins=[journeyql_privacy]).invalid(text, at="cookie")


def test_every_purpose_needs_its_own_consent() -> None:
    more = 'consent c_ads "Ads"\npurpose ads "Ads" basis=c_ads\nextend cookie for=ads\n'
    text = land(deeds="      grants: c_stats\n") + more
    (
        expect(STORAGE, plugins=[journeyql_privacy])
        .valid(land(deeds="      grants: c_stats, c_ads\n") + more)
        .invalid(
            text,
            at="cookie",
            message='`cookie` is stored at "Lands" before `c_ads` is given (ePrivacy Directive Art. 5(3)): land.',
        )
    )
