"""Source text and places in it: the file, its lines, and spans of characters."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import attrs


@attrs.frozen(slots=False, eq=False, repr=False)
class SourceFile:
    r"""A text and the name under which people know it.

    `name` is what messages print (a path as the user gave it, with forward slashes, or `-`);
    `text` is the decoded content without a byte-order mark.

    >>> SourceFile("a.journey", "one\ntwo").line_text(2)
    'two'
    """

    name: str
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line; only LF ends a line (CRLF included)."""
        found = [0]
        position = self.text.find("\n")
        while position >= 0:
            found.append(position + 1)
            position = self.text.find("\n", position + 1)
        return tuple(found)

    def line_text(self, line: int) -> str:
        """The text of a line (1-based), without its line end."""
        start = self.starts[line - 1]
        end = self.text.find("\n", start)
        text = self.text[start:] if end < 0 else self.text[start:end]
        return text.removesuffix("\r")

    def offset(self, line: int, column: int) -> int:
        """The offset of a column (0-based, code points) of a line (1-based)."""
        return self.starts[line - 1] + column

    def span(self, line: int, column: int, length: int = 0) -> Span:
        """The span of `length` characters from a column (0-based) of a line (1-based)."""
        start = self.offset(line, column)
        return Span(self, start, start + length)

    def line_span(self, line: int) -> Span:
        """The span of a line's words: without the indentation, trailing blanks and the line end."""
        text = self.line_text(line)
        lead = len(text) - len(text.lstrip())
        return self.span(line, lead, max(len(text.strip()), 1 if text else 0))


@attrs.frozen
class Span:
    r"""The characters `start` to `end` (exclusive offsets, code points) of a source.

    >>> span = SourceFile("a.journey", "one\ntwo").span(2, 0, 3)
    >>> span.line, span.column, span.text
    (2, 1, 'two')
    """

    source: SourceFile
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the first character, counted from 1."""
        return bisect_right(self.source.starts, self.start)

    @property
    def column(self) -> int:
        """The column of the first character, counted from 1 in code points."""
        return self.start - self.source.starts[self.line - 1] + 1

    @property
    def end_line(self) -> int:
        """The line of the last character, counted from 1."""
        return bisect_right(self.source.starts, max(self.start, self.end - 1))

    @property
    def end_column(self) -> int:
        """The column after the last character, counted from 1 in code points."""
        return self.end - self.source.starts[self.end_line - 1] + 1

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]
