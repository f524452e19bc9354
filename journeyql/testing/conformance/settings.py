"""Whether the options of a plugin can be set in the configuration, and wrong values are told."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from journeyql.engine.options import Wrong, built, key_of
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject

#: What a configuration can say.
_TOML: Final = (str, int, float, bool, datetime.date, datetime.time)
#: A value that no option means.
_ODD: Final[dict[str, object]] = {"odd": [{}]}


def can_be_set(subject: Subject) -> Iterator[Problem | Note]:
    """Options that do not come back as they were, or take anything at all."""
    for hook, item in subject.offers():
        if hasattr(item, "options"):
            yield from _class(f"{hook.word} `{item.name}`", item.options)


def _class(what: str, cls: type) -> Iterator[Problem]:
    made = built(cls, {}, what)
    if isinstance(made, Wrong):
        yield Problem(f"{what}: its options cannot be made: {'; '.join(made.problems)}", "give each a sound default")
        return
    for field in attrs.fields(cls):
        if field.init:
            yield from _option(what, field, made)


def _option(what: str, field: attrs.Attribute[Any], made: Any) -> Iterator[Problem]:
    name, value = key_of(field), getattr(made, field.name)
    written = _written(value)
    if value is not None and not _sayable(written):
        message = f"{what}: the option `{name}` holds {type(value).__name__}, which no configuration can say"
        yield Problem(message, "use texts, numbers, yes and no, enumerations, or tuples and tables of them")
        return
    again = made if value is None else built(type(made), {name: written}, what)
    if isinstance(again, Wrong):
        message = f"{what}: the option `{name}` cannot be set to its own default: {'; '.join(again.problems)}"
        yield Problem(message, "the annotation says what is taken; it and the default must agree")
    elif getattr(again, field.name) != value:
        message = f"{what}: the option `{name}`, set to its own default, becomes {getattr(again, field.name)!r:.60}"
        yield Problem(message, "a converter must leave what it has made as it is")
    if not isinstance(built(type(made), {name: _ODD}, what), Wrong):
        yield Problem(f"{what}: the option `{name}` takes anything", "annotate it with the type of its values")


def _written(value: object) -> object:
    """A value as a configuration would say it."""
    if isinstance(value, enum.Enum):
        return value.name.lower().replace("_", "-")
    if isinstance(value, tuple | list | frozenset | set):
        return [_written(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _written(item) for name, item in value.items()}
    return value


def _sayable(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_sayable, value.values()))
    return all(map(_sayable, value)) if isinstance(value, list) else isinstance(value, _TOML)
