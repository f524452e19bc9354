"""Parts of the map on their own: the main line and its sidings, tracks, and what stops a test of overlaps."""

from __future__ import annotations

import pytest
from drawn_map import Drawn

from journeyql_map.columns import Strip, Track
from journeyql_map.sheet import Column, Route, Sheet
from journeyql_map.tracks import packed
from journeyql_map.trail import levels, trail


def _sheet(count: int, *routes: Route) -> Sheet:
    empty = dict.fromkeys(("key", "lang", "title", "goal", "state", "about", "description", "counts", "origin"), "")
    nothing = dict.fromkeys(("people", "phases", "lanes", "lines", "levels", "whole", "evidence", "order"), ())
    columns = tuple(Column(number=number, title="") for number in range(1, count + 1))
    return Sheet(columns=columns, routes=routes, words={}, **empty, **nothing)


def _route(source: int, target: int, *, conditional: bool = False) -> Route:
    return Route(source=source, target=target, conditional=conditional)


BRANCH = (_route(0, 2), _route(0, 1, conditional=True), _route(1, 2), _route(2, 3))
MOST = (
    Route(source=0, target=1, conditional=True, share=20),
    Route(source=0, target=2, conditional=True, share=80),
    _route(1, 2),
    _route(2, 3),
)
FORK = (_route(0, 1, conditional=True), _route(0, 2, conditional=True), _route(1, 3), _route(2, 3))
#: Two alternatives beside the main line; one of them has a second step.
BESIDE = (
    _route(0, 4),
    _route(0, 1, conditional=True),
    _route(0, 2, conditional=True),
    _route(1, 4),
    _route(2, 3),
    _route(3, 4),
)


@pytest.mark.parametrize(
    ("count", "routes", "found"),
    [
        (4, BRANCH, (0, 1, 0, 0)),
        (4, FORK, (0, 0, 1, 0)),
        (4, MOST, (0, 1, 0, 0)),
        (5, BESIDE, (0, 1, 2, 2, 0)),
        (1, (), (0,)),
    ],
    ids=["branch", "fork", "most", "beside", "one"],
)
def test_what_is_reached_by_a_condition_lies_on_a_siding(count, routes, found):
    assert levels(_sheet(count, *routes)) == found


def test_ways_have_their_kinds():
    sheet = _sheet(4, *BRANCH, _route(3, 0, conditional=True))
    strip = Strip(tuple(Track(index, 100.0 * index, 100.0) for index in range(4)))
    kinds = [way.kind for way in trail(sheet, levels(sheet), strip).ways]
    assert kinds == ["along", "enter", "join", "along", "under"]


def test_tracks_nest():
    assert packed([(0, 100), (10, 90), (20, 80), (200, 300)]) == [2, 1, 0, 0]


def test_the_test_of_overlaps_finds_one():
    two = "".join(f'<text x="{x}" y="30" font-size="12">word</text>' for x in (20, 30))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 60" lang="en">{two}</svg>'
    assert Drawn(svg).overlaps() == [("word", "word")]
    assert Drawn(svg.replace('x="30"', 'x="80"')).outside() == ["word"]
