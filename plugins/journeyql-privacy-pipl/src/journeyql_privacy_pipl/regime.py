"""The Personal Information Protection Law as data."""

from __future__ import annotations

import datetime
from typing import Final

from journeyql_privacy.api import Regime

PIPL: Final = Regime(
    name="pipl",
    short="PIPL",
    title="Personal Information Protection Law of the People's Republic of China",
    source="Order No. 91 of the President of the People's Republic of China, 20 August 2021; measures on the standard "
    "contract (Order No. 13 of the Cyberspace Administration) and on certification, in force since 1 January 2026",
    as_of=datetime.date(2026, 11, 1),
    territories=frozenset({"CN"}),
    bases={
        "contract": "Art. 13(2)",
        "human-resources": "Art. 13(2)",
        "legal-obligation": "Art. 13(3)",
        "emergency": "Art. 13(4)",
        "news-reporting": "Art. 13(5)",
        "disclosed": "Art. 13(6)",
        "by-law": "Art. 13(7)",
    },
    safeguards={
        "cac-assessment": "Art. 38(1)",
        "cac-certification": "Art. 38(2)",
        "cac-contract": "Art. 38(3)",
    },
)
