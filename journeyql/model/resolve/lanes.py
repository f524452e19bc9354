"""Own lanes: properties that a file declares for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from journeyql import ast
from journeyql.model.kinds import Journey, Lane
from journeyql.model.kinds.lane import LANE_TYPES
from journeyql.model.quantity import Range
from journeyql.model.resolve.keywords import language_of
from journeyql.model.resolve.names import slug
from journeyql.model.resolve.words import WordTable
from journeyql.model.types import NAME, TEXT, Misread, ValueType, word
from journeyql.model.varying import Many, Varying
from journeyql.model.vocabulary import PropertySpec, kind_of, property_of


@attrs.frozen(eq=False, repr=False)
class Declaration:
    """A `lane` line, in a file whose words are of a language."""

    node: ast.Element
    language: str
    table: WordTable

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

    def _property(self, node: ast.Property) -> PropertySpec | None:
        return self.table.property(kind_of(Lane), node.key, self.language)


def lane_name(node: ast.Element, table: WordTable, language: str) -> str:
    """What a lane is called: by a word of the vocabulary in English, whatever the file's language."""
    name = node.name or (slug(node.text) if node.text else "")
    return table.lane(name, language) or name


def declarations(documents: Iterable[ast.Document], table: WordTable) -> tuple[Declaration, ...]:
    """The lanes at the top level and directly in journeys."""
    return tuple(
        Declaration(node, language_of(document), table)
        for document in documents
        for node in _lanes(document.body, table, language_of(document))
    )


def declared(lanes: Iterable[Declaration], table: WordTable) -> dict[str, PropertySpec]:
    """The property that each lane declares, by name; a lane that renames a built-in property declares none."""
    return {lane.name: _spec(lane) for lane in lanes if lane.name and table.lane(lane.name) is None}


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


def _spec(lane: Declaration) -> PropertySpec:
    read = (property_of(Lane.type_).value.read(value) for value in lane.values(Lane.type_))
    kind = next((LANE_TYPES[found][1] for found in read if not isinstance(found, Misread)), TEXT)
    words = {value.value.replace("-", "_"): "" for value in lane.values(Lane.values)}
    value: ValueType[Any] = word(**words) if kind is NAME and words else kind
    return PropertySpec(name=lane.name, field="", value=value, many=False, doc=lane.node.text or "")
