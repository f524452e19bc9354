"""The resolved flow of a view, made ready to follow consents and notices along it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from journeyql.model import Edge, Graph, Moment
from journeyql_privacy.standing import Layout, Standing

#: By how much the bit of a consent that holds moves when it is withdrawn.
WITHDRAWAL = (Standing.WITHDRAWN // Standing.GRANTED).bit_length() - 1
#: By how much the bit of a consent that holds lies below that of one that is refused.
REFUSAL = (Standing.REFUSED // Standing.GRANTED).bit_length() - 1
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
    """Nodes in order, the `index` of each by its path, what happens before it uses data, and the ways on from it.

    `withdrawn` are the `GRANTED` bits of the consents that each withdraws when it is left. `entries` are the ways in
    from the start: an index, and the bits with which it is taken.
    """

    layout: Layout
    nodes: Sequence[Moment]
    index: Mapping[str, int]
    before: Sequence[Change]
    withdrawn: Sequence[int]
    ways: Sequence[Sequence[Way]]
    entries: Sequence[tuple[int, int]]

    def left(self, index: int, using: int) -> int:
        """The bits with which customers go on from a node that uses data with these: what is withdrawn held before."""
        withdrawn = self.withdrawn[index]
        return using & ~withdrawn | (using & withdrawn) << WITHDRAWAL if withdrawn else using

    def refusing(self) -> Course:
        """The course of those customers who say no to every consent that they are asked for."""
        granted = self.layout.bits(dict.fromkeys(self.layout.shifts, Standing.GRANTED))
        return attrs.evolve(self, before=[_refused(change, granted) for change in self.before])

    @cached_property
    def into(self) -> Sequence[Sequence[tuple[int, int]]]:
        """For each node the ways that lead to it: the index of where each begins, and which bits may pass."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.nodes]
        for index, ways in enumerate(self.ways):
            for target, allow, _ in ways:
                found[target].append((index, allow))
        return found


def course(graph: Graph, names: Iterable[str], steps: Mapping[str, Step], guard: Callable[[Edge], Guard]) -> Course:
    """The course of a graph: `steps` by the paths of its nodes (others are left out), `guard` for its edges.

    At the start nobody has been asked or told anything; an arrow from the start with a guard (`start -> mail
    if=c_news`) is taken by customers who bring that standing along from before.
    """
    layout, size = Layout.of(names), len(graph.nodes)
    before, withdrawn = [_NOTHING] * size, [0] * size
    for path, step in steps.items():
        index = graph.position.get(path)
        if index is not None:
            before[index] = _change(layout, step.before)
            withdrawn[index] = layout.bits(dict.fromkeys(step.withdraws, Standing.GRANTED))
    passages = _Passages(layout, tuple(map(Way, range(size))))
    ways: list[list[Way]] = [[] for _ in graph.nodes]
    entries: list[tuple[int, int]] = []
    for edge in graph.edges:
        if edge.target is None:
            continue
        target = graph.position[edge.target.path]
        if edge.source is None:
            entries.append((target, _entered(layout, guard(edge))))
        else:
            ways[graph.position[edge.source.path]].append(passages.way(target, guard(edge)))
    return Course(
        layout=layout,
        nodes=graph.nodes,
        index=graph.position,
        before=before,
        withdrawn=withdrawn,
        ways=ways,
        entries=entries,
    )


def _refused(change: Change, granted: int) -> Change:
    """A change without the `granted` bits of names that it leaves either granted or refused."""
    asked = change.put & granted & change.put >> REFUSAL
    return Change(change.keep, change.put & ~asked) if asked else change


def _change(layout: Layout, standings: Mapping[str, Standing]) -> Change:
    """The change that leaves these names with these standings, and all others as they were."""
    return Change(~sum(layout.fields(standings)), layout.bits(standings)) if standings else _NOTHING


def _entered(layout: Layout, guard: Guard) -> int:
    """The bits of those who come in through an entry: what its guard asks for, and else nothing yet."""
    brought = {name: Standing.NEVER if allowed & Standing.NEVER else allowed for name, allowed in guard.items()}
    change = _change(layout, brought)
    return layout.nobody & change.keep | change.put


@attrs.frozen(eq=False, repr=False)
class _Passages:
    """Makes ways; what a guard lets pass is worked out once. `free` has the way without a guard to each node."""

    layout: Layout
    free: Sequence[Way]
    _known: dict[tuple[tuple[str, Standing], ...], tuple[int, tuple[int, ...]]] = attrs.field(factory=dict)

    def way(self, target: int, guard: Guard) -> Way:
        """The way to a node through a guard."""
        if not guard:
            return self.free[target]
        key = tuple(guard.items())
        if key not in self._known:
            fields = self.layout.fields(guard)
            self._known[key] = (self.layout.bits(guard) | ~sum(fields), fields)
        return Way(target, *self._known[key])
