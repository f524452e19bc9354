"""`-t map`, `-t png` and `-t pdf`: the journey map as one static picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journeyql.facts import PAINS, QUADRANTS
from journeyql.plugin import LabelSet, NamedTheme, Renderer, hookimpl
from journeyql_map.options import Options, PngOptions
from journeyql_map.rules import (
    LONG_TITLE,
    NO_FONT,
    NO_ICON,
    NO_RESVG,
    NO_SUCH_CURVE,
    NO_SUCH_VIEW,
    NO_TIME,
    NO_TITLE,
    NO_TYPST,
    NOTHING_TO_DRAW,
    SAME_CURVES,
    SMALL_PRINT,
    TIME_ASTRAY,
    TOO_LARGE,
    UPRIGHT_NOTHING,
    WIDE,
)

#: What each of the three marks on its cards.
_MARKED: Final = (PAINS, QUADRANTS)
#: What each of the three may find.
_DRAWN: Final = (
    NOTHING_TO_DRAW,
    NO_SUCH_VIEW,
    NO_SUCH_CURVE,
    NO_TIME,
    TIME_ASTRAY,
    SAME_CURVES,
    SMALL_PRINT,
    UPRIGHT_NOTHING,
    WIDE,
    LONG_TITLE,
    NO_TITLE,
    NO_ICON,
)


@hookimpl
def journeyql_renderers() -> Iterable[Renderer]:
    """The map, and the map as PNG and PDF."""
    yield Renderer(
        name="map",
        summary="The journey map as a picture: stages, lanes, the emotion curve, pains, actions, backstage (SVG).",
        media_type="image/svg+xml",
        suffix=".svg",
        work="journeyql_map.render:render",
        uses=_MARKED,
        rules=_DRAWN,
        options=Options,
    )
    yield Renderer(
        name="png",
        summary="The journey map as a PNG; needs the extra `journeyql[png]`.",
        media_type="image/png",
        suffix=".png",
        work="journeyql_map.raster:render",
        uses=_MARKED,
        rules=(*_DRAWN, NO_RESVG, TOO_LARGE, NO_FONT),
        options=PngOptions,
    )
    yield Renderer(
        name="pdf",
        summary="The journey map as a PDF, a page for each journey; needs the extra `journeyql[pdf]`.",
        media_type="application/pdf",
        suffix=".pdf",
        work="journeyql_map.pdf:render",
        uses=_MARKED,
        rules=(*_DRAWN, NO_TYPST, NO_FONT),
        options=Options,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The map's own words."""
    yield LabelSet(name="map-en", locale="en", texts="journeyql_map.catalogue:EN")
    yield LabelSet(name="map-de", locale="de", texts="journeyql_map.catalogue:DE")
    yield LabelSet(name="map-zh", locale="zh", texts="journeyql_map.catalogue:ZH")


@hookimpl
def journeyql_themes() -> Iterable[NamedTheme]:
    """Colours for paper, for high contrast, and for sober slides."""
    yield NamedTheme(
        name="print", summary="Light colours without tints, for paper.", theme="journeyql_map.themes:PRINT"
    )
    yield NamedTheme(
        name="high-contrast", summary="Black on white, for low vision.", theme="journeyql_map.themes:HIGH_CONTRAST"
    )
    yield NamedTheme(name="corporate", summary="Navy and grey, for slides.", theme="journeyql_map.themes:CORPORATE")
