"""Draws the stages of a strip as interlocking chevrons."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.render import Element, Pen, element
from journeyql.render.svg import number
from journeyql_map import styles
from journeyql_map.columns import LEFT, Strip
from journeyql_map.sheet import Phase, Sheet

_LEAST, _TIP, _OVERLAP = 38.0, 12.0, 4.0


@attrs.frozen(eq=False, repr=False)
class Chevron:
    """A stage of a strip: where it lies, and its name in lines; the note only where it fits."""

    phase: Phase
    left: float
    right: float
    lines: tuple[str, ...]
    note: str
    first: bool


def chevrons(sheet: Sheet, strip: Strip, pen: Pen) -> tuple[tuple[Chevron, ...], float]:
    """The chevrons of a strip, and how tall they are."""
    found = []
    phases = [phase for phase in sheet.phases if phase.end > strip.first and phase.first < strip.end]
    for phase in phases:
        tracks = strip.tracks[max(phase.first - strip.first, 0) : phase.end - strip.first]
        last = phase is phases[-1]
        found.append(
            _chevron(phase, tracks[0].left, tracks[-1].right + (0 if last else 4), pen, first=phase is phases[0])
        )
    height = max(_LEAST, max(19.0 * len(one.lines) for one in found) + 18)
    return tuple(found), height


def _chevron(phase: Phase, left: float, right: float, pen: Pen, *, first: bool) -> Chevron:
    start = _name_left(phase, left, pen)
    room = right - _TIP - 10 - start
    style, small = styles.stage(pen), styles.label(pen)
    note = pen.width(phase.note, small) + 16 if phase.note else 0.0
    fits = pen.width(phase.name, style) + note <= room
    lines = pen.lines(phase.name, room, style)
    return Chevron(phase, left, right, lines, phase.note if fits else "", first)


def _name_left(phase: Phase, left: float, pen: Pen) -> float:
    return left + 14 + pen.width(str(phase.number), styles.stage(pen)) + 9 + (0 if left == LEFT else _OVERLAP)


def draw(found: tuple[Chevron, ...], height: float, top: float, pen: Pen) -> Iterator[Element]:
    """The chevrons with their upper edge at `top`."""
    colours = pen.theme.stage
    style, small = styles.stage(pen), styles.label(pen, colours.second_text)
    for one in found:
        left, right, bottom = one.left - (0 if one.first else _OVERLAP), one.right - 1, top + height
        notch = "" if one.first else f"L{number(left + _TIP)} {number(top + height / 2)}"
        shape = (
            f"M{number(left)} {number(top)}H{number(right - _TIP)}L{number(right)} {number(top + height / 2)}"
            f"L{number(right - _TIP)} {number(bottom)}H{number(left)}{notch}Z"
        )
        yield element(
            "path", d=shape, fill=colours.block, stroke=colours.block, stroke_width=2, stroke_linejoin="round"
        )
        first = top + (height - style.line * len(one.lines)) / 2
        mark = left + 14 + (0 if one.first else _TIP - 4)
        yield pen.text(
            (str(one.phase.number),), mark, first, attrs.evolve(style, colour=colours.second_text, weight=None)
        )
        yield pen.text(one.lines, mark + pen.width(str(one.phase.number), style) + 9, first, style)
        if one.note:
            yield pen.text((one.note,), right - _TIP - 10, top + height / 2 - 8, small, "end")
