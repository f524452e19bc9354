"""What to do first: impact against effort, the scores, and the plan."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import PRIORITIES, ROADMAP, Input, Phase, Priority, Score
from journeyql.model import Action, Element, Recovery, View
from journeyql_markdown.markup import NOTHING, Markup, bold, heading, italic, joined, table, text
from journeyql_markdown.story import Story

_HEADS = ("number", "action", "quadrant", "impact", "effort", "owner", "due", "scores", "remarks")
_PHASE = ("phase", "action", "owner", "due", "status")


def ranked(story: Story) -> tuple[Priority, ...]:
    """The measures of the journey in the order in which they are worth doing."""
    return tuple(one for one in story.context.facts.get(PRIORITIES) or () if story.tells(one.measure))


def quadrant(story: Story) -> Iterator[Markup]:
    """Impact against effort as a square of four, when anything is rated."""
    found: dict[str, list[Element]] = {}
    for one in ranked(story):
        found.setdefault(one.quadrant, []).append(one.measure)
    if not found.keys() - {""}:
        return
    words = story.words
    yield heading(2, words.say("quadrants"))
    yield table(
        [NOTHING, words.say("effort-little"), words.say("effort-much")],
        [
            [bold(words.say("impact-much")), _square(story, found, "quick-win"), _square(story, found, "big-bet")],
            [bold(words.say("impact-little")), _square(story, found, "fill-in"), _square(story, found, "drop")],
        ],
        whole=True,
    )
    if found.get(""):
        yield words.say("unrated", names=story.titles(found[""]))


def _square(story: Story, found: dict[str, list[Element]], name: str) -> Markup:
    inside = joined(story.title(one) for one in found.get(name, ()))
    label = italic(story.words.say(f"quadrant-{name}"))
    return joined([label, inside], story.words.plain("colon")) if inside else label


def order(story: Story) -> Iterator[Markup]:
    """The measures in order, with the scores of each and the figures that they were worked out from."""
    rows = [_row(story, one, number) for number, one in enumerate(ranked(story), start=1)]
    if rows:
        yield heading(2, story.words.say("first"))
        yield table([story.words.say(key) for key in _HEADS], rows, numeric=(0, 3, 4))


def _row(story: Story, one: Priority, number: int) -> list[Markup]:
    view = story.seen(one.measure)
    due = view[one.measure.due] if isinstance(one.measure, Action | Recovery) else None
    remarks = [story.words.phrase(note) for note in one.notes]
    return [
        text(str(number)),
        story.title(one.measure),
        story.words.say(f"quadrant-{one.quadrant}") if one.quadrant else NOTHING,
        story.figure(one.impact),
        story.figure(one.effort),
        story.owner(one.measure),
        story.figure(due),
        joined(_score(story, score) for score in one.scores if score.value is not None),
        joined(remarks),
    ]


def _score(story: Story, score: Score) -> Markup:
    """A score and the figures in it: `RICE 96 (reach 800, impact 3 …)`."""
    given = joined((_input(story, one) for one in score.inputs), story.words.plain("comma"))
    value = story.figure(_short(score.value or 0.0))
    return Markup(
        f"{story.words.named('score', score.name)} {value}{story.words.say('in-brackets', words=given) if given else NOTHING}"
    )


def _input(story: Story, one: Input) -> Markup:
    sign = "≈" if one.assumed else ""
    return Markup(f"{story.words.named('input', one.name)} {sign}{story.figure(_short(one.value))}")


def _short(value: float) -> float:
    return round(value, 2) if abs(value) < 100 else round(value)  # noqa: PLR2004 - what people read at a glance


def roadmap(story: Story) -> Iterator[Markup]:
    """The plan phase by phase."""
    rows = [row for phase in story.context.facts.get(ROADMAP) or () for row in _phase(story, phase)]
    if rows:
        yield heading(2, story.words.say("roadmap"))
        yield table([story.words.say(key) for key in _PHASE], rows, numeric=(0,))


def _phase(story: Story, phase: Phase) -> Iterator[list[Markup]]:
    told = [measure for measure in phase.measures if story.tells(measure)]
    for index, measure in enumerate(told):
        view = story.seen(measure)
        yield [
            NOTHING if index else story.figure(phase.number),
            story.title(measure),
            story.owner(measure),
            _due(story, view, measure),
            story.word(measure, measure.status),
        ]


def _due(story: Story, view: View, measure: Element) -> Markup:
    return story.figure(view[measure.due]) if isinstance(measure, Action | Recovery) else NOTHING
