"""The parts of a Markdown document, made so that plain words cannot get into it unescaped.

`Markup` is what has been escaped: the functions here take words as `str` and give `Markup`, and everything else asks
for `Markup`, so that the type checker finds a forgotten escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NewType

from journeyql.render import escape

Markup = NewType("Markup", str)

NOTHING = Markup("")
_BACKTICKS = re.compile("`+")
_LINE_ENDS = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+")
_FENCE = 3
#: Kana, Chinese characters, Hangul.
_UPRIGHT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_PLAIN_CODE = re.compile(r"[\w.:=@%+/-]+(?: [\w.:=@%+/-]+)*")
_IN_BACKTICKS = re.compile(r"`([\w.:=@%+-]+(?: [\w.:=@%+-]+)*)`")


def text(words: str) -> Markup:
    """Words for a heading, paragraph, list item or table cell; line ends become ` / `."""
    return Markup(escape.markdown_cell(words))


def inside(words: str) -> Markup:
    """Words that never stand at the start of a line, where `1. May` would be a list."""
    return Markup(escape.markdown_cell(f"({words}")[1:])


def code(words: str) -> Markup:
    """A name of the language as code; anything that could end the code is written as text instead."""
    return Markup(f"`{words}`") if _PLAIN_CODE.fullmatch(words) else text(words)


def message(words: str) -> Markup:
    """The words of a finding, in which names of the language stand between backticks."""
    parts = _IN_BACKTICKS.split(words)
    return Markup("".join(code(part) if index % 2 else text_inside(part) for index, part in enumerate(parts)))


def text_inside(words: str) -> Markup:
    """Words that go on after others: blanks at the ends are kept."""
    inner = words.strip(" ")
    if not inner:
        return Markup(words[:1])
    return Markup(f"{' ' * words.startswith(' ')}{text(inner)}{' ' * words.endswith(' ')}")


def link(words: str, target: str) -> Markup:
    """A link, or the words alone when the target may not be written."""
    return Markup(escape.markdown_link(words, target))


def joined(parts: Iterable[Markup], between: str = " · ") -> Markup:
    """The parts that are not empty, with a fixed separator."""
    return Markup(between.join(part for part in parts if part))


def bold(content: Markup) -> Markup:
    """Strong emphasis; put a blank or a line end behind it, or some readers show the asterisks."""
    return Markup(f"**{content}**") if content else NOTHING


def italic(content: Markup) -> Markup:
    """Emphasis; put a blank or a line end behind it.

    Chinese, Japanese and Korean stay upright: they have no italics, and what browsers make up is hard to read.
    """
    return Markup(f"*{content}*") if content and not _UPRIGHT.search(content) else content


def heading(level: int, content: Markup) -> Markup:
    """A heading of a level."""
    return Markup(f"{'#' * level} {content}")


def bullets(items: Iterable[Markup]) -> Markup:
    """A list; empty items are left out."""
    return Markup("\n".join(f"- {item}" for item in items if item))


def quotation(lines: Iterable[Markup]) -> Markup:
    """A quotation, one paragraph for each line."""
    return Markup("\n>\n".join(f"> {line}" for line in lines if line))


def table(
    head: Sequence[Markup], rows: Iterable[Sequence[Markup]], *, numeric: Iterable[int] = (), whole: bool = False
) -> Markup:
    """A table; columns without content are left out, and the whole table when no row has any.

    `numeric` names the columns that are aligned to the right; `whole` keeps empty columns.
    """
    body = [list(row) for row in rows]
    kept = [index for index in range(len(head)) if whole or any(row[index] for row in body)]
    if not kept or not body:
        return NOTHING
    right = set(numeric)
    rule = ["---:" if index in right else "---" for index in kept]
    lines: list[Sequence[str]] = [[head[index] for index in kept], rule]
    lines.extend([row[index] for index in kept] for row in body)
    return Markup("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def fenced(language: str, lines: Iterable[str]) -> Markup:
    """A code block of plain lines: readers show it as it is; its fence is longer than any inside."""
    body = [_LINE_ENDS.sub(" ", escape.plain(line)) for line in lines]
    longest = max((len(run) for line in body for run in _BACKTICKS.findall(line)), default=0)
    fence = "`" * max(_FENCE, longest + 1)
    return Markup("\n".join([f"{fence}{language}", *body, fence]))
