"""Words of privacy that mean nothing: regimes, legal bases, safeguards, and guards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql import ast
from journeyql.model import Cell, Edge, Element, Moment, View
from journeyql.plugin import Diagnostic, Edit, Fix, Rule, nearest
from journeyql_privacy.consent import Consent, Decision
from journeyql_privacy.data import Purpose
from journeyql_privacy.facets import Lawfulness
from journeyql_privacy.guards import STANDINGS, Guards
from journeyql_privacy.parties import Recipient
from journeyql_privacy.regime import Regime
from journeyql_privacy.rules import UNKNOWN_BASIS, UNKNOWN_GUARD, UNKNOWN_REGIME, UNKNOWN_SAFEGUARD

#: The signal by which browsers say that their user objects to the sale of data: Global Privacy Control.
GPC = "gpc"


def unknown_words(view: View, regimes: Iterable[Regime]) -> Iterator[Diagnostic]:
    """Everything in a view that is spelt like a word of privacy, and is none."""
    known = tuple(regimes)
    yield from _regimes(view, known)
    yield from _bases(view, known)
    yield from _safeguards(view, known)
    yield from _guards(view)


def _regimes(view: View, known: tuple[Regime, ...]) -> Iterator[Diagnostic]:
    words = [regime.name for regime in known]
    for journey in view.journeys:
        for cell in view.facet(journey, Lawfulness).regimes.cells:
            if cell.value not in words:
                hint = f"known are {', '.join(words)}; others come with plugins"
                yield _finding(UNKNOWN_REGIME, cell, f"`{cell.value}` is no body of law that is known", words, hint)


def _bases(view: View, known: tuple[Regime, ...]) -> Iterator[Diagnostic]:
    words = sorted({word for regime in known for word in regime.bases})
    consents = [consent.id for consent in view.of(Consent)]
    hint = f'it can be {", ".join(words)}, or the name of a consent: `consent NAME "…"`'
    resting: tuple[Purpose | Decision, ...] = (*view.of(Purpose), *view.of(Decision))
    for element in resting:
        for cell in element.basis.cells:
            if cell.value not in words and view.named(cell.value, Consent, element) is None:
                message = f"`{cell.value}` is neither a consent nor a legal basis"
                yield _finding(UNKNOWN_BASIS, cell, message, (*words, *consents), hint)


def _safeguards(view: View, known: tuple[Regime, ...]) -> Iterator[Diagnostic]:
    words = sorted({word for regime in known for word in regime.safeguards})
    for recipient in view.of(Recipient):
        for cell in recipient.safeguard.cells:
            if cell.value not in words:
                message = f"`{cell.value}` is nothing that lets data leave"
                yield _finding(UNKNOWN_SAFEGUARD, cell, message, words, f"it can be {', '.join(words)}")


# ---- guards


def _guards(view: View) -> Iterator[Diagnostic]:
    consents = view.of(Consent)
    if not consents and not any(view.facet(journey, Lawfulness).regimes.cells for journey in view.journeys):
        return
    guards = Guards(view)
    signals = {GPC, *(signal for consent in consents for signal in view[consent.signal])}
    names = [consent.id for consent in consents]
    known = (*names, *sorted(signals), *(f"{name}.{standing}" for name in names for standing in STANDINGS))
    for edge in (edge for edge in view.graph.edges if edge.needs or edge.bars):
        for cell, near in _words(view, edge):
            if not (cell.value in signals or guards.meaning(cell.value, near) or view.named(cell.value, Element, near)):
                hint = f'declare it, `consent {cell.value.partition(".")[0]} "…"`, or write a condition in backticks'
                message = f"the guard `{cell.value}` names nothing that is declared, and lets everybody pass"
                yield _finding(UNKNOWN_GUARD, cell, message, known, hint)


def _words(view: View, edge: Edge) -> Iterator[tuple[Cell[str], Moment]]:
    """The names in the guards of an edge, and from where they are seen; conditions in backticks are none."""
    near = edge.source or edge.target
    if edge.terms is None or near is None:
        return
    for cell in (*view.cells(edge.terms.if_), *view.cells(edge.terms.unless)):
        if isinstance(cell.node, ast.Property) and isinstance(cell.node.values[cell.index], ast.Reference):
            yield cell, near


def _finding(rule: Rule, cell: Cell[str], message: str, known: Iterable[str], hint: str) -> Diagnostic:
    near = nearest(cell.value, known)
    fixes = (Fix(f"replace it by `{near}`", (Edit(cell.span, near),), safe=False),) if near else ()
    return rule.at(cell.span, message, help=f"did you mean `{near}`?" if near else hint, fixes=fixes)
