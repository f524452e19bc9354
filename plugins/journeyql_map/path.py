"""Sets the path of a strip: nodes on a line, sidings below it, skips above and loops underneath."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

import attrs

from journeyql.render import Element, Pen
from journeyql_map import rails, styles
from journeyql_map.columns import LEFT, Strip
from journeyql_map.legs import legs
from journeyql_map.sheet import Route, Sheet
from journeyql_map.tracks import packed
from journeyql_map.trail import AWAY, ENTER, OVER, UNDER, Trail

RADIUS: Final = 10.0
_SIDING, _LINE, _AIR, _WIDEST, _LEAST_LABEL = 30.0, 16.0, 10.0, 220.0, 90.0
_DIAMOND: Final = 34.0
#: How much room above the main line the sign of an entry needs.
_ENTRY: Final = 14.0
#: How far words on a way around others stay away from its legs.
_CLEAR: Final = 20.0
#: How much further right words begin, where a way to a lower siding goes past.
_PAST: Final = 10.0
#: How much further right words begin below a siding, where the sign of an exit stands.
_EXIT: Final = 22.0


@attrs.frozen(eq=False, repr=False)
class Label:
    """Words of a route: where they begin, and their lines."""

    left: float
    lines: tuple[str, ...]
    level: int


@attrs.frozen(eq=False, repr=False)
class Arch:
    """A route around others: on a track, with words, and its legs right of the middles of its nodes."""

    route: Route
    track: int
    lines: tuple[str, ...]
    left: float
    legs: tuple[float, float]


@attrs.frozen(eq=False, repr=False)
class Path:
    """A path that is set: the heights of everything, from its upper edge."""

    strip: Strip
    sheet: Sheet
    trail: Trail
    labels: tuple[Label, ...]
    over: tuple[Arch, ...]
    under: tuple[Arch, ...]
    over_tops: tuple[float, ...]
    under_tops: tuple[float, ...]
    ys: tuple[float, ...]
    height: float

    def x(self, index: int) -> float:
        """The middle of a node."""
        return self.strip.tracks[index - self.strip.first].axis + RADIUS

    def y(self, index: int) -> float:
        """The middle of a node, from the upper edge of the path."""
        return self.ys[self.trail.levels[index]]

    @property
    def first(self) -> float:
        """The height of the uppermost nodes."""
        return min(self.y(track.index) for track in self.strip.tracks)

    def paint(self, top: float, pen: Pen) -> Iterator[Element]:
        """Draws it with its upper edge at a height."""
        return rails.draw(self, top, pen)


def path(sheet: Sheet, trail: Trail, strip: Strip, pen: Pen) -> Path:
    """The path of a strip."""
    over = _arches(trail, strip, OVER, pen)
    under = _arches(trail, strip, UNDER, pen)
    opened = [track for track in strip.tracks if sheet.columns[track.index].entry and not trail.levels[track.index]]
    entries = [track.axis + RADIUS for track in opened]
    bars = _Bars(trail, strip, over, under, entries, _exits(sheet, trail, strip))
    labels = tuple(_labels(sheet, trail, strip, bars, pen))
    deepest = max((trail.levels[track.index] for track in strip.tracks), default=0)
    above = _lines_of(labels, -1)
    over_tops, main = _stack_over(over, 4.0)
    ys = [main + max(_LINE * above, _ENTRY if entries else 0.0) + 20.0]
    for level in range(1, deepest + 1):
        ys.append(ys[-1] + _SIDING + _LINE * (_lines_of(labels, level - 1) if level > 1 else 0))
    if not over and not above:
        least = min(trail.levels[track.index] for track in strip.tracks)
        ys = [y - ys[least] + ys[0] for y in ys]  # where nothing lies on the main line, it takes no room
    bottom = ys[-1] + 20.0 + _LINE * (_lines_of(labels, deepest) if deepest else 0)
    under_tops, end = _stack_under(under, bottom + 4)
    return Path(strip, sheet, trail, labels, over, under, over_tops, under_tops, tuple(ys), end + (6 if under else 0))


def _exits(sheet: Sheet, trail: Trail, strip: Strip) -> Mapping[int, list[float]]:
    """Where signs of exits stand, by level."""
    found: dict[int, list[float]] = {}
    for track in strip.tracks:
        if sheet.columns[track.index].exit:
            found.setdefault(trail.levels[track.index], []).append(track.axis + RADIUS)
    return found


def _lines_of(labels: tuple[Label, ...], level: int) -> int:
    return max((len(label.lines) for label in labels if label.level == level), default=0)


@attrs.frozen(eq=False, repr=False)
class _Bars:
    """What words on lines do not cross while they fit before it: nodes, legs of ways around others, signs of entries and exits."""

    trail: Trail
    strip: Strip
    over: tuple[Arch, ...]
    under: tuple[Arch, ...]
    entries: list[float]
    exits: Mapping[int, list[float]]
    known: dict[int, list[float]] = attrs.field(factory=dict)

    def beyond(self, left: float, level: int) -> Iterator[float]:
        """Their places to the right of another, at the height of the words of a level."""
        if level not in self.known:
            self.known[level] = sorted(self._crossing(level))
        found = self.known[level]
        yield from found[bisect_right(found, left) :]

    def _crossing(self, level: int) -> Iterator[float]:
        """The places of all that crosses the words of a level."""
        for arch in self.over if level < 0 else self.under:
            for end in (arch.route.source, arch.route.target):
                if self.trail.levels[end] <= max(level, 0):
                    yield _middle(self.strip, end)
        for track in self.strip.tracks:
            if self.trail.levels[track.index] == max(level, 0):
                yield track.axis + _AIR
        yield from self.entries if level < 0 else ()
        yield from self.exits.get(level, ())


def _labels(sheet: Sheet, trail: Trail, strip: Strip, bars: _Bars, pen: Pen) -> Iterator[Label]:
    """The words on lines: above the main line (level -1), below a siding (its level)."""
    for level, found in _starts(sheet, trail, strip).items():
        ordered = sorted(found, key=lambda one: one[0])
        ends = [*(left for left, _ in ordered[1:]), strip.right + 8]
        for (left, words), end in zip(ordered, ends, strict=True):
            if words:
                style = styles.label(pen, weight=600)
                least = pen.longest(words, style)
                bar = next((x - 2 for x in bars.beyond(left, level) if x - 2 - left - _AIR >= least), end)
                room = max(1.0, min(_WIDEST, min(end, bar) - left - _AIR))
                yield Label(left, pen.lines(words, room, style), level)


def _starts(sheet: Sheet, trail: Trail, strip: Strip) -> dict[int, list[tuple[float, str]]]:
    """Where words begin, by level; words that begin at one place become one text."""
    found: dict[int, dict[float, list[str]]] = {}
    forks = {way.route.source for way in trail.ways if way.kind == ENTER}
    passed = set(_passed(trail))
    for way in trail.ways:
        route = way.route
        source, target = trail.levels[route.source], 0 if way.kind == AWAY else trail.levels[route.target]
        axis = strip.tracks[route.source - strip.first].axis
        words = route.words
        if way.kind == AWAY:
            words = f"{words}\u00a0→\u00a0{route.target + 1}" if words else ""
        if not words or way.kind in {OVER, UNDER}:
            continue
        left = axis + RADIUS + (_DIAMOND + 12 if route.source in forks and source == 0 else 16)
        left += _PAST if way.kind == ENTER and (route.source, target) in passed else 0.0
        left += _EXIT if way.kind != ENTER and source and sheet.columns[route.source].exit else 0.0
        level = target if way.kind == ENTER else -1 if source == 0 else source
        found.setdefault(level, {}).setdefault(left, []).append(words)
    joined: dict[int, list[tuple[float, str]]] = {}
    for level, starts in found.items():
        joined[level] = [(left, "; ".join(texts)) for left, texts in starts.items()]
    return joined


def _passed(trail: Trail) -> Iterator[tuple[int, int]]:
    """The sidings, by source and level, that ways from the same diamond to lower ones go past."""
    entered = [(way.route.source, trail.levels[way.route.target]) for way in trail.ways if way.kind == ENTER]
    for source, level in entered:
        if any(other == source and deeper > level for other, deeper in entered):
            yield source, level


def _arches(trail: Trail, strip: Strip, kind: str, pen: Pen) -> tuple[Arch, ...]:
    """The routes above or below, each on its track."""
    style = styles.label(pen, weight=600)
    routes = [way.route for way in trail.ways if way.kind == kind]
    found: list[tuple[Route, tuple[str, ...], float]] = []
    spans: list[tuple[float, float]] = []
    for route in routes:
        ends = [strip.tracks[index - strip.first].axis + RADIUS for index in (route.source, route.target)]
        low, high = min(ends), max(ends)
        between = high - low - 2 * _CLEAR
        wanted = between if between >= max(_LEAST_LABEL, pen.longest(route.words, style)) else _WIDEST
        room = min(wanted, strip.right - LEFT - 20)
        lines = pen.lines(route.words, room, style) if route.words else ()
        wide = pen.widest(lines, style)
        middle = (low + high - wide) / 2 if low < high else low + 16
        left = max(LEFT + 8, min(middle, strip.right - wide - 8))
        found.append((route, lines, left))
        spans.append((min(low, left) - 10, max(high, left + wide) + 10))
    tracks = packed(spans)
    legged = [
        (_middle(strip, end), track)
        for (route, _, _), track in zip(found, tracks, strict=True)
        for end in (route.source, route.target)
    ]
    legged.sort()
    lefts = [_clear(one, track, legged, strip, pen) for one, track in zip(found, tracks, strict=True)]
    beside = legs([(route.source, route.target, track) for (route, _, _), track in zip(found, tracks, strict=True)])
    return tuple(
        Arch(route, track, lines, left, pair)
        for (route, lines, _), track, left, pair in zip(found, tracks, lefts, beside, strict=True)
    )


def _clear(
    way: tuple[Route, tuple[str, ...], float], track: int, ends: list[tuple[float, int]], strip: Strip, pen: Pen
) -> float:
    """Where the words of a route begin: in the middle of the widest stretch that no leg crosses, if they fit there."""
    route, lines, left = way
    wide = pen.widest(lines, styles.label(pen, weight=600))
    low, high = sorted(_middle(strip, end) for end in (route.source, route.target))
    inside = ends[bisect_right(ends, (low, len(ends))) : bisect_left(ends, (high, -1))]
    stops = [low, *(x for x, other in inside if other > track), high]
    size, start = max((end - begin, -begin) for begin, end in pairwise(stops))
    return (size - wide) / 2 - start if size >= wide + 2 * _AIR and len(stops) > 2 else left  # noqa: PLR2004 - its own ends


def _middle(strip: Strip, index: int) -> float:
    return strip.tracks[index - strip.first].axis + RADIUS


def _heights(arches: tuple[Arch, ...]) -> list[float]:
    """The heights of the tracks, the innermost first."""
    count = max((arch.track + 1 for arch in arches), default=0)
    heights = [22.0] * count
    for arch in arches:
        heights[arch.track] = max(heights[arch.track], _LINE * len(arch.lines) + 8)
    return heights


def _stack_over(arches: tuple[Arch, ...], top: float) -> tuple[tuple[float, ...], float]:
    """The middles of the tracks above, the innermost first, and where the main line's own words begin."""
    middles: list[float] = []
    for height in reversed(_heights(arches)):
        middles.append(top + height / 2)
        top += height
    return tuple(reversed(middles)), top


def _stack_under(arches: tuple[Arch, ...], top: float) -> tuple[tuple[float, ...], float]:
    """The middles of the tracks below, the innermost first, and where they end."""
    middles: list[float] = []
    for height in _heights(arches):
        middles.append(top + height / 2)
        top += height
    return tuple(middles), top
