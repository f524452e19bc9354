"""Own lanes: properties that a file declares for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.kinds import Journey, Lane
from journeyql.model.kinds.lane import LANE_TYPES
from journeyql.model.quantity import Range
from journeyql.model.resolve.keywords import language_of
from journeyql.model.resolve.names import slug
from journeyql.model.resolve.words import WordTable
from journeyql.model.types import TEXT, Misread, ValueType, word
from journeyql.model.varying import Many, Varying
from journeyql.model.vocabulary import PropertySpec, kind_of, property_of
from journeyql.syntax import locate

_CHOICE = "choice"


def _value(value: ast.Value) -> str:
    return value.value


#: The values of a lane whose type could not be read: that mistake is told, and nothing else follows from it.
_ANYTHING: ValueType[str] = ValueType(name="any", expects="anything", read=_value, schema={})


@attrs.frozen(eq=False, repr=False)
class Declaration:
    """A `lane` line, in a file whose words are of a language."""

    node: ast.Element
    document: ast.Document
    table: WordTable

    @property
    def language(self) -> str:
        """The keyword language of its file."""
        return language_of(self.document)

    @property
    def value(self) -> ValueType[Any]:
        """The type of its values: what it says, a choice if it names words, else text."""
        words = {value.value.replace("-", "_"): "" for value in self.values(Lane.values)}
        named = [property_of(Lane.type_).value.read(value) for value in self.values(Lane.type_)]
        found = next((found for found in named if not isinstance(found, Misread)), _CHOICE if words else "")
        if found == _CHOICE and words:
            return word(**words)
        if named and not found:
            return _ANYTHING
        return LANE_TYPES[found][1] if found else TEXT

    @property
    def name(self) -> str:
        """The property that it declares or renames; empty when it is called nothing."""
        return lane_name(self.node, self.table, self.language)

    def values(self, field: Varying[Any] | Many[Any]) -> tuple[ast.Value, ...]:
        """The values of one of its properties, named by its attribute."""
        wanted = property_of(field)
        return tuple(
            value
            for child in self.node.body
            if isinstance(child, ast.Property) and self._property(child) is wanted
            for value in child.values
        )

    def finding(self, message: str, hint: str) -> Diagnostic:
        """What is wrong with it."""
        return rules.UNCLEAR_LANE.at(locate.node_span(self.document.source, self.node), message, help=hint)

    def _property(self, node: ast.Property) -> PropertySpec | None:
        return self.table.property(kind_of(Lane), node.key, self.language)


def lane_name(node: ast.Element, table: WordTable, language: str) -> str:
    """What a lane is called: by a word of the vocabulary in English, whatever the file's language."""
    name = node.name or (slug(node.text) if node.text else "")
    return table.lane(name, language) or name


def declarations(documents: Iterable[ast.Document], table: WordTable) -> tuple[Declaration, ...]:
    """The lanes at the top level and directly in journeys."""
    return tuple(
        Declaration(node, document, table)
        for document in documents
        for node in _lanes(document.body, table, language_of(document))
    )


def declared(lanes: Iterable[Declaration]) -> dict[str, PropertySpec]:
    """The property that each lane declares, by name; a lane that renames a built-in property declares none."""
    return {
        lane.name: PropertySpec(name=lane.name, field="", value=lane.value, many=False, doc=lane.node.text or "")
        for lane in lanes
        if lane.name and lane.table.lane(lane.name) is None
    }


def unclear(lanes: Iterable[Declaration]) -> Iterator[Diagnostic]:
    """A finding for each lane that does not say what its property is called, or which values that has."""
    seen: dict[str, Declaration] = {}
    for lane in lanes:
        first = seen.setdefault(lane.name, lane)
        if not lane.name:
            yield lane.finding("a lane needs a name: that of the property it declares", 'write `lane relevance "…"`')
        elif lane.value is LANE_TYPES[_CHOICE][1]:
            yield lane.finding(
                "there are no words to choose from", "add them to the line, like `values=phone, desktop`"
            )
        elif first.value.name != lane.value.name or first.value.words != lane.value.words:
            message = f"a lane `{lane.name}` of another type is declared already"
            yield lane.finding(message, "give one of them another name, or both the same type")


def scales(lanes: Iterable[Declaration]) -> dict[str, Range[float]]:
    """The scale of each lane that declares one."""
    found: dict[str, Range[float]] = {}
    for lane in lanes:
        value = next(iter(lane.values(Lane.scale)), None)
        read = property_of(Lane.scale).value.read(value) if value is not None else None
        if lane.name and read is not None and not isinstance(read, Misread):
            found[lane.name] = read
    return found


def _lanes(nodes: Iterable[ast.Node], table: WordTable, language: str) -> Iterator[ast.Element]:
    for node in nodes:
        if not isinstance(node, ast.Element):
            continue
        kind = table.kind(node.kind, language)
        if kind is kind_of(Lane):
            yield node
        elif kind is kind_of(Journey):
            yield from _lanes(node.body, table, language)
