"""Counts the findings of a run, keeps as many as are shown, and says how the run ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import attrs

from journeyql.diagnostics import Diagnostic, Severity, order
from journeyql.engine.merge import numbered
from journeyql.engine.rules import DEFECTS, ENVIRONMENT

CLEAN, FOUND, USAGE, DEFECT = 0, 1, 2, 3


@attrs.define(eq=False, repr=False)
class Tally:
    """What a run has found so far. `limit` is how many findings are kept of each severity (0: all).

    A file that others use is looked at repeatedly, and what it makes of another file stands there as well. Findings
    of one rule at one place are therefore one, whoever brings them: the most severe stands for all, and what a file
    says of itself goes before what others say of it. So neither the order of the files nor their choice matters.

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
    _kept: dict[Severity, dict[int, Diagnostic]] = attrs.field(factory=lambda: {severity: {} for severity in Severity})
    _ranks: dict[int, int] = attrs.field(factory=dict)
    _sifted: set[int] = attrs.field(factory=set)
    _compiled: dict[str, None] = attrs.field(factory=dict)

    def add_file(self, name: str, findings: Iterable[Diagnostic]) -> int:
        """Count a compiled file and its findings; how many of them reach the failing severity."""
        self.files += 1
        found = tuple(findings)
        self._compiled[name] = None
        self._add(found, name)
        return sum(finding.severity >= self.fail_on for finding in found)

    def add(self, findings: Iterable[Diagnostic]) -> None:
        """Count findings that come of something else than checking a file: of drawing, writing, or the tool itself."""
        self._add(findings, "")

    def _add(self, findings: Iterable[Diagnostic], name: str) -> None:
        for (place, number), finding in numbered(findings, _place_of):
            own = finding.span is not None and finding.span.source.name == name
            key = hash((place, number))
            if not name or self._sift(key, finding):
                self._count(key, finding, _rank(finding, own=own))

    def _count(self, key: int, finding: Diagnostic, rank: int) -> None:
        known = self._ranks.setdefault(key, 0)
        if rank > known:
            self._forget(key, known)
            self._ranks[key] = rank
            self.counts[finding.severity] += 1
            self.fixable += _is_fixable(finding)
            self.code = max(self.code, self._code_of(finding))
            self._keep(key, finding)
        elif rank == known and key in self._kept[finding.severity]:
            kept = self._kept[finding.severity]
            kept[key] = min(kept[key], finding, key=_words_of)

    def _sift(self, key: int, finding: Diagnostic) -> bool:
        """Whether a finding of a file counts; each is asked about once."""
        if key not in self._ranks and key not in self._sifted and not self.sieve(finding):
            self._sifted.add(key)
            self.known += 1
        return key not in self._sifted

    def _forget(self, key: int, rank: int) -> None:
        """Take back a finding that a more telling one replaces."""
        if rank:
            severity = Severity(rank >> 2)
            self.counts[severity] -= 1
            self.fixable -= rank & 1
            self._kept[severity].pop(key, None)

    def _keep(self, key: int, finding: Diagnostic) -> None:
        kept = self._kept[finding.severity]
        kept[key] = finding
        if self.limit and len(kept) > 2 * self.limit:
            first = sorted(kept.items(), key=lambda item: order(item[1]))[: self.limit]
            self._kept[finding.severity] = dict(first)

    def _code_of(self, finding: Diagnostic) -> int:
        if finding.rule in DEFECTS:
            return DEFECT
        if finding.rule in ENVIRONMENT:
            return USAGE
        return FOUND if finding.severity >= self.fail_on else CLEAN

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings to show, by place; when there are too many, the most severe ones, and of these the first."""
        by_severity = (sorted(self._kept[severity].values(), key=order) for severity in sorted(Severity, reverse=True))
        ranked = [finding for kept in by_severity for finding in kept]
        return tuple(sorted(ranked[: self.limit or None], key=order))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the compiled files, in their order."""
        return tuple(self._compiled)

    @property
    def total(self) -> int:
        """The number of all findings."""
        return sum(self.counts.values())


def _place_of(finding: Diagnostic) -> tuple[object, ...]:
    """What tells a finding from others: rule and place; its words as well when it has no place."""
    file, start, end, rule, message = order(finding)
    if finding.span is None:
        return (rule, message)
    return (os.path.abspath(file), start, end, rule)  # noqa: PTH100 - `pathlib` for each finding is slow


def _rank(finding: Diagnostic, *, own: bool) -> int:
    """Which of two findings stands for both: the more severe, then the file's own, then the one with a safe fix."""
    return finding.severity << 2 | own << 1 | _is_fixable(finding)


def _is_fixable(finding: Diagnostic) -> bool:
    """Whether `check --fix` can mend it."""
    return any(fix.safe for fix in finding.fixes)


def _words_of(finding: Diagnostic) -> tuple[str, str, tuple[str, ...]]:
    return finding.message, finding.help, finding.contexts
