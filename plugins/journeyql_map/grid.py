"""Puts the rows of a strip below each other: stages, path, lanes, the emotion band, dividing lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from journeyql.render import Element, Pen, element
from journeyql_map import band, dividers, moments, rows, stages, styles, trail
from journeyql_map import path as paths
from journeyql_map.axis import Axis
from journeyql_map.columns import MARGIN, RAIL, Strip
from journeyql_map.curves import BAND as BAND_HEIGHT
from journeyql_map.curves import curves
from journeyql_map.layouts import BAND, PATH, TIME
from journeyql_map.naming import names
from journeyql_map.sheet import BODY, Item, Lane, Paragraph, Sheet

_AFTER_STAGES = 8.0
#: Lines of its name that stand beside the band, above its highest level.
_BESIDE = 2


@attrs.frozen(eq=False, repr=False)
class Section:
    """A row: its key, how tall it is, whether a hairline closes it, and how it is drawn from its upper edge."""

    key: str
    height: float
    paint: Callable[[float], Iterable[Element]]
    closed: bool = False


def grid(sheet: Sheet, levels: tuple[int, ...], strip: Strip, pen: Pen) -> tuple[Section, ...]:
    """The sections of a strip from top to bottom, the stages first."""
    chevrons, tall = stages.chevrons(sheet, strip, pen)
    head = Section("stages", tall + _AFTER_STAGES, lambda top: stages.draw(chevrons, tall, top, pen))
    found = tuple(_divided(tuple(_sections(sheet, levels, strip, pen))))
    if found and found[0].key == "touchpoint":
        head = above_moments(head, sheet, strip)
    return (head, *found)


def above_moments(head: Section, sheet: Sheet, strip: Strip) -> Section:
    """The stages with room below for the badges of moments of truth, where touchpoints come next."""
    badges = any(sheet.columns[track.index].badge for track in strip.tracks)
    return attrs.evolve(head, height=head.height + moments.ABOVE) if badges else head


def _divided(found: tuple[Section, ...]) -> Iterator[Section]:
    """The sections without dividing lines that divide nothing in this strip."""
    for place, section in enumerate(found):
        following = found[place + 1].key if place + 1 < len(found) else ""
        if section.key not in dividers.LINES or (place and following and following not in dividers.LINES):
            yield section


def _sections(sheet: Sheet, levels: tuple[int, ...], strip: Strip, pen: Pen) -> Iterator[Section]:
    right = strip.right
    for key in sheet.order:
        if key == PATH:
            if _branches(sheet) or "touchpoint" in sheet.by_key:
                yield _path(sheet, levels, strip, pen)
        elif key == TIME:
            if sheet.times:
                found = Axis(sheet, strip, pen)
                yield Section(TIME, found.height, found.paint, closed=True)
        elif key == BAND:
            yield from _band(sheet, strip, pen)
        elif key in dividers.LINES:
            words = sheet.words[dividers.LINES[key][0]]
            yield Section(key, dividers.HEIGHT, _divider(key, words, right, pen))
        else:
            yield from _lanes(sheet.by_key.get(key, ()), sheet, strip, pen)


def _branches(sheet: Sheet) -> bool:
    """Whether the path is more than one column after the other."""
    return any(route.target != route.source + 1 or route.words for route in sheet.routes)


def _divider(key: str, words: str, right: float, pen: Pen) -> Callable[[float], Iterable[Element]]:
    return lambda top: dividers.divider(key, words, right, top, pen)


def _path(sheet: Sheet, levels: tuple[int, ...], strip: Strip, pen: Pen) -> Section:
    found = paths.path(sheet, trail.trail(sheet, levels, strip), strip, pen)
    name = pen.lines(sheet.words["lane.path"], RAIL - 12, styles.lane(pen))

    def paint(top: float) -> Iterator[Element]:
        yield pen.text(name, MARGIN, top + found.first - 8, styles.lane(pen))
        yield from found.paint(top, pen)

    return Section(PATH, found.height + 6, paint, closed=True)


def _lanes(lanes: tuple[Lane, ...], sheet: Sheet, strip: Strip, pen: Pen) -> Iterator[Section]:
    if lanes and lanes[0].key == "touchpoint":
        lanes = (*lanes, *sheet.by_key.get("channel", ()), *sheet.by_key.get("signs", ()))
    found = list(rows.rows(lanes, strip, pen))
    for place, row in enumerate(found):
        yield Section(row.key, row.height, _row(row, pen), closed=place == len(found) - 1)


def _row(row: rows.Row, pen: Pen) -> Callable[[float], Iterable[Element]]:
    return lambda top: rows.draw(row, top, pen)


def _band(sheet: Sheet, strip: Strip, pen: Pen) -> Iterator[Section]:
    """The band where the strip has a score, and below it the feelings that have no place in it."""
    found = curves(sheet.lines, strip)
    if not any(found.spots):
        yield from _lanes(sheet.by_key.get("feeling", ()), sheet, strip, pen)
        return
    words = names(found, moments.edges(sheet, strip), sheet, pen)
    style = styles.lane(pen)
    title = pen.lines(sheet.words["lane.emotion"], RAIL - 10, style)
    beside = len(title) <= _BESIDE

    def paint(top: float) -> Iterator[Element]:
        if beside:
            yield pen.text(title, MARGIN, top + 4, style)
        yield from band.scale(sheet.levels, strip.right, top, pen)
        yield from band.gaps(words, len(sheet.levels), top, pen)
        yield from band.draw(found, words, top, pen)

    if not beside:
        above = 8 + style.line * len(title)
        yield Section("band-name", above, lambda top: [pen.text(title, MARGIN, top + 4, style)])
    yield Section(BAND, BAND_HEIGHT, paint)
    yield from _lanes((_feelings(words.moved, sheet, strip),), sheet, strip, pen)


def _feelings(moved: Mapping[int, tuple[str, ...]], sheet: Sheet, strip: Strip) -> Lane:
    """The row below the band: words that found no place in it, and feelings without a score."""
    name = sheet.words["lane.feeling"]
    cells: list[tuple[Item, ...]] = [()] * len(sheet.columns)
    for lane in sheet.by_key.get("feeling", ()):
        name, cells = lane.name, list(lane.cells)
    for place, texts in moved.items():
        index = strip.tracks[place].index
        cells[index] = (*(Paragraph(text=text, style=BODY) for text in texts), *cells[index])
    return Lane(key="feeling", name=name, cells=tuple(cells))


def draw(sections: tuple[Section, ...], sheet: Sheet, strip: Strip, top: float, pen: Pen) -> Iterator[Element]:
    """The sections from `top` on: grounds first, then lines, then what stands on them."""
    tops = _tops(sections, top)
    right = strip.right
    for section, y in zip(sections, tops, strict=True):
        if section.key == BAND:
            yield from band.grounds(right, y, pen)
    span = _span(sections, tops)
    if span is not None:
        bottom = next((y for one, y in zip(sections, tops, strict=True) if one.key == BAND), span[1])
        yield from moments.tints(sheet, strip, span[0], bottom, pen)
    yield from _rules(sheet, strip, tops[1] if len(tops) > 1 else top, tops[-1] + sections[-1].height, pen)
    for place, (section, y) in enumerate(zip(sections, tops, strict=True)):
        following = sections[place + 1].key if place + 1 < len(sections) else ""
        if section.closed and following not in {"", BAND, *dividers.LINES}:
            yield rows.hairline(right, y + section.height, pen)
    for section, y in zip(sections, tops, strict=True):
        yield from section.paint(y)
    if span is not None:
        yield from moments.frames(sheet, strip, *span, pen)


def tall(sections: Iterable[Section]) -> float:
    """How tall sections are together."""
    return sum(section.height for section in sections)


def _tops(sections: tuple[Section, ...], top: float) -> list[float]:
    found = []
    for section in sections:
        found.append(top)
        top += section.height
    return found


def _span(sections: tuple[Section, ...], tops: list[float]) -> tuple[float, float] | None:
    """From the touchpoint row to the end of the band: where moments of truth are marked."""
    keys = [section.key for section in sections]
    if "touchpoint" not in keys:
        return None
    first = keys.index("touchpoint")
    last = max(place for place, key in enumerate(keys) if key in {"touchpoint", "channel", BAND})
    last = max(last, first)
    return tops[first], tops[last] + sections[last].height


def _rules(sheet: Sheet, strip: Strip, top: float, bottom: float, pen: Pen) -> Iterator[Element]:
    """The lines between stages."""
    opens = {phase.first for phase in sheet.phases}
    for track in strip.tracks[1:]:
        if track.index in opens:
            x = track.left - 8
            yield element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=pen.theme.stage_rule)
