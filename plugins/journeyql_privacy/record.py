"""What happens to personal data in a view: what is done with which data, where, what for, and on which paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import attrs

from journeyql.model import Cell, Element, Many, Ref, Touchpoint, View
from journeyql_privacy.consent import Consent, Notice
from journeyql_privacy.data import Data, Purpose, Storage
from journeyql_privacy.facets import Collecting, Processing, Using
from journeyql_privacy.guards import Guards
from journeyql_privacy.mentions import Mention, mentions
from journeyql_privacy.parties import Recipient
from journeyql_privacy.paths import Paths
from journeyql_privacy.steps import steps

E = TypeVar("E", bound=Element)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Handling:
    """One piece of data that is collected or used at a touchpoint for one purpose (None: for nothing stated).

    `to` are those who are given it; `cell` is where it is written.
    """

    place: Touchpoint
    data: Data
    purpose: Purpose | None
    cell: Cell[Ref[Data]]
    collected: bool
    to: tuple[Recipient, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Storing:
    """Something that is kept on the customer's device at a touchpoint."""

    place: Touchpoint
    storage: Storage
    cell: Cell[Ref[Storage]]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Announced:
    """A notice, with the paths of the data and purposes that it speaks of; it speaks of all if there are none."""

    notice: Notice
    covers: frozenset[str]

    def speaks_of(self, handling: Handling) -> bool:
        """Whether it tells customers about a use of data: about the data, or about what it is for."""
        purpose = () if handling.purpose is None else (handling.purpose.path,)
        return not self.covers or not self.covers.isdisjoint((handling.data.path, *purpose))


@attrs.frozen(eq=False, repr=False, slots=False)
class Record:
    """Everything that a view says about personal data; each part is worked out when it is first asked for."""

    view: View

    @cached_property
    def processing(self) -> Mapping[str, tuple[tuple[Touchpoint, Processing], ...]]:
        """The touchpoints at which anything happens to data, by the paths of their journeys, in order."""
        return {
            journey.path: tuple(
                (step, self.view.facet(step, Processing))
                for step in self.view.steps(journey)
                if isinstance(step, Touchpoint) and Processing in step.facets
            )
            for journey in self.view.journeys
        }

    @cached_property
    def handlings(self) -> Mapping[str, tuple[Handling, ...]]:
        """What is collected and used, by the paths of the journeys."""
        return {
            path: tuple(handling for place, deeds in steps for handling in self._handlings(place, deeds))
            for path, steps in self.processing.items()
        }

    @cached_property
    def storings(self) -> Mapping[str, tuple[Storing, ...]]:
        """What is kept on customers' devices, by the paths of the journeys."""
        return {
            path: tuple(
                Storing(place=place, storage=storage, cell=cell)
                for place, deeds in steps
                for cell in self.view.cells(deeds.stores)
                if (storage := self.view.follow(cell.value)) is not None
            )
            for path, steps in self.processing.items()
        }

    @cached_property
    def announced(self) -> tuple[Announced, ...]:
        """All notices."""
        return tuple(
            Announced(notice=item, covers=frozenset(ref.path for ref in self.view[item.covers]))
            for item in self.view.of(Notice)
        )

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[str, tuple[Mention, ...]]]:
        """What happens to each consent and notice, by the paths of the journeys, then its own."""
        return {path: mentions(self.view, steps) for path, steps in self.processing.items()}

    @cached_property
    def paths(self) -> Paths:
        """All paths through the view's journeys, with consents and notices followed along them."""
        names = (*(item.path for item in self.view.of(Consent)), *(item.path for item in self.view.of(Notice)))
        deeds = (pair for steps in self.processing.values() for pair in steps)
        return Paths.of(self.view.graph, names, steps(self.view, deeds), Guards(self.view).of)

    def _handlings(self, place: Touchpoint, deeds: Processing) -> Iterator[Handling]:
        for cell in self.view.cells(deeds.collects):
            collecting = cell.option(Collecting)
            for purpose in self._purposes(collecting.for_ if collecting is not None else Many()):
                yield from self._one(place, cell, purpose, collected=True)
        for cell in self.view.cells(deeds.uses):
            using = cell.option(Using)
            to = tuple(self._follow(using.to)) if using is not None else ()
            for purpose in self._purposes(using.for_ if using is not None else Many()):
                yield from self._one(place, cell, purpose, collected=False, to=to)

    def _purposes(self, named: Many[Ref[Purpose]]) -> tuple[Purpose | None, ...]:
        return tuple(self._follow(named)) or (None,)

    def _one(
        self,
        place: Touchpoint,
        cell: Cell[Ref[Data]],
        purpose: Purpose | None,
        *,
        collected: bool,
        to: tuple[Recipient, ...] = (),
    ) -> Iterator[Handling]:
        data = self.view.follow(cell.value)
        if data is not None:
            yield Handling(place=place, data=data, purpose=purpose, cell=cell, collected=collected, to=to)

    def _follow(self, field: Many[Ref[E]]) -> Iterator[E]:
        return filter(None, map(self.view.follow, self.view[field]))
