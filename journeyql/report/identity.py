"""Tells findings apart from run to run: by what they are about, never by line or words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from journeyql.diagnostics import Diagnostic
from journeyql.report.names import relative


def fingerprints(findings: Iterable[Diagnostic], folder: str) -> list[str]:
    """For each finding a name of 32 hexadecimal digits that stays the same while lines move and texts are edited.

    It stands for file, rule, element and part of it; the second finding of one rule about one thing has another name
    than the first. What has no place is known by its words.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in findings:
        key = _key(finding, folder)
        seen[key] += 1
        found.append(_digest((*key, str(seen[key]))))
    return found


def _key(finding: Diagnostic, folder: str) -> tuple[str, ...]:
    if finding.span is None:
        return ("", finding.rule.name, finding.message)
    return (relative(finding.span.source.name, folder), finding.rule.name, finding.element, finding.part)


def _digest(key: tuple[str, ...]) -> str:
    text = "\0".join(key).encode("utf-8", "backslashreplace")
    return hashlib.sha256(text).hexdigest()[:32]
