"""No two texts overlap, no text leaves the page, no words of an arrow hide a card."""

from __future__ import annotations

from itertools import combinations

import pytest

NAMES = ("car-insurance", "coffee", "employee-benefits", "property-repair", "rail-europe", "repair")


def _overlaps(drawn) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in combinations(drawn.lines, 2) if one.meets(other)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("locale", ["en", "zh"])
def test_texts_of_examples_keep_apart(picture, examples, name, locale):
    drawn = picture(examples[name], locale=locale)
    assert _overlaps(drawn) == []
    width, height = float(drawn.root.get("width")), float(drawn.root.get("height"))
    assert [line for line in drawn.lines if line.left < 0 or line.right > width or line.bottom > height] == []


def test_texts_of_a_knot_keep_apart(picture, knot):
    assert _overlaps(picture(knot)) == []


def test_an_overlap_would_be_noticed(picture, knot):
    """The positive control: the same picture with its lines twice as wide."""
    lines = picture(knot).lines
    wide = [type(line)(line.text, line.left, line.top, line.left + 400, line.bottom) for line in lines]
    assert any(one.meets(other) for one, other in combinations(wide, 2))
