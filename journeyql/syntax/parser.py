"""Parses a source into its syntax tree: layout first, then each line by the plan of its shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from journeyql.ast import BrokenElement, Document, Element, Flow, Node, Property, Text, Value
from journeyql.diagnostics import Diagnostic, order
from journeyql.loops import unsearched
from journeyql.source import SourceFile
from journeyql.syntax import characters, misplaced, plans, shapes, twins
from journeyql.syntax.layout import Layout, place
from journeyql.syntax.values import Names, Singles, text_of

if TYPE_CHECKING:
    from journeyql.syntax.shapes import Item, Plan

_LANGUAGE = re.compile(r"\s*#\s*language\s*[:：]\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:\n|\Z)")

# A line that waits for its block: plan, tokens, line, column.
_Draft = tuple["Plan", Sequence[re.Match[str]], int, int]


@attrs.frozen(eq=False, repr=False)
class Parsed:
    """The tree of a file and what is wrong with its syntax, in the order of the file."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def parse(source: SourceFile) -> Parsed:
    """The syntax tree of a file, whatever the file contains.

    >>> parse(SourceFile("a.journey", 'journey "Coffee"')).document.body[0].text
    'Coffee'
    """
    with unsearched():
        layout = place(source.text)
        reader = _Reader(source, layout)
        body = tuple(reader.nodes())
    found = sorted([*reader.found, *misplaced.diagnose(source, layout)], key=order)
    language = _LANGUAGE.match(source.text)
    askew = frozenset((*layout.odd, *layout.deep))
    return Parsed(Document(body, language[1] if language else "", source, askew), tuple(found))


class _Reader:
    """Reads the rows of one file into nodes; what is wrong gathers in `found`."""

    def __init__(self, source: SourceFile, layout: Layout) -> None:
        self.source = source
        self.layout = layout
        self.found = list(characters.diagnose(source))
        # Lines with a character that nobody sees: what else fails there may be its consequence.
        self.told = {finding.span.line for finding in self.found if finding.span is not None}
        self.wide = frozenset(layout.wide)
        self.names = Names()
        self.singles = Singles()

    def nodes(self) -> list[Node]:
        """The nodes of the outermost level, each with all that stands below it."""
        careful = not self.source.text.isascii() or "\\" in self.source.text
        usual, build = plans.usual(), self._build
        tokens_of = plans.expression(ascii=self.source.text.isascii()).finditer
        wide, suspect = self.wide, twins.SUSPECT.search
        rows = self.layout.rows
        siblings: list[Node] = []
        opened: list[tuple[_Draft, list[Node]]] = []
        following = chain((row[2] for row in rows[1:]), (0,)) if rows else ()
        for (line, column, depth, code), after in zip(rows, following, strict=True):
            tokens: Sequence[re.Match[str]] = [*tokens_of(code)]
            plan = usual.get(bytes([token.lastindex for token in tokens]))  # type: ignore[misc] # every match has a group
            if plan is None:
                plan, tokens = self._unusual(line, column, code, tokens)
            elif plan[7] or (careful and (line in wide or "\\" in code or (not code.isascii() and suspect(code)))):
                self._look_closer(line, column, code, tokens)
            if after > depth:
                opened.append(((plan, tokens, line, column), siblings))
                siblings = []
                continue
            siblings.append(build(plan, tokens, line, column, ()))
            for _ in range(depth - after):
                draft, outer = opened.pop()
                outer.append(build(*draft, tuple(siblings)))
                siblings = outer
        return siblings

    def _build(
        self, plan: Plan, tokens: Sequence[re.Match[str]], line: int, column: int, children: tuple[Node, ...]
    ) -> Node:
        form, head, qualifiers, name, text, values, items, first = plan
        names = self.names
        body = (*self._items(items, tokens, line, column), *children) if items else children
        narrowed = tuple([names[tokens[index][0]] for index in qualifiers]) if qualifiers else ()
        start = column + tokens[first].start() if first else column
        if form == shapes.PROPERTY:
            if not values and not children and not self._has_text(plan, line):
                return self._missing(plan, tokens, line, column)
            return Property(names[tokens[head][0]], narrowed, self._values(values, tokens, line), body, line, start)
        if form == shapes.FLOW:
            source = names[tokens[head][0]] if head >= 0 else None
            targets = tuple([names[tokens[index][0]] for index in values])
            return Flow(source, targets, text_of(tokens[text][0]) if text >= 0 else None, body, line, start)
        return (Element if form == shapes.ELEMENT else BrokenElement)(
            names[tokens[head][0]] if head >= 0 else "",
            narrowed,
            names[tokens[name][0]] if name >= 0 else None,
            text_of(tokens[text][0]) if text >= 0 else None,
            body,
            line,
            start,
        )

    def _items(self, items: tuple[Item, ...], tokens: Sequence[re.Match[str]], line: int, column: int) -> list[Node]:
        names, singles = self.names, self.singles
        return [
            Property(
                names[tokens[key][0]] if key >= 0 else "channel" if key == shapes.CHANNEL else "",
                tuple([names[tokens[index][0]] for index in qualifiers]) if qualifiers else (),
                singles[tokens[values[0]][0]] if len(values) == 1 else self._values(values, tokens, line),
                (),
                line,
                column + tokens[first].start(),
            )
            for key, qualifiers, values, first in items
        ]

    def _values(self, values: tuple[int, ...], tokens: Sequence[re.Match[str]], line: int) -> tuple[Value, ...]:
        singles = self.singles
        if len(values) == 1:
            return singles[tokens[values[0]][0]]
        if values:
            return tuple([singles[tokens[index][0]][0] for index in values])
        return (Text(self.layout.blocks[line]),) if line in self.layout.blocks else ()

    def _has_text(self, plan: Plan, line: int) -> bool:
        return plan[4] >= 0 and bool(self.layout.blocks.get(line))

    def _missing(self, plan: Plan, tokens: Sequence[re.Match[str]], line: int, column: int) -> Node:
        from journeyql.syntax import broken, explain  # a file without mistakes needs no explanation

        self._tell(explain.missing_value(broken.Broken(self.source, line, column, tokens[0].string, tuple(tokens))))
        _, head, _, _, _, _, _, first = plan
        start = column + tokens[first].start()
        return BrokenElement(self.names[tokens[head][0]], (), None, None, (), line, start)

    def _tell(self, finding: Diagnostic) -> None:
        if finding.span is None or finding.span.line not in self.told:
            self.found.append(finding)

    def _unusual(
        self, line: int, column: int, code: str, tokens: Sequence[re.Match[str]]
    ) -> tuple[Plan, Sequence[re.Match[str]]]:
        """The plan of a line whose shape is met for the first time, or of what can be saved of a broken one."""
        whole = len(tokens)
        if line in self.told:
            tokens = [token for token in tokens if not characters.hidden(token[0])]
        plan = plans.plan_of(bytes(token.lastindex or 0 for token in tokens)) if tokens else None
        if plan is not None:
            self._look_closer(line, column, code, tokens)
            return plan, tokens
        from journeyql.syntax import broken, explain  # see `_missing`

        if len(tokens) == whole:
            self.found.append(explain.explain(broken.Broken(self.source, line, column, code, tuple(tokens))))
        return explain.salvage(code)

    def _look_closer(self, line: int, column: int, code: str, tokens: Sequence[re.Match[str]]) -> None:
        """Report what is understood and still not quite right: twins, a bullet, an unknown escape."""
        if "\\" in code:
            from journeyql.syntax import escapes  # few texts have one

            self.found += escapes.diagnose(self.source, line, column, tokens)
        self.found += twins.diagnose(self.source, line, column, tokens, wide=line in self.wide)
