"""Reports lines whose indentation is not what it seems: tabs, odd dedents, too many levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.source import SourceFile, Span
from journeyql.syntax.layout import MOST_LEVELS, TAB_WIDTH, Layout
from journeyql.syntax.rules import ODD_DEDENT, TAB_INDENTATION, TOO_DEEP

#: A fix that writes more characters than this is for a file that nobody has written.
_LARGEST_FIX = 1_000_000


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
    runs = [source.span(line, run.start(), len(run[0])) for line in lines for run in _runs(source.line_text(line))]
    edits = tuple(Edit(span, " " * TAB_WIDTH * (span.end - span.start)) for span in runs)
    small = sum(len(edit.text) for edit in edits) <= _LARGEST_FIX
    more = f", as are {len(lines) - 1} more below" if len(lines) > 1 else ""
    return TAB_INDENTATION.at(
        Span(source, runs[0].start, runs[0].start + 1),
        f"This line is indented with a tab{more}; a tab is read as {TAB_WIDTH} spaces.",
        help="Indent with spaces.",
        fixes=[Fix("Replace tabs by spaces", edits)] if small else (),
    )


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The tabs of an indentation, those that stand together as one."""
    return re.finditer(r"\t+", text[: len(text) - len(text.lstrip())])
