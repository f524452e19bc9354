from __future__ import annotations

import pytest

import journeyql_experience
from journeyql.facts import EMOTIONS, Emotion, Turn
from journeyql.testing import check


def figures(text: str) -> Emotion:
    (found,) = check(text, plugins=[journeyql_experience]).fact(EMOTIONS)
    return found


def curve(scale: str, *scores: float | None) -> str:
    steps = "".join(
        f'  "Step {number}"' + ("" if score is None else f" emotion={score:g}") + "\n"
        for number, score in enumerate(scores)
    )
    return f'journey j "J" scale={scale}\n{steps}'


# D. Kahneman, Thinking, Fast and Slow, chapter 35: two patients whose worst pain was 8 on a scale to 10, and whose last
# ratings were 7 and 1; "the peak-end average was therefore 7.5 for Patient A and only 4.5 for Patient B". Pain is a
# negative emotion here; the other ratings are made up and must not matter.
KAHNEMAN = [("patient A", (-2, -8, -5, -7), -7.5), ("patient B", (-2, -8, -5, -4, -3, -1), -4.5)]


@pytest.mark.parametrize(("scores", "expected"), [case[1:] for case in KAHNEMAN], ids=[case[0] for case in KAHNEMAN])
def test_what_is_remembered_is_the_mean_of_the_peak_and_the_end(scores: tuple, expected: float) -> None:
    assert figures(curve("-10..10", *scores)).peak_end == expected


# By hand: 4, 2, -, 1, 5 on 1..5. Changes between known neighbours: -2 and +4. Below the middle (3): 1 and 2.
def test_the_figures_of_a_broken_curve() -> None:
    found = figures(curve("1..5", 4, 2, None, 1, 5))
    assert (found.steps, found.known) == (5, 4)
    assert (found.mean, found.volatility, found.below) == (3.0, 3.0, 3.0)
    assert found.lowest is not None
    assert found.highest is not None
    assert (found.lowest.score, found.highest.score) == (1, 5)
    assert found.steepest is not None
    assert (found.steepest.start.path, found.steepest.end.path) == ("j.step-0", "j.step-1")
    assert found.steepest.change == -2


PEAK_END = [
    ("the worse of two that are equally far from the middle", (1, 5, 3), 2.0),
    ("equally far, in tenths", (1.8, 4.2, 3), 2.4),
    ("equally far, in other tenths", (1.6, 4.4, 3), 2.3),
    ("equally far, the better one first", (4.1, 1.9, 3), 2.45),
    ("equally far, halves", (1.5, 4.5, 3), 2.25),
    ("the best, when it is furthest", (2, 5, 4), 4.5),
    ("nobody knows the end", (2, 5, None), None),
    ("nothing known", (None, None), None),
]


@pytest.mark.parametrize(("scores", "expected"), [case[1:] for case in PEAK_END], ids=[case[0] for case in PEAK_END])
def test_peak_and_end(scores: tuple, expected: float | None) -> None:
    assert figures(curve("1..5", *scores)).peak_end == (expected and pytest.approx(expected))


def test_a_touchpoint_may_be_marked_as_the_end() -> None:
    found = figures('journey j "J"\n  "A" emotion=5\n  "B" emotion=1 moment=end\n  "C" emotion=3\n')
    assert found.peak_end == 1.0


# Both fall by 1, which floats tell apart: the first one is named.
def test_of_equal_falls_the_first_is_the_steepest() -> None:
    found = figures(curve("1..5", 4.1, 3.1, 4, 3)).steepest
    assert found is not None
    assert found.start.path == "j.step-0"


def test_nothing_falls_on_a_rising_curve_and_nothing_moves_on_one_score() -> None:
    assert figures(curve("1..5", 1, 3, 5)).steepest is None
    alone = figures(curve("1..5", 4))
    assert (alone.volatility, alone.steepest, alone.below) == (None, None, 0.0)


# By SciPy 1.17.1, `find_peaks(…, prominence=0)` of the scores (peaks) and of their negation (valleys), divided by the length
# of the scale; the two ends of the row, which SciPy leaves out, by hand from the definition in the module.
def test_valleys_and_peaks() -> None:
    found = figures(curve("1..5", 3, 5, 2, 4, 1, 3))
    assert [(turn.places[0].path, turn.score, turn.prominence) for turn in found.valleys] == [
        ("j.step-0", 3, 0.5),
        ("j.step-2", 2, 0.5),
        ("j.step-4", 1, 0.5),
    ]
    assert [(turn.places[0].path, turn.score, turn.prominence) for turn in found.peaks] == [
        ("j.step-1", 5, 0.5),
        ("j.step-3", 4, 0.5),
        ("j.step-5", 3, 0.5),
    ]


DRILLED = """
team t "T"
journey j "J"
  stage s "S"
    touchpoint a "A" emotion=5
    touchpoint b "B" emotion=1
      pain p "P" severity=high
        cause c "C"
          cause d "D"
          cause e "E"
        cause f "F"
        action x "X" owner=t
      recovery r "R"
    touchpoint c2 "C2" emotion=4
      opportunity o "O" like=a
    pain wide "Wide"
"""


def test_a_valley_is_drilled_down_and_a_peak_says_where_it_is_copied() -> None:
    found = figures(DRILLED)
    (valley,), (peak, _) = found.valleys, found.peaks

    def ids(turn: Turn, field: str) -> list[str]:
        return [element.id for element in getattr(turn, field)]

    assert ids(valley, "pains") == ["p", "wide"]
    assert ids(valley, "roots") == ["d", "e", "f"]
    assert ids(valley, "answers") == ["r", "x"]
    assert ids(peak, "answers") == ["o"]


def test_each_persona_has_figures_of_its_own() -> None:
    text = 'persona mei "Mei"\npersona tom "Tom"\njourney j "J"\n  "A" emotion=2\n  "B" emotion[mei]=4 emotion[tom]=1\n'
    found = check(text, plugins=[journeyql_experience]).fact(EMOTIONS)
    assert [(one.persona, one.mean) for one in found] == [("mei", 3.0), ("tom", 1.5)]


def test_a_scale_without_length_is_no_trouble() -> None:
    found = figures(curve("3..3", 3, 3))
    assert (found.valleys, found.peaks, found.mean) == ((), (), 3.0)
