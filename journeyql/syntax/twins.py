"""Reports the twins of plain characters that keyboards and editors produce: one finding and one fix for a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.source import SourceFile
from journeyql.syntax.rules import TYPOGRAPHIC_TWIN
from journeyql.syntax.values import QUANTITY_TWINS, is_quantity

_PLAIN = {
    **dict.fromkeys("：", ":"),
    **dict.fromkeys("＝", "="),
    **dict.fromkeys("，、،", ","),
    **dict.fromkeys("＠", "@"),
    **dict.fromkeys("【［", "["),
    **dict.fromkeys("】］", "]"),
    **dict.fromkeys(["→", "−>", "－>", "-＞", "−＞", "－＞"], "->"),
}
_UNESCAPED = r'(?<!\\)((?:\\\\)*)"'
# Only lines with one of these need a closer look.
SUSPECT = re.compile("[！-～、،【】→−“”„«»\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WIDE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def diagnose(
    source: SourceFile, line: int, column: int, tokens: Sequence[re.Match[str]], *, wide: bool
) -> Iterator[Diagnostic]:
    """At most one finding: all twins of the line, and its bullet, replaced at once."""
    edits = [*_indentation(source, line, column if wide else 0), *_words(source, line, column, tokens)]
    if not edits:
        return
    first = edits[0]
    yield TYPOGRAPHIC_TWIN.at(
        first.span,
        _message(first),
        help="It is understood; the fix writes the plain characters.",
        fixes=[Fix("Write plain characters", tuple(edits))],
    )


def _message(first: Edit) -> str:
    written = first.span.text
    if not written.strip():
        return "A wide blank stands where a space should."
    if not first.text:
        return "A line needs no bullet before it."
    if written[0] in "“„«":
        return f"{written[0]}…{written[-1]} stand where plain quotation marks should."
    return f"{written} stands where {first.text} should."


def _indentation(source: SourceFile, line: int, column: int) -> Iterator[Edit]:
    for found in _WIDE.finditer(source.line_text(line)[:column]):
        blanks = "".join("  " if blank == "\u3000" else " " for blank in found[0])
        yield Edit(source.span(line, found.start(), len(found[0])), blanks)


def _words(source: SourceFile, line: int, column: int, tokens: Sequence[re.Match[str]]) -> Iterator[Edit]:
    if tokens[0].lastgroup == "BULLET":
        yield Edit(source.span(line, column, tokens[0].end()), "")
    yield from _blanks(source, line, column, tokens)
    for token in tokens:
        word = token[0]
        replaced = word if word.isascii() or word[0] in '"`' else plain(word)
        if replaced != word:
            yield Edit(source.span(line, column + token.start(), len(word)), replaced)


def _blanks(source: SourceFile, line: int, column: int, tokens: Sequence[re.Match[str]]) -> Iterator[Edit]:
    if not _WIDE.search(tokens[0].string):
        return
    for before, after in pairwise(tokens):
        for found in _WIDE.finditer(after.string, before.end(), after.start()):
            yield Edit(source.span(line, column + found.start(), len(found[0])), " ")


def plain(token: str) -> str:
    """A token with plain characters where it has twins.

    >>> plain("“Pays”"), plain("＝"), plain("−1"), plain("３５％")
    ('"Pays"', '=', '-1', '35%')
    """
    if token in _PLAIN:
        return _PLAIN[token]
    if token[0] in "“„«":
        return '"' + re.sub(_UNESCAPED, r'\1\\"', token[1:-1]) + '"'
    # Digits of other scripts are told where the value is read.
    return token.translate(QUANTITY_TWINS) if is_quantity(token) else token
