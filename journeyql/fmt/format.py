"""Formats a file, and lets nothing out that says something else than before."""

from __future__ import annotations

from functools import cached_property

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
from journeyql.syntax import parse

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
    errors = tuple(finding for finding in parsed.diagnostics if finding.severity is Severity.ERROR)
    if errors:
        return Formatted(None, errors)
    before = _Reading(parsed.document, table, style)
    text = before.text()
    unclear = tuple(_unclear(source, line, word) for line, word in sorted(set(before.spelling.unclear)))
    if unclear or text == source.text:
        return Formatted(None if unclear else text, unclear)
    problem = before.problem(text)
    if problem is None:
        return Formatted(text)
    words = f"JourneyQL cannot format {source.name}: {problem[1]}"
    return Formatted(None, (INTERNAL_ERROR.at(source.line_span(problem[0]), words, help=_REPORT),))


def _unclear(source: SourceFile, line: int, word: str) -> Diagnostic:
    words = f"what `{word}` means depends on what another file says, so it cannot be converted"
    return UNCLEAR_KEYWORD.at(source.line_span(line), words, help="write this line in the other language by hand")


@attrs.frozen(eq=False, repr=False, slots=False)
class _Reading:
    """A file with its words, and how it is to be written."""

    document: ast.Document
    table: WordTable
    style: Style

    @property
    def target(self) -> str:
        """The keyword language that it will have."""
        return target_of(self.document, self.style.keywords)

    @cached_property
    def words(self) -> Words:
        """The words that it uses."""
        return Words(self.table, self.document.language)

    @cached_property
    def names(self) -> Names:
        """The names that its elements are given."""
        return names(self.document, self.words) if self.style.ids else {}

    @cached_property
    def spelling(self) -> Spelling:
        """How its words will be spelled."""
        return Spelling(self.words, self.target)

    def text(self) -> str:
        """The text in its canonical form."""
        speaker = Speaker(self.document.source, self.spelling)
        order = Order(self.table, lanes(self.document, self.words))
        reader = Reader(self.words, self.spelling, speaker, order, self.names)
        found = pieces(self.document)
        first = found.top[0].above if found.top else found.tail
        first[:] = retold(first, self.document.language, self.target)
        return written(reader.top(found.top), found.tail)

    def problem(self, text: str) -> tuple[int, str] | None:
        """Why a text must not take the place of this one, with the line: it says something else, or is not final."""
        parsed = parse(SourceFile(self.document.source.name, text))
        after = _Reading(parsed.document, self.table, self.style)
        line = difference(sayings(self.document, self.words, self.names), sayings(after.document, after.words, {}))
        if line is not None or any(finding.severity is Severity.ERROR for finding in parsed.diagnostics):
            return line or 1, "the result would say something else from this line on"
        kept = retold(comments(self.document.source.text), self.document.language, self.target)
        if comments(text) != kept:
            return 1, "a comment would be lost or moved"
        return None if after.text() == text else (1, "the result would change when it is formatted again")
