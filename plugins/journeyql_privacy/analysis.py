"""The pass `privacy`: what a view says about personal data, for the passes of regimes, and words that mean nothing."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.plugin import Diagnostic, PassContext
from journeyql_privacy.case import Records
from journeyql_privacy.facts import RECORDS
from journeyql_privacy.regime import Regime
from journeyql_privacy.unknown import unknown_words


def analyse(context: PassContext[object]) -> Iterator[Diagnostic]:
    """Provide the records, and report words that mean nothing."""
    regimes = context.contributions(Regime)
    context.provide(RECORDS, Records(context.view, regimes))
    yield from unknown_words(context.view, regimes)
