"""Reads a file again of which one line has changed: the tree of that line is new, all others are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs

from journeyql import ast
from journeyql.source import SourceFile
from journeyql.syntax.parser import parse

N = TypeVar("N", bound=ast.Node)


@attrs.frozen(eq=False, repr=False)
class Revision:
    """A document in which one line says something else.

    `trail` has the nodes around the line, the outermost first, each as it was and as it is; the last is that of the line.
    """

    document: ast.Document
    line: int
    trail: tuple[tuple[ast.Node, ast.Node], ...]


def revised(before: ast.Document, source: SourceFile) -> Revision | None:
    r"""The revision of a document that a text makes; None where the whole file must be read.

    That is so unless the text differs in one line only, which said something, says something of the same form in the
    same place, without a mistake, and neither begins nor belongs to a block of text.

    >>> old = parse(SourceFile("a.journey", 'journey a "A"\n  stage b "B"\n')).document
    >>> revision = revised(old, SourceFile("a.journey", 'journey a "A"\n  stage b "C"\n'))
    >>> revision.line, revision.trail[-1][1].text, len(revision.trail)
    (2, 'C', 2)
    """
    line = _changed_line(before.source, source)
    if line is None or line in before.askew:
        return None
    trail = _trail(before.body, line)
    if not trail:
        return None
    node = _read(before.source.line_text(line), source.line_text(line), trail[-1], line)
    if node is None:
        return None
    pairs = _rebuilt(trail, node)
    body = _replaced(before.body, *pairs[0])
    return Revision(attrs.evolve(before, body=body, source=source), line, pairs)


def _changed_line(before: SourceFile, after: SourceFile) -> int | None:
    """The number of the only line in which two texts differ."""
    starts, others = before.starts, after.starts
    if len(starts) != len(others) or before.name != after.name:
        return None
    line = _first_difference(before.text, after.text, starts)
    rest, other = starts[line : line + 1] or (len(before.text),), others[line : line + 1] or (len(after.text),)
    return line if before.text[rest[0] :] == after.text[other[0] :] and before.text != after.text else None


def _first_difference(one: str, other: str, starts: tuple[int, ...]) -> int:
    """The line that holds the first difference of two texts, by halving."""
    low, high = 0, len(starts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if one[starts[low] : starts[middle]] == other[starts[low] : starts[middle]]:
            low = middle
        else:
            high = middle - 1
    return low + 1


def _trail(nodes: tuple[ast.Node, ...], line: int) -> tuple[ast.Node, ...]:
    """The nodes around a line, the outermost first and that of the line itself last; none if it has no node."""
    found: list[ast.Node] = []
    while nodes:
        node = next((node for node in reversed(nodes) if node.line <= line), None)
        if node is None:
            return ()
        found.append(node)
        if node.line == line:
            return tuple(found)
        nodes = node.body
    return ()


def _read(before: str, after: str, old: ast.Node, line: int) -> ast.Node | None:
    """The node of a line, if it has the form and place of the old one, and nothing is wrong with either line."""
    was, now = _alone(before), _alone(after)
    if was is None or now is None or type(was) is not type(now) or isinstance(now, ast.BrokenElement):
        return None
    lead = len(after) - len(after.lstrip())
    if before[:lead] != after[:lead] or before[lead : lead + 1].isspace():
        return None
    below = tuple(child for child in old.body if child.line != line)
    items = tuple(_moved(child, line, lead, ()) for child in now.body)
    return _moved(now, line, lead, (*items, *below))


def _alone(text: str) -> ast.Node | None:
    """The node of a line that is read by itself, if it can be."""
    if "|" in text:
        return None
    parsed = parse(SourceFile("-", text.strip()))
    return parsed.document.body[0] if len(parsed.document.body) == 1 and not parsed.diagnostics else None


def _moved(node: N, line: int, lead: int, body: tuple[ast.Node, ...]) -> N:
    return attrs.evolve(node, line=line, column=node.column + lead, body=body)


def _rebuilt(trail: tuple[ast.Node, ...], node: ast.Node) -> tuple[tuple[ast.Node, ast.Node], ...]:
    """Each node of a trail with its successor, of which the last is given."""
    pairs = [(trail[-1], node)]
    for outer in reversed(trail[:-1]):
        old, new = pairs[-1]
        pairs.append((outer, attrs.evolve(outer, body=_replaced(outer.body, old, new))))
    return tuple(reversed(pairs))


def _replaced(nodes: Iterable[ast.Node], old: ast.Node, new: ast.Node) -> tuple[ast.Node, ...]:
    return tuple(new if node is old else node for node in nodes)
