"""Silences findings where a file says `allow`, and reports what is silenced in vain."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix, Rule
from journeyql.engine.rulebook import Rulebook
from journeyql.engine.rules import DEFECTS, ENVIRONMENT, EXPIRED_ALLOW, UNKNOWN_RULE, UNUSED_ALLOW
from journeyql.model import Allowance, Date, Model
from journeyql.model.resolve import Unit
from journeyql.model.resolve.place import ALLOW
from journeyql.source import Span
from journeyql.spelling import nearest

_Lines = tuple[int, int]


def silenced(  # noqa: PLR0913 - one keyword for each thing that decides whether a finding counts
    findings: Iterable[Diagnostic],
    model: Model,
    unit: Unit,
    book: Rulebook,
    *,
    today: datetime.date,
    sought: Collection[str],
) -> tuple[Diagnostic, ...]:
    """The findings that no `allow` covers, with remarks about unused, expired and misspelt ones.

    `sought` are the names of the rules of which every finding would be here: of others nobody can say that an `allow`
    silences nothing.
    """
    ranges = _Ranges.of(unit)
    covers = [_Cover.of(item, model, ranges, book.find(item.rule), today) for item in model.allowances]
    by_rule: dict[str, list[_Cover]] = {}
    for cover in covers:
        by_rule.setdefault(cover.rule.name if cover.rule is not None else "", []).append(cover)
    kept = []
    for finding in findings:
        holding = [cover for cover in by_rule.get(finding.rule.name, ()) if cover.covers(finding)]
        for cover in holding:
            cover.used = True
        if not any(cover.valid for cover in holding):
            kept.append(finding)
    remarks = _Remarks(book, unit.root, sought)
    return (*kept, *(remark for cover in covers for remark in remarks.about(cover)))


@attrs.define(eq=False, repr=False)
class _Cover:
    """One `allow` with the lines that it covers, by source name."""

    item: Allowance
    rule: Rule | None
    lines: Mapping[str, tuple[_Lines, ...]]
    valid: bool
    used: bool = False

    @classmethod
    def of(cls, item: Allowance, model: Model, ranges: _Ranges, rule: Rule | None, today: datetime.date) -> _Cover:
        """What an allowance covers: its element and everything in it."""
        until = Date.parse(item.until) if item.until else None
        return cls(item, rule, dict(_covered(item, model, ranges)), valid=until is None or today <= until.last)

    def covers(self, finding: Diagnostic) -> bool:
        """Whether a finding is of the rule and in the element."""
        if self.rule is None or finding.rule.name != self.rule.name or finding.span is None:
            return False
        if finding.rule in DEFECTS | ENVIRONMENT:
            return False
        line = finding.span.line
        return any(first <= line <= last for first, last in self.lines.get(finding.span.source.name, ()))


@attrs.frozen(eq=False, repr=False, slots=False)
class _Remarks:
    """What is to be said about the `allow` lines themselves, seen from the root document of a unit."""

    book: Rulebook
    root: ast.Document
    sought: Collection[str]

    def about(self, cover: _Cover) -> Iterator[Diagnostic]:
        """Whether one is misspelt, unused or expired; that of a rule that is off waits until it is on again."""
        if cover.rule is None:
            if cover.item.rule:
                yield self._unknown(cover.item)
        elif self.book.off(cover.rule):
            return
        elif not cover.used and self._is_unneeded(cover.rule, cover.item):
            yield self._unused(cover.item)
        elif not cover.valid:
            yield EXPIRED_ALLOW.at(
                cover.item.span,
                f"`{cover.item.rule}` was silenced until {cover.item.until}; it counts again",
                help="mend the finding, or give a later date after `until=`",
            )

    def _is_unneeded(self, rule: Rule, item: Allowance) -> bool:
        """Whether it is known that an `allow` is unneeded: that of a used file may be needed when that is checked."""
        return rule.name in self.sought and item.span.source is self.root.source

    def _unused(self, item: Allowance) -> Diagnostic:
        return UNUSED_ALLOW.at(
            item.span,
            f"`{item.rule}` finds nothing here that would be silenced",
            help="remove the `allow` line",
            fixes=self._removal(item),
        )

    def _removal(self, item: Allowance) -> Iterator[Fix]:
        """The removal of the line, when the `allow` stands on one alone."""
        source, line = item.span.source, item.span.line
        if line in self._one_line:
            starts = source.starts
            end = starts[line] if line < len(starts) else len(source.text)
            yield Fix("remove the line", (Edit(Span(source, starts[line - 1], end), ""),))

    @cached_property
    def _one_line(self) -> frozenset[int]:
        """The lines of the `allow`s of the root document that have nothing below them."""
        nodes = (node for node in _nodes(self.root.body) if isinstance(node, ast.Element) and node.kind == ALLOW)
        return frozenset(node.line for node in nodes if all(line == node.line for line in _lines(node.body)))

    def _unknown(self, item: Allowance) -> Diagnostic:
        near = nearest(item.rule, self.book.names)
        spells_it = item.span.text == item.rule
        fix = Fix(f"write `{near}`", (Edit(item.span, near),), safe=False) if near and spells_it else None
        return UNKNOWN_RULE.at(
            item.span,
            f"there is no rule `{item.rule}`",
            help=f"did you mean `{near}`?" if near else "`journeyql rules list` shows all rules",
            fixes=() if fix is None else (fix,),
        )


def _covered(item: Allowance, model: Model, ranges: _Ranges) -> Iterator[tuple[str, tuple[_Lines, ...]]]:
    if not item.element:
        yield item.span.source.name, ((1, ranges.last(item.span.source.name)),)
        return
    found: dict[str, list[_Lines]] = {}
    waiting = [model.elements[item.element]] if item.element in model.elements else []
    while waiting:
        element = waiting.pop()
        name, first = element.source.name, element.node.line
        found.setdefault(name, []).append((first, ranges.end(name, first, element.node)))
        waiting.extend(model.children.get(element.path, ()))
    # What an `extend` adds around the `allow` line belongs to the element, too.
    own = item.span.source.name
    found.setdefault(own, []).append((item.span.line, item.span.line))
    for name, lines in found.items():
        yield name, tuple(lines)


@attrs.frozen(eq=False, repr=False)
class _Ranges:
    """The lines at which nodes begin, by source name, so that the last line of each can be told."""

    starts: Mapping[str, tuple[int, ...]]
    lines: Mapping[str, int]

    @classmethod
    def of(cls, unit: Unit) -> _Ranges:
        """The ranges of all documents of a unit."""
        documents = unit.documents()
        return cls(
            {item.source.name: tuple(sorted(_lines(item.body))) for item in documents},
            {item.source.name: len(item.source.starts) for item in documents},
        )

    def last(self, name: str) -> int:
        """The number of lines of a source."""
        return self.lines.get(name, 1)

    def end(self, name: str, first: int, node: ast.Element) -> int:
        """The last line of a node: the one before the next node that is not in it."""
        starts = self.starts.get(name, ())
        inner = max(_lines(node.body), default=first)
        index = bisect.bisect_right(starts, inner)
        return starts[index] - 1 if index < len(starts) else self.last(name)


def _nodes(body: Iterable[ast.Node]) -> Iterator[ast.Node]:
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.body)


def _lines(body: Iterable[ast.Node]) -> Iterator[int]:
    return (node.line for node in _nodes(body))
