"""Shows how a file would change, as `diff -u` does."""

from __future__ import annotations

from difflib import unified_diff

from journeyql.diagnostics import visible
from journeyql.report.columns import shown


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
    title = shown(name)
    return "".join(map(_line, unified_diff(_lines(before), _lines(after), title, title)))


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _line(line: str) -> str:
    words = visible(line.rstrip("\r\n"))
    if not line.endswith("\n"):
        return f"{words}\n\\ No newline at end of file\n"
    return f"{words}\r\n" if line.endswith("\r\n") else f"{words}\n"
