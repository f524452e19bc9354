"""Silences findings where a file says `allow`, and reports what is silenced in vain."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix, Rule
from journeyql.engine.extents import Extents, Lines, lines_of, met, nodes_of, united, within
from journeyql.engine.rulebook import Rulebook
from journeyql.engine.rules import DEFECTS, ENVIRONMENT, EXPIRED_ALLOW, UNKNOWN_RULE, UNUSED_ALLOW
from journeyql.model import Allowance, Date, Model
from journeyql.model.directives import Allow, directive_of
from journeyql.model.resolve import Unit
from journeyql.model.vocabulary import ZH
from journeyql.source import Span
from journeyql.spelling import nearest

#: The name of a rule and that of a source.
_Place = tuple[str, str]


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
    ranges = Extents.of(unit)
    covers = [_Cover.of(item, model, ranges, book.find(item.rule), today) for item in model.allowances]
    given = tuple(findings)
    places = _places(given)
    for cover in covers:
        cover.used = any(met(places.get(place, ()), lines) for place, lines in cover.places())
    silent = united(place for cover in covers if cover.valid for place in cover.places())
    kept = [finding for finding in given if not _silenced(finding, silent)]
    remarks = _Remarks(book, unit.root, sought)
    return (*kept, *(remark for cover in covers for remark in remarks.about(cover)))


def _silenced(finding: Diagnostic, silent: Mapping[_Place, Sequence[Lines]]) -> bool:
    covered = silent.get(_rule_and_source(finding), ())
    return finding.span is not None and within(covered, finding.span.line)


def _rule_and_source(finding: Diagnostic) -> _Place:
    """The names of the rule and the source of a finding; of none, when no `allow` can silence it."""
    if finding.span is None or finding.rule in DEFECTS | ENVIRONMENT:
        return ("", "")
    return (finding.rule.name, finding.span.source.name)


def _places(findings: Iterable[Diagnostic]) -> Mapping[_Place, list[int]]:
    """The lines of all findings that can be silenced, sorted, for each rule and source."""
    found: dict[_Place, list[int]] = {}
    for finding in findings:
        place = _rule_and_source(finding)
        if finding.span is not None and place[0]:
            found.setdefault(place, []).append(finding.span.line)
    return {place: sorted(lines) for place, lines in found.items()}


@attrs.define(eq=False, repr=False)
class _Cover:
    """One `allow` with the lines that it covers, by source name."""

    item: Allowance
    rule: Rule | None
    lines: Mapping[str, tuple[Lines, ...]]
    valid: bool
    used: bool = False

    @classmethod
    def of(cls, item: Allowance, model: Model, ranges: Extents, rule: Rule | None, today: datetime.date) -> _Cover:
        """What an allowance covers: its element and everything in it."""
        until = Date.parse(item.until) if item.until else None
        return cls(item, rule, _covered(item, model, ranges), valid=until is None or today <= until.last)

    def places(self) -> Iterator[tuple[_Place, tuple[Lines, ...]]]:
        """The lines that it covers, for each source; none when there is no such rule."""
        if self.rule is not None:
            for name, lines in self.lines.items():
                yield (self.rule.name, name), lines


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
        elements = (node for node in nodes_of(self.root.body) if isinstance(node, ast.Element))
        nodes = (node for node in elements if directive_of(node.kind, ZH) is Allow)
        return frozenset(node.line for node in nodes if all(line == node.line for line in lines_of(node.body)))

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


def _covered(item: Allowance, model: Model, ranges: Extents) -> Mapping[str, tuple[Lines, ...]]:
    own = item.span.source.name
    if not item.element:
        return {own: ((1, ranges.last(own)),)}
    found = ranges.of_element(model, item.element)
    # What an `extend` adds around the `allow` line belongs to the element, too.
    return {**found, own: (*found.get(own, ()), (item.span.line, item.span.line))}
