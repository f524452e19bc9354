"""Separate consent: given by itself, before the use, on every path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from journeyql.diagnostics import Diagnostic
from journeyql.model import Touchpoint
from journeyql_privacy.api import MISSING, Case, Check, Handling, Purpose, Standing, listed, marked, route, title


def without_consent(case: Case, check: Check, concerned: Callable[[Handling], bool], what: str) -> Iterator[Diagnostic]:
    """Uses of data that need a separate consent, and on some path have none; `what` says why they need one."""
    for (place, purpose), handlings in _grouped(case, concerned).items():
        consent = case.consent(purpose)
        names = () if consent is None or not case.view[consent.separate] else (consent.path,)
        path = case.paths.without(place, names, MISSING | Standing.WITHDRAWN)
        if path is None:
            continue
        found = () if consent is None else case.mentions(consent)
        lacking = (
            f"`{purpose.id}` rests on no consent"
            if consent is None
            else f"`{consent.id}` is not given"
            if names
            else f"`{consent.id}` is not a separate one"
        )
        yield check.rule.at(
            handlings[0].cell.span,
            f"The model does not show separate consent before {title(case.view, place)} {what} "
            f"{listed(handling.data for handling in handlings)} ({check.cited(case)}): {lacking} on the way "
            f"{route(path, [mention.place for mention in found])}.",
            help=f"let `basis[{case.regime.name}]` of `{purpose.id}` name a consent with separate=yes, and ask for it before",
            related=marked(found, path),
        )


def _grouped(case: Case, concerned: Callable[[Handling], bool]) -> Mapping[tuple[Touchpoint, Purpose], list[Handling]]:
    found: dict[tuple[Touchpoint, Purpose], list[Handling]] = {}
    for handling in case.handlings:
        if handling.purpose is not None and concerned(handling) and not case.answers(handling):
            found.setdefault((handling.place, handling.purpose), []).append(handling)
    return found
