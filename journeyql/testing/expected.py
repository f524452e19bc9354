"""Reads what a text says in its comments about the findings that it must give: `# ! RULE @ "words"`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from journeyql.diagnostics import Diagnostic, Severity
from journeyql.source import SourceFile, Span
from journeyql.syntax import Line, lines

#: The line of a finding that has no place.
NOWHERE: Final = 0

_WORDS: Final = r'"(?:[^"\\]|\\.)*"|`[^`]*`'
_BEGINS: Final = re.compile(r"#\s*!")
_ONE: Final = re.compile(
    r"\s*!(?P<where>\*|[+-][0-9]{1,6})?\s+(?P<rule>\w[\w-]*)"
    rf"(?:\s+(?P<severity>{'|'.join(severity.word for severity in Severity)})\b)?"
    rf"(?:\s+@\s*(?P<under>{_WORDS}))?(?:\s+says\s+(?P<says>{_WORDS}))?(?=\s*\Z|\s*!)"
)
_FORM: Final = (
    '`# ! RULE`, then if wanted a severity, `@ "the words under the caret"` and `says "a part of the message"`'
)


@attrs.frozen(kw_only=True)
class Expected:
    """A finding that must come: its line (0: it has no place) and rule, the rest where it is said.

    `comment` is the line of the comment that says so.
    """

    line: int
    rule: str
    severity: str = ""
    under: str | None = None
    says: str = ""
    comment: int = 0

    def fits(self, finding: Diagnostic) -> bool:
        """Whether a finding on its line is the expected one."""
        return (
            self.rule in (finding.rule.name, finding.rule.code)
            and self.severity in ("", finding.severity.word)
            and (self.under is None or (finding.span is not None and self.under in spellings(finding.span)))
            and self.says in finding.message
        )

    @property
    def exactness(self) -> int:
        """How much it says; what says more chooses first among findings."""
        return (self.under is not None) * 4 + bool(self.says) * 2 + bool(self.severity)

    def __str__(self) -> str:
        """As it stands in a comment.

        >>> str(Expected(line=1, rule="no-emotion", under='"J"', says="process"))
        'no-emotion @ `"J"` says "process"'
        """
        under = "" if self.under is None else f" @ {quoted(self.under)}"
        says = f" says {quoted(self.says)}" if self.says else ""
        return f"{self.rule}{f' {self.severity}' if self.severity else ''}{under}{says}"


@attrs.frozen
class Unclear:
    """A comment that begins like an expectation and is none."""

    line: int
    reason: str


def expected(source: SourceFile) -> Iterator[Expected | Unclear]:
    r"""What the comments of a text expect.

    Behind code a comment speaks of its own line, on a line of its own of the next one that says something.

    >>> text = '# ! no-emotion @ "J"\njourney "J"\n  "A"  # ! unknown-kind ! JQL202 says "no kind"\n'
    >>> [(item.line, str(item)) for item in expected(SourceFile("a.journey", text))]
    [(2, 'no-emotion @ "J"'), (3, 'unknown-kind'), (3, 'JQL202 says "no kind"')]
    """
    every = tuple(lines(source.text))
    for number, line in enumerate(every, 1):
        comment = line.comment.strip()
        if _BEGINS.match(comment):
            yield from _read(comment.removeprefix("#"), number, every)


def _read(words: str, number: int, every: tuple[Line, ...]) -> Iterator[Expected | Unclear]:
    position = 0
    while position < len(words):
        match = _ONE.match(words, position)
        if match is None:
            yield Unclear(number, f"`{words[position:].strip()}` is no expectation; write {_FORM}")
            return
        position = match.end()
        line = _line(match["where"] or "", number, every)
        if line is None:
            yield Unclear(number, "there is no line that this expectation could be about")
            continue
        yield Expected(
            line=line,
            rule=match["rule"],
            severity=match["severity"] or "",
            under=None if match["under"] is None else _unquoted(match["under"]),
            says=_unquoted(match["says"] or ""),
            comment=number,
        )


def _line(where: str, number: int, every: tuple[Line, ...]) -> int | None:
    """The line that an expectation is about, or None when there is no such line."""
    if where == "*":
        return NOWHERE
    if where:
        found = number + int(where)
        return found if 1 <= found <= len(every) else None
    if every[number - 1].code.strip():
        return number
    return next((index for index in range(number + 1, len(every) + 1) if every[index - 1].code.strip()), None)


def spellings(span: Span) -> tuple[str, ...]:
    """The words under the caret as they may be expected: as they stand, and a text or literal without its quotes."""
    first = span.text.split("\n", 1)[0].rstrip("\r")
    bare = first[1:-1] if len(first) > 1 and first[0] + first[-1] in {'""', "``", "“”"} else first
    return (first, bare)


def quoted(words: str) -> str:
    """Words as they stand behind `@` and `says`."""
    if '"' in words and "`" not in words:
        return f"`{words}`"
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquoted(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words[1:-1]) if words.startswith('"') else words[1:-1]
