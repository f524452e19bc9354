"""Checks that a plugin's kind is what its declaration should say, so that later code can rely on it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from types import MemberDescriptorType
from typing import Any

import attrs

from journeyql.model import Element, ValueType
from journeyql.model.directives import directive_of
from journeyql.model.vocabulary import ZH, FacetSpec, KindSpec, Property, PropertySpec, Spread, properties_of

NAME = re.compile(r"[^\W\d_][\w-]*")
_UNWRITABLE = "`{}` cannot be the name of a kind or property"
#: Elements are compared by identity, are always true, and have the attributes they declare.
_IDENTITY = ("__eq__", "__ne__", "__hash__", "__bool__", "__len__", "__getattribute__")
_OWN = ("entry", "span")
_Check = Callable[[Any], bool]


def unfit(spec: KindSpec) -> str:
    """Why a kind cannot be written, read or built, or nothing; to be called guarded."""
    problems = (*_misnamed(spec), *_untyped(spec.properties), *_unlike_elements(spec.cls))
    return next(iter(problems), "")


def unfit_facet(cls: type, spec: FacetSpec) -> str:
    """Why a facet cannot be written, read or built, or nothing; to be called guarded."""
    on: object = spec.on
    if not isinstance(on, tuple) or not all(isinstance(kind, type) and issubclass(kind, Element) for kind in on):
        return "`on` is no tuple of classes of kinds"
    if any(prop.inherits for prop in properties_of(cls).values()):
        return "properties of a facet are not handed down; leave `inherits` out"
    cls()  # what is said of an element that says nothing
    return next(_untyped(properties_of(cls)), "")


def _misnamed(spec: KindSpec) -> Iterator[str]:
    names = (spec.name, spec.zh, spec.bare, spec.cls.__doc__ or "")
    if not all(map(_is_text, names)):
        yield "its names or its docstring are no texts"
    elif not NAME.fullmatch(spec.name) or any(directive_of(name, ZH) is not None for name in names[:2]):
        yield _UNWRITABLE.format(spec.name)
    for field in ("inside", "holds"):
        if not _are_texts(getattr(spec, field)):
            yield f"`{field}` is no tuple of names of kinds"
    spread: object = spec.spread
    if not isinstance(spread, Spread):
        yield "`spread` is none"


def _untyped(properties: Mapping[str, PropertySpec]) -> Iterator[str]:
    for name, prop in properties.items():
        if not _is_text(name) or not NAME.fullmatch(name):
            yield _UNWRITABLE.format(name)
        yield from (f"its property `{name}` has {words}" for words in _wrong(prop))


def _wrong(prop: PropertySpec) -> Iterator[str]:
    if type(prop.value) is not ValueType:
        yield "no value type"
        return
    for item, checks in ((prop, _PROPERTY), (prop.value, _VALUE)):
        wrong = next((name for name, check in checks.items() if not check(getattr(item, name))), "")
        if wrong:
            yield f"an unusable `{wrong}`"
    if prop.options is not None:
        yield from _wrong_options(prop.options)


def _wrong_options(cls: type) -> Iterator[str]:
    """What is wrong with the class of the options of a property."""
    found = properties_of(cls)
    if not found:
        yield "an unusable `options`"
    for option in found.values():
        yield from (f"an option `{option.name}` with {words}" for words in _wrong(option))


def _unlike_elements(cls: type) -> Iterator[str]:
    added = [name for base in cls.__mro__[: cls.__mro__.index(Element)] for name in vars(base)]
    redefined = [name for name in (*_IDENTITY, *_OWN) if name in added]
    if redefined:
        yield f"it redefines `{redefined[0]}`, which is the same for all elements"
    fields = (field.name for field in attrs.fields(cls))
    hidden = next((name for name in fields if not isinstance(_found(cls, name), MemberDescriptorType | Property)), "")
    if hidden:
        yield f"it hides its own attribute `{hidden}`"


def _found(cls: type, name: str) -> object:
    return next(vars(base)[name] for base in cls.__mro__ if name in vars(base))


def _is_text(value: object) -> bool:
    return type(value) is str


def _are_texts(value: object) -> bool:
    return type(value) is tuple and all(map(_is_text, value))


def _is_bool(value: object) -> bool:
    return type(value) is bool


def _is_json(value: object) -> bool:
    return type(value) is dict and bool(json.dumps(value))


def _are_words(value: object) -> bool:
    return isinstance(value, Mapping) and all(_is_text(part) for pair in value.items() for part in pair)


_PROPERTY: Mapping[str, _Check] = {
    "name": _is_text,
    "field": _is_text,
    "doc": _is_text,
    "zh": _is_text,
    "many": _is_bool,
    "inherits": _is_bool,
}
_VALUE: Mapping[str, _Check] = {
    "name": _is_text,
    "expects": _is_text,
    "read": callable,
    "dump": callable,
    "schema": _is_json,
    "words": _are_words,
    "targets": _are_texts,
    "literal": _is_bool,
    "free": _is_bool,
    "listed": _is_bool,
    "same": _is_bool,
}
