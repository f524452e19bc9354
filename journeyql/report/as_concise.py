"""Prints one line for each finding, as compilers do, so that editors find the place and `grep` finds the rule."""

from __future__ import annotations

from journeyql.diagnostics import Diagnostic
from journeyql.plugin.work import ReportContext
from journeyql.report.columns import shown
from journeyql.report.summary import summary


def report(context: ReportContext) -> str:
    """`FILE:LINE:COLUMN: SEVERITY[RULE] MESSAGE` for each finding, and the summary."""
    return "\n".join([*map(_line, context.diagnostics), shown(summary(context))]) + "\n"


def _line(finding: Diagnostic) -> str:
    span = finding.span
    place = "journeyql" if span is None else f"{span.source.name}:{span.line}:{span.column}"
    return shown(f"{place}: {finding.severity.word}[{finding.rule.name}] {finding.message}")
