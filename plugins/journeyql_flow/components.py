"""Which touchpoints lead back to each other: the strongly connected components of a chain.

Robert Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972), with a stack of its
own instead of recursion: a journey may have any length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs


def components(targets: Sequence[Sequence[int]]) -> list[list[int]]:
    """The components of a graph given by the targets of each node, sources before their targets.

    Nodes within a component are in the order of their numbers; targets beyond the last node are left out.

    >>> components([[1], [2], [1, 3], [4]])
    [[0], [1, 2], [3]]
    """
    search = _Search(targets)
    for root in range(len(targets)):
        if search.number[root] == _UNSEEN:
            search.from_(root)
    search.found.reverse()
    return search.found


_UNSEEN = -1


@attrs.define(eq=False, repr=False)
class _Search:
    """A depth-first search: `number` in the order met, `low` the earliest that a node leads back to."""

    targets: Sequence[Sequence[int]]
    found: list[list[int]] = attrs.field(factory=list)
    number: list[int] = attrs.field()
    low: list[int] = attrs.field(factory=list)
    open: list[int] = attrs.field(factory=list)
    is_open: list[bool] = attrs.field()
    count: int = 0

    @number.default
    def _none_met(self) -> list[int]:
        return [_UNSEEN] * len(self.targets)

    @is_open.default
    def _none_open(self) -> list[bool]:
        return [False] * len(self.targets)

    def __attrs_post_init__(self) -> None:
        self.low = [0] * len(self.targets)

    def from_(self, root: int) -> None:
        """Everything that a node leads to and that was not met before."""
        path: list[tuple[int, Iterator[int]]] = [(root, self._enter(root))]
        while path:
            node, waiting = path[-1]
            following = next((target for target in waiting if self._new(node, target)), None)
            if following is not None:
                path.append((following, self._enter(following)))
                continue
            path.pop()
            if self.low[node] == self.number[node]:
                self._close(node)
            if path:
                before = path[-1][0]
                self.low[before] = min(self.low[before], self.low[node])

    def _enter(self, node: int) -> Iterator[int]:
        self.number[node] = self.low[node] = self.count
        self.count += 1
        self.open.append(node)
        self.is_open[node] = True
        return iter(self.targets[node])

    def _new(self, node: int, target: int) -> bool:
        """Whether a target was not met before; of one that is still open it is noted that the node leads back to it."""
        if target >= len(self.targets):
            return False
        if self.number[target] == _UNSEEN:
            return True
        if self.is_open[target]:
            self.low[node] = min(self.low[node], self.number[target])
        return False

    def _close(self, node: int) -> None:
        members: list[int] = []
        while not members or members[-1] != node:
            members.append(self.open.pop())
            self.is_open[members[-1]] = False
        self.found.append(sorted(members))
