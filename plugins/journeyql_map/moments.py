"""Marks the moments of truth of a strip: a frame and a badge; only a tint and the badge when there are many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.render import Element, Pen, element
from journeyql.render.icons import star
from journeyql_map import styles
from journeyql_map.columns import Strip, Track
from journeyql_map.sheet import Sheet

#: So many moments are framed; of more, none is.
_FRAMED, _BADGE = 2, 20.0
#: How far a badge reaches above the row that it stands on.
ABOVE: Final = _BADGE / 2


def _tracks(sheet: Sheet, strip: Strip) -> Iterator[Track]:
    return (track for track in strip.tracks if sheet.columns[track.index].badge)


def tints(sheet: Sheet, strip: Strip, top: float, bottom: float, pen: Pen) -> Iterator[Element]:
    """The grounds, below everything else."""
    for track in _tracks(sheet, strip):
        yield element("rect", x=track.left, y=top, width=track.width - 6, height=bottom - top, fill=pen.theme.moment)


def _framed(sheet: Sheet) -> bool:
    """Whether moments have frames: if all is framed, nothing is."""
    return sum(1 for column in sheet.columns if column.badge) <= _FRAMED


def edges(sheet: Sheet, strip: Strip) -> tuple[float, ...]:
    """Where the upright lines of frames stand."""
    tracks = _tracks(sheet, strip) if _framed(sheet) else ()
    return tuple(x for track in tracks for x in (track.left, track.left + track.width - 6))


def frames(sheet: Sheet, strip: Strip, top: float, bottom: float, pen: Pen) -> Iterator[Element]:
    """The frames, unless there are too many, and the badges on their upper edge."""
    for track in _tracks(sheet, strip):
        if _framed(sheet):
            look: dict[str, str | float] = {"fill": "none", "stroke": pen.theme.ink, "stroke_width": 1.5}
            yield element("rect", x=track.left, y=top, width=track.width - 6, height=bottom - top, rx=9, **look)
        yield from _badge(sheet.columns[track.index].badge, track, top, pen)


def _badge(words: str, track: Track, top: float, pen: Pen) -> Iterator[Element]:
    style = styles.label(pen, pen.theme.page, 700)
    wide = pen.width(words, style) + 34
    middle = track.left + (track.width - 6) / 2
    yield element("rect", x=middle - wide / 2, y=top - _BADGE / 2, width=wide, height=_BADGE, rx=10, fill=pen.theme.ink)
    yield star(middle - wide / 2 + 13, top, 5.5, pen.theme.page)
    yield pen.text((words,), middle - wide / 2 + 23, top - 8, style)
