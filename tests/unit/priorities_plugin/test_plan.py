from __future__ import annotations

from typing import Any

import journeyql_priorities
from journeyql.facts import PRIORITIES, ROADMAP
from journeyql.testing import Result, check

PLUGINS = [journeyql_priorities]


def analysed(text: str, cut: str = "middle", **options: object) -> Result:
    return check(text, plugins=PLUGINS, options={"priorities": options, "quadrants": {"cut": cut}})


def ranked(text: str, **options: Any) -> list[tuple[int, str, str]]:
    return [(one.rank, one.measure.id, one.quadrant) for one in analysed(text, **options).fact(PRIORITIES)]


def phases(text: str) -> list[tuple[float, list[str]]]:
    return [(phase.number, [one.id for one in phase.measures]) for phase in analysed(text).fact(ROADMAP)]


ACTIONS = """
    journey "J"
      stage "S"
        action drop "Drop" impact=1 effort=5
        action fill "Fill" impact=2 effort=1
        action bet "Bet" impact=5 effort=4
        action unrated "Unrated"
        action win "Win" impact=4 effort=2
        action better "Better" impact=4 effort=1
        action over "Over" impact=5 effort=1 status=done
        action gone "Gone" impact=5 effort=1 status=dropped
        recovery rated "Rated" impact=4 effort=2
        recovery kept "Kept ready"
"""


def test_the_order_is_by_quadrant_then_by_score_and_equal_ones_share_a_rank() -> None:
    assert ranked(ACTIONS) == [
        (1, "better", "quick-win"),
        (2, "win", "quick-win"),
        (2, "rated", "quick-win"),
        (4, "bet", "big-bet"),
        (5, "fill", "fill-in"),
        (6, "unrated", ""),
        (7, "drop", "drop"),
    ]


def test_nothing_comes_before_what_it_waits_for() -> None:
    text = """
        journey "J"
          stage "S"
            action best "Best" impact=5 effort=1 depends=bet
            action bet "Bet" impact=5 effort=3
            action same "Same" impact=5 effort=3
            action fill "Fill" impact=2 effort=1
            action free "Free" impact=3 effort=1
    """
    assert [(rank, name) for rank, name, _ in ranked(text)] == [
        (1, "free"),
        (2, "bet"),
        (2, "same"),
        (4, "best"),
        (5, "fill"),
    ]


def test_the_median_tells_apart_what_is_rated_alike() -> None:
    text = """
        journey "J"
          stage "S"
            action a "A" impact=4 effort=3
            action b "B" impact=5 effort=3.5
            action c "C" impact=5 effort=4
    """
    assert [quadrant for _, _, quadrant in ranked(text)] == ["big-bet"] * 3
    assert ranked(text, cut="median") == [(1, "b", "big-bet"), (2, "c", "big-bet"), (3, "a", "fill-in")]


def test_a_score_can_be_chosen_and_what_has_none_comes_last() -> None:
    text = """
        journey "J"
          stage "S"
            action slow "Slow" impact=4 effort=1 cost=100EUR
              benefit: 50EUR per=1y
            action fast "Fast" impact=4 effort=2 cost=100EUR
              benefit: 90EUR per=1y
            action dark "Dark" impact=5 effort=1
            action loss "Loss" impact=4 effort=1 cost=100EUR
              benefit: -50EUR per=1y
    """
    assert [name for _, name, _ in ranked(text, **{"rank-by": "payback"})] == ["fast", "slow", "dark", "loss"]
    own = {"rank-by": "own", "formulas": {"own": "effort"}}
    assert [name for _, name, _ in ranked(text, **own)] == ["fast", "dark", "slow", "loss"]


def test_phases_as_written_else_after_what_they_wait_for() -> None:
    text = """
        journey "J"
          stage "S"
            action c "C" depends=b
            action b "B" depends=a, d
            action a "A" due=2099-12-31
            action d "D" phase=2
            action e "E" due=2099-01-31
            action f "F" depends=past
            action past "Past" status=done
    """
    assert phases(text) == [(1, ["e", "a", "f"]), (2, ["d"]), (3, ["b"]), (4, ["c"])]


def test_circles_are_the_models_to_report_and_come_last() -> None:
    text = """
        journey "J"
          stage "S"
            action a "A" depends=b
            action b "B" depends=a
            action c "C" depends=a
            action d "D" depends=d
            action e "E"
    """
    result = analysed(text)
    assert result.names == ("circle", "circle")
    assert phases(text) == [(1, ["e"]), (2, ["a", "b", "c", "d"])]
    notes = {one.measure.id: [note.key for note in one.notes] for one in result.fact(PRIORITIES)}
    assert notes["c"] == ["priorities.note.circle"]


def test_what_is_in_a_circle_is_told_once() -> None:
    text = """
        journey "J"
          stage "S"
            pain "P"
              action z "Z" due=2099-01-01 depends=z
              action a "A" due=2099-01-01 depends=b
              action b "B" due=2099-01-01 depends=a
    """
    result = analysed(text)
    assert result.names == ("circle", "circle")
    notes = {one.measure.id: [note.key for note in one.notes] for one in result.fact(PRIORITIES)}
    assert notes["z"] == ["priorities.note.circle"]


def test_what_waits_for_a_circle_is_still_out_of_order() -> None:
    text = """
        journey "J"
          stage "S"
            pain "P"
              action a "A" due=2099-06-30 depends=a
              action b "B" due=2099-01-01 depends=a
    """
    assert analysed(text).names == ("circle", "plan-out-of-order")


def test_what_waits_for_what_is_noted() -> None:
    text = """
        journey "J"
          stage "S"
            action a "First"
            action b "Second" depends=a, t impact=4 effort=1
            experiment t "Test" status=planned
    """
    notes = {
        one.measure.id: [(note.key.removeprefix("priorities.note."), *note.values.values()) for note in one.notes]
        for one in analysed(text).fact(PRIORITIES)
    }
    assert notes == {"a": [("needed", 1)], "b": [("waits", "First"), ("waits", "Test"), ("unscheduled",)]}


def test_a_quick_win_behind_something_long_term_says_so_once() -> None:
    text = """
        journey "J"
          stage "S"
            action far "Far" horizon=long
            action near "Near"
            action a "A" impact=4 effort=1 depends=far, near
            action b "B" impact=4 effort=1 horizon=short
    """
    notes = {
        one.measure.id: [(note.key.removeprefix("priorities.note."), *note.values.values()) for note in one.notes]
        for one in analysed(text).fact(PRIORITIES)
    }
    assert notes["a"] == [("waits", "Near"), ("delayed", "Far")]
    assert notes["b"] == [("no-status",)]


def test_figures_decide_what_is_a_quick_win() -> None:
    text = """
        journey "J"
          stage "S"
            action a "A" impact=4 effort=5 horizon=quick-win
            action b "B" impact=4 horizon=quick-win
    """
    found = {
        one.measure.id: (one.quadrant, [note.key for note in one.notes]) for one in analysed(text).fact(PRIORITIES)
    }
    assert found == {"a": ("big-bet", []), "b": ("", ["priorities.note.unscheduled"])}


def test_a_map_without_any_of_it_has_empty_facts() -> None:
    result = analysed('journey "J"\n  "A"\n  "B"\n')
    assert (result.names, result.fact(PRIORITIES), result.fact(ROADMAP)) == ((), (), ())


def test_what_is_past_its_day_says_so() -> None:
    text = """
        journey "J"
          stage "S"
            action late "Late" impact=5 effort=1 due=2020-01-31
            action soon "Soon" impact=5 effort=1 due=2036-01-31
    """
    notes = {one.measure.id: [note.key for note in one.notes] for one in analysed(text).fact(PRIORITIES)}
    assert notes == {"late": ["priorities.note.overdue"], "soon": ["priorities.note.no-status"]}
