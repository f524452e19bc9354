"""Tells the main line of a journey from its sidings, and what kind of way each route is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from journeyql_map.columns import Strip
from journeyql_map.sheet import Route, Sheet

#: Kinds of ways: along the main line or a siding, into a siding, back from it, and around others above or below.
ALONG, ENTER, JOIN, OVER, UNDER, AWAY = "along", "enter", "join", "over", "under", "away"


@attrs.frozen(eq=False, repr=False)
class Way:
    """A route with its kind."""

    kind: str
    route: Route


@attrs.frozen(eq=False, repr=False)
class Trail:
    """The main line and the sidings: for each column its level (0: main), and the ways of a strip."""

    levels: tuple[int, ...]
    ways: tuple[Way, ...]


def levels(sheet: Sheet) -> tuple[int, ...]:
    """The level of every column of the map: 0 on the main line, sidings from 1 down.

    The main line follows the ways without a condition from the first column on; where all have one, that of most cases.
    """
    out: dict[int, list[Route]] = {}
    for route in sheet.routes:
        if route.target > route.source:
            out.setdefault(route.source, []).append(route)
    main = {0}
    at = 0
    while at in out:
        plain = [route.target for route in out[at] if not route.conditional]
        at = min(plain) if plain else max(out[at], key=_share).target
        main.add(at)
    chained = {(route.source, route.target) for route in sheet.routes}
    found: list[int] = []
    for index in range(len(sheet.columns)):
        above = found[-1] if found else 0
        found.append(0 if index in main else above if above and (index - 1, index) in chained else above + 1)
    return tuple(found)


def _share(route: Route) -> float:
    return route.share


def trail(sheet: Sheet, known: tuple[int, ...], strip: Strip) -> Trail:
    """The ways of a strip."""
    return Trail(known, tuple(_ways(sheet, known, strip)))


def _ways(sheet: Sheet, known: tuple[int, ...], strip: Strip) -> Iterator[Way]:
    mains = [index for index in range(strip.first, strip.end) if known[index] == 0]
    following = dict(pairwise(mains))
    before = {other: one for one, other in following.items()}
    for route in _routes_of(sheet, strip):
        yield Way(_kind(route, known, strip, following, before), route)


def _routes_of(sheet: Sheet, strip: Strip) -> Iterator[Route]:
    """The routes that begin in a strip; where all columns are in it, all."""
    for route in sheet.routes:
        if strip.first <= route.source < strip.end:
            yield route


def _kind(
    route: Route, known: tuple[int, ...], strip: Strip, following: Mapping[int, int], before: Mapping[int, int]
) -> str:
    source, target = route.source, route.target
    if not strip.first <= target < strip.end:
        return AWAY
    if target <= source:
        return UNDER
    if known[source] == 0:
        return _from_main(source, target, known, strip, following)
    if target == source + 1 and known[target] == known[source]:
        return ALONG
    alone = all(known[one] != known[source] for one in range(source + 1, target))
    return JOIN if known[target] == 0 and before.get(target, -1) < source and alone else UNDER


def _from_main(source: int, target: int, known: tuple[int, ...], strip: Strip, following: Mapping[int, int]) -> str:
    """The kind of a way onward from the main line."""
    if known[target] == 0:
        return ALONG if following.get(source) == target else OVER
    return ENTER if _main_before(target, known, strip) == source else UNDER


def _main_before(index: int, known: tuple[int, ...], strip: Strip) -> int:
    at = index - 1
    while at >= strip.first and known[at] != 0:
        at -= 1
    return at if all(known[one] != known[index] for one in range(at + 1, index)) else -1
