"""Ways that are taken together: where customers go on in several ways at once, and where these meet again.

Forks and meetings are read as blocks, one within another: ways belong to a fork until a touchpoint is reached that
another way of the same fork leads to as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from journeyql_flow.chain import Chain, Fork

#: The ways that lead to a touchpoint from forks that have not met again: the fork, which of its ways, its weight.
_Trail = tuple[tuple[int, int, float], ...]
#: So many forks within each other are followed.
_DEEPEST = 8
#: Instead of the index of a way, and of a touchpoint.
ALTERNATIVES = -1
START = -1


def weight(fork: Fork) -> float:
    """In how many ways customers go on at once: the alternatives are one of them.

    A fork whose ways are never taken counts as one.
    """
    if not fork.parallel:
        return 1.0
    together = sum(way.odds for way in fork.ways if way.together)
    return together + bool(fork.alternatives) or 1.0


@attrs.frozen(eq=False, repr=False)
class Branches:
    """For each touchpoint that stands between a fork and its meeting the forks it stands behind."""

    trails: Mapping[int, _Trail]

    @classmethod
    def of(cls, chain: Chain, rings: Sequence[Sequence[int]]) -> Branches:
        """The branches of a chain, its components in order."""
        forks = [(START, chain.entry), *enumerate(chain.forks)]
        if not any(fork.parallel for _, fork in forks):
            return cls({})
        trails: dict[int, _Trail] = {}
        _hand_on(START, chain.entry, (), trails)
        for ring in rings:
            inside = frozenset(ring)
            for node in ring:
                _hand_on(node, chain.forks[node], trails.get(node, ()), trails, inside)
        return cls(trails)

    def times(self, node: int) -> float:
        """How many times the part of a customer who comes to a touchpoint makes one."""
        product = 1.0
        for _, _, whole in self.trails.get(node, ()):
            product *= whole
        return product


def _hand_on(
    node: int, fork: Fork, trail: _Trail, trails: dict[int, _Trail], behind: frozenset[int] = frozenset()
) -> None:
    """Tell the targets of a fork how they are reached; what leads back to an earlier touchpoint changes nothing."""
    for target, own in _targets(node, fork, trail):
        if target in behind and target <= node:
            continue
        known = trails.get(target)
        trails[target] = own if known is None else _common(known, own)


def _targets(node: int, fork: Fork, trail: _Trail) -> Iterator[tuple[int, _Trail]]:
    whole = weight(fork)
    for index, way in enumerate(fork.ways):
        if way.odds > 0:
            branch = (node, index if way.together else ALTERNATIVES, whole)
            yield way.target, (*trail, branch)[:_DEEPEST] if fork.parallel else trail


def _common(one: _Trail, other: _Trail) -> _Trail:
    """What two trails have in common from their beginning."""
    for index, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return one[:index]
    return min(one, other, key=len)
