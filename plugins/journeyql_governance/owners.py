"""Who answers for what: customers by mistake, those who are not asked, one for everything, everybody twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cell, Channel, Element, Journey, Many, Organisation, Persona, Ref, Remedy, View
from journeyql.wording import counted, quoted, several
from journeyql_governance.drafts import is_draft
from journeyql_governance.options import Governance
from journeyql_governance.owner_rules import INVOLVED_TWICE, ONE_OWNER_FOR_ALL, OWNER_IS_PERSONA, UNASKED_CONTRIBUTOR
from journeyql_governance.parts import Done, Part, Parts

_PLAN = 2
_MANY = 5


def findings(view: View, done: Done, options: Governance) -> Iterator[Diagnostic]:
    """All findings that claim that somebody is missing, and those that follow from who is there."""
    draft = is_draft(view, options)
    for journey, found in done:
        yield from _unasked(view, journey, found)
        yield from _twice(view, journey)
        if not draft:
            yield from _one_for_all(view, journey)


# ---- customers who own


def persona_owners(view: View) -> Iterator[Diagnostic]:
    """`owner-is-persona`: one finding for each persona."""
    owned: dict[str, list[Element]] = {}
    handed_down: set[Cell[Ref[Any]]] = set()
    for element in view.of(Element):
        cell = view.cell(element.owner) if element.owner.cells else None
        if cell is not None and cell not in handed_down and isinstance(view.follow(cell.value), Persona):
            handed_down.add(cell)
            if not isinstance(element, Channel):
                owned.setdefault(cell.value.path, []).append(element)
    for path, elements in owned.items():
        yield _owned_by(view, path, elements)


def _owned_by(view: View, path: str, elements: list[Element]) -> Diagnostic:
    first, *others = elements
    return OWNER_IS_PERSONA.at(
        view.span(first, first.owner),
        f'"{view.title(view.model.elements[path])}" is a customer of this map, and is to answer for '
        f"{quoted(map(view.title, elements))}.",
        help="a customer feels it and cannot mend it: name the team or partner that can, owner=TEAM",
        related=[Related(view.span(other, other.owner), "and for this") for other in others[:_MANY]],
    )


# ---- those who are not asked


def named(view: View, field: Many[Ref[object]]) -> dict[str, object]:
    """Whom a list of references names here, by path."""
    found = (view.follow(ref) for ref in view[field])
    return {who.path: who for who in found if isinstance(who, Element)}


def masters(journey: Journey) -> set[str]:
    """Who answers for a journey, in whatever context: nobody has to ask himself."""
    return {cell.value.path for cell in journey.owner.cells}


def _unasked(view: View, journey: Journey, found: Parts) -> Iterator[Diagnostic]:
    consulted, informed = named(view, journey.consulted), named(view, journey.informed)
    if not consulted and not informed:
        return
    known = {*consulted, *masters(journey)}
    left_out = [part for path, part in found.items() if part.carries and path not in known and path not in informed]
    told_only = [part for path, part in found.items() if path in informed and path not in known and _plans(part)]
    if left_out or told_only:
        yield _unasked_finding(view, journey, left_out, told_only)


def _plans(part: Part) -> bool:
    """Whether so much of the plan is in its hands that being told afterwards is too late."""
    return len(part.measures) >= _PLAN


def _unasked_finding(view: View, journey: Journey, left_out: list[Part], told_only: list[Part]) -> Diagnostic:
    names = several(f'"{view.title(part.who)}" ({part.told(view)})' for part in left_out)
    told = several(
        f'"{view.title(part.who)}" owns {counted(len(part.measures), "measure")} of the plan' for part in told_only
    )
    sentences = (
        f"{names}: neither consulted nor informed, though this journey cannot change without them." if left_out else "",
        f"{told}, and is only informed." if told_only else "",
    )
    return UNASKED_CONTRIBUTOR.at(
        view.span(journey, journey.consulted if view[journey.consulted] else journey.informed),
        " ".join(filter(None, sentences)),
        help=f"who has to carry a change out is asked before it: consulted: {_ids(left_out + told_only)}",
    )


def _ids(found: list[Part]) -> str:
    return ", ".join(part.who.id for part in found[:_MANY])


# ---- everybody twice, and one for everything


def _twice(view: View, journey: Journey) -> Iterator[Diagnostic]:
    consulted, informed = named(view, journey.consulted), named(view, journey.informed)
    cell = view.cell(journey.owner)
    owner = view.follow(cell.value) if cell is not None else None
    own = {owner.path} & {*consulted, *informed} if isinstance(owner, Organisation) else set()
    both = [*(own), *(path for path in consulted if path in informed and path not in own)]
    if both:
        yield INVOLVED_TWICE.at(
            view.span(journey, journey.informed if view[journey.informed] else journey.consulted),
            f"{quoted(view.title(view.model.elements[path]) for path in both)}: involved in two ways at once.",
            help="one part for each: who owns the map need not be asked, who is consulted knows already",
        )


def _one_for_all(view: View, journey: Journey) -> Iterator[Diagnostic]:
    owners: dict[str, int] = {}
    for measure in view.within(journey, Remedy):
        ref = view[measure.owner]
        owners[ref.path if ref else ""] = owners.get(ref.path if ref else "", 0) + 1
    path, count = next(iter(owners.items()), ("", 0))
    if path and len(owners) == 1 and count >= _MANY and len(view.of(Organisation)) > 1:
        yield ONE_OWNER_FOR_ALL.at(
            view.span(journey, journey.owner),
            f'"{view.title(view.model.elements[path])}" owns all {count} measures; '
            f"the file has {len(view.of(Organisation))} teams and partners.",
            help="give each measure to those who can do it: owner=TEAM",
        )
