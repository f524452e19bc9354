"""What the law asks of a journey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.diagnostics import Diagnostic
from journeyql.plugin import PassWork
from journeyql_privacy.api import Case, Check, Handling, Recipient, abroad, analysis, no_basis, no_notice, no_safeguard
from journeyql_privacy_pipl import rules
from journeyql_privacy_pipl.regime import PIPL
from journeyql_privacy_pipl.sensitive import is_sensitive
from journeyql_privacy_pipl.separate import without_consent

#: Who uses data on somebody else's behalf is entrusted with it (Article 21); others are handlers themselves (23).
_ENTRUSTED = "processor"


def provision(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Data that is given to another handler."""

    def another(handling: Handling) -> bool:
        return any(case.view[recipient.role] not in {None, _ENTRUSTED} for recipient in handling.to)

    return without_consent(case, check, another, "gives another handler")


def sensitive(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Sensitive data, whatever is done with it."""
    return without_consent(case, check, lambda handling: is_sensitive(case, handling.data), "handles sensitive data:")


def export(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Data that leaves the country: without one of the ways out, or without separate consent."""

    def leaves(handling: Handling) -> bool:
        return any(_is_abroad(case, recipient) for recipient in handling.to)

    yield from no_safeguard(case, check)
    yield from without_consent(case, check, leaves, "sends abroad")


def _is_abroad(case: Case, recipient: Recipient) -> bool:
    country = case.view[recipient.country]
    return country is not None and abroad(case, country)


CHECKS: Final = (
    Check(rule=rules.NO_BASIS, provision="Art. 13", find=no_basis, lacking=True),
    Check(rule=rules.NO_NOTICE, provision="Art. 17", find=no_notice, lacking=True),
    Check(rule=rules.PROVISION, provision="Art. 23", find=provision, lacking=True),
    Check(rule=rules.SENSITIVE, provision="Art. 28, 29", find=sensitive, lacking=True),
    Check(rule=rules.EXPORT, provision="Art. 38, 39", find=export, lacking=True),
)

analyse: Final[PassWork] = analysis(PIPL, CHECKS)
