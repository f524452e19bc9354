"""The way through a journey that meets the most of some steps."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.model import Graph


@attrs.frozen(eq=False, repr=False)
class Routes:
    """The flow of a journey without its loops: steps that lead back to each other are one knot, which a customer may walk whole.

    `knot` is that of each step by its path; knots are numbered so that every way on leads to a smaller number.
    """

    knot: Mapping[str, int]
    onward: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, flow: Graph) -> Routes:
        """The routes of a flow."""
        targets = {
            node.path: [edge.target.path for edge in flow.out(node) if edge.target is not None] for node in flow.nodes
        }
        knot = _knots(targets)
        onward: dict[int, set[int]] = {}
        for path, others in targets.items():
            onward.setdefault(knot[path], set()).update(knot[other] for other in others)
        return cls(knot, {number: frozenset(others - {number}) for number, others in onward.items()})

    def most(self, weights: Mapping[str, int]) -> set[str]:
        """The steps with a weight on the route whose weights add up to most.

        >>> Routes({"a": 2, "b": 1, "c": 0}, {2: frozenset({1, 0})}).most({"a": 1, "b": 1, "c": 3}) == {"a", "c"}
        True
        """
        of_knot: dict[int, list[str]] = {}
        for path in weights:
            if path in self.knot:
                of_knot.setdefault(self.knot[path], []).append(path)
        best, following = self._best({number: sum(weights[one] for one in paths) for number, paths in of_knot.items()})
        number = max(best, key=lambda one: (best[one], -one), default=-1)
        found: set[str] = set()
        while number >= 0:
            found.update(of_knot.get(number, ()))
            number = following[number]
        return found

    def _best(self, weight: Mapping[int, int]) -> tuple[dict[int, int], dict[int, int]]:
        """The most that can be met from each knot on, and the next knot on that way."""
        best: dict[int, int] = {}
        following: dict[int, int] = {}
        for number in range(max(self.knot.values(), default=-1) + 1):
            after = max(self.onward.get(number, ()), key=lambda one: (best[one], -one), default=-1)
            best[number] = weight.get(number, 0) + best.get(after, 0)
            following[number] = after
        return best, following


def _knots(targets: Mapping[str, list[str]]) -> dict[str, int]:
    """The strongly connected components, in reverse topological order (Tarjan 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    knot: dict[str, int] = {}
    stack: list[str] = []
    count = 0
    for root in targets:
        work = [(root, iter(targets[root]))] if root not in index else []
        while work:
            node, others = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
            fresh = next((other for other in others if _unseen(other, node, index, low, knot)), None)
            if fresh is not None:
                work.append((fresh, iter(targets[fresh])))
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                while node not in knot:
                    knot[stack.pop()] = count
                count += 1
    return knot


def _unseen(other: str, node: str, index: dict[str, int], low: dict[str, int], knot: dict[str, int]) -> bool:
    """Whether a neighbour is new; one that is still open is noted as a way back."""
    if other in index and other not in knot:
        low[node] = min(low[node], index[other])
    return other not in index
