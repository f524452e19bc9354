"""Findings about rescues at low points, and about peaks that could be copied."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.facts import Turn
from journeyql.model import Journey, Moment, Opportunity, Recovery, View
from journeyql_experience.detection import Spot
from journeyql_experience.low_points import Line
from journeyql_experience.perspectives import Seen, quoted
from journeyql_experience.recovery_rules import (
    PEAK_COPIED_TO_A_PEAK,
    PEAK_NOT_COPIED,
    RECOVERY_WITHOUT_TRIGGER,
    VALLEY_WITHOUT_RECOVERY,
)
from journeyql_experience.story import Story
from journeyql_experience.telling import Telling
from journeyql_experience.valleys import ends, of_scale
from journeyql_experience.wording import NAMED, english, listed

#: Signals that something goes wrong, and does not only feel bad.
_WRONG = {"wait", "duration", "csat", "ces", "metric", "status", "stuck", "detour"}
#: The lowest quarter of the scale: half of the way from the middle down.
_LOWEST = 0.5
_HIGHEST = 0.75
_SEVERAL = 2


def recovery_findings(told: Telling) -> Iterator[Diagnostic]:
    """The findings about recovery and replication, journey by journey."""
    for journey in told.story.view.journeys:
        for _, alone in told.groups(_alone, journey):
            yield from _unrescued(alone)
        for _, vague in told.groups(_vague, journey):
            yield from _untriggered(vague)
        yield from _uncopied(told.usual(journey), journey)
        yield from _copied(told.story, journey)


def _alone(story: Story, journey: Journey) -> list[Spot]:
    """Where things go wrong at a low score and nothing rescues, the worst first."""
    found = [
        spot
        for spot in story.of_journey(journey)
        if spot.depth >= _LOWEST and _wrong(spot) and not _rescued(story, spot)
    ]
    return sorted(found, key=lambda spot: (-spot.depth, -spot.belief))


def _unrescued(alone: list[Spot]) -> Iterator[Diagnostic]:
    """`valley-without-recovery`: once for a journey, from two places on."""
    if len(alone) < _SEVERAL:
        return
    yield VALLEY_WITHOUT_RECOVERY.at(
        alone[0].view.span(alone[0].place, alone[0].place.emotion),
        f"Where things go wrong, nothing is kept ready: {listed(alone, _told)}.",
        help='for whoever is there now, write recovery "what makes up for it" when=`the condition` within=1h',
        related=[Related(spot.place.span, _trouble(spot)) for spot in alone[1:NAMED]],
    )


def _wrong(spot: Spot) -> bool:
    return any(signal.kind in _WRONG for signal in spot.signals)


def _rescued(story: Story, spot: Spot) -> bool:
    """Whether a recovery stands at the place, around it, in one of its pains, or where a way on leads, for anybody."""
    return any(
        next(seen.within(near, Recovery), None) is not None
        for seen in story.seen[spot.journey.path]
        if seen.of(Recovery)
        for near in (spot.place, *(edge.target for edge in seen.flow(spot.journey).out(spot.place)))
        if near is not None
    ) or any(story.notes[seen].measures.rescue(seen.parent(spot.place)) for seen in story.seen[spot.journey.path])


def _told(spot: Spot) -> str:
    return f'"{spot.view.title(spot.place)}" (emotion {spot.score:g}, {_trouble(spot)})'


def _trouble(spot: Spot) -> str:
    return next(english(signal.words) for signal in spot.signals if signal.kind in _WRONG)


def _vague(story: Story, journey: Journey) -> list[Seen[Recovery]]:
    found: dict[str, Seen[Recovery]] = {}
    for seen in story.seen[journey.path]:
        for one in seen.within(journey, Recovery):
            if seen[one.when] is None and seen[one.within] is None and seen[one.status] != "dropped":
                found.setdefault(one.path, Seen(seen, one))
    return [*found.values()]


def _untriggered(vague: list[Seen[Recovery]]) -> Iterator[Diagnostic]:
    """`recovery-without-trigger`: once for a journey."""
    if vague:
        yield RECOVERY_WITHOUT_TRIGGER.at(
            vague[0].place.span,
            f"{listed(vague, quoted)}: nothing says when it is set off, nor how soon.",
            help="name the occasion and the time: when=`wait > 1d` within=2h",
            related=[Related(one.place.span, "nor here") for one in vague[1:NAMED]],
        )


def _uncopied(story: Story, journey: Journey) -> Iterator[Diagnostic]:
    """`peak-not-copied`: once for a journey, at its highest point."""
    places = story.of_journey(journey)
    peaks = [(line, turn) for line, figures in story.drawn(journey) for turn in figures.peaks]
    if not peaks or not any(spot.depth > 0 for spot in places):
        return
    line, turn = max(peaks, key=lambda one: (one[1].score, one[1].prominence))
    if _height(line, turn) > _HIGHEST and not any(one.answers for _, one in peaks):
        place, low = turn.places[0], min(places, key=lambda spot: -spot.depth)
        span = line.view.span(place, place.emotion) if isinstance(place, Moment) else place.span
        yield PEAK_NOT_COPIED.at(
            span,
            f'What works at "{line.view.title(place)}" (emotion {turn.score:g}) is copied nowhere.',
            help=f'ask what of it would help at "{low.view.title(low.place)}": opportunity "…" like={place.id}',
        )


def _height(line: Line, turn: Turn) -> float:
    low, high = ends(line.view.scale(line.journey))
    return of_scale(turn.score - low, high - low) if high > low else 0.0


def _copied(story: Story, journey: Journey) -> Iterator[Diagnostic]:
    """`peak-copied-to-a-peak`: for each opportunity, while a place of the journey needs it more."""
    places = story.of_journey(journey)
    scored = {spot.place.path: spot for spot in places}
    needy = sorted((spot for spot in places if spot.depth >= _LOWEST), key=lambda spot: (-spot.depth, -spot.belief))
    told: set[str] = set()
    for seen in story.seen[journey.path]:
        low, high = ends(seen.scale(journey))
        for chance in seen.within(journey, Opportunity):
            place = seen.around(chance, Moment)
            spot = scored.get(place.path) if place is not None else None
            if chance.path in told or spot is None or spot.score is None or not needy or high <= low:
                continue
            if seen.cell(chance.like) is not None and of_scale(spot.score - low, high - low) > _HIGHEST:
                told.add(chance.path)
                yield _to_a_peak(seen, chance, spot, needy)


def _to_a_peak(view: View, chance: Opportunity, spot: Spot, needy: list[Spot]) -> Diagnostic:
    lows = listed(needy, lambda one: f'"{one.view.title(one.place)}" ({one.score:g})')
    return PEAK_COPIED_TO_A_PEAK.at(
        view.span(chance, chance.like),
        f'"{view.title(chance)}" copies what works to "{view.title(spot.place)}", which is at {spot.score:g} already.',
        help=f"it would win more where it hurts: {lows}",
    )
