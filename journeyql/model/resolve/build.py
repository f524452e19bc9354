"""From drafts to the model: paths, typed elements, presence, arrows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from types import MappingProxyType
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import rules
from journeyql.model.context import DIMENSIONS
from journeyql.model.element import EVERYWHERE, EVIDENCE, Element, Presence
from journeyql.model.kinds import Journey
from journeyql.model.quantity import Range
from journeyql.model.resolve.draft import Draft, Entry
from journeyql.model.resolve.foreign import Foreign
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.resolve.read import Reader
from journeyql.model.varying import Cell, Many, Qualifiers, Varying
from journeyql.model.view import DEFAULT_SCALE
from journeyql.model.vocabulary import KindSpec, PropertySpec, make, property_of
from journeyql.source import Span
from journeyql.syntax import locate
from journeyql.wording import article

#: The property that says which scores a journey has.
SCALE = property_of(Journey.scale)
#: Beyond this many differently qualified values of one property nobody reads notes about their order.
_MOST_COMPARED = 50
_MOST_LISTED = 3

#: The properties that an element hands down to what stands in it, by attribute name.
Surroundings = Mapping[str, Any]
#: The properties of an element that are given, by attribute name.
Fields = Mapping[str, Any]


def assign_paths(roots: Iterable[Draft]) -> Iterator[Diagnostic]:
    """Give every draft its path, unique in the model, and report names that are used twice."""
    taken: dict[str, int] = {}
    for root in roots:
        for draft in root.walk():
            if draft.kind is not None:
                draft.path = _free(draft, taken)
        for draft in root.walk():
            yield from _duplicates(draft.children)


def _free(draft: Draft, taken: dict[str, int]) -> str:
    """A path that nothing has yet; `taken` counts how often each was wanted, so that many twins cost no search."""
    above = draft.parent.path if draft.parent is not None else ""
    path = f"{above}.{draft.id}" if above else draft.id
    if path in taken:
        path = f"{path}~{draft.kind_name}"
    base = path
    while path in taken:
        taken[base] += 1
        path = f"{base}{taken[base]}"
    taken[path] = 1
    return path


def _duplicates(siblings: Iterable[Draft]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], list[Draft]] = {}
    for draft in siblings:
        if draft.node.name is None:
            continue
        for other in first.setdefault((draft.kind_name, draft.id), []):
            if not _apart(draft, other):
                message = f"there is already {article(draft.kind_name)} `{draft.id}` here"
                related = (Related(_header(other), "the first one"),)
                yield rules.DUPLICATE_ID.at(
                    _header(draft), message, help="give one of them another name", related=related
                )
                break
        first[draft.kind_name, draft.id].append(draft)


def _apart(one: Draft, other: Draft) -> bool:
    """Whether two drafts are qualified differently, so that they are variants of one element."""
    mine = [condition.node.qualifiers for condition in one.within]
    others = [condition.node.qualifiers for condition in other.within]
    return mine != others and bool(mine or others)


def _header(draft: Draft) -> Span:
    return locate.node_span(draft.origin.source, draft.node)


@attrs.define(eq=False, repr=False)
class Builder:
    """Makes the elements of the model, parents before children."""

    reader: Reader
    qualifier: Qualifier
    lanes: Mapping[str, PropertySpec]
    diagnostics: list[Diagnostic]
    elements: dict[str, Element] = attrs.field(factory=dict)
    parents: dict[str, str] = attrs.field(factory=dict)
    children: dict[str, list[Element]] = attrs.field(factory=dict)
    qualifiers: set[Qualifiers] = attrs.field(factory=set)
    lane_scales: dict[str, Range[float]] = attrs.field(factory=dict)
    #: What was found while a draft was built, by its path.
    told: dict[str, tuple[Diagnostic, ...]] = attrs.field(factory=dict)
    _scales: dict[str, Range[float]] = attrs.field(factory=dict)

    def build(self, draft: Draft, around: Surroundings) -> None:
        """Build a draft and everything in it."""
        if draft.kind is None:
            for child in tuple(draft.children):
                self.build(child, around)
            return
        element = self.element(draft, draft.kind, around)
        if element is None:
            return
        above = draft.parent.path if draft.parent is not None else ""
        self.elements[draft.path] = element
        self.parents[draft.path] = above
        self.children.setdefault(above, []).append(element)
        if draft.children:
            within = surroundings(element, around)
            for child in draft.children:
                self.build(child, within)

    def element(self, draft: Draft, kind: KindSpec, around: Surroundings) -> Element | None:
        """The element of one draft; what is found on the way is kept by its path."""
        known = len(self.diagnostics)
        element = self._made(draft, kind, self._fields(draft, kind, around))
        if len(self.diagnostics) > known:
            self.told[draft.path] = tuple(self.diagnostics[known:])
        return element

    def _made(self, draft: Draft, kind: KindSpec, fields: Fields) -> Element | None:
        """The element; None when the code of a plugin's kind fails, which is reported."""
        evidence = fields.get(EVIDENCE.field)
        given: dict[str, Any] = {"presence": self.presence(draft)}
        if draft.own:
            given["own"] = MappingProxyType(self._own(draft, evidence))
        if facets := dict(self._facets(draft, evidence)):
            given["facets"] = MappingProxyType(facets)

        place = {"id": draft.id, "path": draft.path, "source": draft.origin.source, "node": draft.node}
        made = self._guarded(
            self.reader.binder.table.foreign_for(kind), partial(make, kind.cls, fields, **place, **given), draft
        )
        return made if isinstance(made, Element) else None

    def _guarded(self, foreign: Foreign | None, make: Callable[[], object], draft: Draft) -> object:
        """What `make` gives; None when it is a plugin's code and fails, which is reported."""
        if foreign is None:
            return make()
        made, reason = foreign.attempt(make)
        if reason:
            self.diagnostics.append(foreign.report(reason, _header(draft)))
        return made

    def _fields(self, draft: Draft, kind: KindSpec, around: Surroundings) -> Fields:
        """The properties that differ from the default: those with cells of their own, and those handed down."""
        grouped: dict[PropertySpec, list[Cell[Any]]] = {}
        self._remember_scale(draft)
        for entry in draft.entries:
            if entry.spec.facet is None:
                grouped.setdefault(entry.spec, []).extend(self._read(entry, draft))
        fields = {spec.field: around[spec.field] for spec in kind.inheriting if spec.field in around}
        cited = grouped.get(EVIDENCE)
        evidence = Many(tuple(cited), around.get(EVIDENCE.field)) if cited else around.get(EVIDENCE.field)
        for spec, cells in grouped.items():
            fields[spec.field] = self._field(spec, cells, evidence, around.get(spec.field) if spec.inherits else None)
        return fields

    def _read(self, entry: Entry, draft: Draft) -> list[Cell[Any]]:
        cells = self.reader.cells(entry, draft, lambda: self._scale(entry, draft))
        self.qualifiers.update(cell.qualifiers for cell in cells if cell.qualifiers)
        return cells

    def _own(self, draft: Draft, evidence: Any) -> dict[str, Varying[Any]]:
        grouped: dict[str, list[Cell[Any]]] = {}
        for entry in draft.own:
            grouped.setdefault(entry.spec.name, []).extend(self._read(entry, draft))
        for name, cells in grouped.items():
            self.reader.check_repeated(cells, self.lanes[name])
        return {name: Varying(tuple(cells), None, evidence) for name, cells in grouped.items()}

    def _facets(self, draft: Draft, evidence: Any) -> Iterator[tuple[type, object]]:
        """What each facet class says about an element, for those of which any property is given."""
        grouped: dict[type, dict[PropertySpec, list[Cell[Any]]]] = {}
        for entry in draft.entries:
            if entry.spec.facet is not None:
                cells = grouped.setdefault(entry.spec.facet, {}).setdefault(entry.spec, [])
                cells.extend(self._read(entry, draft))
        for cls, properties in grouped.items():
            fields = {spec.field: self._field(spec, cells, evidence) for spec, cells in properties.items()}
            foreign = self.reader.binder.table.added.foreign.get(cls)
            made = self._guarded(foreign, partial(make, cls, fields), draft)
            if isinstance(made, cls):
                yield cls, made

    def _field(
        self, spec: PropertySpec, cells: list[Cell[Any]], evidence: Any, inherited: Any = None
    ) -> Varying[Any] | Many[Any]:
        """A property with its cells, after a look at whether they contradict each other."""
        if len(cells) > 1:
            if not spec.many:
                self.reader.check_repeated(cells, spec)
            self._note_order(cells, spec)
        made: type[Any] = Many if spec.many else Varying
        found: Varying[Any] | Many[Any] = made(tuple(cells), inherited, evidence)
        return found

    def _note_order(self, cells: list[Cell[Any]], spec: PropertySpec) -> None:
        """Equally specific cells of which two can match: say in which contexts, and which one wins."""
        distinct = {cell.qualifiers: cell for cell in cells if cell.qualifiers}
        if not 1 < len(distinct) <= _MOST_COMPARED:
            return
        found = [
            (other, _overlap(one.qualifiers, other.qualifiers))
            for one, other in combinations(distinct.values(), 2)
            if _rivals(one.qualifiers, other.qualifiers) and not _decided(cells, one, other)
        ]
        if found:
            contexts = list(dict.fromkeys(context for _, context in found))
            more = f" and {len(contexts) - _MOST_LISTED} more" if len(contexts) > _MOST_LISTED else ""
            listed = f"{', '.join(contexts[:_MOST_LISTED])}{more}"
            message = f"two values of `{spec.name}` are equally specific for {listed}"
            order = ", ".join(DIMENSIONS[1:-1])
            hint = f"{DIMENSIONS[0]} decides before {order} and {DIMENSIONS[-1]}; or write a value for both"
            self.diagnostics.append(rules.QUALIFIER_ORDER.at(found[0][0].span, message, help=hint))

    def presence(self, draft: Draft) -> Presence:
        """In which contexts a draft exists; one with an unreadable qualifier exists nowhere."""
        if not draft.within and not draft.without:
            return EVERYWHERE
        within = self.qualifier.resolve(draft.within)
        without = tuple(found for one in draft.without if (found := self.qualifier.resolve(one.conditions)) is not None)
        if within is None:
            within = (("state", ()),)
        self.qualifiers.update((within, *without))
        return Presence(within, without)

    def add_late(self, roots: Iterable[Draft]) -> None:
        """Build what reading created on its way: markets that are named by their territory alone."""
        for root in roots:
            for draft in root.children:
                if draft.path not in self.elements:
                    self.build(draft, {})

    # ---- scales

    def _remember_scale(self, draft: Draft) -> None:
        for entry in draft.entries if draft.is_a(Journey) else ():
            if entry.spec is SCALE and not entry.conditions and entry.values:
                found = entry.spec.value.read(entry.values[0])
                if isinstance(found, Range):
                    self._scales[draft.path] = found

    def _scale(self, entry: Entry, draft: Draft) -> Range[float]:
        lane = self.lane_scales.get(entry.spec.name)
        if lane is not None:
            return lane
        journey = draft.around(Journey)
        return DEFAULT_SCALE if journey is None else self._scales.get(journey.path, DEFAULT_SCALE)


def surroundings(element: Element, around: Surroundings) -> Surroundings:
    """What is handed down to what stands in an element; `around` is what it got itself."""
    given = vars(element)
    return {**around, **{spec.field: given[spec.field] for spec in element.entry.inheriting if spec.field in given}}


def _rivals(one: Qualifiers, other: Qualifiers) -> bool:
    """Whether two qualifiers can match together and neither is more specific by itself."""
    mine, others = dict(one), dict(other)
    if len(mine) != len(others):
        return False
    if mine.keys() != others.keys():
        return True
    size = sum(map(len, mine.values())) == sum(map(len, others.values()))
    return size and all(set(mine[name]) & set(others[name]) for name in mine)


def _overlap(one: Qualifiers, other: Qualifiers) -> str:
    """The contexts in which two qualifiers match together, for people: `mei/tom with future`."""
    mine, others = dict(one), dict(other)
    named = {
        name: [value for value in mine.get(name, others.get(name, ())) if value in others.get(name, mine.get(name, ()))]
        for name in dict.fromkeys((*DIMENSIONS, *mine, *others))
        if name in mine or name in others
    }
    return " with ".join("/".join(values) for values in named.values())


def _decided(cells: list[Cell[Any]], one: Cell[Any], other: Cell[Any]) -> bool:
    """Whether a third cell covers the contexts in which both match."""
    both = set(one.qualifiers) | set(other.qualifiers)
    return any(both <= set(cell.qualifiers) for cell in cells)
