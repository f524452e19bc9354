"""Moves findings from an older text of a file to the one that is there now, in which all but a few lines are the same."""

from __future__ import annotations

from functools import partial

from journeyql.diagnostics import Diagnostic
from journeyql.source import SourceFile, Span


def anchored(finding: Diagnostic, source: SourceFile) -> Diagnostic:
    r"""The finding in a text; each place keeps its line and column.

    >>> from journeyql.diagnostics import Rule, Severity
    >>> old, new = SourceFile("a.journey", "a\nbc"), SourceFile("a.journey", "longer\nbc")
    >>> rule = Rule(name="r", code="R1", summary="", severity=Severity.HINT, reason="")
    >>> anchored(rule.at(old.span(2, 1, 1), "x"), new).span.start
    8
    """
    return finding.moved(partial(_moved, source=source)) if _is_older(finding, source) else finding


def _is_older(finding: Diagnostic, source: SourceFile) -> bool:
    return any(span.source is not source and span.source.name == source.name for span in finding.spans)


def _moved(span: Span, source: SourceFile) -> Span:
    if span.source is source or span.source.name != source.name:
        return span
    start = source.offset(span.line, span.column - 1)
    if span.end_line == span.line:
        return Span(source, start, start + span.end - span.start)
    return Span(source, start, source.offset(span.end_line, span.end_column - 1))
