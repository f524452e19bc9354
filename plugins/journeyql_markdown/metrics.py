"""Figures of one's own against their targets."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Measure, Metric
from journeyql_markdown.markup import NOTHING, Markup, heading, joined, table
from journeyql_markdown.measures import figure_with_unit, verdict
from journeyql_markdown.story import Story

_HEADS = ("metric", "where", "baseline", "value", "goal-value", "verdict", "owner")


def metrics(story: Story) -> Iterator[Markup]:
    """All figures of the journey, in order."""
    found = story.items(Metric)
    if found:
        yield heading(2, story.words.say("metrics"))
        yield table([story.words.say(key) for key in _HEADS], [_metric(story, one) for one in found], numeric=(2, 3, 4))


def _metric(story: Story, metric: Metric) -> list[Markup]:
    view = story.seen(metric)
    cell = view.cell(metric.value)
    beside = cell.option(Measure) if cell is not None else None
    value, unit = view[metric.value], view[metric.unit]
    goal = view[metric.target] or (view[beside.target] if beside is not None else None)
    before = view[metric.baseline] or (view[beside.baseline] if beside is not None else None)
    better = view[metric.better]
    lower = None if better is None else better == "lower"
    return [
        story.title(metric),
        story.place(metric) or _holder(story, metric),
        figure_with_unit(story, before, unit),
        figure_with_unit(story, value, unit),
        joined([figure_with_unit(story, goal, unit), _change(story, view[metric.change])], " "),
        verdict(story, value, goal, lower=lower),
        story.owner(metric),
    ]


def _change(story: Story, change: float | None) -> Markup:
    """The change aimed at, with its sign."""
    return NOTHING if change is None else Markup(f"({'+' if change > 0 else ''}{story.percent(change)})")


def _holder(story: Story, metric: Metric) -> Markup:
    """The team, partner or competitor whose figure it is."""
    parent = story.view.parent(metric)
    return NOTHING if parent is None or parent is story.journey else story.title(parent)
