"""Where a journey hurts, from every signal in the model, whether or not anybody has written a pain there.

Signals of one kind at one place count once, with the strongest; those of different kinds are put together as
independent reasons to believe that the place hurts: 1 - (1 - a)(1 - b)… (the noisy-or of Pearl, Probabilistic Reasoning
in Intelligent Systems, 1988). A place is believed to hurt from the option `belief` on, one half unless set: one strong
signal is enough, and so are two weak ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import attrs

from journeyql.facts import Signal
from journeyql.model import Graph, Journey, Moment, Stage, View
from journeyql_experience.felt import feelings
from journeyql_experience.looks import Look, Surroundings
from journeyql_experience.measured import measurements
from journeyql_experience.reach import EVERYBODY, Reach, reach
from journeyql_experience.told import tales
from journeyql_experience.ways import ways


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spot:
    """A stage or touchpoint with all signals that it hurts, the strongest first, whoever feels them.

    `view` is one in which it exists; `reach` the largest share of customers who come there, of any persona; `score`
    the lowest emotion; `depth` how deep that lies below the middle (0 to 1); `good` whether nobody has one that is not
    above it.
    """

    journey: Journey
    place: Moment
    view: View
    signals: tuple[Signal, ...]
    reach: Reach
    score: float | None
    depth: float
    good: bool

    @property
    def belief(self) -> float:
        """How much speaks for it that the place hurts, from 0 to 1."""
        doubt = 1.0
        for signal in self.signals:
            doubt *= 1 - signal.strength
        return 1 - doubt

    @property
    def weight(self) -> float:
        """All that speaks for it, added up: what tells places apart that nobody doubts."""
        return sum(signal.strength for signal in self.signals)


def spots(views: Iterable[View], journey: Journey, turns: Mapping[View, frozenset[str]]) -> tuple[Spot, ...]:
    """The stages and touchpoints of a journey in order; `turns` has for each of its views the places of low points."""
    found: dict[str, Spot] = {}
    reached: dict[Graph, Mapping[str, Reach]] = {}
    first: View | None = None
    for seen in views:
        graph = seen.flow(journey)
        if graph not in reached:
            reached[graph] = reach(graph)
        alike = frozenset() if first is None else _alike(first, seen, journey, turns)
        first = first or seen
        for spot in _seen(seen, journey, turns.get(seen, frozenset()), reached[graph], alike):
            known = found.get(spot.place.path)
            found[spot.place.path] = spot if known is None else _together(known, spot)
    return tuple(found.values())


def _alike(one: View, other: View, journey: Journey, turns: Mapping[View, frozenset[str]]) -> frozenset[str]:
    """The paths of the places that hurt in one view just as in another: nothing in, around or right before them differs."""
    model, graph = one.model, one.flow(journey)
    apart = {path: one.around(model.elements[path], Moment) for path in model.personal}
    if graph is not other.flow(journey) or any(moment is None for moment in apart.values()):
        return frozenset()
    moments = (moment for moment in apart.values() if moment)
    differing = {place.path for moment in moments for place in _touched(one, moment)}
    differing |= turns.get(one, frozenset()) ^ turns.get(other, frozenset())
    after = {edge.target.path for edge in graph.edges if edge.target and edge.source and edge.source.path in differing}
    places = (place for stage in one.stages(journey) for place in (stage, *one.steps(stage)))
    return frozenset(place.path for place in places if place.path not in differing and place.path not in after)


def _touched(view: View, moment: Moment) -> Iterator[Moment]:
    """A stage or touchpoint with the stage around it and the touchpoints in it."""
    yield moment
    yield from view.children(moment, Moment)
    stage = view.around(moment, Stage)
    if stage is not None:
        yield stage


def _seen(
    view: View, journey: Journey, turns: frozenset[str], reached: Mapping[str, Reach], alike: frozenset[str]
) -> Iterator[Spot]:
    around = Surroundings.of(view, journey)
    for stage in view.stages(journey):
        for place in dict.fromkeys((stage, *view.steps(stage))):
            if place.path in alike:
                continue
            look = Look.at(around, place, turns=place.path in turns)
            yield Spot(
                journey=journey,
                place=place,
                view=view,
                signals=_strongest(chain(feelings(look), measurements(look), tales(look), ways(look))),
                reach=reached.get(place.path, EVERYBODY),
                score=look.score,
                depth=look.depth,
                good=look.good,
            )


def _strongest(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """The strongest of each kind, strongest first."""
    best: dict[str, Signal] = {}
    for signal in signals:
        known = best.get(signal.kind)
        if known is None or signal.strength > known.strength:
            best[signal.kind] = signal
    return tuple(sorted(best.values(), key=lambda signal: -signal.strength) if len(best) > 1 else best.values())


def _together(one: Spot, other: Spot) -> Spot:
    worse = other if other.depth > one.depth else one
    return Spot(
        journey=worse.journey,
        place=worse.place,
        view=worse.view,
        signals=_strongest((*one.signals, *other.signals)) if other.signals else one.signals,
        reach=one.reach if one.reach.share >= other.reach.share else other.reach,
        score=worse.score,
        depth=worse.depth,
        good=one.good and other.good,
    )
