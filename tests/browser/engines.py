"""Pictures drawn by two engines that share nothing: Chromium, and resvg, which makes the PNG."""

from __future__ import annotations

import math
import re
import unicodedata
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
import resvg_py
from boxes import Line
from chromium import Sheet

from journeyql.render import font_family, svg

#: Two characters for private use, which no font of text has; the first is what others are held against.
PRIVATE: Final = ("\ue123", "\U0010abcd")
_CELL, _ACROSS, _BASELINE = 40.0, 25, 27.0
_TEXT: Final = re.compile(r"<text\b.*?</text>", re.DOTALL)
_FILL: Final = re.compile(r' fill="[^"]*"')
_GROUND: Final = '<rect width="100%" height="100%" fill="#fff"/>'
#: Spaces, marks and what cannot be seen stand in no cell of their own.
_UNSEEN: Final = {"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"}


def chromium(picture: str) -> str:
    """A picture for Chromium to draw."""
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def resvg(picture: str) -> str:
    """A picture as resvg has drawn it."""
    return f"data:image/png;base64,{b64encode(bytes(resvg_py.svg_to_bytes(svg_string=picture))).decode()}"


ENGINES: Final = {"chromium": chromium, "resvg": resvg}


def words(picture: str) -> list[str]:
    """All texts of a picture, by a reader of XML."""
    root = ET.fromstring(picture)  # noqa: S314 - our own picture
    return [part for text in root.iter("{http://www.w3.org/2000/svg}text") for part in text.itertext()]


def characters(texts: Iterable[str]) -> list[str]:
    """The different characters that can be seen."""
    return sorted({one for text in texts for one in text if unicodedata.category(one) not in _UNSEEN})


def missing(sheet: Sheet, engine: str, shown: Iterable[str], lang: str) -> list[str]:
    """The characters that an engine draws as one that no font has, or not at all."""
    cells = [PRIVATE[0], *shown]
    drawn = ENGINES[engine](_cells(cells, lang))
    told = sheet.run("glyphs.js", {"picture": drawn, "cell": _CELL, "count": len(cells)})
    return [one for one, look in zip(cells[1:], told[1:], strict=True) if look != "drawn"]


def _cells(shown: list[str], lang: str) -> str:
    """A picture with a character in each cell."""
    marks = [
        svg.element("text", one, x=place % _ACROSS * _CELL + 8, y=place // _ACROSS * _CELL + _BASELINE, font_size=20)
        for place, one in enumerate(shown)
    ]
    size = {"width": _ACROSS * _CELL, "height": (len(shown) - 1) // _ACROSS * _CELL + _CELL}
    ground = svg.element("rect", fill="#ffffff", **size)
    looks = {"lang": lang, "font_family": font_family(lang)}
    return svg.document(ground, *marks, name="cells", title="", description="", **size, **looks)


@attrs.frozen
class Ink:
    """Where the ink of a line begins and ends, and how much there is; without any it is nowhere, and like no other."""

    left: float
    right: float
    much: float


def blackened(picture: str) -> str:
    """The texts of a picture alone, black on white."""
    texts = (_FILL.sub(' fill="#000"', text, count=1) for text in _TEXT.findall(picture))
    head = picture[: picture.index(">") + 1]
    return f"{head}{_GROUND}{''.join(texts)}</svg>"


def inks(sheet: Sheet, engine: str, picture: str, lines: Iterable[Line]) -> Iterator[Ink]:
    """The ink of each line as an engine draws it."""
    places = [{"left": one.left, "top": one.top, "right": one.right, "bottom": one.bottom} for one in lines]
    told = sheet.run("ink.js", {"picture": ENGINES[engine](picture), "lines": places})
    return (Ink(*(math.nan if place is None else place for place in one)) for one in told)
