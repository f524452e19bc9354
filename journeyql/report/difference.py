"""Shows how a file would change, as `diff -u` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyql.diagnostics import visible
from journeyql.report.columns import shown
from journeyql.report.matching import LineMatcher


def difference(name: str, before: str, after: str) -> str:
    r"""The changed lines with three around them; empty when there are none.

    What a terminal would obey is shown by its code; a carriage return at the end of a line stays, so that the change
    can be applied.

    >>> print(difference("a.journey", "one\ntwo\n", "one\n2\n"), end="")
    --- a.journey
    +++ a.journey
    @@ -1,2 +1,2 @@
     one
    -two
    +2
    """
    return "".join(map(_line, _unified(shown(name), _lines(before), _lines(after))))


def _unified(title: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for number, group in enumerate(LineMatcher(before, after).get_grouped_opcodes()):
        if not number:
            yield from (f"--- {title}\n", f"+++ {title}\n")
        (_, low, _, first, _), (_, _, high, _, last) = group[0], group[-1]
        yield f"@@ -{_range(low, high)} +{_range(first, last)} @@\n"
        for tag, start, end, beginning, ending in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[start:end])
                continue
            yield from (f"-{line}" for line in before[start:end])
            yield from (f"+{line}" for line in after[beginning:ending])


def _range(start: int, end: int) -> str:
    """Some lines as the format wants them: the first, counted from 1, and how many unless it is one."""
    length = end - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _line(line: str) -> str:
    words = visible(line.rstrip("\r\n"))
    if not line.endswith("\n"):
        return f"{words}\n\\ No newline at end of file\n"
    return f"{words}\r\n" if line.endswith("\r\n") else f"{words}\n"
