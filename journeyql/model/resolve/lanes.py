"""Own lanes: properties that a file declares for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeyql import ast
from journeyql.model.kinds import Lane
from journeyql.model.quantity import Range
from journeyql.model.resolve.words import WordTable
from journeyql.model.types import DURATION, MONEY, NUMBER, PERCENT, SCORE, TEXT, Misread, ValueType, range_of, word
from journeyql.model.vocabulary import PropertySpec, properties_of

_LANE = ("lane", "泳道")
_TYPES: Mapping[str, ValueType[Any]] = {
    "text": TEXT,
    "score": SCORE,
    "number": NUMBER,
    "percentage": PERCENT,
    "duration": DURATION,
    "money": MONEY,
}
_CHOICE = "choice"
_KIND = properties_of(Lane)["type"].value


def declared(documents: Iterable[ast.Document], table: WordTable) -> dict[str, PropertySpec]:
    """The property that each lane declares, by name; a lane that renames a built-in property declares none."""
    found: dict[str, PropertySpec] = {}
    for document in documents:
        for lane in _lanes(document.body):
            if lane.name and not table.owners(lane.name):
                found[lane.name] = _property(lane)
    return found


def scales(documents: Iterable[ast.Document]) -> dict[str, Range[float]]:
    """The scale of each lane that declares one."""
    reading = range_of(NUMBER)
    found: dict[str, Range[float]] = {}
    for document in documents:
        for lane in _lanes(document.body):
            value = next(iter(_values(lane, "scale", "量表")), None)
            read = reading.read(value) if value is not None else None
            if lane.name and read is not None and not isinstance(read, Misread):
                found[lane.name] = read
    return found


def _lanes(nodes: Iterable[ast.Node]) -> Iterator[ast.Element]:
    """The lanes at the top level and directly in journeys."""
    for node in nodes:
        if isinstance(node, ast.Element):
            if node.kind in _LANE:
                yield node
            elif node.kind in ("journey", "旅程"):
                yield from _lanes(node.body)


def _property(lane: ast.Element) -> PropertySpec:
    read = (_KIND.read(value) for value in _values(lane, "type", "类型"))
    kind = next((found for found in read if not isinstance(found, Misread)), "text")
    if kind == _CHOICE:
        words = {value.value.replace("-", "_"): "" for value in _values(lane, "values", "取值")}
        value: ValueType[Any] = word(**words) if words else TEXT
    else:
        value = _TYPES.get(kind, TEXT)
    return PropertySpec(name=lane.name or "", field="", value=value, many=False, doc=lane.text or "")


def _values(lane: ast.Element, *keys: str) -> tuple[ast.Value, ...]:
    return tuple(
        value for node in lane.body if isinstance(node, ast.Property) and node.key in keys for value in node.values
    )
