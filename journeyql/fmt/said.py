"""What a property says, in whatever form it is written: its word and its values in their canonical spelling."""

from __future__ import annotations

import attrs

from journeyql import ast
from journeyql.fmt.meaning import Specs
from journeyql.fmt.order import CHANNEL
from journeyql.fmt.pieces import Piece
from journeyql.fmt.spelling import Spelling, is_literal, plain_name
from journeyql.source import SourceFile
from journeyql.syntax import locate, twins


@attrs.frozen(eq=False, repr=False)
class Said:
    """A property: its node, its plain name, its values as they will be written, and its declarations.

    `short`: its value is one word or number. `wordy`: a text or a literal is among its values. `channel`: it may be
    written as `@name`.
    """

    node: ast.Property | ast.Element
    key: str
    values: tuple[str, ...]
    specs: Specs
    short: bool
    wordy: bool
    channel: bool


@attrs.frozen(eq=False, repr=False)
class Speaker:
    """Finds out what the properties of a file say."""

    source: SourceFile
    spelling: Spelling

    def property(self, piece: Piece, node: ast.Property, specs: Specs) -> Said:
        """What a property says in its usual form; the lines of a `|` block are no value on a line."""
        count = 0 if piece.lines else len(node.values)
        values = tuple(self._value(node, index, specs) for index in range(count))
        return _said(node, node.values, values, specs)

    def element(self, node: ast.Element, specs: Specs) -> Said:
        """What a property says that is written in the form of an element: `doing "x"`."""
        value = ast.Reference(node.name or "") if node.text is None else ast.Text(node.text)
        written = self._plain(node, value, specs) or self.text(node)
        return _said(node, (value,), (written,), specs)

    def text(self, node: ast.Element | ast.Flow) -> str:
        """The text of an element or the condition of an arrow, in plain quotation marks."""
        return twins.plain(locate.text_span(self.source, node).text)

    def _value(self, node: ast.Property, index: int, specs: Specs) -> str:
        plain = self._plain(node, node.values[index], specs)
        return plain or twins.plain(locate.value_span(self.source, node, index).text)

    def _plain(self, node: ast.Property | ast.Element, value: ast.Value, specs: Specs) -> str:
        """How a value is written that needs no look at the file; nothing for a text, whose escapes are kept."""
        if is_literal(value, specs):
            return f"`{value.value}`"
        if isinstance(value, ast.Reference):
            return self.spelling.word(node, value, specs)
        return value.value if isinstance(value, ast.Quantity) else ""


def _said(
    node: ast.Property | ast.Element, values: tuple[ast.Value, ...], written: tuple[str, ...], specs: Specs
) -> Said:
    key = plain_name(node.key if isinstance(node, ast.Property) else node.kind, specs)
    wordy = any(isinstance(value, ast.Text | ast.Literal) for value in values)
    short = len(values) == 1 and not wordy
    channel = short and key == CHANNEL and isinstance(values[0], ast.Reference) and not node.qualifiers
    return Said(node, key, written, specs, short, wordy, channel)
