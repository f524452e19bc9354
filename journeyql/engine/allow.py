"""Silences findings where a file says `allow`, and reports what is silenced in vain."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix, Rule
from journeyql.engine.rulebook import Rulebook
from journeyql.engine.rules import DEFECTS, ENVIRONMENT, EXPIRED_ALLOW, UNKNOWN_RULE, UNUSED_ALLOW
from journeyql.model import Allowance, Date, Model
from journeyql.model.resolve import Unit
from journeyql.spelling import nearest

_Lines = tuple[int, int]


def silenced(
    findings: Iterable[Diagnostic], model: Model, unit: Unit, book: Rulebook, today: datetime.date
) -> tuple[Diagnostic, ...]:
    """The findings that no `allow` covers, with remarks about unused, expired and misspelt ones."""
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
    remarks = (remark for cover in covers for remark in cover.remarks(book))
    return (*kept, *remarks)


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

    def remarks(self, book: Rulebook) -> Iterator[Diagnostic]:
        """What is to be said about the `allow` itself."""
        name = self.item.rule
        if self.rule is None:
            if name:
                yield self._unknown(book)
        elif not self.valid:
            yield EXPIRED_ALLOW.at(
                self.item.span,
                f"`{name}` was silenced until {self.item.until}; it counts again",
                help="mend the finding, or give a later date after `until=`",
            )
        elif not self.used and not book.off(self.rule):
            yield UNUSED_ALLOW.at(
                self.item.span, f"`{name}` finds nothing here that would be silenced", help="remove the `allow` line"
            )

    def _unknown(self, book: Rulebook) -> Diagnostic:
        near = nearest(self.item.rule, book.names)
        spells_it = self.item.span.text == self.item.rule
        fix = Fix(f"write `{near}`", (Edit(self.item.span, near),)) if near and spells_it else None
        return UNKNOWN_RULE.at(
            self.item.span,
            f"there is no rule `{self.item.rule}`",
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


def _lines(body: Iterable[ast.Node]) -> Iterator[int]:
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        yield node.line
        waiting.extend(node.body)
