"""A file as the formatter reads it: each node with the comments and blank lines that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql import ast
from journeyql.syntax import Line, lines
from journeyql.syntax.layout import opens_block, width

#: An empty line between comments and nodes; several in a row count as one.
BLANK = ""
#: What a comment begins with.
SIGN = "#"


@attrs.define(eq=False, repr=False)
class Piece:
    """A node with what stands around it.

    `items` are its properties on the same line, `block` is what stands below it. `above` are the comments and blank
    lines in front of it, `beside` is the comment behind it, `tail` are those at the end of its block. `lines`: its
    value is a text in lines of its own, after a `|`.
    """

    node: ast.Node
    depth: int
    columns: int = 0
    lines: bool = False
    items: list[Piece] = attrs.field(factory=list)
    block: list[Piece] = attrs.field(factory=list)
    above: list[str] = attrs.field(factory=list)
    beside: str = ""
    tail: list[str] = attrs.field(factory=list)

    @property
    def commented(self) -> bool:
        """Whether a comment stands beside, above or in it."""
        return any((self.beside, *self.above, *self.tail)) or any(piece.commented for piece in self.block)


@attrs.define(eq=False, repr=False)
class Pieces:
    """All pieces of a file, and what stands below the last one."""

    top: list[Piece]
    tail: list[str]


def pieces(document: ast.Document) -> Pieces:
    """The pieces of a file that has no mistake of syntax."""
    top = [_piece(node, 0) for node in document.body]
    owners = {piece.node.line: piece for piece in _all(top)}
    return Pieces(top, _Trivia(owners).gathered(lines(document.source.text)))


def _piece(node: ast.Node, depth: int) -> Piece:
    piece = Piece(node, depth)
    for child in node.body:
        if child.line == node.line:
            piece.items.append(Piece(child, depth + 1))
        else:
            piece.block.append(_piece(child, depth + 1))
    return piece


def _all(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that have a line of their own, in the order of the file."""
    for piece in found:
        yield piece
        yield from _all(piece.block)


@attrs.define(eq=False, repr=False)
class _Trivia:
    """Gives each comment and blank line to the piece that it belongs to.

    `gap` is what stands below the last piece, with its indentation; `open` are that piece and what it stands in,
    outermost first.
    """

    owners: dict[int, Piece]
    gap: list[tuple[int, str]] = attrs.field(factory=list)
    open: list[Piece] = attrs.field(factory=list)

    def gathered(self, found: Iterable[Line]) -> list[str]:
        """Go through all lines; what stands below the last piece at the outermost level is left."""
        for number, line in enumerate(found, 1):
            piece = self.owners.get(number)
            if piece is not None:
                piece.columns, piece.lines = width(line.indent), opens_block(line.code)
                piece.beside = line.comment.strip()
                piece.above = self._flushed(piece.depth)
                self.open[piece.depth :] = [piece]
            elif line.verbatim and line.code.strip():
                self.gap.clear()  # blank lines inside of a text belong to it
            else:
                comment = "" if line.verbatim else line.comment.strip()
                self.gap.append((width(line.indent), comment if comment.startswith(SIGN) else BLANK))
        return self._flushed(0)

    def _flushed(self, depth: int) -> list[str]:
        """What stands in front of the next piece; deeper comments go to the end of the blocks that end here."""
        # A comment that is deeper than a `|` would be a line of its text.
        levels = self.open[:-1] if self.open and self.open[-1].lines else self.open
        deepest = len(levels)
        above: list[str] = []
        waiting: list[str] = []
        for columns, words in self.gap:
            if words == BLANK:
                waiting = [BLANK]
                continue
            deepest = max(depth, min(deepest, sum(piece.columns < columns for piece in levels)))
            goal = levels[deepest - 1].tail if depth < deepest else above
            goal += [*waiting, words]
            waiting = []
        self.gap.clear()
        return [*above, *waiting]
