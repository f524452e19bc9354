"""Kinds and facets that are not the core's own: their code runs guarded, and who made them is named when it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model.types import Miscoded, Misread, ValueType
from journeyql.model.varying import Ref
from journeyql.source import Span


@attrs.frozen(eq=False, repr=False)
class Foreign:
    """How to run the code of a kind or facet: `attempt` gives its result, or why there is none; `report` says so."""

    attempt: Callable[[Callable[[], object]], tuple[object, str]]
    report: Callable[[str, Span], Diagnostic]

    def read(self, kind: ValueType[Any], value: ast.Value) -> tuple[object, str]:
        """What a value type makes of a value, or why it makes nothing of use."""
        return self.attempt(lambda: _sound(kind, kind.read(value)))


def _sound(kind: ValueType[Any], found: object) -> object:
    if found is None:
        msg = f"the value type `{kind.name}` reads a value as None"
        raise TypeError(msg)
    if isinstance(found, Misread):
        return _misread(found)
    if kind.listed and type(found) is not str:
        msg = f"the value type `{kind.name}` reads words, and this is {type(found).__name__}"
        raise TypeError(msg)
    a_word = type(found) is str and found in kind.words
    if kind.targets and not a_word and not (isinstance(found, Ref) and type(found.path) is str):
        msg = f"the value type `{kind.name}` has targets, and reads no reference"
        raise TypeError(msg)
    return found


def _misread(found: Misread) -> Misread:
    problem, instead = _text(found.problem), None if found.instead is None else _text(found.instead)
    if isinstance(found, Miscoded):
        return Miscoded(problem, instead, _text(found.sort), _text(found.code))
    return Misread(problem, instead)


def _text(value: object) -> str:
    if isinstance(value, str):
        return str.__str__(value)
    msg = f"what is said of a misread value is {type(value).__name__}, not text"
    raise TypeError(msg)
