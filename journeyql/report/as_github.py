"""Prints findings as workflow commands, so that GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Severity, order
from journeyql.plugin.work import ReportContext
from journeyql.report.columns import shown
from journeyql.report.names import relative
from journeyql.report.summary import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice", Severity.HINT: "notice"}


def report(context: ReportContext) -> str:
    """One command for each finding, errors first (GitHub shows ten of each sort), and the summary."""
    ranked = sorted(context.diagnostics, key=lambda finding: (-finding.severity, order(finding)))
    return "\n".join([*(_command(finding, context.folder) for finding in ranked), shown(summary(context))]) + "\n"


def _command(finding: Diagnostic, folder: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, folder))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_message(_words(finding))}"


def _words(finding: Diagnostic) -> str:
    parts = [finding.message, finding.help]
    if finding.contexts:
        parts.append(f"holds for {', '.join(finding.contexts)}")
    return "\n".join(part for part in parts if part)


def _properties(finding: Diagnostic, folder: str) -> Iterator[tuple[str, str]]:
    span = finding.span
    if span is not None:
        yield "file", relative(span.source.name, folder)
        yield "line", str(span.line)
        yield "endLine", str(span.end_line)
        if span.line == span.end_line:  # columns of a finding over several lines are not understood
            yield "col", str(span.column)
            yield "endColumn", str(max(span.end_column - 1, span.column))
    yield "title", f"{finding.rule.name} ({finding.rule.code})"


def _message(text: str) -> str:
    r"""The text of a command: only `%` and line ends have a meaning there.

    >>> _message("35%\n")
    '35%25%0A'
    """
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return shown(safe)


def _property(text: str) -> str:
    """A property of a command, where `:` and `,` have a meaning, too."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
