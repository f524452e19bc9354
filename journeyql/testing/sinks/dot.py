"""Looks into DOT: words stand in quoted texts alone, and in no attribute that loads or styles something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from journeyql.testing.hostile import MARK
from journeyql.testing.sinks import excerpt, links, xml

_TOKEN: Final = re.compile(
    r'(?P<blank>\s+)|(?P<comment>//[^\n]*|/\*.*?\*/|^\#[^\n]*)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<markup><)'
    r"|(?P<id>[^\W\d]\w*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))|(?P<sign>->|--|[{}\[\];,=:+])",
    re.DOTALL | re.MULTILINE,
)
#: Attributes that read files, and those whose value becomes part of the picture's own code.
_FILES: Final = frozenset({"image", "shapefile", "imagepath", "fontpath", "stylesheet", "src", "_background"})
_CODE: Final = frozenset(
    [
        "fontname",
        "color",
        "fillcolor",
        "fontcolor",
        "bgcolor",
        "pencolor",
        "style",
        "shape",
        "id",
        "class",
        "target",
        "arrowhead",
        "arrowtail",
        "dir",
        "rank",
    ]
)


def problems(text: str, _harmless: str) -> Iterator[str]:
    """Where words are read as something else than a text."""
    tokens: list[tuple[str, str]] = [("sign", "")]
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            yield f"it cannot be read as DOT: {excerpt(text, position)}"
            return
        kind = str(match.lastgroup)
        value = _markup(text, position) if kind == "markup" else match[0]
        if kind == "comment" and MARK in value:
            yield f"words stand in a comment, {value!r:.60}"
        if kind not in ("blank", "comment"):
            tokens.append((kind, value))
        position += len(value)
    yield from _read(tokens)


def _markup(text: str, start: int) -> str:
    """A label in angle brackets, from the first to the one that closes it."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"<": 1, ">": -1}.get(text[position], 0)
        if not depth:
            return text[start : position + 1]
    return text[start:]


def _read(tokens: list[tuple[str, str]]) -> Iterator[str]:
    """Names made of words, and attributes with a value that they should not have."""
    for index, (kind, value) in enumerate(tokens):
        is_value = tokens[index - 1][1] == "="
        if is_value:
            yield from _attribute(tokens[index - 2][1].strip('"').lower(), kind, value)
        elif kind == "id" and MARK in value:
            yield f"words have become a name, {value!r:.60}"


def _attribute(name: str, kind: str, value: str) -> Iterator[str]:
    words = value[1:-1].replace('\\"', '"') if kind == "text" else value
    if name in _FILES:
        yield f"a file is read by {name}={value:.60}"
    elif name.endswith(("url", "href")):
        yield from links.attribute("href", words)
    elif name in _CODE and MARK in words:
        yield f"words stand in {name}={value:.60}"
    if kind == "markup":
        yield from xml.problems(f"<label>{value[1:-1]}</label>", "")
