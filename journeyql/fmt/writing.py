"""From parts to text: lines, indentation, blank lines and comments."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from journeyql.fmt.arranging import STEP, Arranged, arranged
from journeyql.fmt.parts import Part, Shape
from journeyql.fmt.pieces import BLANK


def written(parts: Iterable[Part], tail: Iterable[str]) -> str:
    """The text of a file."""
    found = [(part, arranged(part, 0)) for part in parts]
    apart = [False, *(_apart(*one, *other) for one, other in pairwise(found))]
    writer = _Writer()
    for (part, lines), needed in zip(found, apart, strict=False):
        writer.blank |= needed
        writer.comments(part.above, 0)
        writer.part(part, lines, 0)
    writer.comments(tail, 0)
    return "".join(f"{line}\n" for line in writer.lines)


def _apart(before: Part, above: Arranged, part: Part, lines: Arranged) -> bool:
    """Whether an empty line has to stand between two parts of the outermost level."""
    return (before.apart or part.apart) and (above.tall or lines.tall or any(before.tail))


@attrs.define(eq=False, repr=False)
class _Writer:
    """Writes lines one after the other; `blank`: an empty line stands before the next one."""

    lines: list[str] = attrs.field(factory=list)
    blank: bool = False

    def part(self, part: Part, found: Arranged, depth: int) -> None:
        """Write a part with all that stands below it."""
        self._line(f"{found.line}  {part.beside}" if part.beside else found.line, depth)
        indent = STEP * (depth + (2 if found.tall else 1))
        self.lines += [indent + words if words else "" for words in part.text]
        self._block(found, depth + 1)
        self.comments(part.tail, depth + 1)

    def _block(self, found: Arranged, depth: int) -> None:
        for child in found.first:
            self.part(child, arranged(child, depth), depth)
        begun = bool(found.first)
        for index, (child, stays) in enumerate(found.rest):
            above = child.above
            if child.shape is not Shape.ELEMENT and not (index and begun):
                # No empty line parts a line from its properties.
                self.blank, above = False, above[above[:1] == [BLANK] :]
            if stays:
                begun = True
                self.comments(above, depth)
                self.part(child, arranged(child, depth), depth)
            else:
                self.blank |= bool(above)  # there are no comments, or it would have stayed

    def comments(self, found: Iterable[str], depth: int) -> None:
        """Write comments, and remember an empty line behind the last one."""
        for words in found:
            if words == BLANK:
                self.blank = True
            else:
                self._line(words, depth)

    def _line(self, words: str, depth: int) -> None:
        if self.blank and self.lines:
            self.lines.append("")
        self.blank = False
        self.lines.append(STEP * depth + words)
