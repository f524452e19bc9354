"""What the GDPR asks of a journey."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import PassWork
from journeyql_privacy import gdpr_rules as rules
from journeyql_privacy.checks import Check, analysis
from journeyql_privacy.consents import missing, no_withdrawal, preset, withdrawn
from journeyql_privacy.gdpr import GDPR
from journeyql_privacy.lawful import no_basis, no_purpose, no_retention
from journeyql_privacy.notices import no_notice
from journeyql_privacy.transfers import no_safeguard

CHECKS: Final = (
    Check(rule=rules.NO_BASIS, provision="Art. 6(1)", find=no_basis, lacking=True),
    Check(rule=rules.NO_PURPOSE, provision="Art. 5(1)(b)", find=no_purpose, lacking=True),
    Check(rule=rules.NO_RETENTION, provision="Art. 5(1)(e), 13(2)(a)", find=no_retention, lacking=True),
    Check(rule=rules.CONSENT_MISSING, provision="Art. 6(1)(a), 7(1)", find=missing),
    Check(rule=rules.CONSENT_WITHDRAWN, provision="Art. 7(3)", find=withdrawn),
    Check(rule=rules.NO_WITHDRAWAL, provision="Art. 7(3)", find=no_withdrawal, lacking=True),
    Check(rule=rules.CONSENT_PRESET, provision="Art. 4(11), 25(2)", find=preset, local=True),
    Check(rule=rules.NO_NOTICE, provision="Art. 12, 13", find=no_notice, lacking=True),
    Check(rule=rules.TRANSFER, provision="Art. 44", find=no_safeguard, lacking=True),
)

analyse: Final[PassWork] = analysis(GDPR, CHECKS)
