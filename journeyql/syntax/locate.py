"""Finds the exact characters of a node's parts, when a message or an editor asks, by lexing its line again.

Every function gives a span; a part that was not written is answered by the nearest one that was
(the name by the kind, the text by the name, a missing value by its key).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

import attrs

from journeyql.ast import Element, Flow, Node, Property
from journeyql.source import SourceFile, Span
from journeyql.syntax import characters, plans
from journeyql.syntax.layout import block, code_of, width
from journeyql.syntax.shapes import FLOW, NONE, PROPERTY, Item, Plan


def node_span(source: SourceFile, node: Node) -> Span:
    """The words of a node on its line: all of them, or only its own when it stands on another node's line."""
    line = _Line.of(source, node.line)
    item = line.item(node.column)
    if item is None:
        return line.span(line.plan[7], len(line.tokens) - 1)
    key, _, values, first = item
    return line.span(first, values[-1] if values else key)


def kind_span(source: SourceFile, element: Element) -> Span:
    """The kind of an element; the text when it has no kind."""
    line = _Line.of(source, element.line)
    return line.token(line.plan[1], line.plan[4])


def name_span(source: SourceFile, element: Element) -> Span:
    """The name of an element."""
    line = _Line.of(source, element.line)
    return line.token(line.plan[3], line.plan[1], line.plan[4])


def text_span(source: SourceFile, node: Element | Flow) -> Span:
    """The text of an element or the condition of a flow, with its quotation marks."""
    line = _Line.of(source, node.line)
    return line.token(line.plan[4], line.plan[3], line.plan[1])


def key_span(source: SourceFile, prop: Property) -> Span:
    """The key of a property; of `@app` the `@`, of a positional literal the literal."""
    line = _Line.of(source, prop.line)
    item = line.item(prop.column)
    return line.token(line.plan[1] if item is None else item[3])


def value_span(source: SourceFile, prop: Property, index: int = 0) -> Span:
    """A value of a property, with its quotation marks or backticks; of a `|` block all its lines."""
    line = _Line.of(source, prop.line)
    item = line.item(prop.column)
    if item is None and line.plan[0] == PROPERTY and line.plan[4] >= 0:
        return _block_span(line)
    values, key = (line.plan[5], line.plan[1]) if item is None else (item[2], item[3])
    return line.token(values[index] if 0 <= index < len(values) else NONE, key)


def qualifier_span(source: SourceFile, node: Element | Property, index: int = 0) -> Span:
    """A qualifier of an element or a property, without the brackets."""
    line = _Line.of(source, node.line)
    item = None if isinstance(node, Element) else line.item(node.column)
    qualifiers, key = (line.plan[2], line.plan[1]) if item is None else (item[1], item[3])
    return line.token(qualifiers[index] if 0 <= index < len(qualifiers) else NONE, key)


def source_span(source: SourceFile, flow: Flow) -> Span:
    """The name that a flow starts from; its first arrow when it starts at the surrounding touchpoint."""
    line = _Line.of(source, flow.line)
    return line.token(line.plan[1], line.plan[7])


def target_span(source: SourceFile, flow: Flow, index: int = 0) -> Span:
    """A target of a flow."""
    line = _Line.of(source, flow.line)
    targets = line.plan[5] if line.plan[0] == FLOW else ()
    return line.token(targets[index] if 0 <= index < len(targets) else NONE, line.plan[7])


@attrs.frozen(eq=False, repr=False, slots=False)
class _Line:
    """A line read again: where its code begins, its tokens, its plan."""

    source: SourceFile
    number: int
    column: int
    tokens: Sequence[re.Match[str]]
    plan: Plan

    @staticmethod
    @lru_cache(maxsize=4)  # the spans of one line are asked for together
    def of(source: SourceFile, number: int) -> _Line:
        """The line of a file, by its number."""
        text = source.line_text(number)
        code = code_of(text)
        tokens: Sequence[re.Match[str]] = [
            token for token in plans.expression(ascii=code.isascii()).finditer(code) if not characters.hidden(token[0])
        ]
        plan = plans.plan_of(bytes(token.lastindex or 0 for token in tokens))
        if plan is None:
            from journeyql.syntax import explain  # only broken lines have no plan

            plan, tokens = explain.salvage(code)
        return _Line(source, number, len(text) - len(text.lstrip()), tokens, plan)

    def item(self, column: int) -> Item | None:
        """The item of the header that begins at a column, None when the line's own node does."""
        return self._items.get(column)

    @cached_property
    def _items(self) -> Mapping[int, Item]:
        return {self.column + self.tokens[item[3]].start(): item for item in self.plan[6]}

    @cached_property
    def whole(self) -> Span:
        """The words of the line."""
        return self.source.line_span(self.number)

    def token(self, *choices: int) -> Span:
        """The first token among some indices that was written; the whole line when none was."""
        index = next((choice for choice in choices if choice >= 0), NONE)
        return self.whole if index < 0 else self.span(index, index)

    def span(self, first: int, last: int) -> Span:
        """From one token to another; an unclosed text ends with the line."""
        if not self.tokens:
            return self.whole
        start = self.source.offset(self.number, self.column + self.tokens[first].start())
        end = self.source.offset(self.number, self.column + self.tokens[last].end())
        return Span(self.source, start, min(end, self.whole.end))


def _block_span(line: _Line) -> Span:
    source = line.source
    text = source.line_text(line.number)
    indent = text[: len(text) - len(text.lstrip(" \t\u3000\xa0"))]
    following = map(source.line_text, range(line.number + 1, len(source.starts) + 1))
    length, words = block(following, width(indent))
    if not words:
        return line.token(line.plan[4])
    after = line.number + 1 + length
    first = next(number for number in range(line.number + 1, after) if source.line_text(number).strip())
    start = source.line_span(first).start
    last = source.line_text(after - 1)
    return Span(source, start, source.offset(after - 1, len(last)))
