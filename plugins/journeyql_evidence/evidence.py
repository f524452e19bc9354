"""The analysis of what a file rests on: facts first, then the findings that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.facts import EVIDENCE_MIX, TRIALS, UNKNOWNS
from journeyql.model import Evidence, View
from journeyql.plugin import PassContext
from journeyql_evidence.claims import Claim, claims, seen
from journeyql_evidence.foundation import foundations, undated
from journeyql_evidence.mix import mixes
from journeyql_evidence.options import EvidenceOptions
from journeyql_evidence.unknowns import unknowns
from journeyql_evidence.upkeep import upkeep


def analyse(context: PassContext[EvidenceOptions]) -> Iterable[Diagnostic]:
    """Provide the mix of evidence and what is not known, and report what the rules find."""
    view = context.view.model.view()  # findings are about the whole file, so each view has the same
    found = claims(view)
    whole = view.model.complete  # while a line cannot be read, nobody knows what is missing
    shown = seen(context.view, found if context.view is view else claims(context.view))
    context.provide(EVIDENCE_MIX, mixes(shown))
    tried = context.facts.get(TRIALS)
    context.provide(UNKNOWNS, unknowns(context.view, shown, tried or ()) if whole else ())
    if whole:
        yield from foundations(view, found, context.options.sketch)
        yield from undated(view, found)
    if view.model.all(Evidence):
        yield from _studied(context, view, found)
    yield from upkeep(view, context.today)


def _studied(
    context: PassContext[EvidenceOptions], view: View, found: Mapping[str, Sequence[Claim]]
) -> Iterator[Diagnostic]:
    """What is said of the evidence itself; not even loaded for a map without any."""
    from journeyql_evidence.coverage import coverage
    from journeyql_evidence.sources import sources

    yield from sources(view, found, context.options, context.today)
    yield from coverage(view, found)
