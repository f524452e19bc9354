"""What passes of bodies of law work with: cases, checks, paths, and how findings put things."""

from __future__ import annotations

from journeyql_privacy.case import Basis, Case
from journeyql_privacy.checks import Check, analysis
from journeyql_privacy.consent import Consent, Decision, Notice
from journeyql_privacy.consents import missing, no_withdrawal, preset, withdrawn
from journeyql_privacy.data import Data, Event, Purpose, Storage
from journeyql_privacy.facets import DataSubject, Hosting, Lawfulness, Processing
from journeyql_privacy.lawful import no_basis, no_purpose, no_retention
from journeyql_privacy.mentions import Mention, marked
from journeyql_privacy.notices import no_notice
from journeyql_privacy.parties import Controller, Recipient
from journeyql_privacy.paths import Path, Paths
from journeyql_privacy.record import Handling, Record, Storing
from journeyql_privacy.records import Records
from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.storages import before_consent
from journeyql_privacy.telling import listed, route, title
from journeyql_privacy.transfers import abroad, no_safeguard, safeguarded

__all__ = [
    "MISSING",
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
