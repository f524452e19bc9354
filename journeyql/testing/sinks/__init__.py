"""Looks into what renderers write for words that have become something else than words, format by format.

Every hostile word holds `MARK`. In the name of an element, attribute or key, in a comment, a script, a style or a link
it is a way out; as text it is what was written. A second, harmless drawing of the same map shows what is the renderer's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Final, TypeAlias

#: What is wrong with a file, given how it looks when all words are harmless.
Sink: TypeAlias = Callable[[str, str], Iterator[str]]

_HOMES: Final[Mapping[str, str]] = {
    "image/svg+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/vnd.graphviz": "dot",
    "application/json": "json",
    "text/csv": "csv",
}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def sink(media_type: str) -> Sink:
    """What looks into files of a media type; a ValueError for one that cannot be looked into."""
    base = media_type.partition(";")[0].strip().lower()
    home = (
        _HOMES.get(base) or {"+xml": "xml", "json": "json"}.get(base[-4:]) or ("plain" if base[:5] == "text/" else "")
    )
    if not home:
        message = f"nothing is known about how to look into {base}; name a media_type that it can be read as"
        raise ValueError(message)
    found: Sink = import_module(f"journeyql.testing.sinks.{home}").problems
    return found


def controls(text: str) -> Iterator[str]:
    """Control characters, which no text format needs."""
    for match in _CONTROL.finditer(text):
        yield f"a control character, U+{ord(match[0]):04X}, stands in {excerpt(text, match.start())}"


def excerpt(text: str, position: int) -> str:
    """What surrounds a place in a file, on one line."""
    return repr(text[max(0, position - 30) : position + 50])
