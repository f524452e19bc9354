"""The flow as a Mermaid block, which code hosts show as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyql.model import Channel, Moment, Stage, Touchpoint
from journeyql.render import escape
from journeyql_markdown.arrows import Drawn, arrows
from journeyql_markdown.emotion import face
from journeyql_markdown.markup import Markup, fenced, heading, italic
from journeyql_markdown.story import Story

#: Up to how many steps a flow is drawn from left to right; a longer one would be shrunk until nobody can read it.
_ACROSS = 7
_STYLES = (
    "classDef hidden stroke-dasharray:5 4",
    "classDef moment stroke-width:3px",
    "classDef outside fill:none,stroke:none",
)


def diagram(story: Story) -> Iterator[Markup]:
    """The picture of the flow, split by stage when Mermaid would refuse it in one."""
    if not story.context.options.diagram or not story.stages:
        return
    yield heading(2, story.words.say("picture"))
    drawn = tuple(arrows(story))
    whole = list(_flowchart(story, story.stages, drawn))
    if sum(len(line) + 1 for line in whole) <= story.context.options.diagram_limit:
        yield fenced("mermaid", whole)
    else:
        touching = _by_stage(story, drawn)
        for stage in story.stages:
            yield fenced("mermaid", _flowchart(story, (stage,), touching.get(stage, ())))
    if any(_hidden(story, step) or _remembered(story, step) for step in story.all_steps):
        yield italic(story.words.say("picture-legend"))


def _by_stage(story: Story, drawn: Iterable[Drawn]) -> Mapping[Stage, list[Drawn]]:
    """The arrows that begin or end at a step of each stage."""
    stage_of = {step: stage for stage in story.stages for step in story.steps(stage)}
    found: dict[Stage, list[Drawn]] = {}
    for arrow in drawn:
        for stage in dict.fromkeys(stage_of[step] for step in arrow.ends if step in stage_of):
            found.setdefault(stage, []).append(arrow)
    return found


def _flowchart(story: Story, stages: tuple[Stage, ...], drawn: Iterable[Drawn]) -> Iterator[str]:
    steps = [step for stage in stages for step in story.steps(stage)]
    whole = stages == story.stages
    title = story.view.title(story.journey) if whole else story.seen(stages[0]).title(stages[0])
    yield f"flowchart {'LR' if len(steps) <= _ACROSS else 'TB'}"
    yield f"  accTitle: {_described(title)}"
    label = story.context.label
    counts = {"stages": label("count.stages", count=len(stages)), "steps": label("count.touchpoints", count=len(steps))}
    summary = story.words.plain("picture-of", title=title, **counts)
    yield f"  accDescr: {_described(summary)}"
    for stage in stages:
        yield from _subgraph(story, stage)
    yield from _ends_and_arrows(story, drawn, {step.path for step in steps})
    yield from (f"  {style}" for style in _STYLES)


def _described(words: str) -> str:
    """Words for a line that ends at its end: Mermaid reads no quotes there."""
    return escape.mermaid(words).replace("<br/>", " ")


def _subgraph(story: Story, stage: Stage) -> Iterator[str]:
    inside = story.steps(stage)
    if inside == (stage,):
        yield f"  {_node(story, stage)}"
        return
    yield f'  subgraph s{story.place_of[stage]}["{escape.mermaid(story.seen(stage).title(stage))}"]'
    yield from (f"    {_node(story, step)}" for step in inside)
    yield "  end"


def _node(story: Story, step: Moment) -> str:
    lines = [f"{story.number[step.path]} {story.seen(step).title(step)}", *_below(story, step)]
    star = "★ " if _remembered(story, step) else ""
    label = "<br/>".join(escape.mermaid(line) for line in (star + lines[0], *lines[1:]))
    left, right = ("([", "])") if isinstance(step, Stage) else ("[", "]")
    styles = [name for name, yes in (("hidden", _hidden(story, step)), ("moment", _remembered(story, step))) if yes]
    style = f":::{styles[0]}" if styles else ""
    return f'{name_of(story, step)}{left}"{label}"{right}{style}'


def _below(story: Story, step: Moment) -> Iterator[str]:
    """The second line of a node: faces, with the worst first, and channel."""
    channel = _channel(story, step)
    title = story.seen(step).title(channel) if channel is not None else ""
    faces = "".join(dict.fromkeys(_faces(story, step)))
    second = " ".join(part for part in (faces, title) if part)
    if second:
        yield second


def _faces(story: Story, step: Moment) -> Iterator[str]:
    for _, view in story.views:
        score = view[step.emotion] if view.has(step) else None
        if score is not None:
            yield face(score, view.scale(step))


def _channel(story: Story, step: Moment) -> Channel | None:
    view = story.seen(step)
    ref = view[step.channel]
    found = view.follow(ref) if ref is not None else None
    return found if isinstance(found, Channel) else None


def _hidden(story: Story, step: Moment) -> bool:
    channel = _channel(story, step)
    return channel is not None and story.seen(step)[channel.kind] == "hidden"


def _remembered(story: Story, step: Moment) -> bool:
    return isinstance(step, Touchpoint) and story.seen(step)[step.moment] is not None


def name_of(story: Story, step: Moment) -> str:
    """The name of a node in the diagram."""
    return f"t{story.number[step.path]}"


def _ends_and_arrows(story: Story, shown: Iterable[Drawn], inside: set[str]) -> Iterator[str]:
    """The arrows; one that leaves the picture ends at a node with the number of its other end."""
    beyond: dict[str, str] = {}
    lines = [_arrow(story, arrow, inside, beyond) for arrow in shown]
    yield from (f'  {name}["{label}"]:::outside' for name, label in sorted(beyond.items()))
    yield from lines


def _arrow(story: Story, arrow: Drawn, inside: set[str], beyond: dict[str, str]) -> str:
    ends = []
    for step, key in ((arrow.source, "start"), (arrow.target, "end")):
        if step is not None and step.path in inside:
            ends.append(name_of(story, step))
            continue
        # `end` alone is a word of Mermaid's own.
        name = f"at_{key}" if step is None else f"{key}_{name_of(story, step)}"
        words = story.words.plain(key) if step is None else f"{story.number[step.path]} {story.seen(step).title(step)}"
        beyond[name] = escape.mermaid(words)
        ends.append(name)
    line = "-.->" if arrow.conditional else "-->"
    label = f'|"{escape.mermaid(arrow.words)}"|' if arrow.words else ""
    return f"  {ends[0]} {line}{label} {ends[1]}"
