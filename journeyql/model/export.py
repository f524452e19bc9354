"""From a view to JSON: every element, property and arrow, by what the vocabulary says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from journeyql.model.context import Context
from journeyql.model.element import Element, Presence
from journeyql.model.graph import Edge
from journeyql.model.model import Allowance
from journeyql.model.quantity import Duration, Money, Range
from journeyql.model.types import AMOUNT, DURATION, MONEY, Amount, Json, ValueType
from journeyql.model.varying import Cell, Many, Qualifiers, Ref, Varying
from journeyql.model.view import View
from journeyql.model.vocabulary import PropertySpec, properties_of

#: What the format is called, and its version: it grows by one when something readers rely on changes its meaning.
FORMAT = "journeyql"
VERSION = 1

#: What is left out of a property and a cell: a reader takes it as given. The schema has it as `default`.
_USUAL: Mapping[str, Json] = {"evidence": [], "inherited": False, "cells": []}
_USUAL_CELL: Mapping[str, Json] = {"when": {}, "from": [], "because": "", "notes": [], "layer": 0}

_Field: TypeAlias = "Varying[Any] | Many[Any]"


def export(view: View) -> dict[str, Json]:
    """Everything the model says in the context of the view, and what it says in other contexts beside it.

    `elements` is the tree of what exists here, in the order of the view; `absent` lists what exists in other
    contexts only, each with the path of the element it stands in.
    """
    model = view.model
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": model.source.name,
        "context": _context(view.context),
        "journeys": [journey.path for journey in view.journeys],
        "elements": [_tree(view, child) for child in view.children(None)],
        "absent": [_absent(view, element) for element in model.elements.values() if not view.has(element)],
        "flow": {
            "nodes": [node.path for node in view.graph.nodes],
            "edges": [_edge(view, edge) for edge in view.graph.edges],
        },
        "allowances": [_allowance(allowance) for allowance in model.allowances],
    }


def plain(value: object) -> Json:  # noqa: PLR0911 - one for each sort of value
    """A value of the model as JSON, for values whose type no property declares.

    >>> plain(4.0), plain((True, "a", None))
    (4, [True, 'a', None])
    """
    match value:
        case bool() | int() | str() | None:
            return value
        case float():
            return int(value) if value.is_integer() else value
        case Duration():
            return _tidy(DURATION.dump(value))
        case Money():
            return _tidy(MONEY.dump(value))
        case Amount():
            return _tidy(AMOUNT.dump(value))
        case Ref():
            return value.path
        case Range():
            return [plain(value.low), plain(value.high)]
        case tuple() | list():
            return [plain(item) for item in value]
        case _:
            return str(value)


def _context(context: Context) -> Json:
    return {
        **{name: plain(value) for name, value in attrs.asdict(context, recurse=False).items() if name != "more"},
        **dict(context.more),
    }


def _tree(view: View, element: Element) -> Json:
    return {**_element(view, element), "children": [_tree(view, child) for child in view.children(element)]}


def _absent(view: View, element: Element) -> Json:
    return {**_element(view, element), "parent": view.model.parents[element.path]}


def _element(view: View, element: Element) -> dict[str, Json]:
    span = element.span
    return {
        "kind": element.entry.name,
        "id": element.id,
        "path": element.path,
        "title": view.title(element),
        "file": span.source.name,
        "line": span.line,
        **_presence(element.presence),
        "properties": dict(_properties(view, element)),
        "own": {name: _property(view, field, None) for name, field in sorted(element.own.items())},
    }


def _presence(presence: Presence) -> dict[str, Json]:
    found: dict[str, Json] = {}
    if presence.within:
        found["when"] = _qualifiers(presence.within)
    if presence.without:
        found["notWhen"] = [_qualifiers(qualifiers) for qualifiers in presence.without]
    return found


def _properties(view: View, element: Element) -> Iterator[tuple[str, Json]]:
    around = tuple(_around(view, element))
    for holder in (element, *element.facets.values()):
        for spec in properties_of(type(holder)).values():
            field: _Field = getattr(holder, spec.field)
            # An element without a value of its own shares the property of what surrounds it.
            shared = any(getattr(outer, spec.field, None) is field for outer in around)
            if (field.cells and not shared) or any(_cells(view, field)):
                yield spec.name, _property(view, field, spec, shared=shared)


def _around(view: View, element: Element) -> Iterator[Element]:
    outer = view.parent(element)
    while outer is not None:
        yield outer
        outer = view.parent(outer)


def _property(view: View, field: _Field, spec: PropertySpec | None, *, shared: bool = False) -> Json:
    chosen = tuple(_cells(view, field))
    values: list[Json] = [_dumped(cell.value, spec) for cell in chosen]
    found: dict[str, Json] = {
        "value": values if isinstance(field, Many) else next(iter(values), None),
        "grade": view.grade(field),
        "evidence": [item.path for item in view.evidence(field)],
        "inherited": bool(chosen) and (shared or chosen[0] not in field.cells),
        "cells": [] if shared else [_cell(view, cell, spec) for cell in field.cells],
    }
    if isinstance(field, Varying) and chosen and chosen[0].options is not None:
        found["options"] = _options(view, chosen[0].options, spec)
    return _without(found, _USUAL)


def _without(found: dict[str, Json], usual: Mapping[str, Json]) -> dict[str, Json]:
    """What is not as usual: most of a map is, and would drown the rest."""
    return {name: value for name, value in found.items() if name not in usual or usual[name] != value}


def _cell(view: View, cell: Cell[Any], spec: PropertySpec | None) -> Json:
    span = cell.span
    found: dict[str, Json] = {
        "value": _dumped(cell.value, spec),
        "when": _qualifiers(cell.qualifiers),
        "from": [ref.path for ref in cell.cited],
        "because": cell.because,
        "notes": list(cell.notes),
        "layer": cell.layer,
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
    }
    if cell.options is not None:
        found["options"] = _options(view, cell.options, spec)
    return _without(found, _USUAL_CELL)


def _options(view: View, options: object, owner: PropertySpec | None) -> Json:
    found: dict[str, Json] = {}
    for spec in properties_of(type(options)).values():
        field: _Field = getattr(options, spec.field)
        said = owner if spec.value.same else spec
        if field.cells:
            values: list[Json] = [_dumped(cell.value, said) for cell in _cells(view, field)]
            found[spec.name] = values if spec.many else next(iter(values), None)
    return found


def _cells(view: View, field: _Field) -> Iterable[Cell[Any]]:
    return view.cells(field) if isinstance(field, Many) else filter(None, [view.cell(field)])


def _qualifiers(qualifiers: Qualifiers) -> Json:
    return {dimension: list(values) for dimension, values in qualifiers}


def _dumped(value: Any, spec: PropertySpec | None) -> Json:
    if spec is None or spec.value.same:
        return plain(value)
    declared: ValueType[Any] = spec.value
    return _tidy(declared.dump(value))


def _tidy(value: Json) -> Json:
    """The same JSON with whole numbers written without a fraction."""
    if isinstance(value, Mapping):
        return {name: _tidy(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return plain(value)


def _edge(view: View, edge: Edge) -> Json:
    terms = edge.terms
    return {
        "from": edge.source.path if edge.source else None,
        "to": edge.target.path if edge.target else None,
        "condition": edge.condition,
        "share": plain(edge.share),
        "delay": plain(edge.delay),
        "if": list(edge.needs),
        "unless": list(edge.bars),
        "parallel": edge.parallel,
        "implied": edge.implied,
        "people": list(edge.people),
        "evidence": [ref.path for ref in view[terms.from_]] if terms else [],
        "because": (view[terms.because] or "") if terms else "",
        "notes": list(view[terms.note]) if terms else [],
        "line": edge.span.line if edge.span else None,
    }


def _allowance(allowance: Allowance) -> Json:
    return {
        "rule": allowance.rule,
        "reason": allowance.reason,
        "element": allowance.element,
        "until": allowance.until,
        "line": allowance.span.line,
    }
