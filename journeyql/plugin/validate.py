"""Checks that a registration is what its type says, so that later code can rely on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import FunctionType
from typing import Any, TypeVar

import attrs

from journeyql.diagnostics import Rule, Severity
from journeyql.facts import FactKey
from journeyql.plugin.targets import is_address
from journeyql.plugin.types import (
    ELEMENT,
    Command,
    Contribution,
    Dimension,
    LabelSet,
    NamedTheme,
    Pass,
    Renderer,
    Reporter,
    Resolver,
    RuleSet,
    TranslationSource,
    Vocabulary,
)

NAME = re.compile(r"[a-z][a-z0-9-]*")
CODE = re.compile(r"[A-Z]{2,8}[0-9]{3,4}")
_FACT = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+")
_SUFFIX = re.compile(r"\.[A-Za-z0-9.]*[A-Za-z0-9]")
_MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+(;.*)?")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCOPES = (ELEMENT, "journey")
#: Types whose objects are what they seem.
_ATOMS = frozenset({str, bool, type, FunctionType})
R = TypeVar("R")
Check = Callable[[Any], str]


def copied(item: Any, cls: type[R]) -> R:
    """A registration as an object of its very class, which may be a subclass; texts and collections likewise.

    An object that is handed on for its own sake stays what it is; so does what is not said.
    """
    found = ((part, getattr(item, part.name)) for part in _parts(cls))  # type: ignore[arg-type]  # a class can be hashed
    return cls(**{part.alias: part.copy(value) for part, value in found if value is not part.default})


@attrs.frozen(eq=False, repr=False)
class _Part:
    """A field of a registration: its names, its default, how a value is copied, and what is wrong with one."""

    name: str
    alias: str
    default: object
    copy: Callable[[object], object]
    check: Check


@cache
def _parts(cls: type) -> tuple[_Part, ...]:
    checks = _CHECKS[cls]
    return tuple(
        _Part(
            field.name,
            field.alias or field.name,
            field.default,
            _itself if checks.get(field.name) is _object else _plain,
            checks.get(field.name, _sound),
        )
        for field in attrs.fields(cls)
    )


def _itself(value: object) -> object:
    return value


def _sound(_value: object) -> str:
    return ""


def _plain(value: object) -> object:
    if type(value) in _ATOMS:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Dimension):
        return copied(value, Dimension)
    return {_plain(key): _plain(item) for key, item in value.items()} if isinstance(value, Mapping) else value


def problems(item: object) -> Iterator[str]:
    """What is wrong with a registration, one line each; nothing when it is sound."""
    for part in _parts(type(item)):  # type: ignore[arg-type]  # as above
        value = getattr(item, part.name, None)
        words = "" if value is part.default else part.check(value)
        if words:
            yield f"`{part.name}` {words}"
    if isinstance(item, Pass) and item.scope == ELEMENT and item.provides:
        yield f"`provides` must be empty when `scope` is `{ELEMENT}`"


def _matches(pattern: re.Pattern[str], words: str) -> Check:
    def check(value: object) -> str:
        return "" if isinstance(value, str) and pattern.fullmatch(value) else f"must be {words}, not {value!r:.60}"

    return check


def _sentence(value: object) -> str:
    sound = isinstance(value, str) and value.strip() and value.isprintable()
    return "" if sound else f"must be one line of text, not {value!r:.60}"


def _work(value: object) -> str:
    sound = is_address(value) if isinstance(value, str) else callable(value)
    return "" if sound else f"must be a function or an address like `package.module:function`, not {value!r:.60}"


def _options(value: object) -> str:
    if not (isinstance(value, type) and attrs.has(value)):
        return f"must be an attrs class, not {value!r:.60}"
    missing = [field.name for field in attrs.fields(value) if field.init and field.default is attrs.NOTHING]
    return f"must have a default for each option; `{missing[0]}` has none" if missing else ""


def _tuple_of(check: Check) -> Check:
    def checked(value: object) -> str:
        if not isinstance(value, tuple):
            return f"must be a tuple, not {type(value).__name__}"
        return next((words for item in value if (words := check(item))), "")

    return checked


def _fact_key(value: object) -> str:
    if type(value) is not FactKey:
        return f"must hold fact keys, not {value!r:.60}"
    return _matches(_FACT, "dotted names like `pack.fact`")(getattr(value, "name", None))


def _rule(value: Any) -> str:
    if type(value) is not Rule:
        return f"must hold rules, not {value!r:.60}"
    if not (_is_text(value.name) and NAME.fullmatch(value.name)):
        return f"has a rule named {value.name!r:.60}; use small letters, digits and `-`"
    if not (_is_text(value.code) and CODE.fullmatch(value.code)):
        return f"has a rule with the code {value.code!r:.60}; use letters and three digits like `ACME001`"
    severity: object = value.severity
    if not isinstance(severity, Severity):
        return f"has a rule `{value.name}` whose severity is {value.severity!r:.60}"
    texts = ("summary", "reason", *(("unshown",) if value.unshown else ("wrong", "right")))
    missing = [field for field in texts if not _is_text(getattr(value, field)) or not getattr(value, field)]
    return f"has a rule `{value.name}` without `{missing[0]}`" if missing else ""


def _is_text(value: object) -> bool:
    """Whether a value is a text and nothing more: rules are told by identity, so they are not copied."""
    return type(value) is str


def _yes_or_no(value: object) -> str:
    return "" if isinstance(value, bool) else f"must be True or False, not {value!r:.60}"


def _about(value: object) -> str:
    return "" if value == "" else _name(value)


def _scope(value: object) -> str:
    return "" if value in _SCOPES else f"must be one of {', '.join(_SCOPES)}, not {value!r:.60}"


def _kind(value: object) -> str:
    sound = isinstance(value, type) or (isinstance(value, str) and is_address(value))
    return "" if sound else f"must hold classes or addresses like `package.kinds:Parcel`, not {value!r:.60}"


def _object(value: object) -> str:
    sound = value is not None and (not isinstance(value, str) or is_address(value))
    return "" if sound else f"must be an object or an address like `package.module:NAME`, not {value!r:.60}"


def _dimension(value: object) -> str:
    if not isinstance(value, Dimension):
        return f"must hold dimensions, not {value!r:.60}"
    return "; ".join(f"has a dimension whose {words}" for words in problems(value))


def _texts(value: object) -> str:
    if isinstance(value, str):
        return "" if is_address(value) else f"must be a mapping of texts or its address, not {value!r:.60}"
    if not isinstance(value, Mapping):
        return f"must be a mapping, not {type(value).__name__}"
    wrong = [key for key, text in value.items() if not (isinstance(key, str) and isinstance(text, str))]
    return f"must map keys to texts, which `{wrong[0]!r:.60}` does not" if wrong else ""


def _severities(value: object) -> str:
    if not isinstance(value, Mapping):
        return f"must be a mapping, not {type(value).__name__}"
    for rule, severity in value.items():
        if not isinstance(rule, str) or not (severity is None or isinstance(severity, Severity)):
            return f"must map rule names to a severity or None, not {rule!r:.60} to {severity!r:.60}"
    return ""


_name = _matches(NAME, "small letters, digits and `-`")
_dimensions = _tuple_of(_matches(NAME, "names of dimensions"))
_media_type = _matches(_MEDIA_TYPE, "a media type like `image/svg+xml`")
_named: Mapping[str, Check] = {"name": _name, "summary": _sentence}

_CHECKS: Mapping[type, Mapping[str, Check]] = {
    Vocabulary: {
        "name": _name,
        "kinds": _tuple_of(_kind),
        "facets": _tuple_of(_kind),
        "dimensions": _tuple_of(_dimension),
    },
    Dimension: {**_named, "values": _work},
    Contribution: {"name": _name, "to": _kind, "value": _object},
    LabelSet: {"name": _name, "locale": _matches(_LOCALE, "a language tag like `zh-Hant`"), "texts": _texts},
    NamedTheme: {**_named, "theme": _object},
    Resolver: {**_named, "work": _work},
    TranslationSource: {**_named, "work": _work, "rules": _tuple_of(_rule)},
    Pass: {
        **_named,
        "work": _work,
        "rules": _tuple_of(_rule),
        "requires": _tuple_of(_fact_key),
        "provides": _tuple_of(_fact_key),
        "varies_by": _dimensions,
        "scope": _scope,
        "options": _options,
        "about": _about,
    },
    Renderer: {
        **_named,
        "media_type": _media_type,
        "suffix": _matches(_SUFFIX, "a file ending like `.svg`"),
        "work": _work,
        "uses": _tuple_of(_fact_key),
        "rules": _tuple_of(_rule),
        "options": _options,
        "complete": _yes_or_no,
    },
    Reporter: {**_named, "media_type": _media_type, "work": _work, "complete": _yes_or_no},
    RuleSet: {**_named, "severities": _severities},
    Command: {**_named, "target": _work, "rules": _tuple_of(_rule), "options": _options},
}
