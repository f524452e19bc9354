"""Findings about what hurts and is no pain yet: low points of the curve first, then all other signals."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.facts import Signal
from journeyql.model import Journey
from journeyql_experience.detection import Spot
from journeyql_experience.endings import End, bad_ends
from journeyql_experience.looks import words_of
from journeyql_experience.low_points import LowPoint
from journeyql_experience.pain_rules import HIDDEN_PAIN
from journeyql_experience.rules import VALLEY_WITHOUT_PAIN
from journeyql_experience.story import Story
from journeyql_experience.telling import Telling
from journeyql_experience.unseen import hard
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
                    yield _valley(story, valley.lows, bad)


def _valley(story: Story, group: list[LowPoint], bad: list[End]) -> Diagnostic:
    worst = min(group, key=lambda low: low.valley.score)
    place, seen = worst.places[0], worst.view
    low, high = ends(seen.scale(place))
    rise = "" if worst.valley.shoulder is None else f", {worst.valley.shoulder:g} beside it"
    return VALLEY_WITHOUT_PAIN.at(
        words_of(seen, place, place.emotion),
        f'"{seen.title(place)}"{_through(worst)} is a low point{_felt(story, group)} on {low:g}..{high:g}'
        f"{rise}{_besides(story, worst)}. "
        f"No pain says what hurts there.{_remembered(group, bad)}",
        help='a low score cannot be mended, its cause can: write below it pain "what goes wrong" severity=medium',
        severity=None if worst.journey.path in story.progress.pains else Severity.INFO,
    )


def _felt(story: Story, group: list[LowPoint]) -> str:
    """For whom it is one, and how low."""
    scores: dict[float, list[str]] = {}
    for one in group:
        scores.setdefault(one.valley.score, []).append(one.persona)
    told = [(f"{score:g}", people(story.view, scores[score])) for score in sorted(scores)]
    if len(told) == 1:
        return f"{told[0][1]}: emotion {told[0][0]}"
    return f": emotion {', '.join(score + who for score, who in told)}"


def _through(low_point: LowPoint) -> str:
    last = low_point.places[-1]
    return f' to "{low_point.view.title(last)}"' if len(low_point.places) > 1 else ""


def _besides(story: Story, low: LowPoint) -> str:
    """What else is known of the places, in figures."""
    missed = [signal for place in low.places for signal in hard(story.at[place.path])]
    return f" ({listed(missed, _clause)})" if missed else ""


def _remembered(group: list[LowPoint], bad: list[End]) -> str:
    """That the journey ends there, and how that is remembered."""
    paths = {place.path for low in group for place in low.places}
    end = next((end for end in bad if end.place.path in paths), None)
    if end is None:
        return ""
    return f" The journey ends there: it is remembered as {end.remembered:g} (peak and end), below its mean of {end.mean:.3g}."


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
