"""Who goes through a journey and by which steps: one journey for all its personas together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import attrs

from journeyql.facts import CURVES, PAINS, Curve, CurvePoint, RankedPain
from journeyql.model import Element, Journey, Moment, Persona, Stage, Touchpoint, View
from journeyql.plugin import RenderContext
from journeyql_markdown.merging import merged

E = TypeVar("E", bound=Element)


@attrs.frozen(eq=False, repr=False, slots=False)
class Told:
    """What analyses say of a view, by journey, and the places of all elements in the order written."""

    context: RenderContext[Any]

    @cached_property
    def curves(self) -> Mapping[str, list[Curve]] | None:
        """The emotion curves by the path of their journey; None when no analysis made any."""
        known = self.context.facts.get(CURVES)
        if known is None:
            return None
        found: dict[str, list[Curve]] = {}
        for curve in known:
            found.setdefault(curve.journey, []).append(curve)
        return found

    @cached_property
    def pains(self) -> Mapping[Journey | None, list[RankedPain]]:
        """The ranked pains by the journey where they hurt; None for those of the file."""
        found: dict[Journey | None, list[RankedPain]] = {}
        for pain in self.context.facts.get(PAINS) or ():
            found.setdefault(self.context.view.around(pain.place, Journey), []).append(pain)
        return found

    @cached_property
    def written(self) -> Mapping[str, int]:
        """The place of each element in the order written, by path."""
        return {path: index for index, path in enumerate(self.context.view.model.elements)}


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Cast:
    """A journey as all its personas together see it.

    `main` is true for the one journey that also tells what belongs to the whole file; `told` is what an analysis found
    about all of them.
    """

    context: RenderContext[Any]
    journey: Journey
    main: bool
    told: Told

    @property
    def view(self) -> View:
        """The view that was asked for."""
        return self.context.view

    @cached_property
    def views(self) -> tuple[tuple[str, View], ...]:
        """The eyes to look through, by persona; one without a name when there are no personas."""
        return tuple(self.view.perspectives(self.journey).items())

    @cached_property
    def personas(self) -> Mapping[str, Persona]:
        """Whom it is about, by name."""
        found = self.view.personas(self.journey)
        asked = self.view.context.persona
        return {one.id: one for one in found if asked in {"", one.id}}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that exist for anybody, in order."""
        return self._merged(view.stages(self.journey) for _, view in self.views)

    @cached_property
    def place_of(self) -> Mapping[Stage, int]:
        """The place of each stage in the order, from 1."""
        return {stage: place for place, stage in enumerate(self.stages, start=1)}

    def steps(self, stage: Stage) -> tuple[Moment, ...]:
        """The steps of a stage that exist for anybody, in order; a stage without touchpoints acts as one."""
        found = self._merged(view.children(stage, Touchpoint) for _, view in self.views if view.has(stage))
        return found or (stage,)

    def _merged(self, orders: Iterable[tuple[E, ...]]) -> tuple[E, ...]:
        several = tuple(dict.fromkeys(orders))
        return several[0] if len(several) == 1 else merged(several, self.told.written)

    @cached_property
    def all_steps(self) -> tuple[Moment, ...]:
        """All steps of the journey in order."""
        return tuple(step for stage in self.stages for step in self.steps(stage))

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each step, by its path, from 1."""
        return {step.path: number for number, step in enumerate(self.all_steps, start=1)}

    def seen(self, element: Element) -> View:
        """Through whose eyes to read an element: everyone's, or those of the first persona for whom it exists."""
        some = self.only(element)
        return self.view_of(some[0]) if some else self.view

    def only(self, element: Element) -> tuple[str, ...]:
        """The personas for whom an element exists, when it does not for all."""
        found = tuple(name for name, view in self.views if view.has(element))
        return () if len(found) == len(self.views) else found

    def items(self, kind: type[E]) -> tuple[E, ...]:
        """The elements of a kind in the journey, and for the main journey those of the file as well."""
        inside = self._merged(tuple(view.within(self.journey, kind)) for _, view in self.views)
        if not self.main:
            return inside
        outside = (item for item in self.view.of(kind) if self.view.around(item, Journey) is None)
        return (*inside, *outside)

    def tells(self, element: Element) -> bool:
        """Whether an element stands in the journey, or for the main journey in the file around it."""
        journey = self.view.around(element, Journey)
        return journey is self.journey or (journey is None and self.main)

    def within(self, element: Element, kind: type[E]) -> tuple[E, ...]:
        """The elements of a kind anywhere in another, for anybody, in order."""
        return self._merged(tuple(view.within(element, kind)) for _, view in self.views)

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """The emotion curves of the journey; without the fact, the one of the view."""
        if self.told.curves is not None:
            return tuple(self.told.curves.get(self.journey.path, ()))
        points = tuple(CurvePoint(place=step, score=self.view[step.emotion]) for step in self.all_steps)
        return (Curve(journey=self.journey.path, persona=self.view.context.persona, points=points),)

    @cached_property
    def pains(self) -> tuple[RankedPain, ...]:
        """The ranked pains of the journey, when an analysis ranked them."""
        found = (*self.told.pains.get(self.journey, ()), *self.told.pains.get(None, ()))
        return tuple(sorted(found, key=lambda pain: pain.rank))

    @cached_property
    def grades(self) -> frozenset[str]:
        """How well the emotion scores are founded."""
        known = ((view, step) for _, view in self.views for step in self.all_steps if view.has(step))
        return frozenset(view.grade(step.emotion) for view, step in known if view.cell(step.emotion) is not None)

    def view_of(self, persona: str) -> View:
        """Through the eyes of a persona; the empty name sees as the first."""
        return dict(self.views).get(persona, self.views[0][1])
