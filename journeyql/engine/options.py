"""Makes the options of a pass or renderer from configured values, checked against its options class."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from journeyql.plugin.isolate import Failure, guarded
from journeyql.spelling import did_you_mean


@attrs.frozen(eq=False, repr=False)
class Wrong:
    """Why options cannot be made: one line for each key."""

    problems: tuple[str, ...]


def built(cls: type, values: Mapping[str, object], where: str) -> Any | Wrong:
    """An instance of an options class; `where` is the key in front, for example `passes.valley`."""
    made = guarded(lambda: _built(cls, values, where))
    return Wrong((f"`{where}`: {made.reason}",)) if isinstance(made, Failure) else made


def faulty(cls: type, values: Mapping[str, object]) -> bool:
    """Whether values that do not fit are at fault: without them, options can be made."""
    return bool(values) and not isinstance(built(cls, {}, ""), Wrong)


def _built(cls: type, values: Mapping[str, object], where: str) -> Any | Wrong:
    fields = {key_of(field): field for field in attrs.fields(cls) if field.init}
    known = _hints(cls) if values else {}
    problems = tuple(_problems(values, fields, known, where))
    if problems:
        return Wrong(problems)
    given = {fields[key].alias: _converted(value, known.get(fields[key].name)) for key, value in values.items()}
    return cls(**given)


def _hints(cls: type) -> dict[str, Any]:
    """The types of the options; none when they cannot be told, for example because they are imported for checking only."""
    hints = guarded(lambda: typing.get_type_hints(cls))
    return {} if isinstance(hints, Failure) else hints


def key_of(field: attrs.Attribute[Any]) -> str:
    """What an option is called in the configuration."""
    return field.alias.rstrip("_").replace("_", "-") if field.alias else field.name.replace("_", "-")


def _problems(
    values: Mapping[str, object], fields: Mapping[str, attrs.Attribute[Any]], hints: Mapping[str, Any], where: str
) -> Iterator[str]:
    for key, value in values.items():
        if key not in fields:
            question = did_you_mean(key, fields) or f"known: {', '.join(sorted(fields)) or 'none'}"
            yield f"`{where}.{key}`: there is no such option; {question}"
        elif not _fits(value, hints.get(fields[key].name)):
            yield f"`{where}.{key}`: expected {_words(hints[fields[key].name])}, not {value!r:.60}"


def _fits(value: object, hint: Any) -> bool:
    if hint is None or hint is Any:
        return True
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return value in typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return any(_fits(value, part) for part in typing.get_args(hint))
    if origin in {tuple, list, frozenset}:
        inner = [part for part in typing.get_args(hint) if part is not Ellipsis]
        return isinstance(value, list) and all(any(_fits(item, part) for part in inner) for item in value)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return value in {member.value for member in hint} or value in _member_words(hint)
    return _is(value, hint)


def _is(value: object, hint: Any) -> bool:
    if hint in {int, float}:
        return isinstance(value, (int, float) if hint is float else int) and not isinstance(value, bool)
    return isinstance(value, hint) if isinstance(hint, type) else True


def _member_words(hint: type[enum.Enum]) -> dict[str, enum.Enum]:
    return {member.name.lower().replace("_", "-"): member for member in hint}


def _converted(value: object, hint: Any) -> object:
    origin = typing.get_origin(hint)
    if origin in {tuple, frozenset} and isinstance(value, list):
        return origin(value)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _member_words(hint).get(str(value)) or hint(value)
    return float(value) if hint is float and isinstance(value, int) else value


def _words(hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return f"one of {', '.join(map(str, typing.get_args(hint)))}"
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return f"one of {', '.join(_member_words(hint))}"
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
    if typing.get_origin(hint) in {tuple, list, frozenset}:
        return "a list"
    return names.get(hint, getattr(hint, "__name__", str(hint)))
