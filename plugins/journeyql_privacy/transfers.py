"""Whether data that leaves the territory of a regime is protected where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cell
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.parties import Recipient
from journeyql_privacy.record import Handling
from journeyql_privacy.telling import few, listed


def no_safeguard(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Recipients in other countries, and those to whom they pass data on, without anything that lets data go there."""
    for chain, handlings in _chains(case).items():
        recipient = chain[-1]
        country = case.view.cell(recipient.country)
        if country is not None and abroad(case, country.value) and not safeguarded(case, recipient):
            yield _unprotected(case, check, chain, country, handlings)


def abroad(case: Case, country: str) -> bool:
    """Whether data is neither at home in a country nor protected there as well as at home."""
    return country not in case.regime.territories and country not in case.regime.adequate


def safeguarded(case: Case, recipient: Recipient) -> bool:
    """Whether something is named for a recipient that lets data leave; a word that is unknown is another rule's matter."""
    word = case.view[recipient.safeguard]
    return word is not None and not case.unprotected(word)


def _unprotected(
    case: Case, check: Check, chain: tuple[Recipient, ...], country: Cell[str], handlings: list[Handling]
) -> Diagnostic:
    first = handlings[0]
    way = " -> ".join((first.place.id, *(recipient.id for recipient in chain)))
    return check.rule.at(
        country.span,
        f"{listed(handling.data for handling in handlings)} reaches {country.value} without a safeguard that the model "
        f"shows ({check.cited(case)}): {way}.",
        help=f"add safeguard=NAME to the recipient: {', '.join(case.regime.safeguards)}",
        related=few((Related(first.cell.span, "from here"), *(Related(item.span, "by way of") for item in chain[:-1]))),
    )


def _chains(case: Case) -> Mapping[tuple[Recipient, ...], list[Handling]]:
    """Everybody whom data reaches, each with those through whom it comes, and what is given."""
    found: dict[tuple[Recipient, ...], list[Handling]] = {}
    for handling in case.handlings:
        for recipient in handling.to:
            for chain in _onward(case, (recipient,)):
                found.setdefault(chain, []).append(handling)
    return found


def _onward(case: Case, chain: tuple[Recipient, ...]) -> Iterator[tuple[Recipient, ...]]:
    yield chain
    for inner in case.view.children(chain[-1], Recipient):
        yield from _onward(case, (*chain, inner))
