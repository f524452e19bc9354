"""The resolved model of a file and everything it uses."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import attrs

from journeyql.model.by_kind import ByKind
from journeyql.model.choice import PEOPLE, Chooser
from journeyql.model.conditions import Conditions
from journeyql.model.context import DIMENSIONS, Context
from journeyql.model.element import EVERYWHERE, Element
from journeyql.model.flow import Arrow
from journeyql.model.graph import Graph
from journeyql.model.kinds import Journey, Market, Persona
from journeyql.model.naming import Naming
from journeyql.model.variants import Families, families
from journeyql.model.varying import Many, Qualifiers, Varying
from journeyql.model.view import View
from journeyql.source import SourceFile, Span

E = TypeVar("E", bound=Element)

#: How many views are kept: as many as passes look at together, not one for each of very many contexts.
_MOST_VIEWS = 64


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Allowance:
    """`allow rule "reason" until=date`: the element and everything in it may break a rule."""

    rule: str
    reason: str
    element: str
    until: str
    span: Span


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Model:
    """Everything a file says, for all contexts at once; read it through `view`.

    `elements` are in document order by path; `parents` and `children` are paths to paths and elements (the
    empty path is the file); `context` is the point of view when none is asked for. `complete`: every line could be
    read; where it is not, nobody can say what is missing from the map. `uses` has, for each file, the files that it
    uses by the names it gives them.
    """

    source: SourceFile
    journeys: tuple[Journey, ...]
    elements: Mapping[str, Element]
    parents: Mapping[str, str]
    children: Mapping[str, tuple[Element, ...]]
    arrows: tuple[Arrow, ...]
    allowances: tuple[Allowance, ...] = ()
    qualifiers: frozenset[Qualifiers] = frozenset()
    context: Context = Context()
    complete: bool = True
    uses: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    def view(self, context: Context | None = None) -> View:
        """The model in a context; the default one if none is given. A view is kept for who asks again."""
        asked = self.context if context is None else context
        found = self._views.get(asked)
        if found is None:
            if len(self._views) >= _MOST_VIEWS:
                del self._views[next(iter(self._views))]
            found = self._views[asked] = View(self, asked)
        return found

    @cached_property
    def _views(self) -> dict[Context, View]:
        return {}

    @cached_property
    def unsteady(self) -> frozenset[str]:
        """The paths of what holds elements that do not exist everywhere, or that name their place with `after=`."""
        moving = (element for element in self.elements.values() if element.after.cells)
        return frozenset(self.parents[element.path] for element in (*self.conditional, *moving))

    @cached_property
    def personal(self) -> frozenset[str]:
        """The paths of the elements of which anything depends on the persona or segment that is asked for.

        What stands in them may be handed down, and what they refer to may depend on it as well.
        """
        return frozenset(path for path, element in self.elements.items() if _personal(element))

    def below(self, element: Element) -> Iterator[Element]:
        """Everything that stands in an element, at any depth, whatever the context."""
        waiting = [*self.children.get(element.path, ())]
        while waiting:
            child = waiting.pop()
            yield child
            waiting.extend(self.children.get(child.path, ()))

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All elements of a kind, whatever the context."""
        return self._all.all(kind)

    @cached_property
    def _all(self) -> ByKind:
        return ByKind.of(self.elements.values())

    @cached_property
    def naming(self) -> Naming:
        """What names mean."""
        return Naming(self, self.uses)

    @cached_property
    def _persona_segments(self) -> Mapping[str, tuple[str, ...]]:
        return {
            persona.id: tuple(self.elements[ref.path].id for cell in persona.segment.cells for ref in (cell.value,))
            for persona in self.all(Persona)
        }

    def segments_of(self, persona: str) -> tuple[str, ...]:
        """The segments that a persona (by name) belongs to."""
        return self._persona_segments.get(persona, ())

    @cached_property
    def _arrows_of(self) -> Mapping[str, tuple[Arrow, ...]]:
        found: dict[str, list[Arrow]] = {}
        for arrow in self.arrows:
            found.setdefault(arrow.journey, []).append(arrow)
        return {path: tuple(arrows) for path, arrows in found.items()}

    def arrows_of(self, journey: Journey) -> tuple[Arrow, ...]:
        """The arrows of a journey, as written."""
        return self._arrows_of.get(journey.path, ())

    @cached_property
    def fixed_flows(self) -> frozenset[str]:
        """The paths of the journeys whose flow no context changes."""
        if self.unsteady:
            return frozenset()
        paths = (journey.path for journey in self.journeys)
        return frozenset(path for path in paths if all(arrow.fixed for arrow in self._arrows_of.get(path, ())))

    @cached_property
    def flows(self) -> dict[str, Graph]:
        """These flows by the paths of their journeys, as far as any view has worked them out for all."""
        return {}

    @cached_property
    def families(self) -> Families:
        """For each element that has variants (`touchpoint[DE] a`, `touchpoint[FR] a`), the paths of all of them."""
        return families(self.elements, self.parents)

    @cached_property
    def conditional(self) -> tuple[Element, ...]:
        """The elements that do not exist everywhere by themselves, in document order."""
        return tuple(element for element in self.elements.values() if element.presence is not EVERYWHERE)

    @cached_property
    def divided(self) -> frozenset[str]:
        """The personas and segments that some element or arrow exists for, or does not, unlike for others."""
        presences = (*(item.presence for item in self.elements.values()), *(arrow.presence for arrow in self.arrows))
        conditions = (quals for one in presences for quals in (one.within, *one.without))
        return frozenset(value for quals in conditions for name, values in quals if name in PEOPLE for value in values)

    @cached_property
    def _market_parents(self) -> Mapping[str, tuple[str, ...]]:
        return {
            market.id: tuple(self.elements[cell.value.path].id for cell in market.in_.cells)
            for market in self.all(Market)
        }

    def market_chain(self, market: str) -> tuple[str, ...]:
        """A market (by name) and those it lies in, nearest first."""
        chain = [market] if market else []
        seen = {*chain}
        for name in chain:
            outer = [one for one in self._market_parents.get(name, ()) if one not in seen]
            chain += dict.fromkeys(outer)
            seen.update(outer)
        return tuple(chain)

    def used(self, dimension: str) -> tuple[str, ...]:
        """The values of a dimension that any qualifier of the model names, sorted."""
        return self._used.get(dimension, ())

    @cached_property
    def _used(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for quals in self.qualifiers:
            for dimension, values in quals:
                found.setdefault(dimension, set()).update(values)
        return {dimension: tuple(sorted(values)) for dimension, values in found.items()}

    @cached_property
    def _conditions(self) -> Conditions:
        return Conditions.of(self.qualifiers)

    def signature(self, context: Context) -> frozenset[int]:
        """What tells a context from others: equal ones differ in nothing that this model says."""
        return self._conditions.holding(Chooser.of(self, context))

    def contexts(self, dimensions: Iterable[str], most: int | None = None) -> tuple[Context, ...]:
        """One context for each view that really differs along the given dimensions; the default one first.

        `most` ends the search when so many are found.
        """
        axes = [[(name, value) for value in self._values(name)] for name in dimensions]
        found: dict[frozenset[int], Context] = {}
        for choice in itertools.product(*axes):
            context = self.context.narrowed(**dict(choice))
            found.setdefault(self.signature(context), context)
            if len(found) == most:
                break
        return tuple(found.values())

    def _values(self, dimension: str) -> tuple[str, ...]:
        default = self.context.value(dimension)
        used = {*self.used(dimension)}
        if dimension == "persona" and self.used("segment"):
            used |= {name for name, segments in self._persona_segments.items() if segments}
        if dimension not in DIMENSIONS and not used:
            return (default,)
        return (default, *sorted(used - {default}))


def _personal(element: Element) -> bool:
    """Whether a value of an element, or that it is there, depends on a persona or segment."""
    presence = element.presence
    if presence is not EVERYWHERE and any(map(_of_people, (presence.within, *presence.without))):
        return True
    return (
        _varied(vars(element).values())
        or _varied(element.own.values())
        or any(_varied(vars(facet).values()) for facet in element.facets.values())
    )


def _varied(values: Iterable[object]) -> bool:
    """Whether any of some values, or anything said behind one, depends on a persona or segment."""
    for value in values:
        if isinstance(value, Varying | Many):
            for cell in value.cells:
                if cell.qualifiers and _of_people(cell.qualifiers):
                    return True
                options = cell.aside.options
                if options is not None and _varied(vars(options).values()):
                    return True
    return False


def _of_people(qualifiers: Qualifiers) -> bool:
    return any(dimension in PEOPLE for dimension, _ in qualifiers)
