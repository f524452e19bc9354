"""Reports lines whose indentation is not what it seems: tabs, odd dedents, too many levels."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.source import SourceFile
from journeyql.syntax.layout import MOST_LEVELS, TAB_WIDTH, Layout
from journeyql.syntax.rules import ODD_DEDENT, TAB_INDENTATION, TOO_DEEP


def diagnose(source: SourceFile, layout: Layout) -> Iterator[Diagnostic]:
    """The findings of a file's indentation; tabs once for the whole file."""
    if layout.tabbed:
        yield _tabs(source, layout.tabbed)
    for line in layout.odd:
        yield ODD_DEDENT.at(
            source.line_span(line),
            "This line goes back to an indentation that no block above has.",
            help="Give it the indentation of the line it belongs beside.",
        )
    for line in layout.deep:
        yield TOO_DEEP.at(
            source.line_span(line),
            f"Here begins level {MOST_LEVELS + 1}; a file has at most {MOST_LEVELS} levels.",
            help=f"This line and all deeper ones are read as level {MOST_LEVELS}.",
        )


def _tabs(source: SourceFile, lines: list[int]) -> Diagnostic:
    edits = tuple(
        Edit(source.span(line, column, 1), " " * TAB_WIDTH)
        for line in lines
        for column, blank in enumerate(_indent(source.line_text(line)))
        if blank == "\t"
    )
    more = f", as are {len(lines) - 1} more below" if len(lines) > 1 else ""
    return TAB_INDENTATION.at(
        edits[0].span,
        f"This line is indented with a tab{more}; a tab is read as {TAB_WIDTH} spaces.",
        help="Indent with spaces.",
        fixes=[Fix("Replace tabs by spaces", edits)],
    )


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]
