"""What a word of the language can mean: a kind, a property, an option, one of the words that a property takes, a sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from journeyql.cli.signs import SIGNS, Sign, sign
from journeyql.model import FlowTerms
from journeyql.model.element import Element
from journeyql.model.resolve.words import ZH, option
from journeyql.model.vocabulary import KindSpec, PropertySpec, properties_of

if TYPE_CHECKING:
    from journeyql.model.resolve import WordTable

#: What takes an option, when that is no property.
ARROW = "->"


@attrs.frozen(eq=False, repr=False)
class Kind:
    """A word that is a kind: its own properties, those of facets among them, and those that every kind has."""

    spec: KindSpec
    properties: Mapping[str, PropertySpec]

    @property
    def own(self) -> tuple[PropertySpec, ...]:
        """The properties that not every kind has."""
        return tuple(spec for name, spec in self.properties.items() if name not in properties_of(Element))

    @property
    def common(self) -> tuple[PropertySpec, ...]:
        """The properties that every kind has."""
        return tuple(properties_of(Element).values())


@attrs.frozen(eq=False, repr=False)
class Property:
    """A word that is a property, with the kinds that have it (none: every kind)."""

    spec: PropertySpec
    kinds: tuple[str, ...]


@attrs.frozen(eq=False, repr=False)
class Option:
    """A word that may follow the value of some properties, or an arrow."""

    spec: PropertySpec
    behind: tuple[str, ...]


@attrs.frozen(eq=False, repr=False)
class Value:
    """A word that some properties or options take, by their names, each with the kinds that have it."""

    name: str
    zh: str
    taken: Mapping[str, tuple[str, ...]]


Meaning = Kind | Property | Option | Value | Sign


def meanings(table: WordTable, word: str) -> Iterator[Meaning]:
    """Everything that a word means, in English or Chinese; `kind.property` means one property."""
    kind_word, dot, name = word.rpartition(".")
    if dot and (kind := table.kind(kind_word, ZH)):
        spec = table.property(kind, name, ZH)
        if spec is not None:
            yield Property(spec, (kind.name,))
        return
    if (found := sign(word)) is not None:
        yield found
    if (kind := table.kind(word, ZH)) is not None:
        yield Kind(kind, table.properties(kind))
    yield from _properties(table, word)
    yield from _options(table, word)
    yield from _values(table, word)


def known(table: WordTable) -> Iterator[str]:
    """Every word that means something."""
    for one in SIGNS:
        yield from (one.name, *one.also)
    for spec in _specs(table):
        yield from (spec.name, spec.zh, *words_of(spec), *words_of(spec).values())
    for kind in table.kinds.values():
        yield from (kind.name, kind.zh, *(f"{kind.name}.{key}" for key in table.properties(kind)))


def words_of(spec: PropertySpec) -> Mapping[str, str]:
    """The words that a property takes, each with its Chinese name."""
    return spec.value.words


def _specs(table: WordTable) -> Iterator[PropertySpec]:
    for kind in table.kinds.values():
        for spec in table.properties(kind).values():
            yield spec
            if spec.options is not None:
                yield from properties_of(spec.options).values()
    yield from properties_of(FlowTerms).values()


def _properties(table: WordTable, word: str) -> Iterator[Property]:
    grouped: dict[tuple[str, ...], tuple[PropertySpec, list[str]]] = {}
    for kind in table.kinds.values():
        if (spec := table.property(kind, word, ZH)) is not None:
            key = (spec.name, spec.doc, spec.value.expects, str(spec.options))
            grouped.setdefault(key, (spec, []))[1].append(kind.name)
    for spec, kinds in grouped.values():
        yield Property(spec, () if len(kinds) == len(table.kinds) else tuple(kinds))


def _options(table: WordTable, word: str) -> Iterator[Option]:
    grouped: dict[tuple[str, ...], tuple[PropertySpec, list[str]]] = {}
    holders = [(prop.name, prop.options) for kind in table.kinds.values() for prop in table.properties(kind).values()]
    for name, cls in (*holders, (ARROW, FlowTerms)):
        if (spec := option(cls, word, ZH)) is not None:
            names = grouped.setdefault((spec.name, spec.doc, spec.value.expects), (spec, []))[1]
            names.extend(() if name in names else (name,))
    for spec, behind in grouped.values():
        yield Option(spec, tuple(behind))


def _values(table: WordTable, word: str) -> Iterator[Value]:
    grouped: dict[tuple[str, str], dict[str, list[str]]] = {}
    holders = [(prop, kind.name) for kind in table.kinds.values() for prop in table.properties(kind).values()]
    behind = [
        (more, f"behind {spec.name}=")
        for spec, _ in holders
        if spec.options
        for more in properties_of(spec.options).values()
    ]
    arrows = [(spec, f"behind {ARROW}") for spec in properties_of(FlowTerms).values()]
    for spec, place in (*holders, *behind, *arrows):
        for name, zh in words_of(spec).items():
            if word in (name, zh):
                places = grouped.setdefault((name, zh), {}).setdefault(spec.name, [])
                places.extend(() if place in places else (place,))
    for (name, zh), taken in grouped.items():
        everywhere = len(table.kinds)
        yield Value(
            name, zh, {key: () if len(places) == everywhere else tuple(places) for key, places in taken.items()}
        )
