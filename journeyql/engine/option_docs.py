"""Reads what the docstring of an options class says of each option."""

from __future__ import annotations

import inspect
import re
from typing import Any

import attrs

from journeyql.engine.options import key_of

#: A name in backticks where a clause begins.
_NAMED = re.compile(r"(?:^|(?<=[;.] )|(?<=\n))`(?P<name>[\w-]+)`(?P<colon>:?)", re.MULTILINE)


def doc_of(cls: type, field: attrs.Attribute[Any]) -> str:
    """What the class that introduces an option says of it, as a sentence; empty where it says nothing.

    Text belongs to the name in backticks in front of it, up to the next such name or an empty line.

    >>> @attrs.frozen
    ... class Options:
    ...     '''Settings.
    ...
    ...     `depth`: how deep to look.
    ...     `force` looks everywhere; `mode` is fast or slow.
    ...     '''
    ...     depth: int = 1
    ...     force: bool = False
    >>> [doc_of(Options, field) for field in attrs.fields(Options)]
    ['How deep to look.', 'Looks everywhere.']
    """
    owner = next(base for base in cls.__mro__ if field.name in inspect.get_annotations(base))
    text = inspect.cleandoc(owner.__doc__ or "")
    found = list(_NAMED.finditer(text))
    for place, match in enumerate(found):
        if match["name"] in {field.name, field.alias, key_of(field)}:
            end = found[place + 1].start() if place + 1 < len(found) else len(text)
            return _sentence(text[match.end() : end].partition("\n\n")[0])
    return ""


def _sentence(text: str) -> str:
    words = " ".join(text.split()).rstrip(";., ")
    return f"{words[:1].upper()}{words[1:]}." if words else ""
