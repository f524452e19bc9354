"""Texts of journeys to pictures, for the tests of the Graphviz plugin."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from resolving import resolved

from journeyql.facts import Facts
from journeyql.model import Model
from journeyql.plugin import RenderContext, RenderResult
from journeyql.render import LIGHT, Catalogue, Labels, Pen, Theme, width
from journeyql.render.svg import ISOLATES
from journeyql_graphviz import compose, flow, reading, text
from journeyql_graphviz.card import compose as card_content
from journeyql_graphviz.catalogue import EN, ZH
from journeyql_graphviz.options import PURE, DotOptions, FlowOptions
from journeyql_graphviz.shape import Layout

_MOVE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_SVG = "{http://www.w3.org/2000/svg}"
CATALOGUES = (Catalogue(locale="en", texts=EN), Catalogue(locale="zh", texts=ZH))


def context(model: Model, options: object, locale: str = "en", theme: Theme = LIGHT, **narrower: str) -> RenderContext:
    view = model.view().narrowed(**narrower) if narrower else model.view()
    return RenderContext(
        view=view,
        facts=Facts(),
        diagnostics=(),
        options=options,
        stem="map",
        locale=locale,
        label=Labels(locale, CATALOGUES),
        theme=theme,
    )


@attrs.frozen
class Words:
    """A line of text in a picture and the box it takes by our own metrics."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Words) -> bool:
        across = self.left < other.right - 1 and other.left < self.right - 1
        return across and self.top < other.bottom - 1 and other.top < self.bottom - 1


@attrs.frozen
class Drawn:
    """A picture read back."""

    svg: str

    @property
    def root(self) -> ET.Element:
        return ET.fromstring(self.svg)  # noqa: S314 - our own picture

    @property
    def lines(self) -> list[Words]:
        lang = self.root.get("lang", "en")
        return list(_lines(self.root, 0.0, 0.0, lang))

    @property
    def texts(self) -> list[str]:
        return [line.text.strip("".join(ISOLATES)) for line in self.lines]

    @property
    def titles(self) -> list[str]:
        return [item.text or "" for item in self.root.iter(f"{_SVG}title")]


def _lines(item: ET.Element, x: float, y: float, lang: str) -> Iterator[Words]:
    move = _MOVE.match(item.get("transform", ""))
    if move:
        x, y = x + float(move[1]), y + float(move[2])
    if item.tag == f"{_SVG}text":
        for part in (item, *item):
            if part.text:
                yield _words(part.text, item, (x + float(part.get("x", "0")), y + float(part.get("y", "0"))), lang)
        return
    for child in item:
        yield from _lines(child, x, y, lang)


def _words(text: str, item: ET.Element, at: tuple[float, float], lang: str) -> Words:
    size = float(item.get("font-size", "12"))
    wide = width(text, size, int(item.get("font-weight", "400")) >= 600, lang)
    shift = {"middle": wide / 2, "end": wide}.get(item.get("text-anchor", ""), 0.0)
    return Words(text, at[0] - shift, at[1] - size * 0.75, at[0] - shift + wide, at[1] + size * 0.2)


@pytest.fixture
def draw() -> Callable[..., RenderResult]:
    def drawn(source: str, *, locale: str = "en", options: FlowOptions | None = None, **more: object) -> RenderResult:
        return flow.render(context(resolved(source).model, options or FlowOptions(), locale, **more))

    return drawn


@pytest.fixture
def picture(draw: Callable[..., RenderResult]) -> Callable[..., Drawn]:
    def drawn(source: str, **more: object) -> Drawn:
        result = draw(source, **more)
        assert result.diagnostics == ()
        return Drawn(str(result.files[0].content))

    return drawn


@pytest.fixture
def dot() -> Callable[..., str]:
    def written(source: str, *, locale: str = "en") -> str:
        result = text.render(context(resolved(source).model, DotOptions(), locale))
        return str(result.files[0].content)

    return written


@pytest.fixture
def examples() -> dict[str, str]:
    folder = Path(__file__).parents[3] / "examples"
    alone = (path for path in sorted(folder.glob("*.journey")))
    texts = {path.stem: path.read_text("utf-8") for path in alone}
    return {name: text for name, text in texts.items() if not re.search(r"^use ", text, re.MULTILINE)}


KNOT = 'journey a "Knot"\n' + "".join(
    f'stage s{stage} "Stage {stage}"\n'
    + "".join(
        f'  touchpoint t{stage}{step} "Touchpoint {stage}{step}" emotion=2\n'
        f'    -> t{(stage + jump) % 4}{(step + jump) % 3} "condition {jump} of {step}" share={jump}%\n'
        for step, jump in ((0, 3), (1, 2), (2, 1))
    )
    for stage in range(4)
)


@pytest.fixture
def knot() -> str:
    """Four stages with arrows back and forth between all of them."""
    return KNOT


@pytest.fixture
def laid() -> Callable[[str], Layout]:
    """The layout of a text."""

    def arranged(source: str) -> Layout:
        ctx = context(resolved(source).model, FlowOptions())
        pen = Pen(theme=LIGHT, lang="en")
        picture = reading.read(ctx, ctx.view.journeys[0])
        contents = {card.key: card_content(card, pen) for card in picture.cards}
        layout = compose.arranged(picture, contents, pen, PURE)
        assert isinstance(layout, Layout)
        return layout

    return arranged


@pytest.fixture
def placed(examples: dict[str, str], laid: Callable[[str], Layout]) -> Callable[[str], Layout]:
    """The layout of an example, or of the knot."""
    return lambda name: laid({**examples, "knot": KNOT}[name])
