"""The map in three sentences: how it feels, what hurts most, what to do first."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import EMOTIONS, PAINS, Emotion, Priority, RankedPain
from journeyql.model import Action, Element, Experiment, Journey, Recovery
from journeyql_markdown.emotion import ends
from journeyql_markdown.header import goals
from journeyql_markdown.markup import NOTHING, Markup, bold, heading, joined, text
from journeyql_markdown.priorities import ranked
from journeyql_markdown.story import Story


def summary(story: Story) -> Iterator[Markup]:
    """The title of the page of decisions, and the sentences, or what to write so that there are any."""
    yield heading(1, story.words.say("report-of", title=story.title(story.journey)))
    yield _unread(story)
    yield goals(story)
    yield next(sentences(story), NOTHING) or story.words.say("report-nothing")


def _unread(story: Story) -> Markup:
    """That something of the file is missing from the page, which one cannot see on it."""
    whole = story.view.model.complete and not any(one.rule.unread for one in story.context.diagnostics)
    return NOTHING if whole else bold(story.words.say("report-unread"))


def sentences(story: Story) -> Iterator[Markup]:
    """The sentences for which something is known, as one paragraph."""
    yield joined([*_feels(story), _hurts(story), _first(story)], story.words.plain("blank"))


def _feels(story: Story) -> Iterator[Markup]:
    """How it feels to the one who feels worst."""
    known = [one for one in story.context.facts.get(EMOTIONS) or () if one.journey == story.journey.path]
    found = [one for one in known if one.mean is not None and one.lowest is not None]
    if found:
        yield _felt(story, min(found, key=lambda one: one.mean or 0.0), several=len(known) > 1)


def _felt(story: Story, one: Emotion, *, several: bool) -> Markup:
    lowest, last = one.lowest, one.last
    if lowest is None or lowest.score is None:
        return NOTHING
    worst, best = ends(one.scale)
    key = "report-feels-worst" if several else "report-feels"
    said = story.words.say(
        key,
        who=story.persona_name(one.persona),
        mean=story.figure(_short(one.mean or 0.0)),
        worst=story.figure(worst),
        best=story.figure(best),
        lowest=story.step_told(lowest.place),
        low=story.figure(lowest.score),
    )
    if last is None or last.score is None or last.place is lowest.place:
        return Markup(f"{said}{story.words.plain('stop')}")
    end = story.words.say("report-ends", last=story.figure(last.score))
    return Markup(f"{said}{end}{story.words.plain('stop')}")


def _hurts(story: Story) -> Markup:
    """The worst pain, and who does what about it."""
    if not story.pains or story.context.facts.get(PAINS) is None:
        return NOTHING
    worst = story.pains[0]
    what = story.title(worst.pain) if worst.pain is not None else NOTHING
    place = _where(story, worst)
    if not what:
        return story.words.say("report-hurts-unsaid", place=place, score=story.score(worst.score))
    key = "report-hurts-answered" if worst.answers else "report-hurts-open"
    answers = story.titles(worst.answers)
    score = story.score(worst.score)
    return story.words.say(key, pain=what, place=place, score=score, answers=answers)


def _where(story: Story, pain: RankedPain) -> Markup:
    return story.titles((pain.place,)) if isinstance(pain.place, Journey) else story.step_told(pain.place)


def _first(story: Story) -> Markup:
    """What is most worth doing, and beside it what is planned against the worst pain, where that is something else."""
    measures = ranked(story)
    first = next((one for one in measures if one.quadrant in {"quick-win", "big-bet"} and not one.depends), None)
    if first is None:
        return NOTHING if measures or not story.pains or _planned(story) else story.words.say("report-no-action")
    against = story.pains[0].answers if story.pains else ()
    beside = next((one for one in measures if one.measure in against), None)
    if beside is None or first.measure in against:
        return story.words.say("report-first", first=_told(story, first))
    return story.words.say("report-first-beside", first=_told(story, first), against=_told(story, beside))


def _planned(story: Story) -> bool:
    kinds: tuple[type[Element], ...] = (Action, Recovery, Experiment)
    return any(story.items(kind) for kind in kinds)


def _told(story: Story, one: Priority) -> Markup:
    """A measure with its quadrant as far as it is rated, and its owner."""
    key = f"quadrant-{one.quadrant}" if one.quadrant else "quadrant-unrated"
    rated = joined([story.words.say(key), _rating(story, one)], story.words.plain("colon"))
    details = story.words.say("report-details", rated=rated, owner=_owned(story, one.measure))
    return Markup(f"{story.titles((one.measure,))}{details}")


def _owned(story: Story, measure: Element) -> Markup:
    owner = story.owner(measure)
    return story.words.say("report-owner", owner=owner) if owner else story.words.say("report-no-owner")


def _rating(story: Story, one: Priority) -> Markup:
    """Impact and effort, which every quadrant has."""
    return (
        NOTHING if not one.quadrant else text(story.words.label("impact.effort", impact=one.impact, effort=one.effort))
    )


def _short(value: float) -> float:
    return round(value, 1)
