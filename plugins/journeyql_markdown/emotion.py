"""Emotion in words and faces: one score of one step for one persona."""

from __future__ import annotations

from journeyql.model import ASSUMED, MEASURED, STATED, Measure, Moment, Range, View
from journeyql_markdown.markup import NOTHING, Markup, joined, text
from journeyql_markdown.story import Story

_FACES = ("😣", "🙁", "😐", "🙂", "😀")
_NO_BREAK = "\u00a0"
_MARKS = {ASSUMED: "○", STATED: "◐", MEASURED: "●"}


def ends(scale: Range[float]) -> tuple[float, float]:
    """The lowest and highest score of a scale; an open side is taken from 1..5."""
    low = 1.0 if scale.low is None else scale.low
    return low, (low + 4.0 if scale.high is None else scale.high)


def share(score: float, scale: Range[float]) -> float:
    """Where a score lies on its scale, from 0 (worst) to 1 (best); beyond the ends it stays at the end.

    >>> share(3.0, Range(1.0, 5.0)), share(9.0, Range(1.0, 5.0))
    (0.5, 1.0)
    """
    low, high = ends(scale)
    return min(max((score - low) / (high - low), 0.0), 1.0) if high > low else 0.5


def face(score: float, scale: Range[float]) -> str:
    """One of five faces, each for a fifth of the scale.

    >>> "".join(face(score, Range(1.0, 5.0)) for score in (1, 2, 3, 4, 5))
    '😣🙁😐🙂😀'
    """
    return _FACES[min(int(share(score, scale) * len(_FACES)), len(_FACES) - 1)]


def mark(story: Story, grade: str) -> Markup:
    """The sign for how well a score is founded; none when all are founded alike."""
    return text(_MARKS[grade]) if len(story.grades) > 1 else NOTHING


def felt(story: Story, view: View, step: Moment) -> Markup:
    """Face, score, feeling, how well it is founded, and the target when there is one."""
    if not view.has(step):
        return text("–")
    cell = view.cell(step.emotion)
    feeling = view[step.feeling]
    named = story.words.word(step, step.feeling, feeling) if feeling else NOTHING
    if cell is None:
        return named or story.words.say("unknown")
    grade = mark(story, view.grade(step.emotion))
    score = joined([text(face(cell.value, view.scale(step))), story.figure(cell.value), grade], _NO_BREAK)
    measure = cell.option(Measure)
    target = view[measure.target] if measure is not None else None
    wanted = NOTHING if target is None else story.words.say("target", value=story.figure(target))
    return joined([score, named, wanted], " ")
