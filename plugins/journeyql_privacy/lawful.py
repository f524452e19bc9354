"""What has to be stated of every use of data: what for, on which legal basis, and how long data is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyql.diagnostics import Diagnostic, Related
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.data import Purpose
from journeyql_privacy.record import Handling
from journeyql_privacy.telling import listed, title


def no_purpose(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Data that is collected or used for nothing that is stated."""
    for handling in case.handlings:
        if handling.purpose is None:
            done = "collected" if handling.collected else "used"
            yield check.rule.at(
                handling.cell.span,
                f"The model does not show what for `{handling.data.id}` is {done} at "
                f"{title(case.view, handling.place)} ({check.cited(case)}).",
                help="add for=PURPOSE to the line",
                related=(Related(handling.data.span, "the data"),),
            )


def no_basis(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Purposes that rest on no legal basis of the regime; a word that no regime knows is another rule's matter."""
    for purpose, handlings in _used(case).items():
        basis = case.basis(purpose)
        if basis is not None and not case.foreign(basis):
            continue
        named = "" if basis is None else f": `{basis.cell.value}` is none there"
        yield check.rule.at(
            purpose.span if basis is None else basis.cell.span,
            f"The model does not show a legal basis of the {case.regime.short} for `{purpose.id}` "
            f"({check.provision}){named}. {_at_stake(handlings)}",
            help=f"the basis can be {', '.join(case.regime.bases)}, or the name of a consent: "
            f"add a line like `basis[{case.regime.name}]: {next(iter(case.regime.bases), 'NAME')}`",
            related=_where(case, handlings),
        )


def no_retention(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Purposes for which data is kept for no stated time."""
    for purpose, handlings in _used(case).items():
        if case.view.cell(purpose.retain) is None:
            yield check.rule.at(
                purpose.span,
                f"The model does not show how long data is kept for `{purpose.id}` ({check.cited(case)}). "
                f"{_at_stake(handlings)}",
                help='add a line like `retain: 24mo after=EVENT because="…"`',
                related=_where(case, handlings),
            )


def _used(case: Case) -> Mapping[Purpose, list[Handling]]:
    """The purposes for which the journey uses data, each with what it does for it."""
    found: dict[Purpose, list[Handling]] = {}
    for handling in case.handlings:
        if handling.purpose is not None:
            found.setdefault(handling.purpose, []).append(handling)
    return found


def _at_stake(handlings: Iterable[Handling]) -> str:
    return f"Data: {listed(handling.data for handling in handlings)}."


def _where(case: Case, handlings: list[Handling]) -> tuple[Related, ...]:
    first = handlings[0]
    return (Related(first.cell.span, f"first needed for it, at {title(case.view, first.place)}"),)
