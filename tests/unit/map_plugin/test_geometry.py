"""No two texts of a map share a place, and none leaves its card or the page: examples, and maps that are made up.

Texts are measured by the metrics of the project, which are held against real fonts elsewhere.
"""

from __future__ import annotations

import pytest
from drawn_map import Drawn, context, read_examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyql.render import DARK, LIGHT
from journeyql.testing.strategies import views
from journeyql_map.options import Options
from journeyql_map.render import render
from journeyql_map.themes import CORPORATE, HIGH_CONTRAST, PRINT

EXAMPLES = read_examples()
LOCALES = ("en", "zh", "de", "ar", "ja", "th")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_text_of_an_example_overlaps_or_leaves_its_place(picture, name, locale):
    drawn = picture(EXAMPLES[name], locale)
    assert drawn.overlaps() == []
    assert drawn.outside() == []


@pytest.mark.parametrize(
    "options", [{"layout": "blueprint"}, {"layout": "curve"}, {"layout": "executive"}, {"columns": 6}], ids=str
)
@pytest.mark.parametrize("name", EXAMPLES)
def test_nor_in_any_layout(picture, name, options):
    drawn = picture(EXAMPLES[name], **options)
    assert drawn.overlaps() == []
    assert drawn.outside() == []


@pytest.mark.parametrize("theme", [DARK, PRINT, HIGH_CONTRAST, CORPORATE], ids=lambda theme: theme.name)
def test_nor_in_any_theme(picture, theme):
    drawn = picture(EXAMPLES["rail-europe"], theme=theme)
    assert drawn.overlaps() == []
    assert theme.page in drawn.svg


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(view=views(), locale=st.sampled_from(LOCALES), columns=st.sampled_from((0, 3)))
def test_nor_on_a_map_that_is_made_up(view, locale, columns):
    for file in render(context(view, Options(columns=columns), locale, LIGHT)).files:
        drawn = Drawn(str(file.content))
        assert drawn.overlaps() == []
        assert drawn.outside() == []


def test_no_words_of_the_band_stand_across_the_side_of_a_frame(picture):
    text = 'journey j "J"\nstage s "S"\n' + "".join(
        f'  touchpoint t{number} "T{number}" emotion={score} feeling="disappointed and angry" {moment}\n'
        for number, (score, moment) in enumerate([(3, ""), (1, ""), (3, "moment=truth"), (1, ""), (4, ""), (2, "")] * 2)
    )
    assert picture(text, columns=12).outside() == []


def _grazing(drawn):
    """The words on ways that stand right above or below a node."""
    nodes = [
        (float(item.get("cx")), float(item.get("cy")))
        for item in drawn.root.iter("{http://www.w3.org/2000/svg}circle")
        if item.get("r") == "10"
    ]
    assert nodes
    return [
        line.text
        for x, y in nodes
        for line in drawn.lines
        if line.left < x + 8 and x - 8 < line.right and (5 < line.top - y < 15 or 5 < y - line.bottom < 15)
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_words_on_a_way_end_before_the_next_node(picture, name):
    assert _grazing(picture(EXAMPLES[name], columns=8)) == []
