"""Arrows run between cards, never through them, and their words hide none."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from journeyql_graphviz.shape import Box

NAMES = ("car-insurance", "coffee", "employee-benefits", "property-repair", "rail-europe", "repair", "knot")


def _segments(layout):
    """Each piece of each arrow as a thin box, without the ends that touch cards."""
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            yield route, Box(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.1, abs(y1 - y2) + 0.1)


def _inner(box: Box) -> Box:
    return Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_into_a_card(placed, name):
    layout = placed(name)
    cards = [_inner(box) for box in layout.boxes.values()]
    assert [route.arrow for route, piece in _segments(layout) for card in cards if piece.meets(card)] == []
    assert [route.arrow for route in layout.routes for card in cards if route.box and route.box.meets(card)] == []


@pytest.mark.parametrize("name", NAMES)
def test_cards_and_words_keep_apart(placed, name):
    layout = placed(name)
    boxes = [*layout.boxes.values(), *(route.box for route in layout.routes if route.box)]
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_arrow_is_drawn_and_its_words_stand_on_it(placed, name):
    layout = placed(name)
    for route in layout.routes:
        assert len(route.points) >= 2
        assert (route.label is None) == (route.box is None)
        if route.box is not None:
            pieces = [piece for other, piece in _segments(layout) if other is route]
            assert any(piece.meets(route.box) for piece in pieces)


@pytest.mark.parametrize("name", NAMES)
def test_everything_lies_on_the_page(placed, name):
    layout = placed(name)
    page = Box(-0.1, -0.1, layout.width + 0.2, layout.height + 0.2)
    boxes = [*layout.boxes.values(), *(route.box for route in layout.routes if route.box)]
    boxes += [piece for _, piece in _segments(layout)]
    outside = [
        box
        for box in boxes
        if box.x < page.x or box.y < page.y or box.right > page.right + 1 or box.bottom > page.bottom + 1
    ]
    assert outside == []


def test_touchpoints_of_a_stage_stand_below_each_other_and_stages_beside(placed):
    layout = placed("repair")
    ordered = {key.rpartition(".")[2]: box for key, box in layout.boxes.items()}
    assert ordered["notice"].bottom < ordered["file"].y
    assert ordered["file"].bottom < ordered["call"].y
    assert ordered["file"].right < ordered["visit"].x


@pytest.mark.parametrize("name", [name for name in NAMES if name != "knot"])
def test_words_interrupt_no_other_line(placed, name):
    layout = placed(name)
    hidden = [
        (route.arrow, other.arrow)
        for route in layout.routes
        for other, piece in _segments(layout)
        if route.box and other is not route and piece.meets(route.box)
    ]
    assert hidden == []
