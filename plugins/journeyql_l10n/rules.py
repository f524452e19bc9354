"""The rules of localisation."""

from __future__ import annotations

from journeyql.diagnostics import Rule, Severity

BROKEN_CATALOGUE = Rule(
    name="broken-catalogue",
    code="LOC060",
    summary="A catalogue of translations cannot be read.",
    severity=Severity.ERROR,
    reason="A line that is not understood may hide a translation; nothing is written to such a file.",
    wrong="",
    right="",
)
DUPLICATE_MESSAGE = Rule(
    name="duplicate-message",
    code="LOC061",
    summary="A catalogue translates one text twice.",
    severity=Severity.ERROR,
    reason="Nobody can say which of the two translations is meant.",
    wrong="",
    right="",
)
