"""Cuts text into lines (indentation, code, comment, line end) and finds how deep each line stands; it cannot fail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

MOST_LEVELS = 64
TAB_WIDTH = 2

# Patterns are texts here: `re` compiles them when a file has the first comment or block.
# Text and literals first, so that a `#` inside them begins no comment; an unclosed one takes the rest of the line.
_CODE = (
    r"(?s:(?>[^#\"`“„«]+"
    r'|"(?>[^"\\]+|\\.)*+(?:"|\\?\Z)'
    r"|“(?>[^”\\]+|\\.)*+(?:”|\\?\Z)"
    r"|„(?>[^“”\\]+|\\.)*+(?:[“”]|\\?\Z)"
    r"|«(?>[^»\\]+|\\.)*+(?:»|\\?\Z)"
    r"|`[^`]*+(?:`|\Z))*+)"
)
_OPENS_BLOCK = r"[^\"`“„«:：|]*[:：][ \t]*\|"
_BLANKS = " \t\u3000\xa0"
_WIDTHS = {" ": 1, "\t": TAB_WIDTH, "\u3000": 2, "\xa0": 1}


class Line(NamedTuple):
    """One line of a file. Joining the fields of all lines, in this order, gives the file back.

    `comment` holds the blanks after the code, too. In the content of a `|` block (`verbatim`), `code` is
    all that stands after the indentation.
    """

    indent: str
    code: str
    comment: str
    end: str
    verbatim: bool = False


# A line that says something: its number, the column where its code begins, its depth in the file, its code.
Row = tuple[int, int, int, str]


@attrs.frozen(eq=False, repr=False)
class Layout:
    """The rows of a file, the texts of its `|` blocks by line, and the lines whose place is not what it seems.

    `odd` are dedents that fit no open block, `deep` the first line below the last level, `tabbed` the
    lines with a tab in their indentation, `wide` those with another blank that is no space.
    """

    rows: list[Row]
    blocks: dict[int, str]
    odd: list[int]
    deep: list[int]
    tabbed: list[int]
    wide: list[int]


def code_of(text: str) -> str:
    """A line without its comment and the blanks around.

    >>> code_of('  colour: "#f00"  # red')
    'colour: "#f00"'
    """
    text = text.strip()
    if "#" not in text:
        return text
    found = re.match(_CODE, text)
    return (found[0] if found else text).rstrip()


def width(indent: str) -> int:
    """The columns of an indentation: a tab counts as two spaces, so does a full-width blank."""
    return sum(_WIDTHS[blank] for blank in indent)


def lines(text: str) -> Iterator[Line]:
    r"""All lines of a text, lossless.

    >>> [line.code for line in lines('journey "x"  # why\r\n')]
    ['journey "x"']
    """
    rest = _Verbatim()
    for raw in re.findall(r"[^\n]*\n|[^\n]+", text):
        body = raw.removesuffix("\n").removesuffix("\r") if raw.endswith("\n") else raw
        end = raw[len(body) :]
        words = body.lstrip(_BLANKS)
        indent = body[: len(body) - len(words)]
        if rest.holds(indent, words):
            yield Line(indent, words, "", end, verbatim=True)
            continue
        code = code_of(words)
        after = words.index(code) + len(code)
        yield Line(indent, words[:after], words[after:], end)
        if opens_block(code):
            rest.open(indent)


class _Verbatim:
    """Tells which lines below a `|` are its text: those as deep as the first one, and blank ones between."""

    def __init__(self) -> None:
        self.owner = self.margin = -1

    def open(self, indent: str) -> None:
        """Begin below a line with this indentation."""
        self.owner, self.margin = width(indent), -1

    def holds(self, indent: str, words: str) -> bool:
        """Whether a line belongs to the text; the first that does not ends it."""
        if self.owner < 0 or not words.strip():
            return self.owner >= 0
        columns = width(indent)
        if self.margin < 0 and columns > self.owner:
            self.margin = columns
        if self.margin < 0 or columns < self.margin:
            self.owner = -1
        return self.owner >= 0


def opens_block(code: str) -> bool:
    """Whether a line ends in the `|` of a block text.

    >>> opens_block("quote: |"), opens_block('quote: "a: |')
    (True, False)
    """
    return code[-1:] == "|" and re.fullmatch(_OPENS_BLOCK, code) is not None


def place(text: str) -> Layout:
    """The rows of a text and how deep they stand."""
    places = _Places()
    layout = Layout([], {}, places.odd, places.deep, [], [])
    rows = layout.rows
    plain = text.isascii() and "\t" not in text
    raws = text.split("\n")
    after = indent = depth = 0
    for number, raw in enumerate(raws, 1):
        code = raw.strip()
        if not code or code[0] == "#" or number < after:
            continue
        column = len(raw) - len(raw.lstrip())
        if "#" in code:
            code = code_of(code)
        columns = column if plain else _columns(raw[:column], number, layout)
        if columns != indent or not rows:
            indent, depth = columns, places.depth(columns, number)
        rows.append((number, column, depth, code))
        if code[-1] == "|" and opens_block(code):
            length, layout.blocks[number] = block((raws[index] for index in range(number, len(raws))), columns)
            after = number + 1 + length
    return layout


class _Places:
    """Finds the depth of lines from their indentation."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.odd: list[int] = []
        self.deep: list[int] = []
        # An odd indentation that the lines just before had, and the depth it was taken for.
        self.taken: tuple[int, int] = (-1, -1)

    def depth(self, columns: int, line: int) -> int:
        """The depth of a line; what is not as it should be is noted."""
        if columns == self.taken[0]:
            del self.open[self.taken[1] + 1 :]
        elif not self.open or columns > max(self.open[-1], self._ledge()):
            self._deeper(columns, line)
        elif columns > self.open[-1]:
            self.odd.append(line)
            self.taken = (columns, len(self.open) - 1)
        else:
            self._back(columns, line)
        return len(self.open) - 1

    def _ledge(self) -> int:
        """The odd indentation that stands for the innermost open level just now."""
        columns, level = self.taken
        return columns if level == len(self.open) - 1 else -1

    def _deeper(self, columns: int, line: int) -> None:
        if len(self.open) < MOST_LEVELS:
            self.open.append(columns)
        elif not self.deep:
            self.deep.append(line)

    def _back(self, columns: int, line: int) -> None:
        inner = self.open[-1]
        while columns < self.open[-1] and len(self.open) > 1:
            inner = self.open.pop()
        outer = self.open[-1]
        self.taken = (-1, -1) if len(self.open) <= self.taken[1] + 1 or columns == outer else self.taken
        if columns == outer:
            return
        self.odd.append(line)
        if columns < outer:
            # The file's first line stood too far in: from here on this is the outermost indentation.
            self.open = [columns]
            return
        if inner - columns <= columns - outer:
            # Halfway, too: what was meant further out finds its place from here, but not the other way round.
            self.open.append(inner)
        self.taken = (columns, len(self.open) - 1)


def _columns(indent: str, number: int, layout: Layout) -> int:
    if not indent.strip(" "):
        return len(indent)
    (layout.tabbed if "\t" in indent else layout.wide).append(number)
    return sum(_WIDTHS.get(blank, 1) for blank in indent)


def block(following: Iterable[str], columns: int) -> tuple[int, str]:
    """How many of the following lines the text of a block takes, and the text.

    The common indentation and the last line end are removed.
    """
    rest, found = _Verbatim(), list[str]()
    rest.owner = columns
    for raw in following:
        words = raw.lstrip(_BLANKS)
        indent = raw[: len(raw) - len(words)]
        if not rest.holds(indent, words):
            break
        found.append(_without(indent, rest.margin) + words.removesuffix("\r") if words.strip() else "")
    while found and not found[-1]:
        found.pop()
    return len(found), "\n".join(found)


def _without(indent: str, margin: int) -> str:
    position = columns = 0
    while columns < margin:
        columns += _WIDTHS[indent[position]]
        position += 1
    return indent[position:]
