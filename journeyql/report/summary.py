"""The last line of a report: how much was found, and in how many files."""

from __future__ import annotations

from journeyql.diagnostics import Severity
from journeyql.plugin.work import ReportContext


def summary(context: ReportContext) -> str:
    """One line, for example `2 errors, 1 warning in 3 files`.

    >>> summary(ReportContext(diagnostics=(), files=3, color=False, shown=0))
    'no findings in 3 files'
    """
    total = sum(context.counts.values())
    counted = [
        _counted(context.counts[severity], severity.word)
        for severity in sorted(Severity, reverse=True)
        if context.counts.get(severity)
    ]
    words = ", ".join(counted) or "no findings"
    hidden = total - len(context.diagnostics)
    rest = f"; {hidden} more not shown, see --max-diagnostics" if hidden > 0 else ""
    return f"{words} in {_counted(context.files, 'file')}{rest}"


def _counted(count: int, word: str) -> str:
    if word == "info":
        return f"{count} {'note' if count == 1 else 'notes'}"
    return f"{count} {word if count == 1 else word + 's'}"
