"""The resolved model of a file and everything it uses."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import attrs

from journeyql.model.choice import PEOPLE
from journeyql.model.context import DIMENSIONS, Context
from journeyql.model.element import Element
from journeyql.model.flow import Arrow
from journeyql.model.kinds import Journey, Market, Persona
from journeyql.model.naming import Naming
from journeyql.model.varying import Qualifiers
from journeyql.model.view import View
from journeyql.source import SourceFile, Span

E = TypeVar("E", bound=Element)


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
        """The model in a context; the default one if none is given. Equal contexts share a view."""
        asked = self.context if context is None else context
        found = self._views.get(asked)
        if found is None:
            found = self._views[asked] = View(self, asked)
        return found

    @cached_property
    def _views(self) -> dict[Context, View]:
        return {}

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All elements of a kind, whatever the context."""
        return tuple(element for element in self.elements.values() if isinstance(element, kind))

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
    def _variants(self) -> Mapping[str, tuple[str, ...]]:
        """For each element that has them, the paths of all elements of its kind and name in the same place."""
        groups: dict[tuple[str, type, str], list[str]] = {}
        for path, element in self.elements.items():
            groups.setdefault((self.parents[path], type(element), element.id), []).append(path)
        return {path: tuple(group) for group in groups.values() if len(group) > 1 for path in group}

    def variant(self, path: str, known: Container[str]) -> str | None:
        """The path itself, or that of a variant of the element (`touchpoint[DE] a`, `touchpoint[FR] a`), if known."""
        if path in known:
            return path
        return next((other for other in self._variants.get(path, ()) if other in known), None)

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
        values = {v for quals in self.qualifiers for name, atoms in quals if name == dimension for v in atoms}
        return tuple(sorted(values))

    def contexts(self, dimensions: Iterable[str]) -> tuple[Context, ...]:
        """One context for each view that really differs along the given dimensions; the default one first."""
        axes = [[(name, value) for value in self._values(name)] for name in dimensions]
        found: dict[tuple[Qualifiers, ...], Context] = {}
        for choice in itertools.product(*axes):
            context = self.context.narrowed(**dict(choice))
            found.setdefault(self._signature(context), context)
        return tuple(found.values())

    def _values(self, dimension: str) -> tuple[str, ...]:
        default = self.context.value(dimension)
        used = {*self.used(dimension)}
        if dimension == "persona" and self.used("segment"):
            used |= {name for name, segments in self._persona_segments.items() if segments}
        if dimension not in DIMENSIONS and not used:
            return (default,)
        return (default, *sorted(used - {default}))

    def _signature(self, context: Context) -> tuple[Qualifiers, ...]:
        chooser = View(self, context).chooser
        return tuple(sorted(quals for quals in self.qualifiers if chooser.rank(quals) is not None))
