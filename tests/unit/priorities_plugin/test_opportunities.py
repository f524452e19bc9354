from __future__ import annotations

import pytest

import journeyql_priorities
from journeyql.facts import OPPORTUNITIES
from journeyql.testing import check
from journeyql_priorities.opportunities import opportunity

PLUGINS = [journeyql_priorities]

#: Importance, satisfaction, score. 9/3 and 8/4: Ulwick, "Turn customer input into innovation", HBR January 2002, and the
#: pages that follow it; the others are worked out by hand. Without the max(), a known slip, the last would be 2.
PUBLISHED = [(9, 3, 15), (8, 4, 12), (9, 9, 9), (6, 5, 7), (10, 0, 20), (0, 10, 0), (4, 6, 4)]


@pytest.mark.parametrize(("importance", "satisfaction", "score"), PUBLISHED)
def test_ulwicks_score(importance: float, satisfaction: float, score: float) -> None:
    assert opportunity(importance, satisfaction) == score


def ranked(text: str, **settings: object) -> list[tuple[int, str, float]]:
    result = check(text, plugins=PLUGINS, **settings)
    return [(one.rank, one.element.id, one.score) for one in result.fact(OPPORTUNITIES)]


def test_the_largest_comes_first_and_equal_ones_share_a_rank() -> None:
    text = """
        journey "J"
          stage "S"
            need a "A" importance=6 satisfaction=5
            pain b "B" importance=8 satisfaction=4
            opportunity c "C" importance=8 satisfaction=4
            factor d "D" importance=9 satisfaction=3
            need e "E" importance=9
    """
    assert ranked(text) == [(1, "d", 15), (2, "b", 12), (2, "c", 12), (4, "a", 7)]


def test_a_failing_must_be_outranks_everything() -> None:
    text = """
        journey "J"
          stage "S"
            need a "A" importance=10 satisfaction=0
            need b "B" importance=5 satisfaction=4 kano=must-be
            need c "C" importance=9 satisfaction=5 kano=must-be
    """
    assert ranked(text) == [(1, "b", 6), (2, "a", 20), (3, "c", 13)]


def test_figures_that_vary_are_those_of_whom_it_matters_to_most() -> None:
    text = """
        persona mei "Mei"
        persona tom "Tom"
        journey "J"
          stage "S"
            need a "A" importance=5 satisfaction=5
              importance[tom]: 9
              satisfaction[tom]: 3
    """
    assert ranked(text) == [(1, "a", 15)]
    assert ranked(text, persona="mei") == [(1, "a", 5)]


def test_what_is_planned_for_it_is_said() -> None:
    text = """
        journey "J"
          stage "S"
            need a "A" importance=9 satisfaction=3
              opportunity o "O"
                action x "X"
              action gone "Gone" status=dropped
            touchpoint "T"
              action y "Y" addresses=a
              recovery z "Z"
    """
    (found,) = check(text, plugins=PLUGINS).fact(OPPORTUNITIES)
    assert [answer.id for answer in found.answers] == ["x", "y"]
