"""A model that speaks another language: translations become values qualified by it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

import attrs

from journeyql.model.element import Element
from journeyql.model.flow import Arrow
from journeyql.model.kinds import Journey
from journeyql.model.languages import language_chain
from journeyql.model.model import Model
from journeyql.model.texts import (
    BECAUSE,
    LANGUAGE,
    Field,
    is_text,
    option_fields,
    places,
    sources,
    spoken,
)
from journeyql.model.varying import Cell, Qualifiers, Varying
from journeyql.model.vocabulary import PropertySpec, changed, properties_of

T = TypeVar("T")

#: What is said in one language: translations by the keys of texts.
Catalogue: TypeAlias = Mapping[str, str]
#: The languages to look in, nearest first.
_Chain: TypeAlias = tuple[tuple[str, Catalogue], ...]


def translated(model: Model, language: str, catalogues: Mapping[str, Catalogue]) -> Model:
    """The model with what catalogues say in a language, as values that hold when this language is asked for.

    A catalogue gives the translations for the keys that `source_texts` makes; there is one for each language tag. The nearest
    of, for example, `de-AT` and `de` that says a text counts; a text that none says stays as it is written. Where the
    file itself has a text in the language, the file counts.
    """
    chain = tuple((tag, catalogues.get(tag, {})) for tag in language_chain(language))
    changed: dict[int, Field] = {}
    for place in places(model):
        found = _Voice(language, chain, place.field).field(place.key, place.spec)
        if found is not place.field:
            changed[id(place.field)] = found
    return _Rebuild(model, changed).model() if changed else model


@attrs.frozen(eq=False, repr=False)
class _Voice:
    """Says one property in a language."""

    language: str
    chain: _Chain
    said: Field

    def field(self, key: str, spec: PropertySpec) -> Field:
        """The property with its translations; itself, if there are none.

        As soon as one value has a translation all get their equal in the language, so that which of them holds in a
        context is decided as it was before.
        """
        pairs = [
            (cell, _cell(key + suffix, cell, spec, self._nearer(cell.qualifiers)))
            for suffix, cell in sources(self.said)
        ]
        if all(old is new for old, new in pairs):
            return self.said
        more = (
            self._qualified(new) for old, new in pairs if old is not new or self._nearer(old.qualifiers) is self.chain
        )
        return attrs.evolve(self.said, cells=(*self.said.cells, *more))

    def _nearer(self, qualifiers: Qualifiers) -> _Chain:
        """The catalogues that go before what the file itself says in the language, under the same conditions."""
        found = [
            index
            for index, (tag, _) in enumerate(self.chain)
            for cell in self.said.cells
            if spoken(cell.qualifiers) and _in(tag, cell.qualifiers) == qualifiers
        ]
        return self.chain[: min(found)] if found else self.chain

    def _qualified(self, cell: Cell[Any]) -> Cell[Any]:
        return attrs.evolve(cell, qualifiers=tuple(sorted((*cell.qualifiers, (LANGUAGE, (self.language,))))))


def _in(tag: str, qualifiers: Qualifiers) -> Qualifiers | None:
    """The other conditions of a qualifier that holds in a language; None, if it does not."""
    if not any(dimension == LANGUAGE and tag in tags for dimension, tags in qualifiers):
        return None
    return tuple(atom for atom in qualifiers if atom[0] != LANGUAGE)


def _cell(key: str, cell: Cell[Any], spec: PropertySpec, chain: _Chain) -> Cell[Any]:
    """A cell with all that is translated in it; itself, if nothing is."""
    changes: dict[str, Any] = {}
    value = _translation(key, chain) if is_text(cell, spec) else None
    because = _translation(f"{key}.{BECAUSE.name}", chain) if cell.because else None
    options = _options(key, cell, chain)
    if value:
        changes["value"] = value
    if because:
        changes["because"] = because
    if options:
        changes["options"] = changed(cell.options, options)
    return _changed_cell(cell, changes) if changes else cell


def _changed_cell(cell: Cell[Any], changes: Mapping[str, Any]) -> Cell[Any]:
    """A cell with another value, or with other words behind it."""
    behind = {name: words for name, words in changes.items() if name != "value"}
    aside = attrs.evolve(cell.aside, **behind)
    return attrs.evolve(cell, value=changes.get("value", cell.value), aside=aside)


def _options(key: str, cell: Cell[Any], chain: _Chain) -> dict[str, Field]:
    """The options of a cell in which something is translated, by attribute."""
    found: dict[str, Field] = {}
    for spec, field in option_fields(cell):
        new = {id(old): _cell(f"{key}.{spec.name}{suffix}", old, spec, chain) for suffix, old in sources(field)}
        cells = tuple(new.get(id(old), old) for old in field.cells)
        if cells != field.cells:
            found[spec.field] = attrs.evolve(field, cells=cells)
    return found


def _translation(key: str, chain: _Chain) -> str | None:
    return next((said for _, texts in chain if (said := texts.get(key))), None)


@attrs.frozen(eq=False, repr=False)
class _Rebuild:
    """A model with other properties, given by the identity of the old ones: elements share what they inherit."""

    old: Model
    changed: dict[int, Field]
    _new: dict[int, Field] = attrs.field(factory=dict)

    def model(self) -> Model:
        """The model; elements in which nothing changes stay the same objects."""
        old = self.old
        elements = {path: self._element(element) for path, element in old.elements.items()}
        spoken_now = (cell.qualifiers for field in self.changed.values() for cell in field.cells)
        journeys = (elements[journey.path] for journey in old.journeys)
        return attrs.evolve(
            old,
            journeys=tuple(journey for journey in journeys if isinstance(journey, Journey)),
            elements=elements,
            children={path: tuple(elements[child.path] for child in inner) for path, inner in old.children.items()},
            arrows=tuple(map(self._arrow, old.arrows)),
            qualifiers=old.qualifiers | (frozenset(spoken_now) - {()}),
        )

    def _element(self, element: Element) -> Element:
        values, given = self._changes(element), dict[str, Any]()
        facets = {cls: changed(facet, new) for cls, facet in element.facets.items() if (new := self._changes(facet))}
        own = {name: self._field(field) for name, field in element.own.items()}
        if facets:
            given["facets"] = MappingProxyType({**element.facets, **facets})
        if any(own[name] is not field for name, field in element.own.items()):
            given["own"] = own
        return changed(element, values, **given) if values or given else element

    def _arrow(self, arrow: Arrow) -> Arrow:
        terms, condition = self._changes(arrow.terms), self._words(arrow.condition)
        if not terms and condition is arrow.condition:
            return arrow
        return attrs.evolve(arrow, condition=condition, terms=changed(arrow.terms, terms))

    def _words(self, field: Varying[str]) -> Varying[str]:
        found: Any = self._field(field)
        return found  # type: ignore[no-any-return]  # a property becomes one of its own sort

    def _changes(self, holder: object) -> dict[str, Field]:
        """The properties of an object that become others, by attribute."""
        old = {spec.field: getattr(holder, spec.field) for spec in properties_of(type(holder)).values()}
        return {name: new for name, field in old.items() if (new := self._field(field)) is not field}

    def _field(self, field: Field) -> Field:
        """What becomes of a property; one that falls back on another has to fall back on what becomes of that."""
        found = self._new.get(id(field))
        if found is None:
            found = self.changed.get(id(field), field)
            if field.inherited is not None and (around := self._field(field.inherited)) is not field.inherited:
                found = attrs.evolve(found, inherited=around)  # type: ignore[arg-type]  # of its own sort
            self._new[id(field)] = found
        return found
