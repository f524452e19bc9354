"""What each line of a file means to the vocabulary, without looking at any other file."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from journeyql import ast
from journeyql.model import FILE, FlowTerms, Journey, KindSpec, PropertySpec, kind_of
from journeyql.model.directives import Allow, Extend, Omit, UseFile, directive_of, spec_of
from journeyql.model.resolve import WordTable
from journeyql.model.resolve.words import option
from journeyql.model.terms import Remarks

Specs = tuple[PropertySpec, ...]

#: The kind that parts of a journey at the top level belong to.
JOURNEY = kind_of(Journey).name


class Scope(enum.Enum):
    """What is known of a place."""

    FILE = enum.auto()
    ELEMENT = enum.auto()
    #: In `extend`: what is changed may stand in another file, so every word of every kind may be meant.
    EXTENSION = enum.auto()
    #: In `allow`, which has words of its own.
    ALLOWANCE = enum.auto()
    #: In an element of no known kind: nothing can be said of its words.
    UNKNOWN = enum.auto()


@attrs.frozen
class Place:
    """Where a node stands: in an element of a kind, or at the top level of a file, perhaps below a journey."""

    scope: Scope
    kind: KindSpec | None = None
    journey: bool = False


TOP = Place(Scope.FILE)
UNKNOWN = Place(Scope.UNKNOWN)
EXTENSION = Place(Scope.EXTENSION)
ALLOWANCE = Place(Scope.ALLOWANCE)
_INSIDE = {Extend: EXTENSION, Allow: ALLOWANCE}


class Form(enum.Enum):
    """What a line is, whatever form it is written in."""

    ELEMENT = enum.auto()
    PROPERTY = enum.auto()
    #: `pain: "x", "y"`: an element for each of the texts.
    ELEMENTS = enum.auto()


@attrs.frozen(eq=False, repr=False)
class Meaning:
    """What an element or property means: its kind and the place that it is for others, or its declarations.

    There are several declarations where different kinds have a property of the same name, and the kind is not known.
    """

    form: Form
    kind: KindSpec | None = None
    inside: Place = UNKNOWN
    specs: Specs = ()


@attrs.frozen(eq=False, repr=False)
class Words:
    """The words of a file: those of the vocabulary in the keyword language that the file is written in."""

    table: WordTable
    language: str
    _found: dict[str, Specs] = attrs.field(factory=dict)

    def of(self, node: ast.Element | ast.Property, place: Place) -> Meaning:
        """What a line means, in whatever form it is written."""
        return self.element(node, place) if isinstance(node, ast.Element) else self.property(node, place)

    def below(self, node: ast.Node, place: Place) -> Place:
        """The place of what follows a node at the same level: at the top level, a journey is one for what follows."""
        if place.scope is not Scope.FILE or isinstance(node, ast.Flow):
            return place
        kind = self.of(node, place).kind
        return attrs.evolve(place, journey=True) if kind is not None and kind.name == JOURNEY else place

    def element(self, node: ast.Element, place: Place) -> Meaning:
        """What a line in the form of an element means."""
        directive = directive_of(node.kind, self.language)
        if directive is not None:
            return Meaning(Form.ELEMENT, inside=_INSIDE.get(directive, UNKNOWN))
        if node.kind == "":
            return self._bare(place)
        kind = self.table.kind(node.kind, self.language)
        specs = self.properties(place, node.kind)
        at_home = kind is not None and self._home(kind, place)
        if specs and not at_home and _one_value(node) and (kind is None or _fits(node, specs)):
            return Meaning(Form.PROPERTY, specs=specs)
        # Who stands in the wrong place may be read as a part of something else, with all that stands in it.
        known = at_home or (kind is not None and place.scope is Scope.UNKNOWN)
        return Meaning(Form.ELEMENT, kind, Place(Scope.ELEMENT, kind) if known else UNKNOWN)

    def _bare(self, place: Place) -> Meaning:
        """What a text without a kind means."""
        kind = self.table.kind(place.kind.bare) if place.kind is not None and place.kind.bare else None
        if kind is not None:
            return Meaning(Form.ELEMENT, kind, Place(Scope.ELEMENT, kind))
        return Meaning(Form.ELEMENT, inside=EXTENSION if place.scope is Scope.EXTENSION else UNKNOWN)

    def property(self, node: ast.Property, place: Place) -> Meaning:
        """What a line or item in the form of a property means."""
        specs = self.properties(place, node.key)
        kind = None if specs or not node.key else self.table.kind(node.key, self.language)
        worded = any(isinstance(value, ast.Text) for value in node.values)
        if kind is not None and (kind.brief or worded) and self._home(kind, place):
            return Meaning(Form.ELEMENTS, kind, Place(Scope.ELEMENT, kind))
        return Meaning(Form.PROPERTY, specs=specs)

    def plain(self, word: str) -> str:
        """The English word of a directive; any other word as it is."""
        directive = directive_of(word, self.language)
        return word if directive is None else spec_of(directive).name

    def directs(self, node: ast.Element) -> bool:
        """Whether a line is a directive, and no element."""
        return directive_of(node.kind, self.language) is not None

    def uses(self, node: ast.Element) -> bool:
        """Whether a line brings another file in."""
        return directive_of(node.kind, self.language) is UseFile

    def changes(self, node: ast.Node) -> bool:
        """Whether a line extends or omits something."""
        return isinstance(node, ast.Element) and directive_of(node.kind, self.language) in (Extend, Omit)

    def with_colon(self, word: str, place: Place) -> KindSpec | None:
        """The kind that `word: "text"` stands for in a place, or None."""
        return self.property(ast.Property(word, (), (ast.Text(""),), (), 0, 0), place).kind

    def properties(self, place: Place, word: str, language: str | None = None) -> Specs:
        """The properties that a word can mean in a place."""
        spoken = self.language if language is None else language
        if place.scope is Scope.ELEMENT:
            spec = self.table.property(place.kind, word, spoken)
            return () if spec is None else (spec,)
        if place.scope is Scope.ALLOWANCE:
            return _distinct((option(Allow, word, spoken),))
        return self.anywhere(word, spoken) if place.scope is Scope.EXTENSION else ()

    def names(self, place: Place, word: str, language: str) -> frozenset[str]:
        """The names of everything that a word with a colon can mean in a place."""
        found = {spec.name for spec in self.properties(place, word, language)}
        kind = self.table.kind(word, language) if place.scope is Scope.EXTENSION else None
        return frozenset(found if kind is None else {*found, kind.name})

    def option_names(self, specs: Specs, word: str, language: str) -> frozenset[str]:
        """The names of the options that a word can mean behind the value of a property."""
        return frozenset(spec.name for spec in self.options(specs, word, language))

    def term_names(self, word: str, language: str) -> frozenset[str]:
        """The name of what a word means behind an arrow."""
        return frozenset(spec.name for spec in self.terms(word, language))

    def anywhere(self, word: str, language: str) -> Specs:
        """The properties that a word can mean in any kind."""
        key = f"{language}:{word}"
        if key not in self._found:
            specs = (self.table.property(kind, word, language) for kind in self.table.owners(word, language))
            self._found[key] = _distinct(specs)
        return self._found[key]

    def options(self, specs: Specs, word: str, language: str | None = None) -> Specs:
        """The options that a word can mean behind the value of a property."""
        spoken = self.language if language is None else language
        own = _distinct(_same(option(spec.options, word, spoken), spec) for spec in specs)
        return own or _distinct((option(Remarks, word, spoken),))

    def terms(self, word: str, language: str | None = None) -> Specs:
        """What a word means behind an arrow."""
        return _distinct((option(FlowTerms, word, self.language if language is None else language),))

    def _home(self, kind: KindSpec, place: Place) -> bool:
        """Whether an element of a kind may stand in a place."""
        if place.scope is Scope.ELEMENT and place.kind is not None:
            return place.kind.may_hold(kind)
        if place.scope is Scope.FILE:
            return FILE in kind.inside or (place.journey and JOURNEY in kind.inside)
        return place.scope is Scope.EXTENSION


def _one_value(node: ast.Element) -> bool:
    """Whether `word name` or `word "text"` can be written as `word: …` without changing what is read."""
    options = all(isinstance(child, ast.Property) and child.key for child in node.body)
    return options and (node.name is None) != (node.text is None)


def _fits(node: ast.Element, specs: Specs) -> bool:
    """Whether what stands behind a word that is a kind elsewhere is of the property's sort."""
    return node.name is not None or not any(spec.value.targets for spec in specs)


def _same(found: PropertySpec | None, owner: PropertySpec) -> PropertySpec | None:
    """An option; one that takes a value like the property's own, with the property's type."""
    if found is None or not found.value.same:
        return found
    return attrs.evolve(found, value=owner.value)


def _distinct(specs: Iterable[PropertySpec | None]) -> Specs:
    return tuple(dict.fromkeys(spec for spec in specs if spec is not None))
