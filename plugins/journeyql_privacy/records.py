"""The records of a view: one for each body of law and sort of customers that sees it differently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import attrs

from journeyql.model import Journey, Market, Segment, View
from journeyql_privacy.case import Case
from journeyql_privacy.facets import Lawfulness
from journeyql_privacy.record import Record
from journeyql_privacy.regime import Regime

#: So many segments without a persona are looked at one by one: the first ones.
MOST_SEGMENTS = 30


@attrs.frozen(eq=False, repr=False)
class Records:
    """The records of a model, one for each view that differs; `base` is the view of the run.

    `regimes` are all that plugins contribute.
    """

    base: View
    regimes: tuple[Regime, ...]
    _made: dict[View, Record] = attrs.field(factory=dict)

    def cases(self, regime: Regime) -> Iterator[Case]:
        """The journeys that a regime is asked about, as each sort of customers goes through them."""
        for journey in self.base.journeys:
            declared = declared_regimes(self.base, journey)
            if regime.name in declared or (regime.presumed and not declared):
                for view in self._views(journey, regime):
                    record = self._made.setdefault(view, Record(view))
                    yield Case(
                        journey=journey, regime=regime, regimes=self.regimes, declared=bool(declared), record=record
                    )

    def _views(self, journey: Journey, regime: Regime) -> Iterator[View]:
        view = self.base
        if view.model.used("regime"):
            view = view.narrowed(regime=regime.name)
        loose = tuple(_loose(view, journey))
        if view.personas(journey) or not loose:
            yield from view.eyes(journey)
        yield from (view.narrowed(segment=name) for name in loose)


def _loose(view: View, journey: Journey) -> Iterator[str]:
    """The segments that no persona of a journey is in, where the file says other things for one than for another."""
    model, asked = view.model, view.context
    if model.used("segment") and not (asked.persona or asked.segment):
        covered = {name for person in view.personas(journey) for name in model.segments_of(person.id)}
        names = (segment.id for segment in view.of(Segment) if segment.id not in covered)
        yield from islice(names, MOST_SEGMENTS)


def declared_regimes(view: View, journey: Journey) -> tuple[str, ...]:
    """The names of the bodies of law that a journey declares, or else those of the markets it names."""
    own = view[view.facet(journey, Lawfulness).regimes]
    return own or tuple(dict.fromkeys(_of_markets(view, journey)))


def _of_markets(view: View, journey: Journey) -> Iterator[str]:
    named = (view.follow(ref) for ref in view[journey.market])
    asked = view.context.market
    ids = [asked] if asked else [market.id for market in named if market is not None]
    chain = {name for market in ids for name in view.model.market_chain(market)}
    for market in view.of(Market):
        if market.id in chain:
            yield from view[market.regimes]
