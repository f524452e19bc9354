"""Facts as JSON: whatever attrs objects a pass provides, with elements as their paths."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from journeyql.model import Clock, Date, Duration, Element, Json, Money, Range, Ref
from journeyql.model.export import plain

_QUANTITIES = (Clock, Date, Duration, Money, Range, Ref)


def fact(value: object) -> Json:
    """A fact as JSON.

    Elements become their paths, attrs objects the mapping of their public fields; sets are sorted.
    """
    match value:
        case Element():
            return value.path
        case Mapping():
            return {_name(key): fact(item) for key, item in value.items()}
        case AbstractSet():
            return sorted((fact(item) for item in value), key=repr)
        case tuple() | list():
            return [fact(item) for item in value]
    return _fields(value) if attrs.has(type(value)) and not isinstance(value, _QUANTITIES) else plain(value)


def _name(key: object) -> str:
    return key.path if isinstance(key, Element) else str(key)


def _fields(value: object) -> Json:
    kind: Any = type(value)
    names = (field.name for field in attrs.fields(kind) if not field.name.startswith("_"))
    return {name: fact(getattr(value, name)) for name in names}
