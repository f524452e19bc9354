"""Whether anything is kept on the customer's device before the customer agrees."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.consent import Consent
from journeyql_privacy.mentions import marked
from journeyql_privacy.paths import Path
from journeyql_privacy.record import Storing
from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.telling import route, title

_NOT_GIVEN = MISSING | Standing.WITHDRAWN


def before_consent(case: Case, check: Check) -> Iterator[Diagnostic]:
    """What is not essential, and stored on some path without a consent that one of its purposes rests on."""
    for storing in case.storings:
        if _optional(case, storing):
            found = _unasked(case, storing)
            if found is not None:
                yield _finding(case, check, storing, *found)


def _optional(case: Case, storing: Storing) -> bool:
    """Whether the service can do without; where nothing is said, it has to be assumed if the law applies."""
    essential = case.view[storing.storage.essential]
    return essential is False or (essential is None and case.declared)


def _unasked(case: Case, storing: Storing) -> tuple[Consent | None, Path] | None:
    """A consent that is not always given before, and the path; no consent if none is named."""
    purposes = filter(None, map(case.view.follow, case.view[storing.storage.for_]))
    consents = tuple(filter(None, map(case.consent, purposes)))
    for consent in consents or (None,):
        names = () if consent is None else (consent.path,)
        path = case.paths.without(storing.place, names, _NOT_GIVEN)
        if path is not None:
            return consent, path
    return None


def _finding(case: Case, check: Check, storing: Storing, consent: Consent | None, path: Path) -> Diagnostic:
    found = () if consent is None else case.mentions(consent)
    lacking = "any consent that its purposes rest on" if consent is None else f"`{consent.id}` is given"
    mend = (
        "name a purpose whose basis is a consent (`for: PURPOSE` at the storage), or say essential=yes"
        if consent is None
        else f"store it behind a guard, `-> {storing.place.id} if={consent.id}`, or say essential=yes if it is"
    )
    return check.rule.at(
        storing.cell.span,
        f"`{storing.storage.id}` is stored at {title(case.view, storing.place)} before {lacking} "
        f"({check.cited(case)}): {route(path, [mention.place for mention in found])}.",
        help=mend,
        related=(Related(storing.storage.span, "what is stored"), *marked(found, path)),
    )
