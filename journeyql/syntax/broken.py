"""A line that fits no form, with the questions its explanations ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from journeyql.diagnostics import Edit, Fix, visible
from journeyql.source import SourceFile, Span
from journeyql.syntax import plans, tables
from journeyql.syntax.shapes import PROPERTY, Unexpected
from journeyql.wording import short

STRAY = "?"
_LETTER = {tables.KINDS[kind]: letter for kind, letter in tables.LETTERS.items()}
# A fix is tried by reading the mended line; of a longer one nobody reads a suggestion.
LONGEST_LINE = 2_000
_INERT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`')


@attrs.frozen(eq=False, repr=False, slots=False)
class Broken:
    """The code of a broken line, its column in the line, and its tokens."""

    source: SourceFile
    line: int
    column: int
    code: str
    tokens: tuple[re.Match[str], ...]

    @cached_property
    def letters(self) -> str:
        """One letter for each token: its kind in the tables, `?` for a character that begins no token."""
        return "".join(_LETTER.get(token.lastindex or 0, STRAY) for token in self.tokens)

    @cached_property
    def unexpected(self) -> Unexpected:
        """Where the grammar stops."""
        found = plans.learn(bytes(token.lastindex or 0 for token in self.tokens))
        return found if isinstance(found, Unexpected) else Unexpected(len(self.tokens), frozenset())

    @cached_property
    def bare(self) -> str:
        """The code with every text and literal blanked out, so that only words of the machine are searched."""
        return _INERT.sub(lambda found: "\0" * len(found[0]), self.code)

    @property
    def first(self) -> int:
        """The index of the first token after a bullet."""
        return 1 if self.letters.startswith("-") and len(self.letters) > 1 else 0

    @property
    def comment(self) -> str:
        """The blanks and comment after the code."""
        return self.source.line_text(self.line)[self.column + len(self.code) :]

    def word(self, index: int) -> str:
        """A token as it may be shown in a message."""
        return shown(self.tokens[index][0])

    def span(self, start: int, end: int) -> Span:
        """The span of some characters of the code."""
        return self.source.span(self.line, self.column + start, max(end - start, 0))

    def tokens_span(self, first: int, last: int) -> Span:
        """The span from one token to another, inclusive."""
        return self.span(self.tokens[first].start(), self.tokens[last].end())

    def mended(self, changes: Sequence[tuple[int, int, str]]) -> str:
        """The code after some changes (start, end, new text), given from left to right."""
        parts, position = [], 0
        for start, end, text in changes:
            parts += [self.code[position:start], text]
            position = end
        return "".join(parts) + self.code[position:]

    def fits(self, changes: Sequence[tuple[int, int, str]]) -> bool:
        """Whether the changed code fits a form of a line."""
        return len(self.code) <= LONGEST_LINE and fits(self.mended(changes))

    def fixes(self, title: str, changes: Sequence[tuple[int, int, str]], *, sure: bool = True) -> list[Fix]:
        """The fix, if it mends the line; it is safe when it was the only reading."""
        edits = tuple(Edit(self.span(start, end), text) for start, end, text in changes)
        return [Fix(title, edits, safe=sure)] if self.fits(changes) else []


def fits(code: str) -> bool:
    """Whether some code fits a form of a line with all that belongs to it, or says nothing."""
    shape = bytes(token.lastindex or 0 for token in plans.expression().finditer(code.strip()))
    plan = plans.plan_of(shape) if shape else None
    if plan is None:
        return not shape
    form, _, _, _, block, values, _, _ = plan
    return form != PROPERTY or block >= 0 or bool(values)


def shown(text: str) -> str:
    """Words as a message may quote them: short, without characters that a terminal obeys."""
    text = short(text)
    if len(text) == 1 and not text.isprintable():
        return f"<U+{ord(text):04X}>"
    return visible(text)
