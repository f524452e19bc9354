"""How good the evidence itself is: its date, the size of its sample, and who is in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.model import Cell, Element, Evidence, Many, Mix, Varying, View
from journeyql.wording import counted
from journeyql_evidence.claim_rules import CITES_PLANNED_STUDY
from journeyql_evidence.claims import Claim
from journeyql_evidence.foundation import gathered
from journeyql_evidence.intervals import wilson
from journeyql_evidence.options import EvidenceOptions
from journeyql_evidence.source_rules import (
    MIX_DOES_NOT_ADD_UP,
    OLD_EVIDENCE,
    ONE_SIDED_SAMPLE,
    OVERDUE_STUDY,
    SMALL_SAMPLE,
    UNUSED_EVIDENCE,
)
from journeyql_evidence.telling import some, titles
from journeyql_evidence.upkeep_rules import DATE_IN_THE_FUTURE

_ALL: Final = 100.0
_ROUNDING: Final = 0.5
_MONTH: Final = 30.436875  # days: a twelfth of a Gregorian year
_ASKED: Final = {"survey"}
_TALKED: Final = {"interview", "focus-group", "observation", "workshop"}


def sources(
    view: View, claims: Mapping[str, Sequence[Claim]], options: EvidenceOptions, today: datetime.date
) -> Iterator[Diagnostic]:
    """All rules about evidence itself."""
    studies = view.model.all(Evidence)
    if not studies:
        return
    behind: dict[Evidence, list[Claim]] = {}
    for claim in (claim for found in claims.values() for claim in found):
        for source in claim.sources:
            behind.setdefault(source, []).append(claim)
    for study in studies:
        carried = behind.get(study, [])
        yield from _dated(view, study, carried, options, today)
        yield from _small(view, study, carried, options)
        yield from _mixed(view, study, options)
    yield from _planned(view, studies, behind)
    yield from _overdue(view, studies, today)
    if view.model.complete:
        yield from _unused(view, [study for study in studies if study not in behind], today)


def _dated(
    view: View, study: Evidence, carried: Sequence[Claim], options: EvidenceOptions, today: datetime.date
) -> Iterator[Diagnostic]:
    cell = view.cell(study.date)
    if cell is None or not gathered(view, study):
        return
    if cell.value.first > today:
        yield DATE_IN_THE_FUTURE.at(
            cell.span,
            f'"{view.title(study)}" is said to have been gathered on {cell.value}, which is after today ({today}).',
            help="correct the date, or add status=planned while it has not been gathered",
        )
    months = (today - cell.value.last).days / _MONTH
    if carried and months > options.months:
        yield OLD_EVIDENCE.at(
            cell.span,
            f'"{view.title(study)}" is {months:.0f} months old, more than {options.months}, and still carries '
            f"{counted(len(carried), 'statement')}: {_places(view, carried)}.",
            help="ask again whether it still holds, and give the new date; until then call it an assumption",
        )


def _places(view: View, carried: Sequence[Claim]) -> str:
    return titles(view, list(dict.fromkeys(claim.element for claim in carried)))


def _small(view: View, study: Evidence, carried: Sequence[Claim], options: EvidenceOptions) -> Iterator[Diagnostic]:
    cell, method = view.cell(study.sample), view[study.method]
    figures = [claim for claim in carried if claim.figure]
    if cell is None or cell.value <= 0 or not carried:
        return
    if method in _ASKED and figures and cell.value < options.counted:
        low, high = wilson(0.5, cell.value)
        yield SMALL_SAMPLE.at(
            cell.span,
            f'"{view.title(study)}" rests on {cell.value:g} answers, fewer than {options.counted}: a share of 50% found '
            f"there may be anything from {low:.0%} to {high:.0%} (95 %, Wilson). It carries {_places(view, figures)}.",
            help="ask more people, or say what was heard in words and leave out the figure",
        )
    if method in _TALKED and cell.value < options.told:
        yield SMALL_SAMPLE.at(
            cell.span,
            f'"{view.title(study)}" rests on {cell.value:g} people, fewer than {options.told}: what every third customer '
            f"meets is missed with a probability of {(2 / 3) ** cell.value:.0%}. It carries {_places(view, carried)}.",
            help="talk to a few more before something is decided on it",
        )


def _mixed(view: View, study: Evidence, options: EvidenceOptions) -> Iterator[Diagnostic]:
    shares = view.cells(study.mix)
    total = sum(cell.value for cell in shares)
    if not shares:
        return
    if total > _ALL + _ROUNDING:
        yield MIX_DOES_NOT_ADD_UP.at(
            shares[-1].span,
            f'The parts of the sample of "{view.title(study)}" add up to {total:g}%: somebody is counted twice.',
            help="lower them to 100% in all; groups that overlap cannot be parts of one mix",
        )
        return
    largest = max(shares, key=lambda cell: cell.value)
    others = _others(view, study, shares, largest)
    if largest.value >= options.dominant * _ALL and others:
        yield ONE_SIDED_SAMPLE.at(
            largest.span,
            f'{largest.value:g}% of the sample of "{view.title(study)}" are {_group(view, largest)}; '
            f"{some([_other(view, study, name, share) for name, share in others])}.",
            help="look for the others where they are (a call, a letter, a talk), or report each group by itself",
        )


def _group(view: View, cell: Cell[float]) -> str:
    beside = cell.options
    ref = view[beside.of] if isinstance(beside, Mix) else None
    group = None if ref is None else view.follow(ref)
    return f'"{view.title(group)}"' if isinstance(group, Element) else "of one group"


def _others(
    view: View, study: Evidence, shares: Sequence[Cell[float]], largest: Cell[float]
) -> list[tuple[str, float | None]]:
    """The groups beside the largest: those of the mix with their share, and those that are only said to be covered."""
    said: list[tuple[str, float | None]] = [
        (_group(view, cell), cell.value) for cell in shares if cell is not largest and isinstance(cell.options, Mix)
    ]
    named = {_group(view, cell) for cell in shares}
    people = {"persona", "segment"}
    for ref in view[study.covers]:
        group = view.follow(ref)
        if isinstance(group, Element) and group.entry.name in people and f'"{view.title(group)}"' not in named:
            said.append((f'"{view.title(group)}"', None))
    return said


def _other(view: View, study: Evidence, name: str, share: float | None) -> str:
    sample = view[study.sample]
    if share is None:
        return f"nothing says how many {name} are"
    if sample is None or (people := sample * share / _ALL) < 1:
        return f"{share:g}% are {name}"
    low, high = wilson(0.5, people)
    return f"only {people:.0f} people are {name}, of whom a share is known to ±{(high - low) / 2:.0%}"


def _planned(
    view: View, studies: Sequence[Evidence], behind: Mapping[Evidence, Sequence[Claim]]
) -> Iterator[Diagnostic]:
    for study in studies:
        carried = behind.get(study)
        if carried and not gathered(view, study):
            yield CITES_PLANNED_STUDY.at(
                carried[0].cell.span,
                f'"{view.title(study)}" is {view[study.status]}, and already cited for {_places(view, carried)}: '
                f"{counted(len(carried), 'guess')} drawn and counted as evidence.",
                help="take from= away until it is done; then give it its date and status=done",
                related=[Related(view.span(study, study.title), "the study")],
            )


def _overdue(view: View, studies: Sequence[Evidence], today: datetime.date) -> Iterator[Diagnostic]:
    dates = {study: view[study.date] for study in studies if not gathered(view, study)}
    late = {study: date for study, date in dates.items() if date is not None and date.last < today}
    if late:
        first, *rest = late
        told = some([f'"{view.title(study)}" ({date})' for study, date in late.items()])
        yield OVERDUE_STUDY.at(
            view.span(first, first.title),
            f"{told} {'was' if not rest else 'were'} planned for a day that is over, and {'is' if not rest else 'are'} "
            f"not marked as done: what rests on {'it' if not rest else 'them'} is still a guess.",
            help="write status=done and cite it with from=NAME, or give it a new date",
            related=[Related(view.span(study, study.title), "this one, too") for study in rest[:3]],
        )


def _unused(view: View, studies: Sequence[Evidence], today: datetime.date) -> Iterator[Diagnostic]:
    cited = _cited(view) if studies else set()
    idle = [study for study in studies if study.path not in cited and gathered(view, study)]
    idle = [study for study in idle if (date := view[study.date]) is None or date.first <= today]
    if idle:
        yield UNUSED_EVIDENCE.at(
            view.span(idle[0], idle[0].title),
            f"{titles(view, idle)} {'is' if len(idle) == 1 else 'are'} cited by nothing: what was found there does not show.",
            help=f"add from={idle[0].id} to what rests on it",
            severity=Severity.INFO,
            related=[Related(view.span(study, study.title), "this one, too") for study in idle[1:4]],
        )


def _cited(view: View) -> set[str]:
    """The paths of all evidence that anything cites."""
    found = {cell.value.path for arrow in view.model.arrows for cell in arrow.terms.from_.cells}
    for element in view.model.elements.values():
        found.update(cell.value.path for cell in element.from_.cells)
        holders = (vars(element), element.own, *(vars(facet) for facet in element.facets.values()))
        fields = (field for holder in holders for field in holder.values() if isinstance(field, Varying | Many))
        found.update(ref.path for field in fields for cell in field.cells for ref in cell.cited)
    return found
