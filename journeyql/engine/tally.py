"""Counts the findings of a run, keeps as many as are shown, and says how the run ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeyql.diagnostics import Diagnostic, Severity, order
from journeyql.engine.rules import DEFECTS, ENVIRONMENT

CLEAN, FOUND, USAGE, DEFECT = 0, 1, 2, 3


@attrs.define(eq=False, repr=False)
class Tally:
    """What a run has found so far. `limit` is how many findings are kept of each severity (0: all).

    `sieve` says which findings of files count; the `known` ones do not.
    """

    limit: int
    fail_on: Severity
    files: int = 0
    fixable: int = 0
    known: int = 0
    code: int = CLEAN
    sieve: Callable[[Diagnostic], bool] = bool
    counts: dict[Severity, int] = attrs.field(factory=lambda: dict.fromkeys(sorted(Severity, reverse=True), 0))
    _kept: dict[Severity, list[Diagnostic]] = attrs.field(factory=lambda: {severity: [] for severity in Severity})
    _elsewhere: set[int] = attrs.field(factory=set)
    _compiled: dict[str, None] = attrs.field(factory=dict)

    def add_file(self, name: str, findings: Iterable[Diagnostic]) -> int:
        """Count a compiled file and its findings; how many of them reach the failing severity."""
        self.files += 1
        failing = 0
        for finding in findings:
            failing += finding.severity >= self.fail_on
            if self._is_new(finding, name):
                self._sift(finding)
        self._compiled[name] = None
        return failing

    def add(self, findings: Iterable[Diagnostic]) -> None:
        """Count findings that come of something else than checking a file: of drawing, writing, or the tool itself."""
        for finding in findings:
            key = _place_of(finding)
            if key not in self._elsewhere:
                self._elsewhere.add(key)
                self._count(finding)

    def _is_new(self, finding: Diagnostic, name: str) -> bool:
        """Whether a finding was not counted before: files that several others use are looked at repeatedly."""
        place = finding.span.source.name if finding.span is not None else ""
        key = _place_of(finding)
        if place == name and place:
            return key not in self._elsewhere
        if key in self._elsewhere or (place and place in self._compiled):
            return False
        self._elsewhere.add(key)
        return True

    def _sift(self, finding: Diagnostic) -> None:
        if self.sieve(finding):
            self._count(finding)
        else:
            self.known += 1

    def _count(self, finding: Diagnostic) -> None:
        self.counts[finding.severity] += 1
        self.fixable += any(fix.safe for fix in finding.fixes)
        kept = self._kept[finding.severity]
        if not self.limit or len(kept) < self.limit:
            kept.append(finding)
        self.code = max(self.code, self._code_of(finding))

    def _code_of(self, finding: Diagnostic) -> int:
        if finding.rule in DEFECTS:
            return DEFECT
        if finding.rule in ENVIRONMENT:
            return USAGE
        return FOUND if finding.severity >= self.fail_on else CLEAN

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings to show, by place; when there are too many, the most severe ones."""
        ranked = [finding for severity in sorted(Severity, reverse=True) for finding in self._kept[severity]]
        return tuple(sorted(ranked[: self.limit or None], key=order))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the compiled files, in their order."""
        return tuple(self._compiled)

    @property
    def total(self) -> int:
        """The number of all findings."""
        return sum(self.counts.values())


def _place_of(finding: Diagnostic) -> int:
    """What tells a finding from others: rule and place; its words as well when it has no place."""
    file, start, end, rule, message = order(finding)
    return hash((file, start, end, rule, "" if finding.span is not None else message))
