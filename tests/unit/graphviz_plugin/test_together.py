"""Flows of several personas in one picture: lines that join or part stay calm, colours and names stay apart."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from journeyql.render import DARK, LIGHT
from journeyql.render.theme import contrast
from journeyql_graphviz import palette
from journeyql_graphviz.shape import Box

PERSONAS = "".join(f'persona {name} "{name.upper()}, somebody"\n' for name in "pqrst")
#: Three people, each with a condition of their own that leads to one touchpoint.
SHARES = f"""journey a "A"
{PERSONAS}
channel app "App" kind=online
channel shop "Shop" kind=offline
stage s "S"
  touchpoint a "Begins" @app
    -> p1
    -> q1
    -> r1
  touchpoint[p] p1 "One" @app
    -> fix "fails" share=20%
    -> fine
  touchpoint[q] q1 "Two" @shop
    -> fix "no parking" share=30%
    -> fine
  touchpoint[r] r1 "Three" @shop
    -> fix "too far away to walk there" share=40%
    -> fine
  touchpoint fix "Is repaired" @app
  touchpoint fine "All is fine" @app
"""
#: Three touchpoints with three conditions each, all to the same three.
COMPLETE = (
    'journey a "A"\nstage s "S"\n  touchpoint z "Z"\n    -> a "1"\n    -> b "2"\n    -> c "3"\n'
    + "".join(
        f'  touchpoint {one} "{one}"\n'
        + "".join(f'    -> {other} "from {one} to {other}" share=30%\n' for other in "xyw")
        for one in "abc"
    )
    + "".join(f'  touchpoint {one} "{one}"\n    -> end\n' for one in "xyw")
)
#: Two alternatives that both lead to the same two, all with words.
CROSSING = (
    'journey a "A"\nstage s "S"\n  touchpoint z "Z"\n    -> a "1"\n    -> b "2"\n'
    + "".join(
        f'  touchpoint {one} "{one}"\n' + "".join(f'    -> {other} "{one}{other}" share=30%\n' for other in "xy")
        for one in "ab"
    )
    + "".join(f'  touchpoint {one} "{one}"\n    -> end\n' for one in "xy")
)


def _pieces(layout):
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            yield route, Box(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.1, abs(y1 - y2) + 0.1)


@pytest.mark.parametrize("source", [SHARES, COMPLETE, CROSSING], ids=["shares", "complete", "crossing"])
def test_words_where_lines_join_interrupt_no_other_line(laid, source):
    layout = laid(source)
    hidden = [
        (route.arrow, other.arrow)
        for route in layout.routes
        for other, piece in _pieces(layout)
        if route.box and other is not route and piece.meets(route.box)
    ]
    assert hidden == []
    boxes = [*layout.boxes.values(), *(route.box for route in layout.routes if route.box)]
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []


def test_lines_to_one_touchpoint_run_as_one(laid):
    steps = "".join(f'  touchpoint[{name}] {name}1 "{name}"\n    -> last\n' for name in "pqr")
    layout = laid(f'journey a "A"\n{PERSONAS}stage s "S"\n{steps}  touchpoint last "Last"\n')
    arriving = [route.points for route in layout.routes if route.points[-1] == layout.boxes["a.s.last"].middle]
    arriving = arriving or [
        route.points for route in layout.routes if route.points[-1][1] == layout.boxes["a.s.last"].y
    ]
    assert len(arriving) == 3
    assert len({points[-1] for points in arriving}) == 1
    assert len({points[-2][1] for points in arriving if len(points) > 2}) == 1


def test_a_card_is_not_stretched_over_blank_space(laid):
    source = (
        'journey a "A"\npersona p "P"\npersona q "Q"\nstage s "S"\n  touchpoint[p] one "1"\n  touchpoint[q] two "2"\n'
    )
    pains = "".join(f'    pain x{n} "Something that goes wrong"\n' for n in range(4))
    boxes = laid(source + pains + '  touchpoint last "L"\n').boxes
    assert boxes["a.s.one"].y == boxes["a.s.two"].y
    assert boxes["a.s.one"].height < boxes["a.s.two"].height / 2


def test_for_whom_a_touchpoint_is_stands_in_their_colour(picture):
    svg = picture(SHARES).svg
    third = palette.colour(2, LIGHT)
    assert re.search(f'fill="{third}"[^>]*>only R<', svg)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_of_personas_can_be_read(theme):
    found = theme.personas
    assert len(found) == 5
    for item in found:
        grounds = (theme.page, theme.moment, item.tint)
        assert min(contrast(item.colour, ground) for ground in grounds) >= 4.5
        assert min(contrast(words, item.tint) for words in (theme.ink, theme.secondary)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_of_more_personas_differ_in_lightness(theme):
    more = [item.colour for item in theme.personas]
    assert min(contrast(one, other) for one, other in combinations(more[2:], 2)) >= 1.15
    assert all(contrast(one, other) >= 1.1 for one in more[:2] for other in more[2:])


@pytest.mark.parametrize("count", [3, 5, 6])
def test_every_persona_has_a_look_of_its_own(picture, count):
    people = "".join(f'persona p{n} "P{n}"\n' for n in range(count))
    steps = "".join(f'  touchpoint[p{n}] t{n} "T{n}" emotion=3\n' for n in range(count))
    svg = picture(f'journey a "A"\n{people}stage s "S"\n{steps}').svg
    assert all(palette.colour(n, LIGHT) in svg for n in range(count))


def test_numbers_stand_below_words_that_run_leftwards(picture):
    source = 'journey a "A"\nstage s "S"\n  touchpoint x "X"\n    -> z "لا يوجد رد" share=35%\n  touchpoint y "Y"\n  touchpoint z "Z"\n'
    assert {"لا يوجد رد", "35%"} <= set(picture(source).texts)


def test_a_stage_that_is_not_for_everybody_is_passed_by(picture):
    source = 'journey a "A"\npersona p "P"\npersona q "Q"\nstage s "S"\n  touchpoint one "One"\n'
    source += 'stage t "T"\n  touchpoint[p] two "Two"\nstage u "U"\n  touchpoint three "Three"\n'
    texts = picture(source).texts
    assert "only Q" in texts
    assert texts.count("only P") == 1
