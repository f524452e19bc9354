"""Prints findings: for people on a terminal, for editors, for other programs, and as CI systems show them."""

from __future__ import annotations

from journeyql.plugin.types import Reporter

#: The reporters of the core, by name; plugins add more.
BUILT_IN: tuple[Reporter, ...] = (
    Reporter(
        name="concise",
        summary="One line for each finding, for editors and for searching.",
        media_type="text/plain",
        work="journeyql.report.as_concise:report",
    ),
    Reporter(
        name="github",
        summary="Annotations on a pull request, as workflow commands of GitHub Actions.",
        media_type="text/plain",
        work="journeyql.report.as_github:report",
    ),
    Reporter(
        name="gitlab",
        summary="A Code Quality report, which GitLab shows in merge requests.",
        media_type="application/json",
        work="journeyql.report.as_gitlab:report",
        complete=True,
    ),
    Reporter(
        name="json",
        summary="One JSON object with all findings, for other programs.",
        media_type="application/json",
        work="journeyql.report.as_json:report",
        complete=True,
    ),
    Reporter(
        name="junit",
        summary="JUnit XML, which most CI systems read: each file is a suite.",
        media_type="application/xml",
        work="journeyql.report.as_junit:report",
        complete=True,
    ),
    Reporter(
        name="sarif",
        summary="SARIF 2.1.0, for code scanning and for viewers of findings.",
        media_type="application/sarif+json",
        work="journeyql.report.as_sarif:report",
        complete=True,
    ),
    Reporter(
        name="text",
        summary="For people: each finding with its line, what was expected, and what would help.",
        media_type="text/plain",
        work="journeyql.report.as_text:report",
    ),
)
