"""Needs and opportunities, risks, experiments, and what customers say in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journeyql.facts import OPPORTUNITIES, OpportunityScore, Trial
from journeyql.model import Experiment, Need, Opportunity, Pain, Persona, Quote, Risk
from journeyql.model import Story as Tale
from journeyql_markdown.markup import NOTHING, Markup, bullets, heading, italic, joined, table, text
from journeyql_markdown.metrics import arms, significance, trials_by_path
from journeyql_markdown.priorities import shared
from journeyql_markdown.story import Story

_CHANCE = ("kind", "what", "where", "importance", "satisfaction", "opportunity-score")
_RANKED = ("number", "what", "where", "importance", "satisfaction", "opportunity-score", "kano", "action")
_RISK = ("risk", "where", "likelihood", "severity", "sponsor", "owner")
_EXPERIMENT = ("experiment", "where", "method", "arms", "trial-p", "trial-winner", "result")


def chances(story: Story) -> Iterator[Markup]:
    """Needs, then opportunities, in the order of the journey."""
    found: tuple[Need | Opportunity, ...] = (*story.items(Need), *story.items(Opportunity))
    if not found:
        return
    scores = {one.element.path: one.score for one in story.context.facts.get(OPPORTUNITIES) or ()}
    rows = [_chance(story, one, scores.get(one.path)) for one in found]
    yield heading(2, story.words.say("chances"))
    yield table([story.words.say(key) for key in _CHANCE], rows, numeric=(3, 4, 5))
    if any(row[-1] for row in rows):
        yield italic(story.words.say("opportunity-how"))


def _chance(story: Story, one: Need | Opportunity, score: float | None) -> list[Markup]:
    view = story.seen(one)
    marks = _marks(story, one) if isinstance(one, Need) else NOTHING
    return [
        story.words.say("need" if isinstance(one, Need) else "opportunity"),
        joined([story.title(one), italic(marks)], " "),
        story.place(one),
        story.figure(view[one.importance]),
        story.figure(view[one.satisfaction]),
        story.figure(score),
    ]


def _marks(story: Story, need: Need) -> Markup:
    view = story.seen(need)
    named = (("unmet", view[need.unmet]), ("latent", view[need.latent]))
    kano = story.word(need, need.kano)
    return joined([*(story.words.say(key) for key, yes in named if yes), kano])


def opportunities(story: Story) -> Iterator[Markup]:
    """What is worth serving, the largest opportunity first, with what is planned for it."""
    found = [one for one in story.context.facts.get(OPPORTUNITIES) or () if story.tells(one.element)]
    if found:
        yield heading(2, story.words.say("chances"))
        numbers = shared([one.rank for one in found])
        rows = [_ranked(story, one, number) for number, one in zip(numbers, found, strict=True)]
        yield table([story.words.say(key) for key in _RANKED], rows, numeric=(0, 3, 4, 5))
        notes = [story.words.say("opportunity-how")]
        if any(after.score > before.score for before, after in pairwise(found)):
            notes.append(story.words.say("needs-failing"))
        yield italic(joined(notes, story.words.plain("blank")))


def _ranked(story: Story, one: OpportunityScore, number: int) -> list[Markup]:
    element = one.element
    return [
        text(str(number)),
        story.title(element),
        story.place(element),
        story.figure(one.importance),
        story.figure(one.satisfaction),
        story.figure(one.score),
        story.word(element, element.kano) if one.kano and isinstance(element, Need | Opportunity | Pain) else NOTHING,
        story.titles(one.answers),
    ]


def risks(story: Story) -> Iterator[Markup]:
    """What may go wrong."""
    found = story.items(Risk)
    if found:
        yield heading(2, story.words.say("risks"))
        yield table([story.words.say(key) for key in _RISK], [_risk(story, one) for one in found])


def _risk(story: Story, risk: Risk) -> list[Markup]:
    view = story.seen(risk)
    sponsor = view[risk.sponsor]
    return [
        story.title(risk),
        story.place(risk),
        story.word(risk, risk.likelihood),
        story.word(risk, risk.severity),
        story.named((sponsor,), view) if sponsor is not None else NOTHING,
        story.owner(risk),
    ]


def experiments(story: Story) -> Iterator[Markup]:
    """What is being tried out, and what came of it."""
    found, tried = story.items(Experiment), trials_by_path(story)
    if found:
        rows = [_experiment(story, one, tried.get(one.path)) for one in found]
        yield heading(2, story.words.say("experiments"))
        yield table([story.words.say(key) for key in _EXPERIMENT], rows, numeric=(4,))
        yield italic(story.words.say("trial-how")) if any(row[4] for row in rows) else NOTHING


def _experiment(story: Story, experiment: Experiment, trial: Trial | None) -> list[Markup]:
    view = story.seen(experiment)
    return [
        story.title(experiment),
        story.place(experiment),
        story.word(experiment, experiment.method),
        arms(story, trial) if trial is not None else joined(text(arm) for arm in view[experiment.arms]),
        *((NOTHING, NOTHING) if trial is None else significance(story, trial)),
        story.word(experiment, experiment.result),
    ]


def voices(story: Story) -> Iterator[Markup]:
    """Stories and quotes of customers; those of personas stand with them."""
    quotes = [one for one in story.items(Quote) if not isinstance(story.view.parent(one), Persona)]
    told = [one for one in story.items(Tale) if not isinstance(story.view.parent(one), Persona)]
    lines = [*(_quote(story, one) for one in quotes), *(_tale(story, one) for one in told)]
    if lines:
        yield heading(2, story.words.say("voices"))
        yield bullets(lines)


def _quote(story: Story, one: Quote) -> Markup:
    by = story.seen(one)[one.by]
    said = story.quoted(story.seen(one).title(one))
    return joined([said, story.named((by,)) if by is not None else NOTHING, story.place(one)], " — ")


def _tale(story: Story, one: Tale) -> Markup:
    words = story.seen(one)[one.text] or ""
    told = joined((text(line) for line in words.splitlines()), " ")
    return joined([joined([story.title(one), told], ": "), story.place(one)], " — ")
