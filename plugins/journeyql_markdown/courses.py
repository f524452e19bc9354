"""How customers go through the journey: the likeliest way, how long it takes, and where they wait."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import COURSES, Course, Spread
from journeyql.model import Duration
from journeyql_markdown.markup import Markup, bold, bullets, heading, joined
from journeyql_markdown.story import Story

_SURE = 0.9995
#: Of a way that fewer take, being the likeliest says nothing.
_WORTH_TELLING = 0.05
#: Units from the longest, with the seconds of one.
_UNITS = (("d", 86400.0), ("h", 3600.0), ("min", 60.0), ("s", 1.0))


def courses(story: Story) -> Iterator[Markup]:
    """One list for each persona that goes its own way; nothing where there is one way without times."""
    found = [one for one in story.context.facts.get(COURSES) or () if one.journey == story.journey.path]
    told = [(one, [*_lines(story, one)]) for one in found]
    if not any(lines for _, lines in told):
        return
    yield heading(2, story.words.say("course"))
    for one, lines in told:
        if lines and len(told) > 1:
            yield bold(story.persona_name(one.persona))
        yield bullets(lines)


def _lines(story: Story, one: Course) -> Iterator[Markup]:
    words = story.words
    if one.path and _WORTH_TELLING <= one.probability < _SURE:
        way = joined((story.step_name(step) for step in one.path), " → ")
        key = "course-way-uneven" if one.uneven else "course-way-assumed" if one.assumed else "course-way"
        yield words.say(key, share=story.share(one.probability), way=way)
    time, wait = (None if spread is None else _spread(story, spread) for spread in (one.time, one.wait))
    if time is not None and time != wait:  # else all of it is waiting
        yield words.say("course-time", times=time)
    if wait is not None:
        yield words.say("course-wait", times=wait)
    if one.bottlenecks:
        held = (
            words.say("course-held", step=story.step_name(item.place), share=story.share(item.share))
            for item in one.bottlenecks
        )
        yield words.say("course-bottlenecks", steps=joined(held, words.plain("comma")))


def _spread(story: Story, spread: Spread) -> Markup:
    """The mean alone where everybody takes as long, or nobody can tell how long the others take."""
    mean = story.figure(spoken(spread.mean))
    if spread.p50 is None or spread.p90 is None or spread.p50 == spread.p90 == spread.mean:
        return mean
    half, most = story.figure(spoken(spread.p50)), story.figure(spoken(spread.p90))
    key = "course-spread-narrow" if half == most else "course-spread"
    return story.words.say(key, mean=mean, half=half, most=most)


def spoken(seconds: float) -> Duration:
    """A time as people say it: in its largest unit, with at most one decimal.

    >>> str(spoken(5400.0)), str(spoken(172800.0)), str(spoken(42.0))
    ('1.5h', '2d', '42s')
    """
    unit, length = next((pair for pair in _UNITS if seconds >= pair[1]), _UNITS[-1])
    return Duration(((round(seconds / length, 1), unit),))
