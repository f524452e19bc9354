"""Break a text into lines: first the fewest that fit, then the least uneven ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from journeyql.render.breaking import WHITE, Atom, atoms, split
from journeyql.render.evening import Ruler
from journeyql.render.metrics import UNITS_PER_EM, is_square, units

_NEWLINE: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HANGING: Final = frozenset("「『")
_HANGING_IN_CJK: Final = frozenset("“‘")
_HANG_EM: Final = 0.46


def wrap(text: str, max_width: float, size: float, bold: bool = False, lang: str = "") -> tuple[str, ...]:
    """The lines of a text, each at most `max_width` px wide at a font size in px.

    Line breaks in the text are kept, an empty line as an empty text. A paragraph takes the fewest lines it fits
    into, then the least uneven ones (squared deviation from the mean), with a preference for breaks after
    punctuation. Only white space at line ends is lost, nothing is added. A word wider than a line is broken between
    graphemes; a single grapheme is never broken, however wide it is. `lang` is a language tag: Chinese prefers breaks
    at particles, and its quotation marks are full width. Widths: `journeyql.render.metrics.width`.

    >>> wrap("Photographs the tap and fills in the form", 100, 13)
    ('Photographs', 'the tap and', 'fills in the form')
    >>> wrap("拍下水龙头，填写报修表", 100, 13, lang="zh")
    ('拍下水龙头，', '填写报修表')
    """
    limit = _limit(max_width, size)
    paragraphs = _NEWLINE.split(text)
    return tuple(line for paragraph in paragraphs for line in _wrap_paragraph(paragraph, limit, bold=bold, lang=lang))


def longest_word(text: str, size: float, bold: bool = False, lang: str = "") -> float:
    """The width in px of the widest stretch that has no place to break: a column needs as much.

    >>> longest_word("a repair request", 13) == longest_word("request", 13)
    True
    """
    words = [atom.text_units for paragraph in _NEWLINE.split(text) for atom in atoms(paragraph, bold=bold, lang=lang)]
    return max(words, default=0) * size / UNITS_PER_EM


def hang(line: str, size: float, lang: str = "") -> float:
    """How far in px a line moves to the left so that its full-width opening quotation mark hangs (0.46 em), else 0.

    >>> hang("“好”", 13, "zh"), hang("“Yes”", 13, "en")
    (5.98, 0.0)
    """
    hangs = line[:1] in _HANGING or (line[:1] in _HANGING_IN_CJK and is_square(lang))
    return _HANG_EM * size if line and hangs else 0.0


def _limit(max_width: float, size: float) -> int:
    """The width of a line in units of an em; one unit more, so that a text fits its own measured width."""
    return int(max_width * UNITS_PER_EM / size) + 1


def _wrap_paragraph(paragraph: str, limit: int, *, bold: bool, lang: str) -> tuple[str, ...]:
    """The lines of a text without line breaks."""
    bare = paragraph.strip(WHITE)
    if units(bare, bold=bold, lang=lang) <= limit:
        return (bare,)
    found = atoms(paragraph, bold=bold, lang=lang)
    if any(atom.text_units > limit for atom in found):
        found = tuple(
            part
            for atom in found
            for part in (split(atom, limit, bold=bold, lang=lang) if atom.text_units > limit else (atom,))
        )
    return tuple(_line(found[start:end]) for start, end in pairwise(Ruler.of(found, limit).breaks()))


def _line(atoms_of_line: tuple[Atom, ...]) -> str:
    """The text of a line, without the white space at its end."""
    return "".join(atom.text + atom.gap for atom in atoms_of_line[:-1]) + atoms_of_line[-1].text
