"""Prints findings for people: the line itself, marks under the exact words, and what would help."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.plugin.work import ReportContext
from journeyql.report.columns import shown
from journeyql.report.excerpt import Mark, excerpt
from journeyql.report.style import Style
from journeyql.report.summary import summary
from journeyql.source import Span
from journeyql.wording import counted

#: Up to this many contexts are named one by one.
_MOST_CONTEXTS = 6
#: So many places that explain a finding are printed; the rest is counted.
_MOST_RELATED = 8


def report(context: ReportContext) -> str:
    """All findings, an empty line between them, and a summary."""
    style = Style(context.color)
    blocks = ["\n".join(_Block(finding, style, _gutter(finding)).lines()) for finding in context.diagnostics]
    return "\n\n".join([*blocks, style.bold(summary(context))]) + "\n"


def _gutter(finding: Diagnostic) -> int:
    spans = [span for span in (finding.span, *(item.span for item in _printed(finding))) if span is not None]
    return max((len(str(span.line)) for span in spans), default=1)


def _printed(finding: Diagnostic) -> tuple[Related, ...]:
    """The related places that are shown one by one."""
    return finding.related[:_MOST_RELATED]


@attrs.frozen(eq=False, repr=False)
class _Block:
    """One finding as lines; `gutter` is how wide the line numbers are."""

    finding: Diagnostic
    style: Style
    gutter: int

    def lines(self) -> Iterator[str]:
        """The head, the lines of the source, and the notes."""
        finding = self.finding
        name = f"{finding.severity.word}[{shown(finding.rule.name)}]"
        yield f"{self.style.severity(name, finding.severity)}{self.style.bold(': ' + shown(finding.message))}"
        if finding.span is not None:
            yield from self._place(finding.span)
        notes = [*self._notes()]
        if notes and finding.span is not None:
            yield self._bar()
        for title, words in notes:
            yield f"{self.style.frame(' ' * self.gutter + ' =')} {self.style.help(title)}: {shown(words)}"

    def _notes(self) -> Iterator[tuple[str, str]]:
        finding = self.finding
        left = len(finding.related) - _MOST_RELATED
        if left > 0:
            yield "not shown", counted(left, "more place") + " like these"
        if finding.help:
            yield "help", finding.help
        for fix in finding.fixes:
            if fix.title not in ("", finding.help):
                yield "fix", fix.title
        if finding.contexts:
            rest = len(finding.contexts) - _MOST_CONTEXTS
            more = f" and {rest} more" if rest > 0 else ""
            yield "holds for", ", ".join(finding.contexts[:_MOST_CONTEXTS]) + more

    def _place(self, span: Span) -> Iterator[str]:
        yield self._arrow("-->", span)
        yield self._bar()
        yield from self._near(span)
        for item in _printed(self.finding):
            if item.span.source is not span.source:
                yield self._arrow(":::", item.span)
                yield self._bar()
                yield from self._line(item.span.line, item.span, [_secondary(item)])

    def _near(self, span: Span) -> Iterator[str]:
        """The finding's line and those of related places in the same file, in order, gaps marked."""
        near = [item for item in _printed(self.finding) if item.span.source is span.source]
        numbers = sorted({span.line, *(item.span.line for item in near)})
        before = numbers[0]
        for number in numbers:
            if number > before + 1:
                yield self.style.frame("...")
            marks = [_secondary(item) for item in near if item.span.line == number]
            yield from self._line(number, span, [_primary(span), *marks] if number == span.line else marks)
            before = number

    def _line(self, number: int, span: Span, marks: list[Mark]) -> Iterator[str]:
        cut = excerpt(span.source.line_text(number), marks)
        yield f"{self.style.frame(f'{number:>{self.gutter}} |')} {cut.text}".rstrip()
        for mark, line in zip(marks, cut.marks, strict=True):
            painted = self.style.severity(line, self.finding.severity) if mark.primary else self.style.frame(line)
            yield f"{self._bar()} {painted}"

    def _bar(self) -> str:
        return self.style.frame(f"{' ' * self.gutter} |")

    def _arrow(self, arrow: str, span: Span) -> str:
        return f"{' ' * self.gutter}{self.style.frame(arrow)} {shown(span.source.name)}:{span.line}:{span.column}"


def _primary(span: Span) -> Mark:
    """The carets under the finding itself, on its first line."""
    return Mark(*_columns(span), primary=True)


def _secondary(item: Related) -> Mark:
    return Mark(*_columns(item.span), primary=False, words=shown(item.message))


def _columns(span: Span) -> tuple[int, int]:
    start = span.column - 1
    length = len(span.source.line_text(span.line))
    end = span.end_column - 1 if span.end_line == span.line else length
    return start, max(min(end, max(length, start + 1)), start)
