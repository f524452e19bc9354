"""From the arrows as written to the flow of one view, by the language's rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from journeyql.model.element import EVERYWHERE, Presence
from journeyql.model.graph import Edge, Graph
from journeyql.model.kinds import Journey, Moment, Touchpoint
from journeyql.model.terms import FlowTerms
from journeyql.model.variants import StandIns
from journeyql.model.varying import Varying
from journeyql.source import Span

if TYPE_CHECKING:
    from journeyql.model.view import View

_ALL = 100.0
_ROUNDING = 1e-6


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Arrow:
    """An arrow as written; `source` and `target` are paths, empty for the start and the end of `journey`."""

    journey: str
    source: str
    target: str
    condition: Varying[str]
    terms: FlowTerms
    presence: Presence
    span: Span

    @property
    def fixed(self) -> bool:
        """Whether it is there in every context and says the same in each."""
        said = (self.condition, *vars(self.terms).values())
        return self.presence is EVERYWHERE and not any(cell.qualifiers for field in said for cell in field.cells)


def resolve_flow(view: View, journey: Journey) -> Graph:
    """The flow of a journey in a view.

    After a touchpoint comes the next one in the order written, unless an unconditional arrow, a conditional one
    to the same target, or shares that reach 100 % say otherwise.

    Where personas take different steps, and none is asked for, the flow is what any of them does.
    """
    steps, parts = view.steps(journey), view.people(journey)
    if not parts:
        return Graph(steps, tuple(_edges(view, journey, steps)))
    edges = {part: tuple(_edges(part, journey, part.steps(journey))) for part in dict.fromkeys(parts.values())}
    return Graph(steps, tuple(_together({name: edges[part] for name, part in parts.items()})))


def _together(parts: Mapping[str, tuple[Edge, ...]]) -> Iterator[Edge]:
    """The edges of all parts, each once, with the names of those whose edge it is unless it is everybody's."""
    first: dict[tuple[object, ...], Edge] = {}
    people: dict[tuple[object, ...], list[str]] = {}
    for name, edges in parts.items():
        for edge in edges:
            key = attrs.astuple(edge, recurse=False)
            first.setdefault(key, edge)
            people.setdefault(key, []).append(name)
    for key, edge in first.items():
        names = tuple(people[key])
        yield edge if len(names) == len(parts) else attrs.evolve(edge, people=names)


def _edges(view: View, journey: Journey, steps: tuple[Moment, ...]) -> Iterator[Edge]:
    written = _written(view, journey, steps)
    if steps and not written.get(""):
        yield Edge(source=None, target=steps[0])
    yield from written.pop("", ())
    for index, step in enumerate(steps):
        following = steps[index + 1] if index + 1 < len(steps) else None
        arrows = written.get(step.path, ())
        yield from arrows
        if not _replaced(arrows, following):
            yield Edge(source=step, target=following)


def _written(view: View, journey: Journey, steps: tuple[Moment, ...]) -> dict[str, list[Edge]]:
    known: dict[str, Moment | None] = {"": None, **_entrances(view, steps)}
    last = {**known, **_exits(view, steps)}
    begins, ends = StandIns(view.model.families, last), StandIns(view.model.families, known)
    edges: dict[str, list[Edge]] = {}
    for arrow in view.model.arrows_of(journey):
        begin, end = begins.of(arrow.source), ends.of(arrow.target)
        if begin is None or end is None or not view.present(arrow.presence):
            continue
        source = last[begin]
        edges.setdefault(source.path if source else "", []).append(_edge(view, arrow, source, known[end]))
    return edges


def _entrances(view: View, steps: Iterable[Moment]) -> dict[str, Moment]:
    """Where an arrow to a path arrives: at the step itself, or at the first step of a stage."""
    found: dict[str, Moment] = {}
    for step in steps:
        stage = view.parent(step)
        if isinstance(step, Touchpoint) and stage is not None:
            found.setdefault(stage.path, step)
        found[step.path] = step
    return found


def _exits(view: View, steps: Iterable[Moment]) -> dict[str, Moment]:
    """Where an arrow from a path leaves: from the step itself, or from the last step of a stage."""
    return _entrances(view, reversed(tuple(steps)))


def _edge(view: View, arrow: Arrow, source: Moment | None, target: Moment | None) -> Edge:
    terms = arrow.terms
    return Edge(
        source=source,
        target=target,
        condition=view[arrow.condition] or "",
        share=view[terms.share],
        delay=view[terms.delay],
        needs=view[terms.if_],
        bars=view[terms.unless],
        parallel=view[terms.parallel] or False,
        terms=terms,
        span=arrow.span,
    )


def _replaced(arrows: Iterable[Edge], following: Moment | None) -> bool:
    total = 0.0
    for edge in arrows:
        if not edge.conditional or edge.target is following:
            return True
        total += edge.share or 0.0
    return total >= _ALL - _ROUNDING
