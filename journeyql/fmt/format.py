"""Formats a file, and lets nothing out that says something else than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Severity
from journeyql.engine.rules import INTERNAL_ERROR, UNCLEAR_KEYWORD
from journeyql.fmt.language import retold, target_of
from journeyql.fmt.meaning import Words
from journeyql.fmt.naming import Names, names
from journeyql.fmt.order import Order, lanes
from journeyql.fmt.pieces import pieces
from journeyql.fmt.reading import Reader
from journeyql.fmt.said import Speaker
from journeyql.fmt.same import comments, difference, sayings
from journeyql.fmt.spelling import Spelling
from journeyql.fmt.writing import written
from journeyql.model.resolve import WordTable
from journeyql.source import SourceFile
from journeyql.syntax import Parsed, parse

_REPORT = "please report it with the file, if you may share it; the file is left as it is"


@attrs.frozen(kw_only=True)
class Style:
    """What is done beside formatting: `ids` gives names to elements, `keywords` (`en`, `zh`) converts the words."""

    ids: bool = False
    keywords: str = ""


@attrs.frozen(eq=False, repr=False)
class Formatted:
    """The text of a file in its canonical form; or None, and the errors for which there is none."""

    text: str | None
    errors: tuple[Diagnostic, ...] = ()


PLAIN = Style()


def formatted(source: SourceFile, table: WordTable, style: Style = PLAIN) -> Formatted:
    r"""The canonical form of a file, if it has no mistake of syntax.

    >>> from journeyql.model.kinds import CORE
    >>> formatted(SourceFile("a.journey", "journey  “Coffee”"), WordTable.of(CORE)).text
    'journey "Coffee"\n'
    """
    parsed = parse(source)
    errors = _errors(parsed)
    if errors:
        return Formatted(None, errors)
    found = _write(parsed.document, table, style)
    unclear = tuple(_unclear(source, line, word) for line, word in sorted(set(found.unclear)))
    if unclear or found.text == source.text:
        return Formatted(None if unclear else found.text, unclear)
    problem = _problem(parsed.document, found, table, style)
    if problem is None:
        return Formatted(found.text)
    words = f"JourneyQL cannot format {source.name}: {problem[1]}"
    return Formatted(None, (INTERNAL_ERROR.at(source.line_span(problem[0]), words, help=_REPORT),))


def _errors(parsed: Parsed) -> tuple[Diagnostic, ...]:
    """What keeps a file from being formatted; a line that could not be read is always an error."""
    broken = {*_broken(parsed.document.body)}
    return tuple(
        attrs.evolve(finding, severity=Severity.ERROR)
        for finding in parsed.diagnostics
        if finding.severity is Severity.ERROR or (finding.span is not None and finding.span.line in broken)
    )


def _broken(nodes: Iterable[ast.Node]) -> Iterator[int]:
    """The lines that could not be read."""
    for node in nodes:
        if isinstance(node, ast.BrokenElement):
            yield node.line
        yield from _broken(node.body)


def _unclear(source: SourceFile, line: int, word: str) -> Diagnostic:
    words = f"what `{word}` means depends on what another file says, so it cannot be converted"
    return UNCLEAR_KEYWORD.at(source.line_span(line), words, help="write this line in the other language by hand")


@attrs.frozen(eq=False, repr=False)
class _Written:
    """The text of a file, the names that its elements were given, and the words that could not be converted."""

    text: str
    names: Names
    unclear: list[tuple[int, str]]


def _write(document: ast.Document, table: WordTable, style: Style) -> _Written:
    """The text of a file in its canonical form, not yet looked at."""
    words = Words(table, document.language)
    spelling = Spelling(words, target_of(document, style.keywords))
    given = names(document, words) if style.ids else {}
    speaker = Speaker(document.source, spelling)
    reader = Reader(words, spelling, speaker, Order(table, lanes(document, words)), given)
    found = pieces(document)
    first = found.top[0].above if found.top else found.tail
    first[:] = retold(first, document.language, spelling.target)
    text = written(reader.top(found.top), found.tail)
    return _Written(text, reader.given, spelling.unclear)


def _problem(document: ast.Document, found: _Written, table: WordTable, style: Style) -> tuple[int, str] | None:
    """Why a text must not take the place of a file, with the line: it says something else, or is not final."""
    parsed = parse(SourceFile(document.source.name, found.text))
    after = parsed.document
    before = sayings(document, Words(table, document.language), found.names)
    line = difference(before, sayings(after, Words(table, after.language), {}))
    if line is not None or _errors(parsed):
        return line or 1, "the result would say something else from this line on"
    kept = retold(comments(document.source.text), document.language, target_of(document, style.keywords))
    if comments(found.text) != kept:
        return 1, "a comment would be lost or moved"
    final = _write(after, table, style).text == found.text
    return None if final else (1, "the result would change when it is formatted again")
