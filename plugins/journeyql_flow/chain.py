"""The flow of a journey as an absorbing Markov chain: which way on is taken how often.

Where an arrow states a share, that is its odds. Ways on without one get what is left of the whole, split evenly; where
that is more than one way, or where the shares do not add up and have to be brought to the whole, the odds are assumed.
A touchpoint that customers may leave out (`optional`) is left out by half of those who come to it by the order alone:
they do not take its arrows, but go on to what follows it, which they may leave out in turn.

John G. Kemeny and J. Laurie Snell, Finite Markov Chains, 1960, chapter III: the journey's end is the absorbing state,
its touchpoints are the transient ones.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import attrs

from journeyql.model import Edge, Graph, Moment
from journeyql_flow.guards import Guards

_ALL = 100.0
_ROUNDING = 0.05
_HALF = 0.5
#: Fewer customers than this leave nothing more out, so that a long row of optional touchpoints has few ways.
_FEWEST = 1e-4


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Way:
    """One way on: the index of the touchpoint it leads to (the number of touchpoints for the end), and its odds.

    `together` marks a parallel one. Where customers leave out what the `edge` leads to, the target is what comes after.
    """

    target: int
    odds: float
    edge: Edge
    together: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Fork:
    """The ways on from one place: alternatives, of which each customer takes one, and parallel ways taken besides.

    The odds of the alternatives add up to 1; those of a parallel way say how often it is taken at all. `uneven` marks stated
    shares that do not add up and were brought to the whole; that is `assumed`, too.
    """

    ways: tuple[Way, ...]
    assumed: bool = False
    uneven: bool = False

    @property
    def alternatives(self) -> tuple[Way, ...]:
        """The ways of which each customer takes one."""
        return tuple(way for way in self.ways if not way.together)

    @property
    def parallel(self) -> bool:
        """Whether customers go on in several ways at once."""
        return any(way.together for way in self.ways)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Chain:
    """All ways on: `forks` in the order of the touchpoints `nodes`, `entry` those at the start.

    `stuck` are the touchpoints from which every way is barred to the persona, where the journey stops for them; where
    every way in is barred it does not begin (`shut`).
    """

    nodes: tuple[Moment, ...]
    entry: Fork
    forks: tuple[Fork, ...]
    stuck: tuple[int, ...] = ()
    shut: bool = False

    @property
    def end(self) -> int:
        """The index that stands for the end of the journey."""
        return len(self.nodes)

    @property
    def assumed(self) -> bool:
        """Whether any odds are assumed."""
        return self.entry.assumed or any(fork.assumed for fork in self.forks)

    @property
    def uneven(self) -> bool:
        """Whether any stated shares were brought to the whole."""
        return self.entry.uneven or any(fork.uneven for fork in self.forks)

    @classmethod
    def of(cls, flow: Graph, optional: Container[int], guards: Guards) -> Chain:
        """The chain of one resolved flow for those for whom guards hold; touchpoints by number may be `optional`."""
        after = {index: _after(flow, index) for index in range(len(flow.nodes)) if index in optional}
        read = _Reader(flow.position, after, guards)
        return cls(
            nodes=flow.nodes,
            entry=read.fork(flow.out(None)),
            forks=tuple(read.fork(flow.out(node)) for node in flow.nodes),
            stuck=tuple(index for index, node in enumerate(flow.nodes) if guards.close(flow.out(node))),
            shut=guards.close(flow.out(None)),
        )


def _after(flow: Graph, index: int) -> int:
    """Where those who leave a touchpoint out go on: by the order, else by its one arrow for all, else to the next line."""
    edges = [edge for edge in flow.out(flow.nodes[index]) if not edge.conditional and not edge.parallel]
    following = next((edge for edge in edges if edge.implied), next(iter(edges), None))
    if following is None:
        return index + 1
    return len(flow.nodes) if following.target is None else flow.position[following.target.path]


@attrs.frozen(eq=False, repr=False)
class _Reader:
    """Reads edges: `places` are the indexes of the touchpoints by path, `after` what follows those that may be left out."""

    places: Mapping[str, int]
    after: Mapping[int, int]
    guards: Guards

    def fork(self, written: Sequence[Edge]) -> Fork:
        """The ways on that edges describe."""
        edges = [edge for edge in written if not self.guards.bar(edge)]
        if written and not edges:
            return self._only(Edge(source=written[0].source, target=None))
        barred = len(edges) < len(written)
        if len(edges) == 1 and edges[0].share is None and not edges[0].parallel:
            return self._only(edges[0])
        alternatives = [edge for edge in edges if not edge.parallel]
        odds, assumed, uneven = _odds(alternatives, barred)
        ways = [way for edge, part in zip(alternatives, odds, strict=True) for way in self._ways(edge, part)]
        left_out = len(ways) > len(alternatives)
        ways += [way for edge in edges if edge.parallel for way in self._ways(edge, _share(edge))]
        if not any(way.odds for way in ways):  # nothing but parallel ways that are never taken: then all of them are
            ways, assumed = [attrs.evolve(way, odds=1.0) for way in ways], True
        return Fork(ways=tuple(ways), assumed=assumed or left_out, uneven=uneven)

    def _only(self, edge: Edge) -> Fork:
        ways = self._ways(edge, 1.0)
        return Fork(ways=ways, assumed=len(ways) > 1)

    def _ways(self, edge: Edge, odds: float) -> tuple[Way, ...]:
        """The way that an edge is, and those past touchpoints that customers leave out, till too few are left."""
        target = len(self.places) if edge.target is None else self.places[edge.target.path]
        ways = []
        while edge.implied and target in self.after and odds > _FEWEST:
            odds *= _HALF
            ways.append(Way(target=target, odds=odds, edge=edge))
            target = self.after[target]
        return (*ways, Way(target=target, odds=odds, edge=edge, together=edge.parallel))


def _share(edge: Edge) -> float:
    return 1.0 if edge.share is None else edge.share / _ALL


def _odds(edges: Sequence[Edge], barred: bool) -> tuple[list[float], bool, bool]:
    """How often each of several alternatives is taken, whether that is assumed, and whether shares do not add up.

    Where others are barred to the persona, those that are left make the whole, and that is no assumption.
    """
    stated = stated_shares(edges)
    unstated = sum(edge.share is None for edge in edges)
    rest = max(0.0, _ALL - stated) / unstated if unstated else 0.0
    whole = stated + rest * unstated
    uneven = bool(edges) and not barred and abs(whole - _ALL) > _ROUNDING
    assumed = unstated > 1 or uneven
    if whole == 0:
        return [1 / len(edges) for _ in edges], assumed, uneven
    return [(rest if edge.share is None else edge.share) / whole for edge in edges], assumed, uneven


def stated_shares(edges: Iterable[Edge]) -> float:
    """The sum of the shares that edges state, in per cent."""
    return sum(edge.share for edge in edges if edge.share is not None)
