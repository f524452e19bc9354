"""The work of the passes, which run only for maps that speak of personal data."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Diagnostic, PassContext
from journeyql_privacy.facts import RECORDS
from journeyql_privacy.records import Records
from journeyql_privacy.regime import Regime
from journeyql_privacy.unknown import unknown_words


def privacy(context: PassContext[object]) -> Iterable[Diagnostic]:
    """Provide the records, and report words that mean nothing."""
    regimes = context.contributions(Regime)
    context.provide(RECORDS, Records(context.view, regimes))
    return unknown_words(context.view, regimes)
