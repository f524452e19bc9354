"""Findings about what hurts and is no pain yet: low points of the curve first, then all other signals."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.facts import Signal
from journeyql.model import Journey
from journeyql.source import Span
from journeyql_experience.detection import Spot
from journeyql_experience.endings import End, bad_ends
from journeyql_experience.low_points import LowPoint
from journeyql_experience.pain_rules import HIDDEN_PAIN
from journeyql_experience.rules import VALLEY_WITHOUT_PAIN
from journeyql_experience.story import Story
from journeyql_experience.telling import Telling
from journeyql_experience.unseen import Unexplained, hard
from journeyql_experience.valleys import ends
from journeyql_experience.wording import NAMED, english, listed, people


def unexplained_valleys(told: Telling) -> Iterator[Diagnostic]:
    """`valley-without-pain`: once for each place, whoever feels it."""
    for journey in told.story.view.journeys:
        usual = {spot.place.path for spot in told.before.unseen(journey)} if told.before is not None else ()
        for story, valleys in told.groups(Story.unexplained, journey):
            bad = bad_ends(story, journey)
            for valley in valleys:
                if story is told.before or valley.place.path not in usual:
                    yield _valley(story, valley, bad)


def _valley(story: Story, valley: Unexplained, bad: list[End]) -> Diagnostic:
    """What holds for all who feel it, at the words of those for whom it is worst."""
    lowest = min(low.valley.score for low in valley.lows)
    equal = [low for low in valley.lows if low.valley.score == lowest]
    worst = equal[0] if len(equal) == 1 else min(equal, key=lambda low: _words(low).start)
    place, seen = worst.places[0], worst.view
    low, high = ends(seen.scale(place))
    return VALLEY_WITHOUT_PAIN.at(
        _words(worst),
        f'"{seen.title(place)}"{_through(valley)} is a low point{_felt(story, valley.lows)} on {low:g}..{high:g}'
        f"{_rise(valley)}{_besides(story, valley)}. "
        f"No pain says what hurts there.{_remembered(story, valley, bad)}",
        help='a low score cannot be mended, its cause can: write below it pain "what goes wrong" severity=medium',
        severity=None if worst.journey.path in story.progress.pains else Severity.INFO,
    )


def _words(low: LowPoint) -> Span:
    return low.view.span(low.places[0], low.places[0].emotion)


def _felt(story: Story, group: list[LowPoint]) -> str:
    """For whom it is one, and how low."""
    scores: dict[float, list[str]] = {}
    for one in group:
        scores.setdefault(one.valley.score, []).append(one.persona)
    told = [(f"{score:g}", people(story.view, scores[score])) for score in sorted(scores)]
    if len(told) == 1:
        return f"{told[0][1]}: emotion {told[0][0]}"
    return f": emotion {', '.join(score + who for score, who in told)}"


def _through(valley: Unexplained) -> str:
    """How far it goes, where it goes as far for all."""
    first = valley.lows[0]
    alike = len(first.places) > 1 and all(low.places == first.places for low in valley.lows)
    return f' to "{first.view.title(first.places[-1])}"' if alike else ""


def _rise(valley: Unexplained) -> str:
    """How much better it is beside it, where it is as good for all."""
    beside, *others = {low.valley.shoulder for low in valley.lows}
    return "" if others or beside is None else f", {beside:g} beside it"


def _besides(story: Story, valley: Unexplained) -> str:
    """What else is known of the places, in figures."""
    missed = [signal for place in valley.places for signal in hard(story.at[place.path])]
    return f" ({listed(missed, _clause)})" if missed else ""


def _remembered(story: Story, valley: Unexplained, bad: list[End]) -> str:
    """That the journey ends there, and how that is remembered: by whom, where not by all."""
    felt = {low.persona for low in valley.lows}
    here = [end for end in bad if end.place.path in valley.paths and end.line.curve.persona in felt]
    if not here:
        return ""
    worst = min(here, key=_memory)
    alike = {end.line.curve.persona for end in here if _memory(end) == _memory(worst)}
    who = "" if alike == felt else people(story.view, alike)
    return (
        f" The journey ends there: it is remembered{who} as {worst.remembered:g} (peak and end), "
        f"below its mean of {worst.mean:.3g}."
    )


def _memory(end: End) -> tuple[float, float]:
    return end.remembered, end.mean


def hidden_pains(told: Telling) -> Iterator[Diagnostic]:
    """`hidden-pain`: once for each journey, with the places that `valley-without-pain` does not name."""
    for journey in told.story.view.journeys:
        valleys = _in_valleys(told.before, journey) if told.before is not None else set()
        for story, places in told.groups(_elsewhere, journey):
            named = [spot for spot in places if spot.place.path not in valleys]
            if named:
                yield _hidden(story, journey, sorted(named, key=lambda spot: -spot.belief))


def _elsewhere(story: Story, journey: Journey) -> list[Spot]:
    """The places that are in no low point which is told."""
    valleys = _in_valleys(story, journey)
    return [spot for spot in story.unseen(journey) if spot.place.path not in valleys]


def _in_valleys(story: Story, journey: Journey) -> set[str]:
    return {path for valley in story.unexplained(journey) for path in valley.paths}


def _hidden(story: Story, journey: Journey, places: list[Spot]) -> Diagnostic:
    worst, *others = places
    each = listed(places, lambda spot: f'"{spot.view.title(spot.place)}" ({_grounds(spot)})')
    shows = "shows" if len(places) == 1 else "show"
    return HIDDEN_PAIN.at(
        worst.signals[0].span,
        f"{each} {shows} that something goes wrong, and no pain says what.",
        help='what is no pain is on nobody\'s list: write pain "what goes wrong" severity=medium there',
        related=[Related(spot.signals[0].span, _grounds(spot)) for spot in others[: NAMED - 1]],
        severity=None if journey.path in story.progress.pains else Severity.INFO,
    )


def _grounds(spot: Spot) -> str:
    return listed(hard(spot) or spot.signals[:2], _clause)


def _clause(signal: Signal) -> str:
    return english(signal.words)
