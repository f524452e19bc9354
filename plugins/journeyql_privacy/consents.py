"""Whether consent is given before data is used, and whether it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Diagnostic, Edit, Fix, Related
from journeyql.model import Cell, Journey, Moment
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.consent import Consent
from journeyql_privacy.data import Purpose
from journeyql_privacy.facets import Using
from journeyql_privacy.mentions import WITHDRAWN, Mention, marked
from journeyql_privacy.paths import Path
from journeyql_privacy.record import Handling
from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.telling import few, listed, route, title

ON, OFF = "on", "off"


def missing(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Uses that rest on a consent, and are reached on some path without it."""
    for (place, purpose, consent), handlings in case.resting.items():
        path = case.paths.without(place, (consent.path,), MISSING)
        if path is not None:
            found = case.mentions(consent)
            yield check.rule.at(
                handlings[0].cell.span,
                f"The model does not show that `{consent.id}` is given before {title(case.view, place)} "
                f"{_done(handlings)} for `{purpose.id}` ({check.cited(case)}). Without it: {_way(path, found)}.",
                help=f"ask for it earlier on that path, or let only those pass who gave it: "
                f"`-> {place.id} if={consent.id}`",
                related=(*_resting_on(case, purpose, consent), *marked(found, path)),
            )


def withdrawn(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Uses that rest on a consent, and are reached on some path after it has been withdrawn."""
    for (place, purpose, consent), handlings in case.resting.items():
        path = case.paths.without(place, (consent.path,), Standing.WITHDRAWN)
        if path is not None:
            found = case.mentions(consent)
            yield check.rule.at(
                handlings[0].cell.span,
                f"{title(case.view, place)} {_done(handlings)} for `{purpose.id}` after `{consent.id}` is withdrawn "
                f"({check.cited(case)}): {_way(path, found)}.",
                help=f"let only those pass who have not: `-> {place.id} if={consent.id}`, or ask anew before",
                related=(*_resting_on(case, purpose, consent), *marked(found, path)),
            )


def no_withdrawal(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Consents that can be given, and from there cannot be withdrawn in this journey or any other."""
    for consent in case.view.of(Consent):
        elsewhere = (place for place in case.paths.withdrawn(consent.path) if not _in(case, place))
        path = None if any(elsewhere) else _caught(case, consent)
        if path is not None:
            yield check.rule.at(
                consent.span,
                f"The model does not show how `{consent.id}`, given at {title(case.view, path[-1])}, can be withdrawn "
                f"({check.cited(case)}). The way there: {route(path)}.",
                help=f"add a touchpoint with `withdraws: {consent.id}` that can be reached from there",
                related=few(_around(case.mentions(consent), path)),
            )


def preset(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Consents, and choices to share data, that are on before the customer answers."""
    for consent in case.view.of(Consent):
        cell = case.view.cell(consent.default)
        if cell is not None and cell.value == ON:
            yield _preset(case, check, cell, f"`{consent.id}` is")
    for handling in case.handlings:
        said = handling.cell.option(Using)
        cell = None if said is None else case.view.cell(said.default)
        if cell is not None and cell.value == ON:
            yield _preset(case, check, cell, f"The choice to give `{handling.data.id}` to {listed(handling.to)} is")


def _preset(case: Case, check: Check, cell: Cell[str], what: str) -> Diagnostic:
    return check.rule.at(
        cell.span,
        f"{what} on before the customer answers ({check.cited(case)}).",
        help="leave it off: silence and boxes that are ticked already are no consent",
        fixes=(Fix(f"turn it {OFF}", (Edit(cell.span, OFF),), safe=False),),
    )


def _caught(case: Case, consent: Consent) -> Path | None:
    """A path on which a consent is given, and from whose end it cannot be withdrawn."""
    for place in case.paths.given(consent.path):
        if _in(case, place) and not case.paths.withdrawable(place, consent.path):
            path = case.paths.without(place, (consent.path,), Standing.GRANTED)
            if path is not None:
                return path
    return None


def _in(case: Case, place: Moment) -> bool:
    return case.view.around(place, Journey) is case.journey


def _done(handlings: Iterable[Handling]) -> str:
    done = tuple(handlings)
    verb = "collects" if all(handling.collected for handling in done) else "uses"
    return f"{verb} {listed(handling.data for handling in done)}"


def _around(found: Iterable[Mention], path: Path) -> Iterator[Related]:
    """Where a consent is given, and where it is withdrawn, which cannot be reached from there."""
    for mention in found:
        if mention.deed == WITHDRAWN:
            yield Related(mention.span, "withdrawn here, which cannot be reached from there")
        elif mention.place is path[-1]:
            yield Related(mention.span, f"{mention.deed} here")


def _way(path: Path, found: Iterable[Mention]) -> str:
    return route(path, [mention.place for mention in found])


def _resting_on(case: Case, purpose: Purpose, consent: Consent) -> Iterator[Related]:
    basis = case.basis(purpose)
    if basis is not None:
        yield Related(basis.cell.span, f"`{purpose.id}` rests on `{consent.id}`")
