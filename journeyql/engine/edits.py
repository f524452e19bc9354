"""Applies fixes to a text: safe ones that do not touch each other, chosen by nothing but their places."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import pairwise

import attrs

from journeyql.diagnostics import Diagnostic, Edit, Fix, order
from journeyql.source import SourceFile


@attrs.frozen(eq=False, repr=False)
class Remedy:
    """A finding and the fix that is to mend it."""

    finding: Diagnostic
    fix: Fix


def remedies(findings: Iterable[Diagnostic], source: SourceFile) -> tuple[Remedy, ...]:
    """The first safe fix of each finding that concerns one file alone, from its beginning to its end.

    Of two fixes that overlap or touch, the one that begins first is taken, else that of the first finding; the other
    one gets its turn when the text is looked at again.
    """
    offered = [Remedy(finding, fix) for finding in findings if (fix := _usable(finding, source)) is not None]
    offered.sort(key=lambda one: (min(edit.span.start for edit in one.fix.edits), order(one.finding)))
    taken: list[tuple[int, int]] = []
    chosen = []
    for one in offered:
        places = [(edit.span.start, edit.span.end) for edit in one.fix.edits]
        if not any(_touches(place, taken) for place in places):
            chosen.append(one)
            for place in places:
                insort(taken, place)
    return tuple(chosen)


def applied(source: SourceFile, chosen: Iterable[Remedy]) -> str:
    """The text of a file after some remedies that do not touch each other; new lines end as its lines do.

    >>> from journeyql.source import SourceFile
    >>> applied(SourceFile("a.journey", "one"), ())
    'one'
    """
    edits = sorted((edit for one in chosen for edit in one.fix.edits), key=lambda edit: edit.span.start)
    ending = "\r\n" if "\r\n" in source.text[: source.text.find("\n") + 1] else "\n"
    parts, position = [], 0
    for edit in edits:
        parts += [source.text[position : edit.span.start], edit.text.replace("\r\n", "\n").replace("\n", ending)]
        position = edit.span.end
    return "".join(parts) + source.text[position:]


def _usable(finding: Diagnostic, source: SourceFile) -> Fix | None:
    fixes = (fix for fix in finding.fixes if fix.safe and fix.edits)
    return next((fix for fix in fixes if _inside(fix, source) and _is_apart(fix.edits)), None)


def _inside(fix: Fix, source: SourceFile) -> bool:
    return all(edit.span.source is source for edit in fix.edits)


def _is_apart(edits: tuple[Edit, ...]) -> bool:
    """Whether the edits of one fix leave each other alone."""
    places = sorted((edit.span.start, edit.span.end) for edit in edits)
    return all(before[1] <= after[0] and before != after for before, after in pairwise(places))


def _touches(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a place overlaps or adjoins one that is taken; those are sorted and apart."""
    index = bisect_left(taken, place)
    before = index > 0 and taken[index - 1][1] >= place[0]
    return before or (index < len(taken) and taken[index][0] <= place[1])
