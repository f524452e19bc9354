"""Cuts a source line to the part that matters and sets marks under the exact words."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from journeyql.report.columns import pieces

#: How many terminal columns of a source line are shown at most.
WIDEST = 100
_BEFORE = 40
#: So many characters on either side of a mark are looked at: enough to fill the columns, whatever their width.
_MOST_CHARACTERS = 500
_GAP = "…"


@attrs.frozen(eq=False, repr=False)
class Mark:
    """Something to underline: the columns (0-based, code points, end exclusive) and the words for it.

    The primary mark is the finding itself (`^`), the others explain it (`-`).
    """

    start: int
    end: int
    primary: bool = attrs.field(kw_only=True)
    words: str = attrs.field(default="", kw_only=True)


@attrs.frozen(eq=False, repr=False)
class Excerpt:
    """A line as printed, and the lines of marks below it."""

    text: str
    marks: tuple[str, ...]


def excerpt(line: str, marks: Iterable[Mark]) -> Excerpt:
    """The part of a line around its first mark, with each mark on a line of its own below."""
    given = tuple(marks)
    first = min((mark.start for mark in given), default=0)
    left = max(first - _MOST_CHARACTERS, 0)
    near = line[left : first + _MOST_CHARACTERS]
    printed = list(pieces(near))
    begin, end = _window([columns for _, columns in printed], first - left)
    text = "".join(piece for piece, _ in printed[begin:end])
    before, after = left + begin > 0, left + end < len(line)
    marked = (attrs.evolve(mark, start=mark.start - left, end=mark.end - left) for mark in given)
    lines = tuple(_underlined(mark, printed, begin, end, cut=before) for mark in marked)
    return Excerpt(f"{_GAP if before else ''}{text}{_GAP if after else ''}", lines)


def _window(widths: list[int], first: int) -> tuple[int, int]:
    """The characters to show: as many as fit, a part of them before the first mark."""
    begin = end = min(first, len(widths))
    room = WIDEST
    while begin > 0 and WIDEST - room + widths[begin - 1] <= _BEFORE:
        begin -= 1
        room -= widths[begin]
    while end < len(widths) and room >= widths[end]:
        room -= widths[end]
        end += 1
    while begin > 0 and room >= widths[begin - 1]:
        begin -= 1
        room -= widths[begin]
    return begin, end


def _underlined(mark: Mark, printed: list[tuple[str, int]], begin: int, end: int, *, cut: bool) -> str:
    start, stop = max(mark.start, begin), min(max(mark.end, mark.start + 1), end)
    lead = (1 if cut else 0) + sum(columns for _, columns in printed[begin:start])
    length = max(sum(columns for _, columns in printed[start:stop]), 1)
    return f"{' ' * lead}{('^' if mark.primary else '-') * length}{' ' + mark.words if mark.words else ''}"
