"""The tables of stages and touchpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from journeyql.model import (
    Channel,
    Goal,
    Lane,
    Moment,
    Pain,
    Stage,
    Touchpoint,
    View,
)
from journeyql.render import spelled
from journeyql_markdown.emotion import felt
from journeyql_markdown.markup import NOTHING, Markup, bold, heading, italic, joined, table, text
from journeyql_markdown.measures import figures
from journeyql_markdown.story import Story

#: How many columns a page takes before their words stand one below the other.
_WIDEST = 8


@attrs.frozen(eq=False, repr=False)
class Column:
    """A column: its heading and what stands in it for a step; a detail may go into a table of its own."""

    head: Markup
    cell: Callable[[Moment], Markup]
    detail: bool = False


def steps(story: Story) -> Iterator[Markup]:
    """A heading and a table for each stage; one table when no stage has touchpoints."""
    if not story.stages:
        return
    yield heading(2, story.words.say("steps"))
    columns = list(_columns(story))
    if all(story.steps(stage) == (stage,) for stage in story.stages):
        yield from _tables(columns, story.all_steps)
        yield _grades(story)
        return
    for number, stage in enumerate(story.stages, start=1):
        yield heading(3, joined([text(str(number)), story.title(stage)], " "))
        yield italic(_stage_line(story, stage))
        yield from _tables(columns, story.steps(stage))
    yield _grades(story)


def _tables(columns: list[Column], steps: tuple[Moment, ...]) -> Iterator[Markup]:
    """One table without empty columns; when that is too wide, a second one for the details."""
    cells = {column: [column.cell(step) for step in steps] for column in columns}
    filled = [column for column in columns if any(cells[column])]
    details = [column for column in filled if column.detail] if len(filled) > _WIDEST else []
    yield _table([column for column in filled if column not in details], cells, range(len(steps)))
    if details:
        rows = [row for row in range(len(steps)) if any(cells[column][row] for column in details)]
        yield _table([*columns[:2], *details], cells, rows)


def _table(columns: list[Column], cells: Mapping[Column, list[Markup]], rows: Iterable[int]) -> Markup:
    return table(
        [column.head for column in columns], [[cells[one][row] for one in columns] for row in rows], numeric=(0,)
    )


def _grades(story: Story) -> Markup:
    """The key to the marks behind the scores, or the one thing that holds for all of them."""
    found = sorted(story.grades)
    if len(found) > 1:
        return italic(story.words.say("grades"))
    return italic(story.words.say(f"all-{found[0]}")) if found else NOTHING


def _stage_line(story: Story, stage: Stage) -> Markup:
    view = story.seen(stage)
    goals = joined(story.title(goal) for goal in view.children(stage, Goal))
    goal = Markup(f"{story.words.say('goal')}{story.words.say('colon')}{goals}") if goals else NOTHING
    duties = story.texts(stage, stage.duties)
    only = story.only(stage)
    return joined([goal, duties, story.words.say("only", names=story.persona_names(only)) if only else NOTHING])


def _columns(story: Story) -> Iterator[Column]:
    renamed = {lane.id: story.title(lane) for lane in _lanes(story)}

    def head(name: str, key: str = "") -> Markup:
        return renamed.get(name) or story.words.say(key or name)

    yield Column(story.words.say("number"), lambda step: text(str(story.number[step.path])))
    yield Column(head("touchpoint", "step"), lambda step: _step(story, step))
    yield Column(head("channel"), lambda step: story.said(step, lambda view: _channel(story, view, step)))
    yield Column(head("doing"), lambda step: story.texts(step, step.doing))
    yield Column(head("thinking"), lambda step: story.said(step, lambda view: _thoughts(story, view, step)))
    yield Column(head("expectation"), lambda step: story.texts(step, step.expectation), detail=True)
    yield from _emotions(story, head("emotion"))
    yield Column(head("figures"), lambda step: story.said(step, lambda view: figures(story, view, step)), detail=True)
    yield Column(head("pain", "pains"), lambda step: _pains(story, step))
    yield from _own_lanes(story)


def _step(story: Story, step: Moment) -> Markup:
    """The title with what sets the step apart."""
    view = story.seen(step)
    moment = view[step.moment]
    only = story.only(step)
    marks = [
        story.words.say(f"moment-{moment}") if moment else NOTHING,
        story.words.say("optional") if view[step.optional] else NOTHING,
        story.words.say("only", names=story.persona_names(only)) if only else NOTHING,
    ]
    return joined([bold(story.title(step)), italic(joined(marks))], " ")


def _channel(story: Story, view: View, step: Moment) -> Markup:
    ref = view[step.channel]
    channel = view.follow(ref) if ref is not None else None
    if not isinstance(channel, Channel):
        return NOTHING
    kind = view[channel.kind]
    hidden = story.words.say("in-brackets", words=story.words.say("hidden")) if kind == "hidden" else NOTHING
    return Markup(f"{text(view.title(channel))}{hidden}")


def _thoughts(story: Story, view: View, step: Moment) -> Markup:
    return joined((italic(story.quoted(words)) for words in view[step.thinking]), " ")


def _emotions(story: Story, head: Markup) -> Iterator[Column]:
    for curve in story.curves:
        view = story.view_of(curve.persona)
        name = story.persona_name(curve.persona)
        single = len(story.curves) == 1
        title = head if single else story.words.say("emotion-of", title=head, name=name)
        yield Column(title, _feeling(story, view))


def _feeling(story: Story, view: View) -> Callable[[Moment], Markup]:
    """The cell of a step; where the persona feels anything at all, steps without a score say that it is not known."""
    scored = _felt_at_all(story, view)

    def cell(step: Moment) -> Markup:
        anything = view.has(step) and (view.cell(step.emotion) is not None or view[step.feeling] is not None)
        return felt(story, view, step) if anything or scored else NOTHING

    return cell


def _felt_at_all(story: Story, view: View) -> bool:
    return any(view.has(step) and view.cell(step.emotion) is not None for step in story.all_steps)


def _pains(story: Story, step: Moment) -> Markup:
    """The pains of a step; those of a stage with touchpoints belong to no single one and are ranked below."""
    if isinstance(step, Stage) and story.within(step, Touchpoint):
        return NOTHING
    return joined(_pain(story, pain) for pain in story.within(step, Pain))


def _pain(story: Story, pain: Pain) -> Markup:
    severity = story.word(pain, pain.severity)
    bracketed = story.words.say("in-brackets", words=severity) if severity else NOTHING
    return Markup(f"{story.title(pain)}{bracketed}")


def _lanes(story: Story) -> tuple[Lane, ...]:
    return tuple(lane for lane in story.view.lanes() if story.view.parent(lane) in {story.journey, None})


def _own_lanes(story: Story) -> Iterator[Column]:
    for lane in _lanes(story):
        if any(lane.id in step.own for step in story.all_steps):
            yield Column(story.title(lane), _own(story, lane), detail=True)


def _own(story: Story, lane: Lane) -> Callable[[Moment], Markup]:
    percentage = story.view[lane.type_] == "percentage"

    def value(view: View, step: Moment) -> Markup:
        found: Any = view.own(step, lane.id)
        if found is None:
            return NOTHING
        return story.percent(found) if percentage else text(spelled(found, story.words.locale))

    return lambda step: story.said(step, lambda view: value(view, step))
