"""What other plugins may use: bodies of law as contributions, checks, and what is known of personal data.

A plugin with a body of law of its own contributes a `Regime` and registers a pass whose work is `analysis(regime,
checks)`. Each check is a rule of that plugin with a function that finds breaches in a `Case`; the functions below are
those of the GDPR and the ePrivacy Directive, and hold for any regime.
"""

from __future__ import annotations

from journeyql_privacy.case import Basis, Case
from journeyql_privacy.checks import Check, analysis
from journeyql_privacy.consent import Consent, Decision, Notice
from journeyql_privacy.consents import missing, no_withdrawal, preset, withdrawn
from journeyql_privacy.data import Data, Event, Purpose, Storage
from journeyql_privacy.facets import DataSubject, Hosting, Lawfulness, Processing
from journeyql_privacy.facts import RECORDS
from journeyql_privacy.lawful import no_basis, no_purpose, no_retention
from journeyql_privacy.mentions import Mention, marked
from journeyql_privacy.notices import no_notice
from journeyql_privacy.parties import Controller, Recipient
from journeyql_privacy.paths import Path, Paths
from journeyql_privacy.record import Handling, Record, Storing
from journeyql_privacy.records import Records
from journeyql_privacy.regime import Regime
from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.storages import before_consent
from journeyql_privacy.telling import listed, route, title
from journeyql_privacy.transfers import abroad, no_safeguard, safeguarded

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
