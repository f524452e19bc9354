"""Prints findings as JUnit XML: each file is a suite, and each finding a test.

A finding that makes the run fail is a failure, a lesser one a test that passed and has something to say; what kept
JourneyQL from looking is an error. A file without findings is one test that passed. No time is given, because two runs
on the same files are to print the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from journeyql.diagnostics import Diagnostic, visible
from journeyql.engine.rules import DEFECTS, ENVIRONMENT
from journeyql.plugin.work import ReportContext
from journeyql.render.escape import xml
from journeyql.report.names import relative

_PASSED, _FAILURE, _ERROR = "passed", "failure", "error"
#: The suite of what is not about one file.
_TOOL = "journeyql"


@attrs.frozen(eq=False, repr=False)
class _Case:
    """One test: its name, how it ended, and the finding."""

    name: str
    outcome: str
    finding: Diagnostic | None = None

    def lines(self, suite: str) -> Iterator[str]:
        """The element of the test."""
        head = f'    <testcase classname="{_xml(suite)}" name="{_xml(self.name)}"'
        if self.finding is None:
            yield f"{head}/>"
            return
        words = _xml(_words(self.finding))
        yield f"{head}>"
        if self.outcome == _PASSED:
            yield f"      <system-out>{words}</system-out>"
        else:
            message, kind = _xml(self.finding.message), _xml(self.finding.rule.name)
            yield f'      <{self.outcome} type="{kind}" message="{message}">{words}</{self.outcome}>'
        yield "    </testcase>"


def report(context: ReportContext) -> str:
    """The document; suites in the order of the files' names."""
    suites = [(name, list(_cases(found, context))) for name, found in sorted(_by_file(context).items())]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="{_TOOL}" {_counts([case for _, cases in suites for case in cases])}>')
    for name, cases in suites:
        lines.append(f'  <testsuite name="{_xml(name)}" {_counts(cases)}>')
        lines += (line for case in cases for line in case.lines(name))
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _by_file(context: ReportContext) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {relative(name, context.folder): [] for name in context.names}
    for finding in context.diagnostics:
        name = _TOOL if finding.span is None else relative(finding.span.source.name, context.folder)
        found.setdefault(name, []).append(finding)
    return found or {_TOOL: []}  # CI systems take a report without a test for one that was lost


def _cases(findings: Iterable[Diagnostic], context: ReportContext) -> Iterator[_Case]:
    seen: Counter[str] = Counter()
    for finding in findings:
        name = _name(finding)
        seen[name] += 1
        yield _Case(f"{name} #{seen[name]}" if seen[name] > 1 else name, _outcome(finding, context), finding)
    if not seen:
        yield _Case("no findings", _PASSED)


def _name(finding: Diagnostic) -> str:
    """What the test is called: it stays the same while lines move, so that its history goes on."""
    place = " ".join(filter(None, (finding.element, finding.part)))
    return f"{finding.rule.name} at {place}" if place else finding.rule.name


def _outcome(finding: Diagnostic, context: ReportContext) -> str:
    if finding.rule in DEFECTS | ENVIRONMENT:
        return _ERROR
    return _FAILURE if finding.severity >= context.fail_on else _PASSED


def _words(finding: Diagnostic) -> str:
    span = finding.span
    place = "" if span is None else f"{span.source.name}:{span.line}:{span.column}: "
    holds = f"holds for {', '.join(finding.contexts)}" if finding.contexts else ""
    head = f"{place}{finding.severity.word}[{finding.rule.name}] {finding.message}"
    return "\n".join(filter(None, (head, finding.help, holds)))


def _counts(cases: list[_Case]) -> str:
    ends = Counter(case.outcome for case in cases)
    return f'tests="{len(cases)}" failures="{ends[_FAILURE]}" errors="{ends[_ERROR]}"'


def _xml(text: str) -> str:
    return xml(visible(text))
