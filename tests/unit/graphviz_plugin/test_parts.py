"""The parts of the layout by themselves: channels, stretches for words, engine answers, registration."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journeyql.render import initials
from journeyql.render.catalogue_en import TEXTS
from journeyql_graphviz import journeyql_renderers
from journeyql_graphviz.arrange import positions
from journeyql_graphviz.catalogue import DE, EN, ZH
from journeyql_graphviz.channel import Run, spread
from journeyql_graphviz.people import _level
from journeyql_graphviz.reading import _LEGEND
from journeyql_graphviz.words import choose


def test_lines_that_do_not_meet_share_a_track():
    runs = [Run(key=0, low=0, high=10, turns=()), Run(key=1, low=20, high=30, turns=())]
    assert spread(runs, 14) == ({0: 0.0, 1: 0.0}, 0.0)


def test_lines_are_ordered_so_that_they_do_not_cross():
    inner = Run(key=0, low=20, high=30, turns=((20, 1), (30, 1)))
    outer = Run(key=1, low=0, high=50, turns=((0, 1), (50, 1)))
    offsets, width = spread([inner, outer], 14)
    assert offsets[1] < offsets[0]
    assert width == 14


def test_words_keep_other_lines_away():
    runs = [Run(key=0, low=0, high=90, turns=(), tag=(40, 60, 30)), Run(key=1, low=0, high=90, turns=())]
    offsets, _ = spread(runs, 14)
    assert abs(offsets[0] - offsets[1]) >= 30


@pytest.mark.parametrize(("others", "free"), [((), True), ((30.0,), True), ((30.0, 60.0, 90.0), True)])
def test_words_stand_where_no_line_turns(others, free):
    place = choose(0, 200, 10, others)
    assert all(abs(place - other) >= 10 for other in others) is free


@pytest.mark.parametrize(("score", "level"), [(1, 1), (1.4, 1), (1.5, 2), (3, 3), (4.4, 4), (5, 5), (-9, 1), (99, 5)])
def test_levels(score, level):
    assert _level(score, 1, 5) == level


@pytest.mark.parametrize(
    ("name", "expected"), [("Mei Chen", "MC"), ("Tom", "T"), ("林岚", "林"), ("Ana van der Berg", "AB"), ("", "")]
)
def test_initials(name, expected):
    assert initials(name) == expected


@pytest.mark.parametrize("answer", ["", "graph 1 2 3", "node a 1 1 1 1", "node a inf 1\nstop"])
def test_answers_that_are_none(answer):
    with pytest.raises(ValueError, match=r"incomplete|not a number"):
        positions(answer)


@pytest.mark.parametrize("texts", [ZH, DE])
def test_every_word_exists_in_all_languages(texts):
    assert {key for key in EN if "#" not in key} == {key for key in texts if "#" not in key}
    assert [key for key in _LEGEND if key not in EN and key not in TEXTS] == []


def test_registering_loads_neither_the_model_nor_graphviz():
    root = Path(__file__).parents[3]
    program = (
        f"import sys; sys.path[:0] = [{str(root)!r}, {str(root / 'plugins')!r}]\n"
        "import journeyql_graphviz\n"
        "list(journeyql_graphviz.journeyql_renderers())\n"
        "print(sorted({'graphviz', 'lark', 'journeyql.model', 'journeyql_graphviz.flow'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_what_is_registered():
    assert [(offer.name, offer.suffix) for offer in journeyql_renderers()] == [("dot", ".dot"), ("flow", ".svg")]


def test_the_rules_of_findings_are_declared():
    declared = {offer.name: {rule.code for rule in offer.rules} for offer in journeyql_renderers()}
    assert declared == {"dot": {"JQL802", "JQL803"}, "flow": {"JQL801", "JQL802", "JQL803"}}
