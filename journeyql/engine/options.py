"""Makes the options of a pass or renderer from configured values, checked against its options class."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.spelling import did_you_mean


@attrs.frozen(eq=False, repr=False)
class Wrong:
    """Why options cannot be made: one line for each key."""

    problems: tuple[str, ...]


def built(cls: type, values: Mapping[str, object], where: str) -> Any | Wrong:
    """An instance of an options class; `where` is the key in front, for example `passes.valley`."""
    return _made(cls, values, f"`{where}`: ", lambda key: f"`{where}.{key}`")


def overridden(cls: type, values: Mapping[str, object], given: Mapping[str, object]) -> Any | Wrong:
    """An instance whose configured values give way to those of the command line; problems name `--KEY`."""
    return _made(cls, {**values, **given}, "", lambda key: f"`--{key}`")


def faulty(cls: type, values: Mapping[str, object]) -> bool:
    """Whether values that do not fit are at fault: without them, options can be made."""
    return bool(values) and not isinstance(built(cls, {}, ""), Wrong)


def _made(cls: type, values: Mapping[str, object], where: str, named: Callable[[str], str]) -> Any | Wrong:
    made = guarded(lambda: _built(cls, values, named))
    if not isinstance(made, Failure):
        return made
    order = [
        key for key in fields_of(cls) if key in values
    ]  # that in which the class looks: causes before what follows
    refused = [words for key in order for words in _refused(cls, key, values[key])] if faulty(cls, values) else []
    return Wrong(tuple(f"{named(key)}: {words}" for key, words in refused) or (f"{where}{made.reason}",))


def _refused(cls: type, key: str, value: object) -> Iterator[tuple[str, str]]:
    """What the class itself says against a value, with its key."""

    def alone() -> str:
        try:
            _built(cls, {key: value}, str)
        except ValueError as error:
            return one_line(str(error.args[0] if error.args else error))
        return ""

    words = guarded(alone)
    reason = words.reason if isinstance(words, Failure) else words
    if reason:
        yield key, reason


def _built(cls: type, values: Mapping[str, object], named: Callable[[str], str]) -> Any | Wrong:
    fields = fields_of(cls)
    known = hints_of(cls) if values else {}
    problems = tuple(_problems(values, fields, known, named))
    if problems:
        return Wrong(problems)
    given = {str(fields[key].alias): _converted(value, known.get(fields[key].name)) for key, value in values.items()}
    return cls(**given)


def fields_of(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """The options of a class by what they are called in the configuration."""
    return {key_of(field): field for field in attrs.fields(cls) if field.init}


def hints_of(cls: type) -> dict[str, Any]:
    """The types of the options; none when they cannot be told, for example because they are imported for checking only."""
    hints = guarded(lambda: typing.get_type_hints(cls))
    return {} if isinstance(hints, Failure) else hints


def key_of(field: attrs.Attribute[Any]) -> str:
    """What an option is called in the configuration."""
    return field.alias.rstrip("_").replace("_", "-") if field.alias else field.name.replace("_", "-")


def spelled(text: str, hint: Any) -> object:
    """The value that a text of the command line stands for; the text itself where it is none of that type.

    >>> spelled("8", int), spelled("0.5", float), spelled("eight", int), spelled("8", str)
    (8, 0.5, 'eight', '8')
    """
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        found = ((spelled(text, part), part) for part in typing.get_args(hint))
        return next((value for value, part in found if _fits(value, part)), text)
    if hint not in {int, float}:
        return text
    try:
        return hint(text)
    except ValueError:
        return text


def is_list(hint: Any) -> bool:
    """Whether an option takes several values."""
    return typing.get_origin(hint) in {tuple, list, frozenset}


def is_table(hint: Any) -> bool:
    """Whether an option takes a table of names of one's own, each with a value."""
    return typing.get_origin(hint) in {Mapping, dict}


def inner(hint: Any) -> Any:
    """The type of each value of an option that takes several."""
    return next((part for part in typing.get_args(hint) if part is not Ellipsis), str)


def _problems(
    values: Mapping[str, object],
    fields: Mapping[str, attrs.Attribute[Any]],
    hints: Mapping[str, Any],
    named: Callable[[str], str],
) -> Iterator[str]:
    for key, value in values.items():
        if key not in fields:
            question = did_you_mean(key, fields) or f"known: {', '.join(sorted(fields)) or 'none'}"
            yield f"{named(key)}: there is no such option; {question}"
        elif not _fits(value, hints.get(fields[key].name)):
            hint = hints[fields[key].name]
            question = did_you_mean(value, choices(hint)) if isinstance(value, str) else ""
            tail = f"; {question}" if question else ""
            yield f"{named(key)}: expected {_words(hint)}, not {value!r:.60}{tail}"


def _fits(value: object, hint: Any) -> bool:
    if hint is None or hint is Any:
        return True
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return value in typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return any(_fits(value, part) for part in typing.get_args(hint))
    if is_list(hint) or is_table(hint):
        return _holds(value, hint)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return value in {member.value for member in hint} or value in _member_words(hint)
    return _is(value, hint)


def _holds(value: object, hint: Any) -> bool:
    """Whether a list or table has only what it may have."""
    parts = [part for part in typing.get_args(hint) if part is not Ellipsis]
    if is_table(hint):
        return isinstance(value, Mapping) and all(_fits(item, parts[1]) for item in value.values())
    return isinstance(value, list) and all(any(_fits(item, part) for part in parts) for item in value)


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


def choices(hint: Any) -> tuple[str, ...]:
    """The words that an option takes; none when it takes others as well."""
    if typing.get_origin(hint) is typing.Literal:
        return tuple(map(str, typing.get_args(hint)))
    return tuple(_member_words(hint)) if isinstance(hint, type) and issubclass(hint, enum.Enum) else ()


def _words(hint: Any) -> str:
    if words := choices(hint):
        return f"one of {', '.join(filter(None, words))}"
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
    if typing.get_origin(hint) in {tuple, list, frozenset}:
        return "a list"
    if is_table(hint):
        return f"a table in which each name has {_words(typing.get_args(hint)[1])}"
    return names.get(hint, getattr(hint, "__name__", str(hint)))
