"""What a map claims, value by value, and how well each is founded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from journeyql.model import (
    ASSUMED,
    Arrow,
    Cell,
    Element,
    Evidence,
    Finding,
    Journey,
    Many,
    Metric,
    Moment,
    Ref,
    Varying,
    View,
    property_of,
)
from journeyql_evidence.shown import Field, Shown

EMOTION: Final = property_of(Moment.emotion)
FREQUENCY: Final = property_of(Finding.frequency)
SEVERITY: Final = property_of(Finding.severity)
_MOMENT: Final = (
    EMOTION,
    *(property_of(field) for field in (Moment.wait, Moment.duration, Moment.nps, Moment.csat, Moment.ces)),
)
_FINDING: Final = (FREQUENCY, property_of(Finding.importance), property_of(Finding.satisfaction))
_METRIC: Final = (property_of(Metric.value), property_of(Metric.baseline))
#: The properties of each kind that state a figure, and those that state something in words.
FIGURES: Final = {Moment: _MOMENT, Finding: _FINDING, Metric: _METRIC}
WORDS: Final = {
    Moment: tuple(
        property_of(field) for field in (Moment.feeling, Moment.doing, Moment.thinking, Moment.expectation, Moment.kano)
    ),
    Finding: (property_of(Finding.title), SEVERITY),
}
#: How the shares of arrows are called.
SHARE: Final = "share"
#: The word and the field of a property that claims something, and whether that is a figure.
_Property: TypeAlias = tuple[str, str, bool]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Claim:
    """One value that says something about customers, whomever it holds for.

    `name` is the word of the property, `figure` whether it is a number. `sources` is the evidence that it cites, or its
    surroundings cite; `grade` what that makes of it.
    """

    element: Element
    name: str
    field: Field
    cell: Cell[Any]
    figure: bool
    sources: tuple[Evidence, ...]
    grade: str

    @property
    def assumed(self) -> bool:
        """Whether no evidence stands behind it."""
        return self.grade == ASSUMED


def told(view: View, claim: Claim) -> str:
    """A claim as findings tell it: what is said, and of what."""
    value = f"{claim.cell.value:g}" if isinstance(claim.cell.value, float) else str(claim.cell.value)
    percent = "%" if claim.name in {FREQUENCY.name, SHARE} else ""
    return f'{claim.name} {value}{percent} of "{view.title(claim.element)}"'


def claims(view: View) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of each journey, by its path, in the order written; the shares of arrows come last."""
    found: dict[str, list[Claim]] = {journey.path: [] for journey in view.journeys}
    asked = {kind: _claiming(kind) for kind in {type(element) for element in view.model.elements.values()}}
    for element in view.model.elements.values():
        journey = view.around(element, Journey) if asked[type(element)] else None
        if journey is not None and journey.path in found:
            found[journey.path].extend(_of(view, element, asked[type(element)]))
    for arrow in view.model.arrows:
        if arrow.terms.share.cells and arrow.journey in found:
            found[arrow.journey].extend(_share(view, arrow))
    return {path: tuple(items) for path, items in found.items()}


def seen(view: View, found: Mapping[str, Sequence[Claim]]) -> Mapping[str, tuple[Claim, ...]]:
    """Those of the claims that a view shows to anybody who goes through the journey."""
    gone = {id(arrow.terms.share) for arrow in view.model.arrows if not view.present(arrow.presence)}
    shown = {journey.path: Shown.of(view, journey) for journey in view.journeys}
    return {
        path: tuple(claim for claim in found[path] if _shown(eyes, claim) and id(claim.field) not in gone)
        for path, eyes in shown.items()
    }


def _shown(eyes: Shown, claim: Claim) -> bool:
    cells = claim.field.cells
    if len(cells) == 1 and not cells[0].qualifiers:
        return eyes.has(claim.element)
    return eyes.has(claim.element) and any(claim.cell is cell for cell in eyes.cells(claim.field))


def _of(view: View, element: Element, asked: Iterable[_Property]) -> Iterator[Claim]:
    for name, attribute, figure in asked:
        field: Field = getattr(element, attribute)
        for cell in field.cells:
            yield _claim(view, element, name, field, cell, field.evidence, figure=figure)


def _claiming(kind: type[Element]) -> tuple[_Property, ...]:
    """The properties with which elements of a kind claim something."""
    tables = ((FIGURES, True), (WORDS, False))
    return tuple(
        (spec.name, spec.field, figure)
        for table, figure in tables
        for base, specs in table.items()
        if issubclass(kind, base)
        for spec in specs
    )


def _claim(  # noqa: PLR0913, PLR0917 - what a claim is made of
    view: View,
    element: Element,
    name: str,
    field: Field,
    cell: Cell[Any],
    around: Many[Ref[Any]] | None,
    *,
    figure: bool,
) -> Claim:
    sources: tuple[Evidence, ...] = ()
    grade = ASSUMED
    if cell.aside.cited or (around is not None and view[around]):
        alone: Varying[Any] = Varying((_everywhere(cell),), None, around)
        sources = view.evidence(alone)
        grade = view.graded(sources)
    return Claim(element=element, name=name, field=field, cell=cell, figure=figure, sources=sources, grade=grade)


def _everywhere(cell: Cell[Any]) -> Cell[Any]:
    """The cell as it is where it holds."""
    return attrs.evolve(cell, qualifiers=()) if cell.qualifiers else cell


def _share(view: View, arrow: Arrow) -> Iterator[Claim]:
    source = view.model.elements.get(arrow.source) or view.model.elements.get(arrow.journey)
    if source is None:
        return
    cited = arrow.terms.from_ if arrow.terms.from_.cells else source.from_
    for cell in arrow.terms.share.cells:
        yield _claim(view, source, SHARE, arrow.terms.share, cell, cited, figure=True)
