"""Takes what a plugin reports: checked, cleaned, and copied, so that nobody meets an object of the plugin's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic, Edit, Fix, Related, Rule, Severity
from journeyql.plugin.isolate import one_line
from journeyql.source import SourceFile, Span

#: The longest message of a finding, in characters.
LONGEST_MESSAGE = 1000


@attrs.frozen(eq=False, repr=False)
class Vetting:
    """What may be reported: the declared rules, and the files that places may lie in."""

    rules: Collection[Rule]
    sources: Collection[SourceFile]

    def taken(self, finding: object) -> Diagnostic | str:
        """A finding as it may be shown, or why it is refused; to be called guarded."""
        if not isinstance(finding, Diagnostic):
            return f"reports {one_line(type(finding).__name__)}, not a diagnostic"
        rule = next((rule for rule in self.rules if rule is finding.rule), None)
        if rule is None:
            name = one_line(str(getattr(finding.rule, "name", finding.rule)), 60)
            return f"reports the rule `{name}`, which it does not declare"
        if not isinstance(finding.severity, Severity) or not all(map(_is_text, _texts(finding))):
            return f"reports `{rule.name}` with a message or severity of the wrong type"
        if not all(map(self._inside, _places(finding))):
            return f"reports `{rule.name}` at a place that is not in the file"
        return _copied(finding, rule)

    def _inside(self, span: object) -> bool:
        if not isinstance(span, Span) or not any(span.source is source for source in self.sources):
            return False
        numbers = isinstance(span.start, int) and isinstance(span.end, int)
        return numbers and 0 <= span.start <= span.end <= len(span.source.text)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _texts(finding: Diagnostic) -> Iterator[object]:
    yield finding.message
    yield finding.help
    yield from finding.contexts
    yield from (item.message for item in finding.related)
    for fix in finding.fixes:
        yield fix.title
        yield from (edit.text for edit in fix.edits)


def _places(finding: Diagnostic) -> Iterator[object]:
    if finding.span is not None:
        yield finding.span
    yield from (item.span for item in finding.related)
    yield from (edit.span for fix in finding.fixes for edit in fix.edits)


def _copied(finding: Diagnostic, rule: Rule) -> Diagnostic:
    """The finding with its words on one line each, without control characters and of bounded length."""
    return Diagnostic(
        rule=rule,
        message=_line(finding.message),
        span=None if finding.span is None else _span(finding.span),
        severity=finding.severity,
        help=_line(finding.help),
        contexts=tuple(map(_line, finding.contexts)),
        related=tuple(Related(_span(item.span), _line(item.message)) for item in finding.related),
        fixes=tuple(Fix(_line(fix.title), tuple(map(_edit, fix.edits)), bool(fix.safe)) for fix in finding.fixes),
    )


def _edit(edit: Edit) -> Edit:
    return Edit(_span(edit.span), plain(edit.text))


def _span(span: Span) -> Span:
    return Span(span.source, int(span.start), int(span.end))


def _line(text: str) -> str:
    return one_line(text, LONGEST_MESSAGE)


def plain(value: Any) -> Any:
    """A text or bytes as such, whatever class of its own it has; anything else as it is."""
    if isinstance(value, str):
        return str.__str__(value)
    return bytes(value) if isinstance(value, bytes) else value
