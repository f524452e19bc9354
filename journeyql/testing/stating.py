"""Compares findings with what a test states of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from journeyql.diagnostics import Diagnostic, Rule, Severity
from journeyql.testing.checking import Result
from journeyql.testing.expected import quoted, spellings

#: Where a finding is: the words under the caret, the line, or both.
At: TypeAlias = str | int | tuple[int, str]
#: What a message says: all of it, or a pattern that is searched in it.
Message: TypeAlias = str | re.Pattern[str]

_PLACEHOLDER: Final = re.compile(r"\{[A-Za-z_][\w.]*(?:![rsa])?(?::[^{}]*)?\}")


def counted(result: Result, rule: Rule, count: int) -> Iterator[str]:
    """That a rule is found another number of times."""
    found = len(result.of(rule))
    if found != count:
        yield f"`{rule.name}` is found {_times(found)}, not {_times(count)}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def others(result: Result, rule: Rule, also: Iterable[str]) -> Iterator[str]:
    """Findings of other rules that were not announced, and announced ones that did not come."""
    announced = set(also)
    found = [item for item in result.diagnostics if item.rule is not rule]
    more = sorted({item.rule.name for item in found if not announced & {item.rule.name, item.rule.code}})
    if more:
        names = ", ".join(f'"{name}"' for name in more)
        yield f"other rules find something, too: {', '.join(more)}; mend the text, or say also=[{names}]"
    for name in sorted(announced):
        if not any(name in (item.rule.name, item.rule.code) for item in found):
            yield f"`{name}` is named in `also` and finds nothing"


def stated(finding: Diagnostic, at: At | None, message: Message | None, severity: Severity | None) -> Iterator[str]:
    """Where a finding is not what was stated of it."""
    if at is not None and not _is_at(finding, at):
        yield f"the caret of `{finding.rule.name}` stands under {_place(finding)}, not {_told(at)}"
    if severity is not None and finding.severity is not severity:
        yield f"its severity is {finding.severity.word}, not {severity.word}"
    if isinstance(message, str) and finding.message != message:
        yield f"its message is another one:\n  is      {finding.message}\n  stated  {message}"
    elif isinstance(message, re.Pattern) and message.search(finding.message) is None:
        yield f"`{message.pattern}` is not found in its message: {finding.message}"


def _is_at(finding: Diagnostic, at: At) -> bool:
    if finding.span is None:
        return False
    line, words = at if isinstance(at, tuple) else (at, at)
    right_line = not isinstance(line, int) or finding.span.line == line
    return right_line and (not isinstance(words, str) or words in spellings(finding.span))


def _place(finding: Diagnostic) -> str:
    if finding.span is None:
        return "no place"
    return f"{quoted(spellings(finding.span)[-1])} in line {finding.span.line}"


def _told(at: At) -> str:
    if isinstance(at, tuple):
        return f"{quoted(at[1])} in line {at[0]}"
    return f"line {at}" if isinstance(at, int) else quoted(at)


def unfilled(finding: Diagnostic) -> Iterator[str]:
    """Placeholders in the words of a finding that nobody has filled in; what the text itself says in braces is none."""
    own = finding.span.source.text if finding.span is not None else ""
    for what, text in _words(finding):
        for placeholder in _PLACEHOLDER.findall(text):
            if placeholder not in own:
                yield f"the {what} has a placeholder that is not filled in, {placeholder}: {text}"


def _words(finding: Diagnostic) -> Iterator[tuple[str, str]]:
    yield "message", finding.message
    yield "help", finding.help
    yield from (("title of a fix", fix.title) for fix in finding.fixes)
    yield from (("note at a related place", item.message) for item in finding.related)
