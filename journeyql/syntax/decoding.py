"""Decodes the bytes of a file: UTF-8, with or without a byte-order mark."""

from __future__ import annotations

import codecs

from journeyql.diagnostics import Diagnostic
from journeyql.source import SourceFile
from journeyql.syntax.rules import NOT_UTF8

_OTHERS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, name: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    r"""The source that bytes hold, or None and the one finding that says why there is none.

    >>> decode(b"caf\xe9", "a.journey")[1][0].message
    'Line 1 is not UTF-8: byte 4 of it is 0xE9.'
    """
    try:
        return SourceFile(name, data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        # The exception counts without the byte-order mark.
        body = data.removeprefix(codecs.BOM_UTF8)
        return None, (_finding(body, error.start, name),)


def _finding(body: bytes, position: int, name: str) -> Diagnostic:
    encoding = next((encoding for mark, encoding in _OTHERS if body.startswith(mark)), None)
    before = body[:position]
    start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    if encoding is not None:
        message = f"The file is {encoding} text; JourneyQL reads UTF-8."
    else:
        message = f"Line {line} is not UTF-8: byte {position - start + 1} of it is 0x{body[position]:02X}."
    # What could be read, with a mark for the rest, is enough to point at the place.
    shown = SourceFile(name, body.decode("utf-8", "replace"))
    column = len(body[start:position].decode("utf-8"))
    return NOT_UTF8.at(
        shown.span(line, column, 1), message, help="Save the file as UTF-8 (your editor's “Save with encoding”)."
    )
