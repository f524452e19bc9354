"""Prints findings as a Code Quality report of GitLab, which compares those of two branches by their fingerprints.

The form is that of https://docs.gitlab.com/ci/testing/code_quality/. GitLab drops a report from the first entry on that
has no path, so what has no place is about the folder.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from journeyql.diagnostics import Diagnostic, Severity, visible
from journeyql.plugin.work import ReportContext
from journeyql.report.identity import fingerprints
from journeyql.report.names import relative

if TYPE_CHECKING:
    from journeyql.model import Json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info", Severity.HINT: "info"}


def report(context: ReportContext) -> str:
    """A list with one entry for each finding."""
    marks = fingerprints(context.diagnostics, context.folder)
    entries = [_entry(finding, mark, context.folder) for finding, mark in zip(context.diagnostics, marks, strict=True)]
    return json.dumps(entries, indent=2, ensure_ascii=True) + "\n"


def _entry(finding: Diagnostic, fingerprint: str, folder: str) -> dict[str, Json]:
    name = finding.rule.name
    return {
        "description": visible(f"{name}: {finding.message}"),  # merge requests do not show the name of the check
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding, folder),
    }


def _location(finding: Diagnostic, folder: str) -> dict[str, Json]:
    span = finding.span
    if span is None:
        return {"path": ".", "lines": {"begin": 1}}
    return {"path": visible(relative(span.source.name, folder)), "lines": {"begin": span.line, "end": span.end_line}}
