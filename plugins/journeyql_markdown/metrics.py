"""Figures of one's own against their targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.facts import READINGS, TRIALS, ArmResult, Interval, Reading, Trial
from journeyql.model import Measure, Metric, Moment
from journeyql_markdown.markup import NOTHING, Markup, heading, italic, joined, table, text
from journeyql_markdown.measures import figure_with_unit, verdict
from journeyql_markdown.story import Story

_READING = ("metric", "where", "value", "goal-value", "verdict", "attained", "sample")
_TRIAL = ("experiment", "where", "arms", "trial-p", "trial-winner")
_ALL = 100
_HEADS = ("metric", "where", "baseline", "value", "goal-value", "verdict", "owner")


def metrics(story: Story) -> Iterator[Markup]:
    """All figures of the journey, in order."""
    found = story.items(Metric)
    if found:
        known = {one.element.path: one for one in story.context.facts.get(READINGS) or ()}
        rows = [_metric(story, one, known.get(one.path)) for one in found]
        yield heading(2, story.words.say("metrics"))
        yield table([story.words.say(key) for key in _HEADS], rows, numeric=(2, 3, 4))


def _metric(story: Story, metric: Metric, reading: Reading | None) -> list[Markup]:
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
        verdict(story, value, goal, lower=lower) if reading is None else _met(story, reading),
        story.owner(metric),
    ]


def _change(story: Story, change: float | None) -> Markup:
    """The change aimed at, with its sign."""
    return NOTHING if change is None else Markup(f"({'+' if change > 0 else ''}{story.percent(change)})")


def _holder(story: Story, metric: Metric) -> Markup:
    """The team, partner or competitor whose figure it is."""
    parent = story.view.parent(metric)
    return NOTHING if parent is None or parent is story.journey else story.title(parent)


def readings(story: Story) -> Iterator[Markup]:
    """What was measured against its target, with how surely it is known."""
    rows = [
        _reading(story, one)
        for one in story.context.facts.get(READINGS) or ()
        if story.tells(one.element) and (one.target is not None or one.interval is not None)
    ]
    if rows:
        yield heading(2, story.words.say("metrics"))
        yield table([story.words.say(key) for key in _READING], rows, numeric=(2, 3, 5, 6))


def _reading(story: Story, one: Reading) -> list[Markup]:
    return [
        _figure(story, one),
        story.step_name(one.element) if isinstance(one.element, Moment) else story.place(one.element),
        joined([story.figure(one.value), _interval(story, one.interval)], ""),
        _target(story, one),
        _met(story, one),
        NOTHING if one.attainment is None else story.share(one.attainment),
        story.figure(one.sample),
    ]


def _met(story: Story, one: Reading) -> Markup:
    if one.met is None:
        return NOTHING
    return Markup(f"{'✓' if one.met else '✗'} {story.words.say('met' if one.met else 'missed')}")


def _target(story: Story, one: Reading) -> Markup:
    """The target, with a sign for the side on which it holds."""
    if one.target is None or one.lower_is_better is None:
        return story.figure(one.target)
    return Markup(f"{'≤' if one.lower_is_better else '≥'} {story.figure(one.target)}")


def _figure(story: Story, one: Reading) -> Markup:
    """What was measured: a metric by its title, a property by its name, with whose it is unless it is that of a step.

    Where it holds for some only, they are named.
    """
    if isinstance(one.element, Metric):
        return story.title(one.element)
    who = story.words.say("in-brackets", words=story.persona_names(one.people)) if one.people else NOTHING
    name = Markup(f"{story.words.property(one.element, one.name)}{who}")
    return (
        name
        if isinstance(one.element, Moment)
        else joined([story.title(one.element), name], story.words.plain("colon"))
    )


def _interval(story: Story, interval: Interval | None) -> Markup:
    if interval is None:
        return NOTHING
    ends = (story.figure(_short(interval.low)), story.figure(_short(interval.high)))
    return story.words.say("in-brackets", words=joined(ends, "–"))


def _short(value: float) -> float:
    return round(value, 2) if abs(value) < _ALL else round(value)


def trials(story: Story) -> Iterator[Markup]:
    """What experiments came to, and whether chance alone could have done it."""
    rows = [_trial(story, one) for one in trials_by_path(story).values()]
    if rows:
        yield heading(2, story.words.say("trials"))
        yield table([story.words.say(key) for key in _TRIAL], rows, numeric=(3,))
        yield italic(story.words.say("trial-how"))


def _trial(story: Story, one: Trial) -> list[Markup]:
    return [
        story.title(one.experiment),
        story.place(one.experiment),
        arms(story, one),
        *significance(story, one),
    ]


def trials_by_path(story: Story) -> Mapping[str, Trial]:
    """What experiments of the journey came to, by their paths."""
    found = story.context.facts.get(TRIALS) or ()
    return {one.experiment.path: one for one in found if story.tells(one.experiment)}


def arms(story: Story, one: Trial) -> Markup:
    """The arms of an experiment, each with the share of those who did what was hoped for."""
    return joined(_arm(story, arm) for arm in one.arms)


def significance(story: Story, one: Trial) -> tuple[Markup, Markup]:
    """How likely such a difference is by chance alone, and the better arm."""
    return story.probability(one.p), text(one.winner) if one.winner else story.words.say("trial-open")


def _arm(story: Story, arm: ArmResult) -> Markup:
    share = story.percent(round(_ALL * arm.successes / arm.sample, 1)) if arm.sample else NOTHING
    return joined([text(arm.name), share], " ")
