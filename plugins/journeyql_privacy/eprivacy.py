"""The ePrivacy Directive as data."""

from __future__ import annotations

import datetime
from typing import Final

from journeyql_privacy.gdpr import EEA
from journeyql_privacy.regime import Regime

EPRIVACY: Final = Regime(
    name="eprivacy",
    short="ePrivacy Directive",
    title="Directive on privacy and electronic communications",
    source="Directive 2002/58/EC as amended by Directive 2009/136/EC; consent is that of the GDPR (Article 2(f))",
    as_of=datetime.date(2026, 11, 1),
    territories=EEA,
    complements="gdpr",
    presumed=True,
)
