"""Parts of the map on their own: the main line and its sidings, tracks, and what stops a test of overlaps."""

from __future__ import annotations

import re

import pytest
from drawn_map import Drawn, read_examples

from journeyql_map.columns import Strip, Track
from journeyql_map.sheet import Column, Route, Sheet
from journeyql_map.tracks import packed
from journeyql_map.trail import levels, trail

EXAMPLES = read_examples()


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


def _legs(svg):
    """The vertical parts of ways around others: their place, upper and lower end."""
    for start, top, turn, end, last, bottom in re.findall(
        r'd="M([\d.]+) ([\d.]+)V([\d.]+)Q[^H]+H[\d.]+Q([\d.]+) [\d.]+ ([\d.]+) [\d.]+V([\d.]+)"', svg
    ):
        assert end == last
        yield float(start), *sorted((float(top), float(turn)))
        yield float(end), *sorted((float(turn), float(bottom)))


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("name", ["property-repair", "rail-europe", "car-insurance", "employee-benefits", "repair"])
def test_no_words_interrupt_the_leg_of_a_way(picture, name, locale):
    svg = picture(EXAMPLES[name], locale).svg
    boxes = [
        tuple(map(float, box))
        for box in re.findall(
            r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="8" fill="#FFFFFF"', svg
        )
    ]
    legs = list(_legs(svg))
    assert legs
    crossed = [
        (box, leg)
        for box in boxes
        for leg in legs
        if box[0] < leg[0] < box[0] + box[2] and leg[1] < box[1] + box[3] and box[1] < leg[2]
    ]
    assert crossed == []


def test_equal_feelings_are_said_once_between_the_faces(picture):
    people = 'persona p "Pia, one"\npersona q "Quin, two"\n'
    source = f'journey j "J"\n  persona: p, q\n{people}stage s "S"\n  touchpoint a "A" emotion=5\n  touchpoint b "B" emotion[p]=2 emotion[q]=3\n  touchpoint c "C" emotion=5\n  touchpoint d "D" emotion=3\n'
    texts = picture(source).texts
    assert texts.count("5 · peak") == 1
    assert texts.count("5") == 1
    assert {"Pia 3", "Quin 3"} <= set(texts)


def test_entries_besides_the_first_have_a_sign_and_say_so(picture):
    source = 'journey j "J"\n  start -> a share=60%\n  start -> c share=40%\nstage s "S"\n  touchpoint a "A" emotion=2\n  touchpoint b "B" emotion=3\n  touchpoint c "C" emotion=3\n  touchpoint d "D" emotion=3\n    -> a "again"\n'
    drawn = picture(source)
    said = [text.replace("\u00a0", " ") for text in drawn.texts]
    assert {"begins here · 60%", "begins here · 40%"} <= set(said)
    assert drawn.svg.count('r="3.5"') == 2  # at the node, and in the legend


LEAVING = 'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n    -> b share=40%\n    -> end "gives up" share=60%\n  touchpoint b "B" emotion=3\n'
#: The bar at the end of a way out.
STOP = r"M[\d.]+ [\d.]+v10"


@pytest.mark.parametrize(
    ("locale", "words", "meaning"),
    [
        ("en", "leaves: gives up · 60%", "leaves"),
        ("de", "Ausstieg: gives up · 60 %", "Ausstieg"),
        ("zh", "由此离开：gives up，60%", "由此离开"),
    ],
)
def test_who_leaves_is_on_the_map(picture, locale, words, meaning):
    drawn = picture(LEAVING, locale)
    said = [text.replace("\u00a0", " ") for text in drawn.texts]
    assert words in said
    assert meaning in said
    assert len(re.findall(STOP, drawn.svg)) == 2  # at the node, and in the legend


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ("-> end share=90%", "leaves · 90%"),
        ('-> end "cannot wait"', "leaves: cannot wait"),
        ("-> end", "leaves"),
        ("-> b", ""),
    ],
)
def test_ways_out_say_what_is_known(picture, ways, said):
    source = f'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n    {ways}\n  touchpoint b "B" emotion=3\n    -> end\n'
    drawn = picture(source)
    found = [text.replace("\u00a0", " ") for text in drawn.texts]
    assert [text for text in found if text.startswith("leaves")] == ([said, "leaves"] if said else [])
    assert len(re.findall(STOP, drawn.svg)) == (2 if said else 0)  # the end of the last touchpoint is no way out


@pytest.mark.parametrize("options", [{}, {"columns": 3}, {"layout": "blueprint"}], ids=["map", "strips", "blueprint"])
@pytest.mark.parametrize("name", ["car-insurance", "rail-europe", "shop-eu"])
def test_every_way_out_of_an_example_has_a_sign(picture, name, options):
    source = EXAMPLES[name]
    drawn = picture(source, **options)
    written = len(re.findall(r"^ *(?:\w+ )?-> end", source, re.MULTILINE))
    assert len(re.findall(STOP, drawn.svg)) == written + 1  # and the one in the legend
    assert drawn.overlaps() == []
    assert drawn.outside() == []


def test_signs_of_ways_out_stand_clear_of_words(picture):
    for name in ("rail-europe", "car-insurance"):
        svg = picture(EXAMPLES[name]).svg
        grounds = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="8"', svg)
        bars = [tuple(map(float, place)) for place in re.findall(r'd="M([\d.]+) ([\d.]+)v10"', svg)]
        assert bars
        for left, top, wide, tall in (map(float, ground) for ground in grounds):
            right, bottom = left + wide, top + tall
            assert [x for x, y in bars if left < x and x - 20 < right and top < y + 10 and y < bottom] == []


def test_the_legend_tells_only_of_what_is_drawn(picture):
    assert "only under a condition" not in picture(EXAMPLES["shop-eu"]).texts  # its ways run above and below
    assert "only under a condition" in picture(EXAMPLES["rail-europe"]).texts


def test_a_date_stays_on_one_line(picture):
    action = '    pain "Hurts"\n      action "Mend it" impact=4 effort=4 due=2027-09-30\n'
    steps = "".join(f'  touchpoint t{n} "T{n}" emotion=3\n{action}' for n in range(10))
    texts = [text.replace("\u00a0", " ") for text in picture(f'journey j "J"\nstage s "S"\n{steps}').texts]
    assert texts.count("by 30 September 2027") == 10


def test_feelings_are_put_together_with_the_signs_of_the_language(picture):
    """Beside the faces, and below the band where a face has no place for them: Chinese signs are full-width alone."""
    long = "发现漏水之后非常担心楼下邻居会来投诉而且不知道应该联系谁才好，" * 3
    texts = picture(
        'journey j "报修"\n  persona: mei, zhou\npersona mei "李梅"\npersona zhou "周伯"\nstage s "报修"\n'
        f'  touchpoint a "漏水" emotion[mei]=1 emotion[zhou]=2 feeling[mei]="担心" feeling[zhou]="{long}"\n'
        '  touchpoint b "报修" emotion=4\n',
        "zh",
    ).texts
    assert "1，担心，最低点" in texts
    assert any(text.startswith("周伯：2，发现漏水") for text in texts)
