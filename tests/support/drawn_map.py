"""Maps read back as boxes, for the tests of the map."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import attrs

from journeyql.facts import Facts
from journeyql.model import View
from journeyql.plugin import RenderContext
from journeyql.render import LIGHT, Catalogue, Labels, Theme, direction, width
from journeyql.render.svg import ISOLATES
from journeyql_map.catalogue import DE, EN, ZH
from journeyql_map.options import Options

_SVG = "{http://www.w3.org/2000/svg}"
_ABOVE, _BELOW = 0.72, 0.2
CATALOGUES = tuple(Catalogue(locale=tag, texts=texts) for tag, texts in (("en", EN), ("de", DE), ("zh", ZH)))


def context(view: View, options: Options, locale: str = "en", theme: Theme = LIGHT) -> RenderContext:
    return RenderContext(
        view=view,
        facts=Facts(),
        diagnostics=(),
        options=options,
        stem="map",
        locale=locale,
        label=Labels(locale, CATALOGUES),
        theme=theme,
        labels=lambda tag: Labels(tag, CATALOGUES),
    )


@attrs.frozen
class Box:
    """A rectangle, with the text in it if it is that of a text."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    radius: str = ""

    def meets(self, other: Box) -> bool:
        across = self.left < other.right - 0.5 and other.left < self.right - 0.5
        return across and self.top < other.bottom - 0.5 and other.top < self.bottom - 0.5

    def holds(self, other: Box) -> bool:
        across = self.left - 0.5 <= other.left and other.right <= self.right + 0.5
        return across and self.top - 0.5 <= other.top and other.bottom <= self.bottom + 0.5


@attrs.frozen(slots=False)
class Drawn:
    """A map read back."""

    svg: str

    @property
    def root(self) -> ET.Element:
        return ET.fromstring(self.svg)  # noqa: S314 - our own picture

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in the units of what is drawn."""
        _, _, wide, tall = map(float, self.root.get("viewBox", "0 0 0 0").split())
        return wide, tall

    @property
    def lines(self) -> list[Box]:
        root = self.root
        return [box for item in root.iter(f"{_SVG}text") for box in _lines(item, root)]

    @property
    def texts(self) -> list[str]:
        return [line.text.strip("".join(ISOLATES)) for line in self.lines]

    @property
    def cards(self) -> list[Box]:
        """The rounded rectangles of cards and chips."""
        return self._rounded("7")

    def _rounded(self, radius: str) -> list[Box]:
        """The rectangles of a radius; those of a map that is written from right to left turned back."""
        wide = self.size[0]
        turned = direction(self.root.get("lang", "en")) == "rtl"
        return [_rect(item, wide, turned=turned) for item in self.root.iter(f"{_SVG}rect") if item.get("rx") == radius]

    def overlaps(self) -> list[tuple[str, str]]:
        """The pairs of texts that share any place."""
        found, open_ = [], []
        for line in sorted(self.lines, key=lambda one: one.top):
            open_ = [other for other in open_ if other.bottom > line.top]
            found += [(other.text, line.text) for other in open_ if other.meets(line)]
            open_.append(line)
        return found

    def outside(self) -> list[str]:
        """The texts that leave the page, or the card that they begin in, or that the side of a frame runs through."""
        wide, tall = self.size
        page = Box(12, 12, wide - 12, tall - 12)
        cards = self.cards
        lines = [line for line in self.lines if line.text.strip()]
        wrong = [line.text for line in lines if not page.holds(line)]
        for card in cards:
            wrong += [line.text for line in lines if card.meets(line) and not card.holds(line)]
        for frame in self._rounded("9"):
            beside = [line for line in lines if frame.top < line.top and line.bottom < frame.bottom]  # not the badge
            sides = (frame.left, frame.right)
            wrong += [line.text for line in beside if any(line.left < side < line.right for side in sides)]
        return wrong


def _lines(item: ET.Element, root: ET.Element) -> Iterator[Box]:
    for part in (item, *item):
        if part.text and part.text.strip():
            x, y = float(part.get("x", "0")), float(part.get("y", "0"))
            yield _box(part.text, item, (x, y), root)


def _box(text: str, item: ET.Element, at: tuple[float, float], root: ET.Element) -> Box:
    size = float(item.get("font-size", "12"))
    wide = width(text, size, int(item.get("font-weight", "400")) >= 600, root.get("lang", "en"))
    anchor = item.get("text-anchor", "start")
    shift = {"middle": wide / 2, "end": wide}.get(anchor, 0.0)
    return Box(at[0] - shift, at[1] - size * _ABOVE, at[0] - shift + wide, at[1] + size * _BELOW, text)


def _rect(item: ET.Element, page: float, *, turned: bool) -> Box:
    x, y, wide, tall = (float(item.get(name, "0")) for name in ("x", "y", "width", "height"))
    left = page - x - wide if turned else x
    return Box(left, y, left + wide, y + tall, radius=item.get("rx", ""))


def read_examples() -> dict[str, str]:
    """The texts of the examples that need no other file."""
    folder = Path(__file__).parents[2] / "examples"
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.journey"))}
    return {name: text for name, text in texts.items() if not re.search(r"^use ", text, re.MULTILINE)}
