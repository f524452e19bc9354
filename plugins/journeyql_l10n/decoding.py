"""From the bytes of a PO file to its text."""

from __future__ import annotations

import re
from typing import Final

from journeyql.diagnostics import Diagnostic
from journeyql.source import SourceFile, Span
from journeyql_l10n.rules import BROKEN_CATALOGUE

_CHARSET: Final = re.compile(r"charset=([A-Za-z0-9_.:-]{1,40})")
#: What PO files say of themselves when they are UTF-8; the first is what templates say.
_UTF8: Final = {"charset", "utf-8", "utf8", "us-ascii", "ascii"}
_BOM: Final = b"\xef\xbb\xbf"
#: Larger files than this (in bytes) are no catalogues of a map.
LIMIT: Final = 16 * 1024 * 1024


def decoded(data: bytes, name: str) -> tuple[SourceFile, Diagnostic | None]:
    """The text of a file, and why it cannot be used if it cannot."""
    if len(data) > LIMIT:
        source = SourceFile(name, "")
        words = f"{name} is larger than {LIMIT >> 20} MB"
        return source, BROKEN_CATALOGUE.at(None, words, help="a catalogue holds the texts of one map")
    data = data.removeprefix(_BOM)
    source = SourceFile(name, data.decode("utf-8", "replace"))
    declared = _CHARSET.search(source.text)
    charset = declared[1] if declared else "UTF-8"
    if declared and charset.lower() not in _UTF8:
        span = Span(source, declared.start(1), declared.end(1))
        hint = "convert it with `msgconv --to-code=UTF-8`, or say UTF-8 here if that is what it is"
        return source, BROKEN_CATALOGUE.at(span, f"a catalogue is UTF-8 text, and this one says {charset}", help=hint)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode("utf-8"))
        hint = "save it as UTF-8"
        return source, BROKEN_CATALOGUE.at(Span(source, at, at + 1), "from here on this is no UTF-8 text", help=hint)
    return source, None
