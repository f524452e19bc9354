"""Draws how a persona looks: its portrait inside of the shape that stands for it, or its initials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, Style, bitmap
from journeyql.render.faces import mask, shape
from journeyql_map.sheet import Person

#: What stands behind pictures that let the ground through: most are made for paper.
PAPER: Final = "#FFFFFF"


def portrait(person: Person, place: int, at: tuple[float, float], radius: float, colour: str) -> Iterator[Element]:
    """The portrait of the persona at a place, around a middle; nothing without one."""
    picture = person.portrait
    if picture is None:
        return
    side = 2 * (radius + 2)
    yield shape(at, place, radius, (PAPER, colour))
    yield mask(at, place, radius, person.mask)
    yield bitmap(
        picture.media_type,
        picture.content,
        x=at[0] - side / 2,
        y=at[1] - side / 2,
        width=side,
        height=side,
        preserveAspectRatio="xMidYMid slice",
        clip_path=f"url(#{person.mask})",
    )
    yield shape(at, place, radius, ("none", colour))


def initials(person: Person, at: tuple[float, float], pen: Pen) -> Iterator[Element]:
    """The initials of a persona around a middle."""
    if person.initials.strip():
        style = Style(size=15, line=20, colour=pen.theme.page, weight=700)
        yield pen.text((person.initials,), at[0], at[1] - style.line / 2, style, "middle")
