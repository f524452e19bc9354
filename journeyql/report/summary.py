"""The last line of a report: how much was found, and in how many files."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Severity
from journeyql.plugin.work import ReportContext
from journeyql.wording import counted

_NOUNS = {Severity.INFO: "note"}


def summary(context: ReportContext) -> str:
    """One line, for example `2 errors, 1 warning in 3 files`.

    >>> summary(ReportContext(diagnostics=(), files=3, color=False, shown=0))
    'no findings in 3 files'
    """
    return "; ".join((_found(context), *_more(context)))


def _found(context: ReportContext) -> str:
    numbers = (
        counted(context.counts[severity], _NOUNS.get(severity, severity.word))
        for severity in sorted(Severity, reverse=True)
        if context.counts.get(severity)
    )
    return f"{', '.join(numbers) or 'no findings'} in {counted(context.files, 'file')}"


def _more(context: ReportContext) -> Iterator[str]:
    if context.known:
        yield f"{context.known} known"
    if context.fixed:
        yield f"{context.fixed} mended"
    if context.fixable:
        yield f"{context.fixable} can be mended by `journeyql check --fix`"
    hidden = sum(context.counts.values()) - len(context.diagnostics)
    if hidden > 0:
        yield f"{hidden} more not shown, see --max-diagnostics"
