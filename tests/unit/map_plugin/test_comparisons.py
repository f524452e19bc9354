"""Scores of own lanes: bars in a row, or a curve beside emotion when they tell of a competitor or are asked for."""

from __future__ import annotations

import re

import pytest

from journeyql_map.curves import level_of

MAP = """journey j "J"
  lane rival "Northwind" type=score scale=0..10 of=north
  lane relevance "Relevance" type=score scale=1..5
  view feelings "Only feelings" lanes=emotion
  view rivals "Only rivals" lanes=rival, wait
competitor north "Northwind Outdoor"
stage s "S"
  touchpoint a "A" emotion=2 rival=4 relevance=1 wait=2min
  touchpoint b "B" emotion=4 rival=8 relevance=5
stage t "T" relevance=3 rival=6
  touchpoint c "C" emotion=3
  touchpoint d "D" emotion=3
"""


def _signs(drawn):
    """The middles of the signs on curves of other scores, from left to right."""
    found = []
    for points in re.findall(r'<polygon points="([^"]+)" fill="[^"]+" stroke="[^"]+" stroke-width="1.5"', drawn.svg):
        corners = [tuple(map(float, pair.split(","))) for pair in points.split()]
        found.append(tuple(sum(axis) / len(corners) for axis in zip(*corners, strict=True)))
    return sorted(found)


def test_what_tells_of_a_competitor_is_a_curve_named_at_its_end_with_its_scale(picture):
    drawn = picture(MAP)
    texts = drawn.texts
    assert "Northwind (0–10) 6" in " ".join(texts)
    assert "Northwind" not in texts
    assert "Relevance" in texts
    assert 'stroke-dasharray="10 3 2 3"' in drawn.svg


def test_its_scores_lie_between_the_ends_of_their_scale(picture):
    heights = [y for _, y in _signs(picture(MAP))]
    assert len(heights) == 3  # that of the stage stands once, in its middle
    first, second, third = heights
    assert first - second == pytest.approx(level_of(0.4) - level_of(0.8), abs=0.01)
    assert first - third == pytest.approx(level_of(0.4) - level_of(0.6), abs=0.01)


def test_others_are_curves_when_they_are_asked_for(picture):
    drawn = picture(MAP, curves=("relevance",))
    assert len(_signs(drawn)) == 6
    assert "Relevance 3" in " ".join(drawn.texts)
    assert "Relevance" not in drawn.texts


def test_a_score_of_a_whole_stage_stands_in_its_first_column(picture):
    assert "whole stage" in picture(MAP).texts


def test_a_saved_view_keeps_them_or_leaves_them_out(picture):
    assert _signs(picture(MAP, saved="feelings")) == []
    drawn = picture(MAP, saved="rivals")
    assert len(_signs(drawn)) == 3
    assert "Waits" in drawn.texts


def test_a_map_says_them_to_those_who_do_not_see_it(picture):
    said = next(item.text for item in picture(MAP).root.iter("{http://www.w3.org/2000/svg}desc"))
    assert "Lowest point for Northwind (0–10): A, 4 of 10. Peak for Northwind (0–10): B, 8 of 10." in said
    assert "Emotion scores" not in said


def test_they_are_no_scores_of_emotion(picture):
    source = MAP + 'evidence e "Survey" method=survey\n'
    assert any("Emotion scores on evidence: 0 of 4;" in text for text in picture(source).texts)


@pytest.mark.parametrize("name", ["nothing", "device"])
def test_a_lane_that_is_none_is_told(draw, name):
    result = draw(MAP.replace("  view f", '  lane device "Device" type=text\n  view f'), curves=(name,))
    assert [item.rule.name for item in result.diagnostics] == ["map-curve-unknown"]
    assert "rival, relevance" in str(result.diagnostics[0].help)
    assert len(result.files) == 1
