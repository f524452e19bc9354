"""Finds out how values of a type can be written, from the type itself; so it knows those of plugins, too."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import attrs

from journeyql import ast
from journeyql.model import Misread, ValueType
from journeyql.plugin.isolate import Failure, guarded

#: What is tried; each type takes those that it can read.
_QUANTITIES: Final = (
    *("3", "4.2", "35%", "90s", "4min", "1h30min", "2d", "12.50EUR", "2026-11-21", "2026-11", "2026-Q4", "23:00"),
    *("1..5", "22:00..08:00", "2026-12-24..2026-12-26"),
)
_NAMES: Final = ("en", "de", "DE", "CN", "EUR")
#: Kinds that stand in touchpoints are what all lists of words of the vocabulary have.
_LISTED: Final = ("pain", "need", "action")
#: A score must lie on the scale of every journey, which is from 1 to 5 here.
_SCALE: Final = "1..5"
_SPECIAL: Final = re.compile(r'[^ !#-\[\]-~\w]|["\\]')
_NOT_LITERAL: Final = re.compile(r"[`\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd]+")


@attrs.frozen
class Forms:
    """How a value may be written: as a text, a literal, the name of an element of some kinds, or one of some words."""

    text: bool
    literal: bool
    targets: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=1024)
def forms(value: ValueType[Any]) -> Forms:
    """The ways to write a value of a type; none when its code fails on everything.

    >>> from journeyql.model import DURATION, TEXT, ref
    >>> forms(DURATION).words, forms(TEXT).text, forms(ref("team")).targets
    (('90s', '4min', '1h30min', '2d'), True, ('team',))
    """
    literal = _reads(value, ast.Literal("a b"))
    names = _LISTED if value.listed else _NAMES if _reads(value, ast.Reference(_NAMES[0])) else ("yes", "no", *_NAMES)
    written = (*((name, ast.Reference(name)) for name in (*value.words, *names)), *_quantities(value))
    words = tuple(dict.fromkeys(word for word, item in written if _reads(value, item)))
    return Forms(
        text=not literal and _reads(value, ast.Text("a b")),
        literal=literal,
        targets=value.targets,
        words=() if literal or value.targets else words,
    )


def _quantities(value: ValueType[Any]) -> tuple[tuple[str, ast.Value], ...]:
    spelled = (_SCALE,) if _reads(value, ast.Quantity(_SCALE)) and value.name.startswith("range") else _QUANTITIES
    return tuple((word, ast.Quantity(word)) for word in spelled)


def _reads(value: ValueType[Any], item: ast.Value) -> bool:
    found = guarded(lambda: value.read(item))
    return not isinstance(found, Misread | Failure)


def text(words: str) -> str:
    r"""Words as a text of the language, whatever they are; only what no text can hold is left out.

    >>> text('say "é"\n')
    '"say \\"é\\"\\u{a}"'
    """
    return f'"{_SPECIAL.sub(_escaped, words)}"'


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\0" or "\ud800" <= character <= "\udfff":
        return ""
    return f"\\{character}" if character in '"\\' else f"\\u{{{ord(character):x}}}"


def literal(words: str) -> str:
    """Words as a literal, without what a literal cannot hold.

    >>> literal("a `b`")
    '`ab`'
    """
    return f"`{_NOT_LITERAL.sub('', words) or '-'}`"
