"""Prints findings: for people on a terminal, as JSON, and as GitHub annotations."""

from __future__ import annotations

from journeyql.plugin.types import Reporter

#: The reporters of the core, by name; plugins add more.
BUILT_IN: tuple[Reporter, ...] = (
    Reporter(
        name="github",
        summary="Annotations on a pull request, as workflow commands of GitHub Actions.",
        media_type="text/plain",
        work="journeyql.report.as_github:report",
    ),
    Reporter(
        name="json",
        summary="One JSON object with all findings, for other programs.",
        media_type="application/json",
        work="journeyql.report.as_json:report",
    ),
    Reporter(
        name="text",
        summary="For people: each finding with its line, what was expected, and what would help.",
        media_type="text/plain",
        work="journeyql.report.as_text:report",
    ),
)
