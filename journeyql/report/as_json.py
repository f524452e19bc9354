"""Prints findings as one JSON object with a version, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from journeyql import __version__
from journeyql.diagnostics import Diagnostic, Fix, Severity
from journeyql.plugin.work import ReportContext
from journeyql.source import Span

if TYPE_CHECKING:
    from journeyql.model import Json

#: The version of the object's form; a field may be added without a new one.
VERSION = 1


def report(context: ReportContext) -> str:
    """The object as text; characters beyond ASCII are escaped, so that no terminal is ever controlled by it."""
    return json.dumps(_document(context), indent=2, ensure_ascii=True) + "\n"


def _document(context: ReportContext) -> dict[str, Json]:
    counts: dict[str, Json] = {
        severity.word: context.counts.get(severity, 0) for severity in sorted(Severity, reverse=True)
    }
    return {
        "format": "journeyql-findings",
        "version": VERSION,
        "tool": {"name": "journeyql", "version": __version__},
        "files": context.files,
        "counts": counts,
        "fixable": context.fixable,
        "fixed": context.fixed,
        "known": context.known,
        "diagnostics": [_finding(finding) for finding in context.diagnostics],
    }


def _finding(finding: Diagnostic) -> dict[str, Json]:
    return {
        "rule": finding.rule.name,
        "code": finding.rule.code,
        "severity": finding.severity.word,
        "message": finding.message,
        "help": finding.help,
        "place": None if finding.span is None else _place(finding.span),
        "element": finding.element,
        "part": finding.part,
        "contexts": list(finding.contexts),
        "related": [{"place": _place(item.span), "message": item.message} for item in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _fix(fix: Fix) -> Json:
    edits: list[Json] = [{"place": _place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(span: Span) -> dict[str, Json]:
    """Lines and columns count from 1, in code points; the end is exclusive."""
    return {
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
