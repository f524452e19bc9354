"""What other plugins may use: bodies of law as contributions, checks, and what is known of personal data.

A plugin with a body of law of its own contributes a `Regime` and registers a pass that requires `RECORDS` and whose
work is `analysis(regime, checks)`. Each check is a rule of that plugin with a function that finds breaches in a `Case`;
those of the GDPR and the ePrivacy Directive hold for any regime: `missing`, `withdrawn`, `no_withdrawal`, `preset`
(consents), `no_basis`, `no_purpose`, `no_retention` (what has to be stated), `no_notice`, `no_safeguard` (transfers),
`before_consent` (storage). What only passes need is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyql_privacy.facts import RECORDS
from journeyql_privacy.regime import Regime

if TYPE_CHECKING:
    from journeyql_privacy.tools import (
        MISSING,
        Basis,
        Case,
        Check,
        Consent,
        Controller,
        Data,
        DataSubject,
        Decision,
        Event,
        Handling,
        Hosting,
        Lawfulness,
        Mention,
        Notice,
        Path,
        Paths,
        Processing,
        Purpose,
        Recipient,
        Record,
        Records,
        Standing,
        Storage,
        Storing,
        abroad,
        analysis,
        before_consent,
        listed,
        marked,
        missing,
        no_basis,
        no_notice,
        no_purpose,
        no_retention,
        no_safeguard,
        no_withdrawal,
        preset,
        route,
        safeguarded,
        title,
        withdrawn,
    )

__all__ = [
    "MISSING",
    "RECORDS",
    "Basis",
    "Case",
    "Check",
    "Consent",
    "Controller",
    "Data",
    "DataSubject",
    "Decision",
    "Event",
    "Handling",
    "Hosting",
    "Lawfulness",
    "Mention",
    "Notice",
    "Path",
    "Paths",
    "Processing",
    "Purpose",
    "Recipient",
    "Record",
    "Records",
    "Regime",
    "Standing",
    "Storage",
    "Storing",
    "abroad",
    "analysis",
    "before_consent",
    "listed",
    "marked",
    "missing",
    "no_basis",
    "no_notice",
    "no_purpose",
    "no_retention",
    "no_safeguard",
    "no_withdrawal",
    "preset",
    "route",
    "safeguarded",
    "title",
    "withdrawn",
]


def __getattr__(name: str) -> object:
    """What passes work with."""
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from journeyql_privacy import tools  # registering needs none of it

    found: object = getattr(tools, name)
    return found
