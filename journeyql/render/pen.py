"""Measure, wrap and set texts in a style: what everything needs that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from journeyql.render.escape import plain
from journeyql.render.graphemes import calm
from journeyql.render.metrics import is_square, width
from journeyql.render.wrapping import longest_word, wrap
from journeyql.render.writings import language_of

if TYPE_CHECKING:
    from journeyql.render.svg import Element
    from journeyql.render.theme import Theme


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Style:
    """How a text is set: its size, the height of its lines, its weight and colour."""

    size: float
    line: float
    colour: str
    weight: int | None = None
    italic: bool = False

    @property
    def bold(self) -> bool:
        """Whether it measures as bold."""
        return (self.weight or 0) >= 600  # noqa: PLR2004 - CSS's semi-bold


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pen:
    """What everything needs that is drawn: the theme, and the language of the texts.

    Texts are measured as they are drawn: with signs for characters that may not be written (`escape.plain`).
    """

    theme: Theme
    lang: str

    def lines(self, text: str, room: float, style: Style) -> tuple[str, ...]:
        """A text wrapped into a width."""
        return wrap(plain(text), room, style.size, style.bold, self._language(text))

    def width(self, text: str, style: Style) -> float:
        """How wide a text is on one line."""
        return width(plain(text), style.size, style.bold, self._language(text))

    def longest(self, text: str, style: Style) -> float:
        """How wide the longest word of a text is."""
        return longest_word(plain(text), style.size, style.bold, self._language(text))

    def widest(self, lines: tuple[str, ...], style: Style) -> float:
        """How wide the widest of some lines is."""
        return max((self.width(line, style) for line in lines), default=0.0)

    def _language(self, text: str) -> str:
        """The language that a text is set in: one with Chinese characters has their quotation marks, wherever it stands."""
        return "zh" if not is_square(self.lang) and is_square(language_of(text)) else self.lang

    def text(self, lines: tuple[str, ...], x: float, top: float, style: Style, anchor: str | None = None) -> Element:
        """Lines with the upper edge of the first at `top`."""
        from journeyql.render.svg import text_lines  # measuring needs no SVG

        return text_lines(
            map(calm, lines),
            x=x,
            y=top + (style.line + style.size * 0.72) / 2,
            line_height=style.line,
            font_size=style.size,
            fill=style.colour,
            font_weight=str(style.weight) if style.weight else None,
            font_style="italic" if style.italic else None,
            text_anchor=anchor,
        )
