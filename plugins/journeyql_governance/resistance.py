"""Those on whom the map depends although they resist, and whom nobody asks."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Risk, View
from journeyql.wording import quoted
from journeyql_governance.owner_rules import UNANSWERED_RESISTANCE
from journeyql_governance.owners import masters, named
from journeyql_governance.parts import Done, Part, Parts


def findings(view: View, done: Done) -> Iterator[Diagnostic]:
    """`unanswered-resistance`: once for each team or partner, at the first measure it is to carry out."""
    told: set[str] = set()
    for journey, found in done:
        heard = {*named(view, journey.consulted), *masters(journey)}
        for path, part in _resisting(view, found).items():
            if path not in heard and path not in told:
                told.add(path)
                yield _finding(view, part)


def _resisting(view: View, found: Parts) -> Parts:
    """The parts of those who resist, unless a risk of theirs says what is done about it."""
    return {path: part for path, part in found.items() if view[part.who.resists] and not view.children(part.who, Risk)}


def _finding(view: View, part: Part) -> Diagnostic:
    objection = view.span(part.who, part.who.resists)
    measure = next(iter(part.measures.values()), None)
    place = objection if measure is None else view.span(measure, measure.owner)
    promise = f", and provides {quoted(view[part.who.provides], 2)}" if view[part.who.provides] else ""
    return UNANSWERED_RESISTANCE.at(
        place,
        f'"{view.title(part.who)}" {part.told(view)}{promise}. '
        f"It resists: {quoted(view[part.who.resists], 2)}. Nobody answers that, and it is not consulted.",
        help=(
            f"what is resisted in silence is late: ask first (consulted: {part.who.id}), "
            'or write below it risk "…" with what is done about it'
        ),
        related=() if measure is None else [Related(objection, "what it resists")],
    )
