"""The JSON Schema of exported models, made from the kinds: what `journeyql schema` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from journeyql.model.context import DIMENSIONS
from journeyql.model.element import Element
from journeyql.model.export import FORMAT, VERSION
from journeyql.model.terms import FlowTerms, Remarks
from journeyql.model.types import Json, ValueType
from journeyql.model.vocabulary import KindSpec, PropertySpec, properties_of

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_LINE: Json = {"type": "integer", "minimum": 1}
_QUALIFIERS: Json = {"type": "object", "additionalProperties": _TEXTS}


def schema(kinds: Iterable[KindSpec], facets: Mapping[str, Iterable[type]] | None = None) -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of what `export` gives for files written with these kinds.

    `facets` names, for a kind, the classes whose properties plugins add to it.
    """
    known = sorted(kinds, key=lambda spec: spec.name)
    added = facets or {}
    return {
        "$schema": _DRAFT,
        "$id": f"urn:{FORMAT}:model:{VERSION}",
        "title": "A JourneyQL model in one context",
        **_object(_document(), optional=("facts", "diagnostics")),
        "$defs": {
            **_shared(known),
            **{f"common.{name}": _property(spec) for name, spec in sorted(properties_of(Element).items())},
            **{f"kind.{spec.name}": _kind(spec, tuple(added.get(spec.name, ()))) for spec in known},
        },
    }


def _object(properties: dict[str, Json], *, optional: tuple[str, ...] = (), more: Json = False) -> dict[str, Json]:
    required: list[Json] = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": more}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _document() -> dict[str, Json]:
    return {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "source": _TEXT,
        "context": _object(dict.fromkeys(DIMENSIONS, _TEXT), more=_TEXT),
        "journeys": _TEXTS,
        "elements": _list(_ref("element")),
        "absent": _list(_ref("element")),
        "flow": _object({"nodes": _TEXTS, "edges": _list(_ref("edge"))}),
        "allowances": _list(_ref("allowance")),
        "facts": {"type": "object", "description": "What analyses found out, by the name of the fact."},
        "diagnostics": _list(_ref("diagnostic")),
    }


def _shared(kinds: list[KindSpec]) -> dict[str, Json]:
    return {
        "element": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": [spec.name for spec in kinds]}},
            # One branch for each kind instead of `oneOf`, so that a validator names the property that is wrong.
            "allOf": [
                {"if": {"properties": {"kind": {"const": spec.name}}}, "then": _ref(f"kind.{spec.name}")}
                for spec in kinds
            ],
        },
        "own": _of_values({}, {}, "The value of a lane that the file declares."),
        "edge": _edge(),
        "allowance": _object({**dict.fromkeys(("rule", "reason", "element", "until"), _TEXT), "line": _LINE}),
        "diagnostic": _diagnostic(),
        "place": _place(),
    }


def _edge() -> Json:
    remarks = properties_of(Remarks)
    end: Json = {"anyOf": [_TEXT, {"type": "null"}], "description": "A path; null is the start or the end."}
    return _object(
        {
            "from": end,
            "to": end,
            "condition": _TEXT,
            **{
                name: _option(spec, spec.value)
                for name, spec in properties_of(FlowTerms).items()
                if name not in remarks
            },
            "parallel": {"type": "boolean"},
            "implied": {"type": "boolean", "description": "Whether it follows from the order written."},
            "people": {**_as_dict(_TEXTS), "description": "The personas or segments that take it; empty: everybody."},
            "evidence": _TEXTS,
            "because": _TEXT,
            "notes": _TEXTS,
            "line": _or_null(_LINE),
        }
    )


def _diagnostic() -> Json:
    return _object(
        {
            **dict.fromkeys(("rule", "code", "message", "help"), _TEXT),
            "severity": {"enum": ["hint", "info", "warning", "error"]},
            "place": _or_null(_ref("place")),
            "contexts": _TEXTS,
            "related": _list(_object({"place": _ref("place"), "message": _TEXT})),
        }
    )


def _place() -> Json:
    lines = dict.fromkeys(("line", "column", "endLine", "endColumn"), _LINE)
    return _object({"file": _TEXT, **lines})


def _kind(spec: KindSpec, facets: tuple[type, ...]) -> Json:
    common = properties_of(Element)
    declared = {**spec.properties, **{name: one for facet in facets for name, one in properties_of(facet).items()}}
    properties: dict[str, Json] = {
        name: _ref(f"common.{name}") if one == common.get(name) else _property(one) for name, one in declared.items()
    }
    members: dict[str, Json] = {
        "kind": {"const": spec.name},
        "id": _TEXT,
        "path": _TEXT,
        "title": _TEXT,
        "file": _TEXT,
        "line": _LINE,
        "when": _QUALIFIERS,
        "notWhen": _list(_QUALIFIERS),
        "properties": _object(properties, optional=tuple(properties)),
        "own": {"type": "object", "additionalProperties": _ref("own")},
        "children": _list(_ref("element")),
        "parent": {"type": "string", "description": "Where an absent element stands; empty is the file."},
    }
    made = _object(members, optional=("when", "notWhen", "children", "parent"))
    return {"description": spec.doc, **made}


def _property(spec: PropertySpec) -> Json:
    options = _options(spec.options, spec) if spec.options else {}
    value = dict(spec.value.schema)
    return _of_values(value, options, spec.doc, many=spec.many)


def _of_values(value: dict[str, Json], options: dict[str, Json], doc: str, *, many: bool = False) -> Json:
    chosen: Json = {"options": _object(options, optional=tuple(options))} if options else {}
    beside: dict[str, Json] = chosen if isinstance(chosen, dict) else {}
    cell: dict[str, Json] = {
        "value": value,
        "when": {**_as_dict(_QUALIFIERS), "default": {}},
        "from": {**_as_dict(_TEXTS), "default": []},
        "because": {**_as_dict(_TEXT), "default": ""},
        "notes": {**_as_dict(_TEXTS), "default": []},
        "layer": {"type": "integer", "minimum": 0, "default": 0},
        "file": _TEXT,
        "line": _LINE,
        "column": _LINE,
        **beside,
    }
    members: dict[str, Json] = {
        "value": _list(value) if many else _or_null(value),
        "grade": {"enum": ["assumed", "stated", "measured"]},
        "evidence": {**_as_dict(_TEXTS), "default": []},
        "inherited": {"type": "boolean", "default": False},
        "cells": {
            **_as_dict(_list(_object(cell, optional=("when", "from", "because", "notes", "layer", *beside)))),
            "default": [],
        },
        **beside,
    }
    return {"description": doc, **_object(members, optional=("evidence", "inherited", "cells", *beside))}


def _options(options: type, owner: PropertySpec) -> dict[str, Json]:
    return {spec.name: _option(spec, owner.value) for spec in properties_of(options).values()}


def _option(spec: PropertySpec, same: ValueType[Any]) -> Json:
    value = dict(same.schema if spec.value.same else spec.value.schema)
    return {"description": spec.doc, **(_as_dict(_list(value)) if spec.many else _as_dict(_or_null(value)))}


def _as_dict(schema: Json) -> dict[str, Json]:
    return schema if isinstance(schema, dict) else {}
