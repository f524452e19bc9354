"""The work of the passes; what only files that speak of personal data need is loaded for those alone."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.model import Element, Model
from journeyql.plugin import Diagnostic, PassContext
from journeyql_privacy.consent import Consent, Decision, Notice
from journeyql_privacy.data import Data, Purpose, Storage
from journeyql_privacy.facets import Lawfulness, Processing
from journeyql_privacy.facts import RECORDS
from journeyql_privacy.parties import Recipient
from journeyql_privacy.regime import Regime

_KINDS = (Data, Purpose, Storage, Consent, Notice, Decision, Recipient)


def privacy(context: PassContext[object]) -> Iterable[Diagnostic]:
    """Provide the records, and report words that mean nothing."""
    if not _speaks(context.view.model):
        context.provide(RECORDS, None)
        return ()
    from journeyql_privacy.records import Records  # most files say nothing of personal data
    from journeyql_privacy.unknown import unknown_words

    regimes = context.contributions(Regime)
    context.provide(RECORDS, Records(context.view, regimes))
    return unknown_words(context.view, regimes)


def gdpr(context: PassContext[object]) -> Iterable[Diagnostic]:
    """What the GDPR asks of the journeys."""
    if context.facts.get(RECORDS) is None:
        return ()
    from journeyql_privacy.gdpr_pass import analyse  # most files say nothing of personal data

    return analyse(context)


def eprivacy(context: PassContext[object]) -> Iterable[Diagnostic]:
    """What the ePrivacy Directive asks of the journeys."""
    if context.facts.get(RECORDS) is None:
        return ()
    from journeyql_privacy.eprivacy_pass import analyse  # most files say nothing of personal data

    return analyse(context)


def _speaks(model: Model) -> bool:
    """Whether a model says anything about personal data."""
    return any(map(_is_privacy, model.elements.values()))


def _is_privacy(element: Element) -> bool:
    return isinstance(element, _KINDS) or Lawfulness in element.facets or Processing in element.facets
