"""Reports characters that hide or reorder text, and those that were lost when a file was decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Edit, Fix, Severity
from journeyql.source import SourceFile
from journeyql.syntax.rules import HIDDEN_CHARACTER, NOT_UTF8

_LOST, _MARK = "\ufffd", "\ufeff"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd]|\r(?!\n)"
)
_ORDINARY = bytes([*b"\t\r\n", *range(0x20, 0x7F)])
_NAMES = {
    "\x00": "a NUL character",
    "\r": "a carriage return without a line feed",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    _MARK: "a byte-order mark",
}


def hidden(token: str) -> bool:
    """Whether a token is nothing but a hidden character."""
    return _HIDDEN.fullmatch(token) is not None


def diagnose(source: SourceFile) -> Iterator[Diagnostic]:
    """One finding for each line that holds such characters, at the first of them."""
    if _ordinary(source.text):
        return
    last = 0
    for found in _HIDDEN.finditer(source.text):
        line = source.span(1, found.start()).line
        if line != last:
            yield _finding(source, found, line)
        last = line


def _ordinary(text: str) -> bool:
    """Whether a text surely has no hidden character; cheap, because nearly all texts have none."""
    if text.count("\r") != text.count("\r\n"):
        return False
    if text.isascii():
        return not text.encode("ascii").translate(None, _ORDINARY)
    return text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable() and _LOST not in text


def _finding(source: SourceFile, found: re.Match[str], line: int) -> Diagnostic:
    character = found[0]
    span = source.span(1, found.start(), 1)
    if character == _LOST or "\ud800" <= character <= "\udfff":
        return NOT_UTF8.at(
            span, "A character was lost here: the file was decoded wrongly.", help="Save the file as UTF-8 again."
        )
    reorders = "\u202a" <= character <= "\u2069" and character > "\u2029"
    what = _NAMES.get(character, "a direction control" if reorders else "a control character")
    end = source.starts[line] if line < len(source.starts) else len(source.text)
    more = len(_HIDDEN.findall(source.text, found.end(), end))
    return HIDDEN_CHARACTER.at(
        span,
        f"Here stands {what}, <U+{ord(character):04X}>, which cannot be seen"
        + (f"; {more} more in this line." if more else "."),
        help="Remove it, or write it as \\u{…} if it belongs to the text.",
        fixes=[Fix("Remove the hidden character", (Edit(span, ""),), safe=False)],
        severity=Severity.WARNING if reorders or character == _MARK else None,
    )
