"""Where a journey asks for a consent, gives a notice, and so on: the places that explain a finding about paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.diagnostics import Related
from journeyql.model import Many, Ref, Touchpoint, View
from journeyql.source import Span
from journeyql_privacy.consent import Consent, Notice
from journeyql_privacy.facets import Processing
from journeyql_privacy.paths import Path
from journeyql_privacy.telling import few

ASKED, WITHDRAWN = "asked for", "withdrawn"


@attrs.frozen(eq=False, repr=False)
class Mention:
    """A touchpoint that does something to a consent or notice: where, what, and where that is written."""

    place: Touchpoint
    deed: str
    span: Span


def mentions(view: View, deeds: Iterable[tuple[Touchpoint, Processing]]) -> Mapping[str, tuple[Mention, ...]]:
    """What some touchpoints do to each consent and notice, by its path, in order."""
    found: dict[str, list[Mention]] = {}
    for place, said in deeds:
        for field, deed in _deeds(said):
            for cell in view.cells(field) if field.cells else ():
                element = view.follow(cell.value)
                if element is not None:
                    found.setdefault(element.path, []).append(Mention(place, deed, cell.span))
    return {path: tuple(places) for path, places in found.items()}


def _deeds(said: Processing) -> Iterator[tuple[Many[Ref[Consent | Notice]], str]]:
    yield said.notice, "given"
    yield said.asks, ASKED
    yield said.grants, "given"
    yield said.refuses, "refused"
    yield said.withdraws, WITHDRAWN


def marked(found: Iterable[Mention], path: Path) -> Iterator[Related]:
    """Mentions as places that explain a finding: what the path passes, then what it goes around, a few of both.

    A withdrawal that it goes around explains nothing.
    """
    on, passed, missed = frozenset(path), [], []
    for mention in found:
        if mention.place in on:
            open_ = ", and may be refused" if mention.deed == ASKED else ""
            passed.append(Related(mention.span, f"{mention.deed} here{open_}"))
        elif mention.deed != WITHDRAWN:
            missed.append(Related(mention.span, f"{mention.deed} here, which the path does not pass"))
    yield from few((*passed, *missed))
