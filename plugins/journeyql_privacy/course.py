"""The resolved flow of a view, made ready to follow consents and notices along it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from journeyql.model import Edge, Graph, Moment
from journeyql_privacy.standing import Layout, Standing

#: By how much the bit of a consent that holds moves when it is withdrawn.
WITHDRAWAL = (Standing.WITHDRAWN // Standing.GRANTED).bit_length() - 1
#: What a guard asks for: the standings, by the names it speaks of, with which a customer may pass.
Guard = Mapping[str, Standing]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Step:
    """What one touchpoint does to consents and notices.

    Inside a touchpoint the order is notice, ask, collect, use, share: `before` says where each name may stand
    once it uses data; those in `withdraws` are taken back, if they hold, when the customer goes on.
    """

    before: Mapping[str, Standing] = attrs.field(factory=dict)
    withdraws: Collection[str] = ()


class Change(NamedTuple):
    """What happens to all bits at once: some are kept, some are put in."""

    keep: int = -1
    put: int = 0


_NOTHING = Change()


class Way(NamedTuple):
    """An edge: where it leads (an index), which bits may pass, and the fields of which something must be left."""

    target: int
    allow: int = -1
    fields: tuple[int, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Course:
    """Nodes by index, what happens at each before it uses data, and the ways on from each.

    `withdrawn` are the `GRANTED` bits of the consents that each withdraws when it is left. `entries` are the ways in
    from the start: an index, and the bits with which it is taken.
    """

    layout: Layout
    nodes: tuple[Moment, ...]
    before: tuple[Change, ...]
    withdrawn: tuple[int, ...]
    ways: tuple[tuple[Way, ...], ...]
    entries: tuple[tuple[int, int], ...]

    def left(self, index: int, using: int) -> int:
        """The bits with which customers go on from a node that uses data with these: what is withdrawn held before."""
        withdrawn = self.withdrawn[index]
        return using & ~withdrawn | (using & withdrawn) << WITHDRAWAL if withdrawn else using

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The index of each node by its path."""
        return {node.path: index for index, node in enumerate(self.nodes)}

    @cached_property
    def into(self) -> Sequence[Sequence[tuple[int, int]]]:
        """For each node the ways that lead to it: the index of where each begins, and which bits may pass."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.nodes]
        for index, ways in enumerate(self.ways):
            for target, allow, _ in ways:
                found[target].append((index, allow))
        return found


def course(graph: Graph, names: Iterable[str], steps: Mapping[str, Step], guard: Callable[[Edge], Guard]) -> Course:
    """The course of a graph: `steps` by the paths of its nodes, `guard` for its edges.

    At the start nobody has been asked or told anything; an arrow from the start with a guard (`start -> mail
    if=c_news`) is taken by customers who bring that standing along from before.
    """
    making = _Making(Layout.of(names), graph, steps, guard)
    return Course(
        layout=making.layout,
        nodes=graph.nodes,
        before=tuple(map(making.change, graph.nodes)),
        withdrawn=tuple(map(making.withdrawn, graph.nodes)),
        ways=tuple(tuple(making.ways(node)) for node in graph.nodes),
        entries=tuple(making.entries()),
    )


@attrs.frozen(eq=False, repr=False)
class _Making:
    layout: Layout
    graph: Graph
    steps: Mapping[str, Step]
    guard: Callable[[Edge], Guard]

    def change(self, node: Moment) -> Change:
        step = self.steps.get(node.path)
        return _NOTHING if step is None or not step.before else self._put(step.before)

    def _put(self, standings: Mapping[str, Standing]) -> Change:
        """The change that leaves these names with these standings, and all others as they were."""
        return Change(~sum(self.layout.fields(standings)), self.layout.bits(standings))

    def withdrawn(self, node: Moment) -> int:
        step = self.steps.get(node.path)
        return 0 if step is None else self.layout.bits(dict.fromkeys(step.withdraws, Standing.GRANTED))

    def ways(self, node: Moment) -> Iterator[Way]:
        position = self.graph.position
        for edge in self.graph.out(node):
            if edge.target is not None:
                guard = self.guard(edge) if edge.conditional else None
                yield self._guarded(position[edge.target.path], guard) if guard else Way(position[edge.target.path])

    def _guarded(self, target: int, guard: Guard) -> Way:
        fields = self.layout.fields(guard)
        return Way(target, self.layout.bits(guard) | ~sum(fields), fields)

    def entries(self) -> Iterator[tuple[int, int]]:
        for edge in self.graph.out(None):
            if edge.target is not None:
                brought = {name: _brought(allowed) for name, allowed in self.guard(edge).items()}
                change = self._put(brought)
                yield self.graph.position[edge.target.path], self.layout.nobody & change.keep | change.put


def _brought(allowed: Standing) -> Standing:
    """With what a customer comes in through a guarded entry: with nothing yet, if that may pass."""
    return Standing.NEVER if allowed & Standing.NEVER else allowed
