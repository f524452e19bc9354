"""Findings about the shape of curves: none, flat, broken, ending badly, below what was expected."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.facts import Signal
from journeyql.model import Element, Journey, View
from journeyql_experience.curve_rules import BAD_ENDING, CURVE_WITH_GAPS, EXPECTATION_MISSED, SAME_SCORE_EVERYWHERE
from journeyql_experience.detection import Spot
from journeyql_experience.endings import End, bad_ends
from journeyql_experience.low_points import Line
from journeyql_experience.perspectives import Seen, quoted
from journeyql_experience.rules import NO_EMOTION
from journeyql_experience.story import Story
from journeyql_experience.telling import Telling
from journeyql_experience.valleys import ends
from journeyql_experience.wording import NAMED, english, listed, people

_FEW = 4
#: The strength of an expectation that is a quarter of the scale above the score.
_CLEARLY = 0.425


def curve_findings(told: Telling) -> Iterator[Diagnostic]:
    """The findings about curves, journey by journey."""
    story = told.story
    for journey in story.view.journeys:
        drawn = story.drawn(journey)
        if not any(figures.known for _, figures in drawn):
            yield from _nothing_felt(story, journey)
            continue
        yield from _flat(story.view, journey, [line for line, _ in drawn])
        for by, bad in told.groups(_bad_ends, journey):
            yield from _endings(by, bad)
        for _, gaps in told.groups(_gaps, journey):
            yield from _broken(gaps)
        for _, missed in told.groups(_missed, journey):
            yield from _disappointed(missed)


def _nothing_felt(story: Story, journey: Journey) -> Iterator[Diagnostic]:
    """`no-emotion`: once for each journey with stages in which nobody feels anything."""
    view = story.view
    steps = view.steps(journey)
    if steps and not _any_feeling(story, journey):
        yield NO_EMOTION.at(
            view.span(journey, journey.title),
            f'"{view.title(journey)}" is a process, not a journey: {_nobody_says(len(steps))} how it feels.',
            help="a guess shows where to ask first: add emotion=1 (worst) to emotion=5 (best), or feeling=worried",
        )


def _nobody_says(steps: int) -> str:
    return "its one step does not say" if steps == 1 else f"none of its {steps} steps says"


def _any_feeling(story: Story, journey: Journey) -> bool:
    return any(
        seen[moment.feeling] is not None
        for seen in story.seen[journey.path]
        for stage in seen.stages(journey)
        for moment in (stage, *seen.steps(stage))
    )


def _flat(view: View, journey: Journey, drawn: list[Line]) -> Iterator[Diagnostic]:
    """`same-score-everywhere`: all scores of all personas are one."""
    scores = [score for line in drawn for score in line.scores if score is not None]
    if len(scores) >= _FEW and len({*scores}) == 1:
        yield SAME_SCORE_EVERYWHERE.at(
            view.span(journey, journey.title),
            f'Every score of "{view.title(journey)}" is {scores[0]:g}: the curve shows neither where it hurts nor what works.',
            help="ask which step was worst and which was best, and let at least these two differ",
        )


def _bad_ends(story: Story, journey: Journey) -> list[End]:
    """The ends that are remembered badly, the worst first; those that `valley-without-pain` tells are left out."""
    told = {path for valley in story.unexplained(journey) for path in valley.paths}
    return [end for end in bad_ends(story, journey) if end.place.path not in told]


def _endings(story: Story, bad: list[End]) -> Iterator[Diagnostic]:
    """`bad-ending`: once for a journey, with the persona for whom it is worst."""
    if not bad:
        return
    end, view = bad[0], bad[0].line.view
    low, high = ends(view.scale(end.place))
    who = people(story.view, (one.line.curve.persona for one in bad))
    yield BAD_ENDING.at(
        view.span(end.place, end.place.emotion),
        f'The journey ends badly{who}: "{view.title(end.place)}" is {end.score:g} on {low:g}..{high:g}, so it is '
        f"remembered as {end.remembered:g} (peak and end), below its mean of {end.mean:.3g}.",
        help="people remember the end: mend the last step, or end on a better one, like a call that asks how it went",
    )


def _gaps(story: Story, journey: Journey) -> list[Seen[Element]]:
    """The touchpoints for which nobody has a score, when most have one."""
    missing: dict[str, Seen[Element]] = {}
    known: set[str] = set()
    for line, _ in story.drawn(journey):
        for point in line.curve.points:
            if point.score is None:
                missing.setdefault(point.place.path, Seen(line.view, point.place))
            else:
                known.add(point.place.path)
    gaps = [one for path, one in missing.items() if path not in known]
    return gaps if len(gaps) < len(known) else []


def _broken(gaps: list[Seen[Element]]) -> Iterator[Diagnostic]:
    """`curve-with-gaps`: once for a journey."""
    if gaps:
        have = "has" if len(gaps) == 1 else "have"
        yield CURVE_WITH_GAPS.at(
            gaps[0].place.span,
            f"{listed(gaps, quoted)} {have} no score: there the curve breaks, and a low point stays hidden.",
            help="ask those who were there, or guess and mark it as a guess: emotion=3",
            related=[Related(one.place.span, "nor has this one") for one in gaps[1:NAMED]],
        )


def _missed(story: Story, journey: Journey) -> list[Spot]:
    """Where customers expect clearly more and no pain says why, the largest gap first."""
    found = [
        spot
        for spot in story.of_journey(journey)
        if (signal := _expected(spot)) is not None and signal.strength >= _CLEARLY and not story.explained(spot)
    ]
    return sorted(found, key=lambda spot: -_strength(spot))


def _expected(spot: Spot) -> Signal | None:
    return next((signal for signal in spot.signals if signal.kind == "expected"), None)


def _strength(spot: Spot) -> float:
    signal = _expected(spot)
    return 0.0 if signal is None else signal.strength


def _disappointed(missed: list[Spot]) -> Iterator[Diagnostic]:
    """`expectation-missed`: once for a journey."""
    signals = [(spot, signal) for spot in missed if (signal := _expected(spot)) is not None]
    if signals:
        each = listed(signals, lambda one: f'"{one[0].view.title(one[0].place)}" ({english(one[1].words)})')
        yield EXPECTATION_MISSED.at(
            signals[0][1].span,
            f"Customers expect more than they get: {each}.",
            help='keep what was promised, or promise less; write what goes wrong as pain "…" severity=medium',
            related=[Related(signal.span, english(signal.words)) for _, signal in signals[1:NAMED]],
        )
