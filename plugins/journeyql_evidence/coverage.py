"""Whom and what the evidence speaks of, and what is said of others by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cell, Element, Evidence, Journey, Market, Moment, Persona, Segment, View, property_of
from journeyql_evidence.claim_rules import (
    CHANGED_BENEATH_EVIDENCE,
    CITED_BEYOND_COVER,
    MARKET_ON_ASSUMPTIONS,
    METHOD_CANNOT_TELL,
    UNCOVERED_GROUP,
)
from journeyql_evidence.claims import SHARE, Claim, told
from journeyql_evidence.foundation import gathered
from journeyql_evidence.telling import some, titles

_THINKING: Final = property_of(Moment.thinking).name
_MARKET: Final = "market"
_CLICKS: Final = {"analytics", "crm"}


def coverage(view: View, claims: Mapping[str, Sequence[Claim]]) -> Iterator[Diagnostic]:
    """All rules about what evidence covers."""
    for journey in view.journeys:
        founded = [claim for claim in claims[journey.path] if claim.sources]
        if founded:
            yield from _beyond(view, founded)
            yield from _uncovered(view, journey, founded) if view.model.complete else ()
            yield from _changed(view, founded)
            if view.model.used(_MARKET):
                yield from _imagined(view, [claim for claim in claims[journey.path] if claim.figure])
            yield from _methods(view, founded)


def _beyond(view: View, founded: Iterable[Claim]) -> Iterator[Diagnostic]:
    """`cited-beyond-cover`: once for each study that is cited for a place or for people it does not speak of."""
    outside: dict[Evidence, list[Claim]] = {}
    for claim in founded:
        for study in claim.sources:
            if study.covers.cells and not _speaks_of(view, study, claim):
                outside.setdefault(study, []).append(claim)
    for study, wrongly in outside.items():
        yield CITED_BEYOND_COVER.at(
            wrongly[0].cell.span,
            f'"{view.title(study)}" covers {titles(view, _covered(view, study))}, and is cited for '
            f"{some(wrongly, partial(_where, view))}.",
            help="cite what was found out there, take from= away, or add to covers= what the study really covers",
            related=[Related(view.span(study, study.title), "what it covers stands here")],
        )


def _where(view: View, claim: Claim) -> str:
    names = [name for _, values in claim.cell.qualifiers for name in values]
    qualified = f"[{', '.join(names)}]" if names else ""
    return f'{claim.name}{qualified} of "{view.title(claim.element)}"'


def _covered(view: View, study: Evidence) -> list[Element]:
    found = (view.follow(ref) for ref in view[study.covers])
    return [element for element in found if isinstance(element, Element)]


def _speaks_of(view: View, study: Evidence, claim: Claim) -> bool:
    covered = _covered(view, study)
    places = {element.path for element in covered if isinstance(element, Journey | Moment)}
    if places and not any(around.path in places for around in _around(view, claim.element)):
        return False
    return _same_people(view, covered, claim.cell) and _same_markets(view, covered, claim.cell)


def _around(view: View, element: Element) -> Iterator[Element]:
    """An element and all that it stands in."""
    found: Element | None = element
    while found is not None:
        yield found
        found = view.parent(found)


def _named(cell: Cell[object], dimension: str) -> set[str]:
    return {name for axis, names in cell.qualifiers if axis == dimension for name in names}


def _same_people(view: View, covered: Iterable[Element], cell: Cell[object]) -> bool:
    """Whether the people for whom a value holds are among those covered, where both are named."""
    known = _people(covered)
    personas, segments = _named(cell, "persona"), _named(cell, "segment")
    asked = personas | segments | {name for persona in personas for name in view.model.segments_of(persona)}
    return not known or not asked or bool(known & asked)


def _people(covered: Iterable[Element]) -> set[str]:
    """The names of personas and segments covered; a segment stands for those in it."""
    return {element.id for element in covered if isinstance(element, Persona | Segment)}


def _same_markets(view: View, covered: Iterable[Element], cell: Cell[object]) -> bool:
    known = {element.id for element in covered if isinstance(element, Market)}
    asked = {name for market in _named(cell, _MARKET) for name in view.model.market_chain(market)}
    return not known or not asked or bool(known & asked)


def _uncovered(view: View, journey: Journey, founded: Iterable[Claim]) -> Iterator[Diagnostic]:
    """`uncovered-group`: personas and markets of a journey of which no cited study speaks, where studies say of whom they do."""
    studies = dict.fromkeys(study for claim in founded for study in claim.sources if gathered(view, study))
    covered = [element for study in studies for element in _covered(view, study)]
    silent = any(not _covered(view, study) for study in studies)
    missing = [] if silent else [*_personas(view, journey, covered), *_markets(view, journey, covered)]
    if missing:
        named = [cell for field in (journey.persona, journey.market) for cell in view.cells(field)]
        paths = {element.path for element in missing}
        yield UNCOVERED_GROUP.at(
            next((cell.span for cell in named if cell.value.path in paths), journey.span),
            f'Nobody asked {titles(view, missing)}: the evidence of "{view.title(journey)}" '
            f"({titles(view, list(studies))}) covers {titles(view, list(dict.fromkeys(covered)))}.",
            help="what holds for them is a guess: ask them, or say in scope: that the map is not about them",
            related=[
                Related(view.span(study, study.title), "what it covers stands here") for study in list(studies)[:3]
            ],
        )


def _personas(view: View, journey: Journey, covered: Iterable[Element]) -> Iterator[Element]:
    known = _people(covered)
    for persona in view.personas(journey) if known else ():
        if not known & {persona.id, *view.model.segments_of(persona.id)}:
            yield persona


def _markets(view: View, journey: Journey, covered: Iterable[Element]) -> Iterator[Element]:
    known = {element.id for element in covered if isinstance(element, Market)}
    for ref in view[journey.market] if known else ():
        market = view.follow(ref)
        if market is not None and not known & set(view.model.market_chain(market.id)):
            yield market


def _changed(view: View, founded: Iterable[Claim]) -> Iterator[Diagnostic]:
    """`changed-beneath-evidence`: another channel in a market, and the figures of the old one with their source."""
    kept: dict[str, list[Claim]] = {}
    for claim in founded:
        own = claim.figure and claim.name != SHARE and isinstance(claim.element, Moment)
        if own and not _named(claim.cell, _MARKET):
            kept.setdefault(claim.element.path, []).append(claim)
    for figures in kept.values():
        moment = figures[0].element
        channels = moment.channel.cells if isinstance(moment, Moment) else ()
        for cell in channels if len(channels) > 1 else ():
            yield from _moved(view, moment, cell, figures)


def _moved(view: View, moment: Element, cell: Cell[object], figures: Sequence[Claim]) -> Iterator[Diagnostic]:
    markets = sorted(_named(cell, _MARKET))
    if len(markets) != 1:
        return
    left = [claim for claim in figures if _stays(view, claim, moment, markets[0])]
    if left:
        studies = list(dict.fromkeys(study for claim in left for study in claim.sources))
        yield CHANGED_BENEATH_EVIDENCE.at(
            cell.span,
            f'"{view.title(moment)}" happens elsewhere in {markets[0]}, and keeps '
            f"{some(list(dict.fromkeys(claim.name for claim in left)))} from {titles(view, studies)}, "
            f"{'which does' if len(studies) == 1 else 'which do'} not say that {markets[0]} is covered.",
            help=f"give the values of {markets[0]} here, as assumptions if need be, or add {markets[0]} to covers=",
            related=[Related(left[0].cell.span, "what is kept")],
        )


def _stays(view: View, claim: Claim, moment: Element, market: str) -> bool:
    """Whether a figure holds in a market without a value of its own there, from studies that do not cover it."""
    field = getattr(moment, claim.name)
    if any(market in _named(cell, _MARKET) for cell in field.cells):
        return False
    chain = set(view.model.market_chain(market))
    return not any(
        isinstance(element, Market) and element.id in chain
        for study in claim.sources
        for element in _covered(view, study)
    )


def _imagined(view: View, figures: Sequence[Claim]) -> Iterator[Diagnostic]:
    """`market-on-assumptions`: markets of which all figures are guesses, in a journey that rests on evidence."""
    own: dict[str, list[Claim]] = {}
    for claim in figures:
        for market in sorted(_markets_of(view, claim)):
            own.setdefault(market, []).append(claim)
    if all(claim.assumed for claim in figures):
        return
    for market, differing in own.items():
        if all(claim.assumed for claim in differing):
            yield MARKET_ON_ASSUMPTIONS.at(
                differing[0].cell.span,
                f"What is different in {market} is assumed: "
                f"{some(differing, partial(told, view))}. The evidence is about the journey elsewhere.",
                help=f"ask a few customers in {market}, and cite it with from=NAME; until then do not compare the curves",
                related=[Related(claim.cell.span, "assumed, too") for claim in differing[1:4]],
            )


def _markets_of(view: View, claim: Claim) -> set[str]:
    """The markets in which alone a value holds: it says so, or what it stands in exists nowhere else."""
    atoms = (atom for around in _around(view, claim.element) for atom in around.presence.within)
    return _named(claim.cell, _MARKET) | {name for axis, names in atoms if axis == _MARKET for name in names}


def _methods(view: View, founded: Iterable[Claim]) -> Iterator[Diagnostic]:
    """`method-cannot-tell`: thoughts that are read out of clicks."""
    thoughts = [
        claim
        for claim in founded
        if claim.name == _THINKING and all(view[study.method] in _CLICKS for study in claim.sources)
    ]
    if thoughts:
        studies = list(dict.fromkeys(study for claim in thoughts for study in claim.sources))
        yield METHOD_CANNOT_TELL.at(
            thoughts[0].cell.span,
            f"{titles(view, studies)} cannot know what people think at "
            f"{titles(view, list(dict.fromkeys(claim.element for claim in thoughts)))}: data shows what they do.",
            help="ask a few of them, or move what the data shows to doing:",
        )
