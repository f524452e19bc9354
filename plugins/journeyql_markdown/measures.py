"""Waits, durations and scores of a step, each against its target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeyql.model import Amount, Cell, Duration, Measure, Moment, Varying, View
from journeyql_markdown.markup import NOTHING, Markup, joined, text
from journeyql_markdown.story import Story

#: The figures of a step: key of the words, and whether less is better; of an effort score, scales disagree.
_LOWER = {"wait": True, "duration": True, "nps": False, "csat": False, "ces": None}


def figures(story: Story, view: View, step: Moment) -> Markup:
    """All figures of a step as one persona meets them."""
    at = view[step.at]
    key = "since" if isinstance(at, Duration) else "at"
    when = story.words.say(key, value=story.figure(at)) if at is not None else NOTHING
    return joined([when, *_measured(story, view, step)])


def _measured(story: Story, view: View, step: Moment) -> Iterator[Markup]:
    fields: dict[str, Varying[Any]] = {
        "wait": step.wait,
        "duration": step.duration,
        "nps": step.nps,
        "csat": step.csat,
        "ces": step.ces,
    }
    for key, field in fields.items():
        cell = view.cell(field)
        if cell is not None:
            value = story.words.say(key, value=story.figure(cell.value))
            yield joined([value, _bracketed(story, _against(story, view, cell, lower=_LOWER[key]))], "")


def _bracketed(story: Story, content: Markup) -> Markup:
    return story.words.say("in-brackets", words=content) if content else NOTHING


def _against(story: Story, view: View, cell: Cell[Any], *, lower: bool | None) -> Markup:
    measure = cell.option(Measure)
    if measure is None:
        return NOTHING
    goal, before = view[measure.target], view[measure.baseline]
    return joined(
        [
            target(story, goal, view[measure.within]),
            verdict(story, cell.value, goal, lower=lower),
            NOTHING if before is None else story.words.say("before", value=story.figure(before)),
        ]
    )


def target(story: Story, goal: object, within: float | None) -> Markup:
    """What is to be reached, and in which share of cases."""
    if goal is None:
        return NOTHING
    if within is None:
        return story.words.say("target", value=story.figure(goal))
    return story.words.say("target-within", value=story.figure(goal), share=story.percent(within))


def verdict(story: Story, value: object, goal: object, *, lower: bool | None) -> Markup:
    """Whether the target is met; nothing when the two cannot be compared."""
    here, there = _comparable(value), _comparable(goal)
    if here is None or there is None or here[1] != there[1] or lower is None:
        return NOTHING
    met = here[0] <= there[0] if lower else here[0] >= there[0]
    return Markup(f"{'✓' if met else '✗'} {story.words.say('met' if met else 'missed')}")


def _comparable(value: object) -> tuple[float, str] | None:
    """A figure and its unit."""
    match value:
        case bool():
            return None
        case int() | float():
            return float(value), ""
        case Duration():
            return value.seconds, "s"
        case Amount():
            return value.number, value.unit
    return None


def figure_with_unit(story: Story, value: object, unit: str | None) -> Markup:
    """A figure and what is counted."""
    return joined([story.figure(value), text(unit or "")], " ") if value is not None else NOTHING
