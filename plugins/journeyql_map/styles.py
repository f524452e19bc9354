"""How the texts of the map are set, by what they are."""

from __future__ import annotations

from journeyql.render import SIZES, Pen, Style

_UPRIGHT = ("zh", "ja", "ko", "yue")


def is_cjk(lang: str) -> bool:
    """Whether a language is written with Chinese, Japanese or Korean characters."""
    return lang.replace("_", "-").partition("-")[0].lower() in _UPRIGHT


def body(pen: Pen, weight: int | None = None) -> Style:
    """Running text."""
    line = SIZES.body_line_cjk if is_cjk(pen.lang) else SIZES.body_line
    return Style(size=SIZES.body, line=line, colour=pen.theme.ink, weight=weight)


def thought(pen: Pen) -> Style:
    """What somebody thinks or says: italic where letters can be slanted."""
    plain = body(pen)
    return Style(size=plain.size, line=plain.line, colour=plain.colour, italic=not is_cjk(pen.lang))


def title(pen: Pen) -> Style:
    """The title of a touchpoint."""
    return Style(size=SIZES.touchpoint, line=SIZES.touchpoint_line, colour=pen.theme.ink, weight=700)


def value(colour: str) -> Style:
    """A figure."""
    return Style(size=14, line=19, colour=colour, weight=700)


def label(pen: Pen, colour: str = "", weight: int | None = None) -> Style:
    """A small text beside a mark."""
    return Style(size=SIZES.label, line=16, colour=colour or pen.theme.secondary, weight=weight)


def lane(pen: Pen) -> Style:
    """The name of a lane."""
    return label(pen, pen.theme.ink, 700)


def heading(pen: Pen, size: float) -> Style:
    """The title of the map."""
    return Style(size=size, line=size + 6, colour=pen.theme.ink, weight=700)


def stage(pen: Pen) -> Style:
    """The name of a stage."""
    return Style(size=SIZES.stage, line=19, colour=pen.theme.stage.text, weight=700)


def node(pen: Pen) -> Style:
    """The number in a node of the path."""
    return Style(size=SIZES.node_number, line=14, colour=pen.theme.ink, weight=600)
