"""What to do first: impact against effort, the scores, and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyql.facts import PRIORITIES, ROADMAP, Input, Phase, Priority, Score
from journeyql.model import Action, Element, Recovery, View
from journeyql_markdown.markup import NOTHING, Markup, bold, heading, italic, joined, table, text
from journeyql_markdown.story import Story

_HEADS = ("number", "action", "quadrant", "impact", "effort", "owner", "due", "status", "scores", "remarks")
#: The score whose inputs have columns of their own.
_PLAIN = "impact-effort"
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
    found = ranked(story)
    numbers = shared([one.rank for one in found])
    rows = [_row(story, one, number) for number, one in zip(numbers, found, strict=True)]
    if rows:
        yield heading(2, story.words.say("first"))
        yield table([story.words.say(key) for key in _HEADS], rows, numeric=(0, 3, 4))
    if len(set(numbers)) < len(numbers):
        yield italic(story.words.say("ranks-shared"))


def shared(ranks: Sequence[float]) -> list[int]:
    """Places from 1 for ranks in order, the same for equal ones.

    >>> shared([2, 2, 5])
    [1, 1, 3]
    """
    places: dict[float, int] = {}
    return [places.setdefault(rank, place) for place, rank in enumerate(ranks, start=1)]


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
        story.word(one.measure, one.measure.status) if isinstance(one.measure, Action | Recovery) else NOTHING,
        joined(_score(story, score) for score in one.scores if _tells(score)),
        joined(remarks),
    ]


def _tells(score: Score) -> bool:
    """Whether a score has a value, or a reader would ask why it has none."""
    return score.value is not None or score.why is not None or (score.chosen and score.name != _PLAIN)


def _score(story: Story, score: Score) -> Markup:
    """A score and the figures in it: `RICE 96 (reach 800, impact 3 …)`; or why it has no value."""
    name = story.words.named("score", score.name)
    if score.value is None:
        return story.words.say("no-score", score=name, why=_why(story, score))
    given = joined((_input(story, one) for one in score.inputs), story.words.plain("comma"))
    value = story.figure(_short(score.value))
    return Markup(f"{name} {value}{story.words.say('in-brackets', words=given) if given else NOTHING}")


def _why(story: Story, score: Score) -> Markup:
    if score.why is not None:
        return story.words.phrase(score.why)
    names = story.words.names([story.words.named("input", name) for name in score.missing])
    return story.words.say("no-inputs", names=names)


def _input(story: Story, one: Input) -> Markup:
    sign = "≈" if one.assumed else ""
    return Markup(f"{story.words.named('input', one.name)} {sign}{story.figure(_short(one.value))}")


def _short(value: float) -> float:
    return round(value, 2) if abs(value) < 100 else round(value)  # noqa: PLR2004 - what people read at a glance


def roadmap(story: Story) -> Iterator[Markup]:
    """The plan phase by phase, where there is more than one."""
    phases = [rows for phase in story.context.facts.get(ROADMAP) or () if (rows := [*_phase(story, phase)])]
    rows = [row for rows in phases for row in rows]
    if len(phases) > 1:
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
