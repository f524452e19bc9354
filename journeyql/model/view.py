"""A model as it is in one context: the typed reading side for passes and renderers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from journeyql.model.by_kind import ByKind
from journeyql.model.choice import Chooser
from journeyql.model.context import Context
from journeyql.model.element import Element, Presence
from journeyql.model.flow import resolve_flow
from journeyql.model.graph import Graph
from journeyql.model.kinds import Evidence, Journey, Lane, Moment, Persona, Stage, Touchpoint
from journeyql.model.order import arranged
from journeyql.model.people import People
from journeyql.model.quantity import Range
from journeyql.model.variants import StandIns
from journeyql.model.varying import Cell, Many, Ref, Varying
from journeyql.source import Span

if TYPE_CHECKING:
    from journeyql.model.model import Model

T = TypeVar("T")
E = TypeVar("E", bound=Element)
F = TypeVar("F")

#: The emotion scale of a journey that declares none: 1 (worst) to 5 (best).
DEFAULT_SCALE: Range[float] = Range(1.0, 5.0)
#: What parts the name of a persona from what it is.
_COMMA = re.compile("[,，、،]")
ASSUMED, STATED, MEASURED = "assumed", "stated", "measured"
_MEASURED_BY = {"analytics", "crm", "observation", "biometric"}


@attrs.frozen(eq=False, repr=False)
class _Existing(Container[str]):
    """The paths of what exists in a view."""

    view: View

    def __contains__(self, path: object) -> bool:
        element = self.view.model.elements.get(path) if isinstance(path, str) else None
        return element is not None and self.view.has(element)


@attrs.frozen(eq=False, repr=False, slots=False)
class View:
    """What a model says in one context.

    ``view[touchpoint.emotion]`` is a ``float`` or None, ``view[touchpoint.doing]`` a tuple of texts; the static
    types follow from the property's declaration, for kinds of plugins as well.
    """

    model: Model
    context: Context

    @cached_property
    def chooser(self) -> Chooser:
        """Which cells hold here."""
        return Chooser.of(self.model, self.context)

    @overload
    def __getitem__(self, field: Varying[T]) -> T | None: ...
    @overload
    def __getitem__(self, field: Many[T]) -> tuple[T, ...]: ...
    def __getitem__(self, field: Varying[Any] | Many[Any]) -> Any:
        """The value of a property: one or None, or for a list-valued property a tuple."""
        cells = field.cells
        if len(cells) == 1 and not cells[0].qualifiers:  # the same everywhere, as most are
            return (cells[0].value,) if isinstance(field, Many) else cells[0].value
        found = self._holding(field) if cells or field.inherited is not None else ()
        if isinstance(field, Many):
            return tuple([cell.value for cell in found]) if found else ()
        return found[-1].value if found else None

    def cell(self, field: Varying[T]) -> Cell[T] | None:
        """The cell that holds in this context: value, span, options, what it cites."""
        cells = field.cells
        if len(cells) == 1 and not cells[0].qualifiers:
            return cells[0]
        found = self._holding(field) if cells or field.inherited is not None else ()
        return found[-1] if found else None

    def cells(self, field: Many[T]) -> tuple[Cell[T], ...]:
        """The cells of a list-valued property that hold in this context, in order."""
        return self._holding(field)

    def _holding(self, field: Varying[T] | Many[T]) -> tuple[Cell[T], ...]:
        """The cells of a property that hold here, else those of the surrounding elements' property."""
        asked: Varying[T] | Many[T] | None = field
        while asked is not None:
            cells = asked.cells
            if cells:
                if len(cells) == 1 and not cells[0].qualifiers:
                    return cells
                chosen = self.chooser.best(cells)
                if chosen:
                    return chosen
            asked = asked.inherited
        return ()

    def evidence(self, field: Varying[Any] | Many[Any]) -> tuple[Evidence, ...]:
        """What the value of a property rests on: its own citations, else those of its surroundings."""
        cells = self._holding(field) if isinstance(field, Many) else self._holding(field)[-1:]
        cited = tuple([ref for cell in cells for ref in cell.aside.cited])
        if not cited and cells and field.evidence is not None:
            cited = self[field.evidence]
        once = dict.fromkeys(cited) if len(cited) > 1 else cited
        found = [self.follow(ref) for ref in once]
        return tuple([item for item in found if isinstance(item, Evidence)])

    def grade(self, field: Varying[Any] | Many[Any]) -> str:
        """How well the value of a property is founded: `assumed`, `stated` or `measured`.

        Analytics, CRM data, observation and biometrics measure; interviews, surveys, focus groups, workshops and
        external reports state; no evidence at all is an assumption.
        """
        return self.graded(self.evidence(field))

    def graded(self, evidence: Iterable[Evidence]) -> str:
        """How well something is founded that rests on these; see `grade`."""
        methods = {self[item.method] for item in evidence}
        if not methods:
            return ASSUMED
        return MEASURED if methods & _MEASURED_BY else STATED

    def title(self, element: Element) -> str:
        """The words for an element: its title, else its name."""
        return self[element.title] or element.id

    def name_and_role(self, element: Element) -> tuple[str, str]:
        """A title in two parts, as those of personas are written: what stands before its first comma, and what follows."""
        name, *role = _COMMA.split(self.title(element), maxsplit=1)
        return name.strip() or element.id, "".join(role).strip()

    def span(self, element: Element, field: Varying[Any] | Many[Any]) -> Span:
        """The words of the file to point at: the (first) value of a property, or else the element."""
        cells = self.cells(field) if isinstance(field, Many) else (self.cell(field),)
        return next((cell.span for cell in cells if cell is not None), element.span)

    def has(self, element: Element) -> bool:
        """Whether an element and all that surround it exist in this context."""
        return element.path not in self._absent

    def present(self, presence: Presence) -> bool:
        """Whether something with this presence exists in this context."""
        return self.chooser.present(presence)

    @cached_property
    def _absent(self) -> Container[str]:
        """The paths of what does not exist here: because of its own presence, or that of what surrounds it."""
        found: set[str] = set()
        for element in self.model.conditional:
            if element.path not in found and not self.present(element.presence):
                found.add(element.path)
                found.update(child.path for child in self.model.below(element))
        return found

    @overload
    def children(self, of: Element | None) -> tuple[Element, ...]: ...
    @overload
    def children(self, of: Element | None, kind: type[E]) -> tuple[E, ...]: ...
    def children(self, of: Element | None, kind: type[Any] = Element) -> tuple[Any, ...]:
        """The elements that stand directly in another (None: in the file), of a kind if one is given."""
        found = self._arranged(of.path if of else "")
        if kind is Element or not found:
            return found
        return tuple([child for child in found if isinstance(child, kind)])

    def _arranged(self, path: str) -> tuple[Element, ...]:
        """What stands in an element, in order; where no context changes anything, that is what is written."""
        written = self.model.children.get(path, ())
        if not written or path not in self.model.unsteady:
            return written if path not in self._absent else ()
        found = self._children.get(path)
        if found is None:
            present = tuple(filter(self.has, written))
            found = self._children[path] = arranged(self, present)
        return found

    @cached_property
    def _children(self) -> dict[str, tuple[Element, ...]]:
        return {}

    def within(self, element: Element | None, kind: type[E]) -> Iterator[E]:
        """All elements of a kind below another (None: in the file), at any depth, in order."""
        if element is None or isinstance(element, Journey):
            return iter(self._standing(element).all(kind))
        return (item for item in self._below(element) if isinstance(item, kind))

    def _below(self, element: Element | None) -> Iterator[Element]:
        """All elements below another (None: in the file), in order."""
        waiting = [*reversed(self._arranged(element.path if element else ""))]
        while waiting:
            child = waiting.pop()
            yield child
            inner = self._arranged(child.path)
            if inner:
                waiting.extend(reversed(inner))

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All elements of a kind that exist in this context."""
        return self._standing(None).all(kind)

    def _standing(self, whole: Journey | None) -> ByKind:
        """All that exists in a journey (None: in the file), found once."""
        path = "" if whole is None else whole.path
        found = self._by_kind.get(path)
        if found is None:
            found = self._by_kind[path] = ByKind.of(self._below(whole))
        return found

    @cached_property
    def _by_kind(self) -> dict[str, ByKind]:
        """What exists, by the path of what it stands in; the same for all views where no context changes it."""
        usual = self if self.model.unsteady else self.model.view()
        return {} if usual is self else usual._by_kind  # noqa: SLF001 - of its own class

    def parent(self, element: Element) -> Element | None:
        """The element that another stands in; None at the top level."""
        return self.model.elements.get(self.model.parents[element.path])

    def around(self, element: Element, kind: type[E]) -> E | None:
        """The nearest surrounding element of a kind, the element itself included."""
        found, elements, parents = element, self.model.elements, self.model.parents
        while not isinstance(found, kind):
            path = parents[found.path]
            if not path:
                return None
            found = elements[path]
        return found

    def follow(self, ref: Ref[T]) -> T | None:
        """The element that a reference names, or None when it does not exist in this context."""
        found: Any = self._followed.get(ref.path, self)
        if found is self:
            path = self._stand_ins.of(ref.path)
            found = self._followed[ref.path] = None if path is None else self.model.elements[path]
        return found  # type: ignore[no-any-return]  # resolution binds a reference to an element of its kind

    @cached_property
    def _followed(self) -> dict[str, Element | None]:
        return {}

    def named(self, name: str, kind: type[E], near: Element) -> E | None:
        """The element of a kind that a bare name or dotted path means where `near` stands, or None.

        It is for words that the vocabulary reads as names, like those of guards; references are bound already.
        """
        found = self.model.naming.find(name, kind, near)
        return None if found is None else self.follow(Ref(found.path, found.entry.name))

    def guarding(self, word: str, near: Element) -> tuple[Element, str] | None:
        """What a word of a guard names where `near` stands, and how that must stand: `refused` of `c_news.refused`.

        None for a condition, and for a name that nothing has.
        """
        whole = self.named(word, Element, near)
        if whole is not None:
            return whole, ""
        name, _, standing = word.rpartition(".")
        part = self.named(name, Element, near) if name else None
        return None if part is None else (part, standing)

    @cached_property
    def _stand_ins(self) -> StandIns:
        return StandIns(self.model.families, _Existing(self))

    def own(self, element: Element, name: str) -> object | None:
        """The value of a lane that the file itself declares, or None."""
        field = element.own.get(name)
        return None if field is None else self[field]

    def facet(self, element: Element, facet: type[F]) -> F:
        """What a facet class says about an element; an object without any value when nothing is said."""
        found = element.facets.get(facet)
        return found if isinstance(found, facet) else facet()

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys that this compilation is about."""
        return tuple(journey for journey in self.model.journeys if self.has(journey))

    def personas(self, journey: Journey) -> tuple[Persona, ...]:
        """Whom a journey is about: the personas it names, else all."""
        named = (self.follow(ref) for ref in self[journey.persona])
        return tuple(item for item in named if isinstance(item, Persona)) or self.of(Persona)

    def people(self, journey: Journey) -> Mapping[str, View]:
        """The views of the personas by name, and of segments that no persona is in, where their steps differ.

        Empty when a persona or segment is asked for already, everybody takes the same steps, or very many people
        are told apart.
        """
        return self._people.parts(journey)

    def perspectives(self, journey: Journey) -> Mapping[str, View]:
        """Through whose eyes a journey is seen: the views of its personas by name, or one without a name.

        What holds for everyone is seen in each. Personas for whom the file says the same share one view; of very many
        personas (`MOST_PERSONAS`) only the first are here. In a view of a segment they are those of the segment.
        """
        return self._people.perspectives(journey)

    @cached_property
    def _people(self) -> People:
        return People(self)

    def eyes(self, journey: Journey) -> tuple[View, ...]:
        """The perspectives of a journey that differ, each once; what holds for all is seen in each."""
        return tuple(dict.fromkeys(self.perspectives(journey).values()))

    def only_for(self, element: Element) -> tuple[Element, ...]:
        """The personas (or segments) for whom an element exists, where it does not for all; else nothing."""
        journey = self.around(element, Journey)
        return () if journey is None else self._people.only_for(element, journey)

    def stages(self, journey: Journey) -> tuple[Stage, ...]:
        """The stages of a journey in order."""
        return self.children(journey, Stage)

    def steps(self, within: Journey | Stage) -> tuple[Moment, ...]:
        """The touchpoints of a journey or stage in order; a stage without touchpoints acts as one.

        A stage whose touchpoints all belong to other contexts has no step in this one.
        """
        if isinstance(within, Stage):
            written = any(isinstance(child, Touchpoint) for child in self.model.children.get(within.path, ()))
            return self.children(within, Touchpoint) if written else (within,)
        return tuple(step for stage in self.stages(within) for step in self.steps(stage))

    def scale(self, element: Element) -> Range[float]:
        """The emotion scale of the journey around an element."""
        journey = self.around(element, Journey)
        return (self[journey.scale] if journey is not None else None) or DEFAULT_SCALE

    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that the file declares or renames."""
        return self.of(Lane)

    @cached_property
    def graph(self) -> Graph:
        """The resolved flow of all journeys of the view."""
        flows = [self.flow(journey) for journey in self.journeys]
        nodes = tuple(node for flow in flows for node in flow.nodes)
        return Graph(nodes, tuple(edge for flow in flows for edge in flow.edges))

    def flow(self, journey: Journey) -> Graph:
        """The resolved flow of one journey; the very same for all views where no context changes it."""
        known = self.model.flows if journey.path in self.model.fixed_flows else self._flows
        found = known.get(journey.path)
        if found is None:
            found = known[journey.path] = resolve_flow(self, journey)
        return found

    @cached_property
    def _flows(self) -> dict[str, Graph]:
        return {}

    def narrowed(self, **values: str) -> View:
        """The same model in a narrower context, for example `persona="mei"`."""
        return self.model.view(self.context.narrowed(**values))
