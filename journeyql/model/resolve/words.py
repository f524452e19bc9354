"""The table of all words of the language: which kind or property a word means, and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

import attrs

from journeyql.model.directives import directive_of
from journeyql.model.element import Element
from journeyql.model.kinds import Stage, Touchpoint
from journeyql.model.resolve.foreign import Foreign
from journeyql.model.vocabulary import FILE, ZH, KindSpec, PropertySpec, Word, kind_of, meant, properties_of
from journeyql.wording import article

#: The kinds that make up a flow, and that lanes are about.
STEPS: tuple[type, ...] = (Stage, Touchpoint)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Added:
    """What plugins add to the words of the core.

    `foreign` says how to run the code of their classes; `facets` are the classes that add properties to a kind, by
    its name; `dimensions` the words of each dimension; `homes` the vocabulary that each class is part of.
    """

    kinds: Mapping[str, KindSpec] = attrs.field(factory=dict)
    foreign: Mapping[type, Foreign] = attrs.field(factory=dict)
    facets: Mapping[str, tuple[type, ...]] = attrs.field(factory=dict)
    dimensions: Mapping[str, Collection[str]] = attrs.field(factory=dict)
    homes: Mapping[type, str] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False, slots=False)
class WordTable:
    """The kinds and properties that core and plugins define, by their words in each keyword language.

    `add` gives what plugins add; it is called when a word is met that the core lacks. Whether it has been makes no
    difference to what a word means: those of the core go first in any case.
    """

    core: Mapping[str, KindSpec]
    add: Callable[[], Added] = Added

    @classmethod
    def of(cls, classes: Iterable[type], added: Added | None = None) -> WordTable:
        """The table of the given kinds, with what plugins add."""
        return cls({spec.name: spec for spec in map(kind_of, classes)}, Added if added is None else lambda: added)

    @cached_property
    def added(self) -> Added:
        """What plugins add."""
        return self.add()

    @cached_property
    def kinds(self) -> Mapping[str, KindSpec]:
        """All kinds by name, those of plugins last."""
        return {**self.core, **self.added.kinds}

    @property
    def facets(self) -> Mapping[str, tuple[type, ...]]:
        """The classes that add properties to a kind, by its name."""
        return self.added.facets

    @property
    def dimensions(self) -> Mapping[str, Collection[str]]:
        """The words of each dimension that plugins add."""
        return self.added.dimensions

    def used(self, elements: Iterable[Element]) -> frozenset[str]:
        """The vocabularies of plugins that some elements have a word of."""
        if "added" not in self.__dict__ or not self.added.homes:
            return frozenset()
        classes = {cls for element in elements for cls in (type(element), *element.facets)}
        return frozenset(self.added.homes[cls] for cls in classes if cls in self.added.homes)

    def properties(self, kind: KindSpec) -> Mapping[str, PropertySpec]:
        """The properties of a kind by name, those of facets last."""
        return self._with_facets[kind.name] if kind.name in self.facets else kind.properties

    @cached_property
    def _with_facets(self) -> Mapping[str, Mapping[str, PropertySpec]]:
        return {
            name: {
                **self.kinds[name].properties,
                **{key: spec for cls in added for key, spec in properties_of(cls).items()},
            }
            for name, added in self.facets.items()
        }

    def foreign_for(self, kind: KindSpec | None, spec: PropertySpec | None = None) -> Foreign | None:
        """How to run the code of a kind or of one of its properties; None when that is the core's own."""
        if "added" not in self.__dict__ or not self.added.foreign:
            return None
        facet = None if spec is None else spec.facet
        return self.added.foreign.get(facet or (kind.cls if kind is not None else type(None)))

    @cached_property
    def _zh_core(self) -> Mapping[str, KindSpec]:
        return {spec.zh: spec for spec in self.core.values() if spec.zh}

    @cached_property
    def _zh_kinds(self) -> Mapping[str, KindSpec]:
        return {spec.zh: spec for spec in self.kinds.values() if spec.zh}

    @cached_property
    def _zh_properties(self) -> Mapping[str, Mapping[str, PropertySpec]]:
        return {
            name: {prop.zh: prop for prop in self.properties(spec).values() if prop.zh}
            for name, spec in self.kinds.items()
        }

    @cached_property
    def _zh_own(self) -> dict[str, Mapping[str, PropertySpec]]:
        """The Chinese names of a kind's own properties, for each kind that was asked for."""
        return {}

    def _own(self, kind: KindSpec, word: str, language: str) -> PropertySpec | None:
        """The property that a word names, facets left out."""
        found = kind.properties.get(word)
        if found is not None or language != ZH:
            return found
        known = self._zh_own.get(kind.name)
        if known is None:
            known = self._zh_own[kind.name] = {prop.zh: prop for prop in kind.properties.values() if prop.zh}
        return known.get(word)

    def kind(self, word: str, language: str = "") -> KindSpec | None:
        """The kind that a word names."""
        found = self.core.get(word)
        if found is None and language == ZH:
            found = self._zh_core.get(word)
        if found is None:
            found = self.kinds.get(word)
        return self._zh_kinds.get(word) if found is None and language == ZH else found

    def begins(self, word: str) -> bool:
        """Whether a line may begin with a word in any keyword language: a kind or a directive."""
        return self.kind(word, ZH) is not None or directive_of(word, ZH) is not None

    def property(self, kind: KindSpec | None, word: str, language: str = "") -> PropertySpec | None:
        """The property of a kind that a word names."""
        if kind is None:
            return None
        found = self._own(kind, word, language) or self.properties(kind).get(word)
        return self._zh_properties[kind.name].get(word) if found is None and language == ZH else found

    def lane(self, word: str, language: str = "") -> str | None:
        """The name of the lane that is there unless declared: a property of a step, or a kind that stands in steps."""
        steps = [kind_of(cls) for cls in STEPS]
        found = next((spec for kind in steps if (spec := self.property(kind, word, language)) is not None), None)
        if found is not None:
            return found.name
        kind = self.kind(word, language)
        return kind.name if kind is not None and any(step.name in kind.inside for step in steps) else None

    def in_chinese(self, kind: KindSpec | None, word: str) -> bool:
        """Whether a word is the Chinese name of a property of a kind, or of a kind that may stand in it."""
        if self.property(kind, word, ZH) is not None:
            return True
        named = self._zh_kinds.get(word)
        return named is not None and named in self.inside(kind)

    def inside(self, kind: KindSpec | None) -> tuple[KindSpec, ...]:
        """The kinds that may stand in a kind (None: at the top level of a file)."""
        if kind is None:
            return tuple(spec for spec in self.kinds.values() if FILE in spec.inside)
        return tuple(spec for spec in self.kinds.values() if kind.may_hold(spec))

    def words(self, kind: KindSpec | None, language: str = "") -> tuple[str, ...]:
        """Every word that may begin a line inside a kind, for suggestions and completion."""
        properties = () if kind is None else tuple(self.properties(kind).values())
        specs: tuple[PropertySpec | KindSpec, ...] = (*properties, *self.inside(kind))
        return spellings(specs, language)

    def owners(self, word: str, language: str = "") -> tuple[KindSpec, ...]:
        """The kinds that have a property of this name."""
        if language not in self._owners:
            self._owners[language] = self._owned(language)
        return self._owners[language].get(word, ())

    @cached_property
    def _owners(self) -> dict[str, Mapping[str, tuple[KindSpec, ...]]]:
        """The kinds that have a property, by its name, for each language that was asked for."""
        return {}

    def _owned(self, language: str) -> Mapping[str, tuple[KindSpec, ...]]:
        found: dict[str, list[KindSpec]] = {}
        for kind in self.kinds.values():
            for word in dict.fromkeys(spellings(self.properties(kind).values(), language)):
                found.setdefault(word, []).append(kind)
        return {word: tuple(kinds) for word, kinds in found.items()}

    def leading(self, kind: KindSpec, word: str, language: str = "") -> tuple[PropertySpec, ...]:
        """The properties of a kind whose values a word may follow."""
        key = kind.name, language
        if key not in self._leading:
            found: dict[str, list[PropertySpec]] = {}
            for spec in self.properties(kind).values():
                options = properties_of(spec.options).values() if spec.options else ()
                for name in dict.fromkeys(spellings(options, language)):
                    found.setdefault(name, []).append(spec)
            self._leading[key] = {name: tuple(specs) for name, specs in found.items()}
        return self._leading[key].get(word, ())

    @cached_property
    def _leading(self) -> dict[tuple[str, str], Mapping[str, tuple[PropertySpec, ...]]]:
        """For each kind and language that was asked for, the properties by the words that may follow their values."""
        return {}


def spelled(entry: Word, language: str) -> str:
    """The word of an entry of the vocabulary that a file's author would write."""
    return entry.zh if entry.zh and language == ZH else entry.name


def with_article(entry: Word, language: str) -> str:
    """The same with an article, or between backticks where it is no English word."""
    word = spelled(entry, language)
    return article(word) if word == entry.name else f"`{word}`"


def spellings(entries: Iterable[Word], language: str = "") -> tuple[str, ...]:
    """What may be written for some entries of the vocabulary: in English, then in the keyword language."""
    found = tuple(entries)
    return (*(one.name for one in found), *(one.zh for one in found if one.zh and language == ZH))


def option(cls: type | None, word: str, language: str = "") -> PropertySpec | None:
    """The option of an options class that a word names."""
    if cls is None:
        return None
    specs = properties_of(cls)
    return specs.get(word) or meant(specs.values(), word, language)
