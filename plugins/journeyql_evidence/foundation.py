"""Whether what decides rests on evidence: the lowest scores, the frequencies of the worst pains, the largest losses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Evidence, Journey, Pain, View, property_of
from journeyql.wording import counted
from journeyql_evidence.claim_rules import ASSUMPTIONS_ALONE, DECISIVE_FIGURES_ASSUMED, SOURCE_WITHOUT_DATE
from journeyql_evidence.claims import EMOTION, FREQUENCY, SEVERITY, SHARE, Claim, told
from journeyql_evidence.progress import concluding
from journeyql_evidence.telling import once, some, titles

_RANKS: Final = tuple(property_of(Pain.severity).value.words)
_SEVERE: Final = _RANKS.index("high")
_PLANNED: Final = {"draft", "open", "planned", "doing"}


def foundations(view: View, claims: Mapping[str, Sequence[Claim]], sketch: int) -> Iterator[Diagnostic]:
    """`assumptions-alone`, once for all journeys, and `decisive-figures-assumed`, once for each.

    Only of journeys that draw conclusions, from at least `sketch` figures.
    """
    decided = concluding(view)
    guessed: list[Journey] = []
    for journey in view.journeys:
        figures = [claim for claim in claims[journey.path] if claim.figure]
        if journey.path not in decided or len(figures) < sketch:
            continue
        if all(claim.assumed for claim in figures):
            guessed.append(journey)
        else:
            yield from _decisive(view, claims[journey.path], figures)
    if guessed:
        yield _assumptions(view, guessed, [claim for journey in guessed for claim in claims[journey.path]])


def gathered(view: View, source: Evidence) -> bool:
    """Whether a study has been made."""
    return view[source.status] not in _PLANNED


def _assumptions(view: View, journeys: Sequence[Journey], claims: Sequence[Claim]) -> Diagnostic:
    figures = [claim for claim in claims if claim.figure]
    kinds = Counter(claim.name for claim in figures)
    listed = some([f"{count} × {name}" for name, count in kinds.most_common()])
    cited = list(dict.fromkeys(source for claim in claims for source in claim.sources))
    planned = [source for source in view.model.all(Evidence) if not gathered(view, source)]
    vague = [source for source in cited if not source.date.cells and not source.sample.cells]
    places = [view.span(element, element.title) for element in (*planned, *vague)] or [
        view.span(journeys[0], journeys[0].title)
    ]
    return ASSUMPTIONS_ALONE.at(
        places[0],
        f"Nothing measured or told stands behind the {counted(len(figures), 'figure')} of {titles(view, journeys)} "
        f"({listed}): all are assumptions.{_counted_somewhere(figures)}{_sources(view, planned, vague)}",
        help="find out first what decides: the lowest scores, the worst pains' frequency; then cite it with from=NAME",
        related=[Related(place, "this source, too") for place in places[1:4]],
    )


def _counted_somewhere(figures: Sequence[Claim]) -> str:
    """How many of them say from how many cases they are, and not where that was found."""
    samples = [getattr(claim.cell.options, "sample", None) for claim in figures]
    known = sum(sample is not None and bool(sample.cells) for sample in samples)
    return f" {counted(known, 'figure')} with a sample {'cites' if known == 1 else 'cite'} no source." if known else ""


def _sources(view: View, planned: Sequence[Evidence], vague: Sequence[Evidence]) -> str:
    if planned:
        return f" {titles(view, planned)} {'is' if len(planned) == 1 else 'are'} planned, not gathered."
    if vague:
        verb = "is" if len(vague) == 1 else "are"
        return f" {titles(view, vague)} {verb} cited for words alone, without a date and a number of people."
    return ""


def _decisive(view: View, claims: Sequence[Claim], figures: Sequence[Claim]) -> Iterator[Diagnostic]:
    lowest = _lowest(claims)
    groups = [group for group in (lowest, _worst(claims), _losses(view, claims, lowest)) if group]
    loose = [group for group in groups if all(claim.assumed for claim in group)]
    if not loose or groups[0] is not loose[0] or len(loose) * 2 <= len(groups):
        return
    founded = [claim for claim in figures if not claim.assumed]
    yield DECISIVE_FIGURES_ASSUMED.at(
        loose[0][0].cell.span,
        f"What decides rests on nothing: {_said(view, (claim for group in loose for claim in group))}. "
        f"The evidence is behind {counted(len(founded), 'figure')} of {len(figures)}: "
        f"{_said(view, founded)}.",
        help="count or ask where the decision falls, and cite it there with from=NAME",
        related=[
            *(Related(group[0].cell.span, "assumed, too") for group in loose[1:]),
            *(Related(view.span(source, source.title), "the evidence that there is") for source in _behind(founded)),
        ],
    )


def _said(view: View, claims: Iterable[Claim]) -> str:
    """A few claims in words; those that sound alike, like the same score of two personas, once."""
    return once([told(view, claim) for claim in claims])


def _behind(founded: Iterable[Claim]) -> Iterable[Evidence]:
    return dict.fromkeys(source for claim in founded for source in claim.sources)


def _lowest(claims: Sequence[Claim]) -> list[Claim]:
    """The lowest scores of the journey."""
    scores = [claim for claim in claims if claim.name == EMOTION.name]
    least = min((claim.cell.value for claim in scores), default=None)
    return [claim for claim in scores if claim.cell.value == least]


def _worst(claims: Sequence[Claim]) -> list[Claim]:
    """The frequencies of the severest pains that state one."""
    ranks = {
        claim.element.path: _RANKS.index(claim.cell.value)
        for claim in claims
        if claim.name == SEVERITY.name and isinstance(claim.element, Pain)
    }
    known = [claim for claim in claims if claim.name == FREQUENCY.name and claim.element.path in ranks]
    most = max((ranks[claim.element.path] for claim in known), default=0)
    return [claim for claim in known if ranks[claim.element.path] == most >= _SEVERE]


def _losses(view: View, claims: Sequence[Claim], lowest: Sequence[Claim]) -> list[Claim]:
    """The largest share of those who leave the journey on the way, or go where it is worst."""
    worst = {"", *(claim.element.path for claim in lowest)}
    lost = {id(cell) for arrow in view.model.arrows if arrow.target in worst for cell in arrow.terms.share.cells}
    shares = [claim for claim in claims if claim.name == SHARE and id(claim.cell) in lost]
    most = max((claim.cell.value for claim in shares), default=None)
    return [claim for claim in shares if claim.cell.value == most]


def undated(view: View, claims: Mapping[str, Sequence[Claim]]) -> Iterator[Diagnostic]:
    """`source-without-date`: once for each source that carries figures and says neither when nor from how many."""
    carried: dict[Evidence, list[Claim]] = {}
    for claim in (claim for found in claims.values() for claim in found if claim.figure):
        for source in claim.sources:
            if not source.date.cells and not source.sample.cells and gathered(view, source):
                carried.setdefault(source, []).append(claim)
    for source, behind in carried.items():
        yield SOURCE_WITHOUT_DATE.at(
            view.span(source, source.title),
            f'"{view.title(source)}" says neither when it was gathered nor from how many, and carries '
            f"{some(behind, partial(told, view))}.",
            help="add date=2026-09 and sample=NUMBER, or say in a note why nobody knows",
        )
