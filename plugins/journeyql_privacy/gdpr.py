"""The General Data Protection Regulation as data."""

from __future__ import annotations

import datetime
from typing import Final

from journeyql_privacy.regime import Regime

#: The European Economic Area: the member states of the Union, Iceland, Liechtenstein and Norway.
_EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
EEA: Final = frozenset(_EEA.split())
#: Countries whose protection the Commission has found adequate as a whole (Article 45). Canada and the United States
#: are adequate for some recipients only, which `safeguard=adequacy` has to claim.
_ADEQUATE = "AD AR BR CH FO GB GG IL IM JE JP KR NZ UY"

GDPR: Final = Regime(
    name="gdpr",
    short="GDPR",
    title="General Data Protection Regulation",
    source="Regulation (EU) 2016/679; adequacy decisions as listed by the European Commission, Brazil by Decision "
    "(EU) 2026/179 of 26 January 2026",
    as_of=datetime.date(2026, 11, 1),
    territories=EEA,
    adequate=frozenset(_ADEQUATE.split()),
    bases={
        "contract": "Art. 6(1)(b)",
        "legal-obligation": "Art. 6(1)(c)",
        "vital-interests": "Art. 6(1)(d)",
        "public-task": "Art. 6(1)(e)",
        "legitimate-interests": "Art. 6(1)(f)",
    },
    safeguards={
        "adequacy": "Art. 45",
        "scc": "Art. 46(2)(c)",
        "bcr": "Art. 47",
        "code": "Art. 46(2)(e)",
        "certification": "Art. 46(2)(f)",
        "derogation": "Art. 49",
    },
    presumed=True,
)
