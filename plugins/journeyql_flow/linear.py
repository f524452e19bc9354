"""Solves the sparse linear system of a chain, x = base + rows * x, in time that grows with its length.

The components are solved one after the other, each from what the earlier ones came to. Within a component, touchpoints
with few neighbours are eliminated (a row of them in a loop, as journeys have it, is solved exactly by that alone); what
is left is approached by Gauss-Seidel sweeps. The number of sweeps is bounded: as all numbers are positive, values are
approached from below, so that a bound that is ever reached gives too small a value and never a wrong sign.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence

import attrs

Row = dict[int, float]
#: A touchpoint is eliminated while the product of its neighbours before and behind it is at most this.
_FEW = 9
_SWEEPS = 2_000
#: As many terms are added up in all sweeps at most.
_TERMS = 2_000_000
_PRECISION = 1e-12
#: The least part of customers that leaves a loop; a smaller one cannot be told from rounding.
_LEAST = 1e-12


def solve(
    components: Iterable[Sequence[int]],
    rows: Sequence[Mapping[int, float]],
    base: Sequence[float],
    endless: Container[int] = (),
) -> list[float]:
    """The values x of `x[v] = base[v] + sum(rows[v][u] * x[u])`, for components that come after what they need.

    `endless` are the nodes of components that nothing leaves: their values are infinite, if anything comes in.

    >>> solve([[0], [1]], [{0: 0.5}, {0: 1.0}], [1.0, 0.0])
    [2.0, 2.0]
    """
    values = [0.0] * len(base)
    for members in components:
        if members[0] in endless:
            block = _Block.of(members, rows, base, values)
            filled = math.inf if any(block.base.values()) else 0.0
            for node in members:
                values[node] = filled
        elif len(members) == 1:
            values[members[0]] = _single(members[0], rows, base, values)
        else:
            _together(members, rows, base, values)
    return values


def _single(node: int, rows: Sequence[Mapping[int, float]], base: Sequence[float], values: Sequence[float]) -> float:
    row = rows[node]
    total = base[node] + sum(part * values[other] for other, part in row.items() if other != node)
    return total / max(1 - row[node], _LEAST) if node in row else total


def _together(
    members: Sequence[int], rows: Sequence[Mapping[int, float]], base: Sequence[float], values: list[float]
) -> None:
    block = _Block.of(members, rows, base, values)
    eliminated = block.eliminate()
    block.sweep(values)
    for node, row, start in reversed(eliminated):
        values[node] = start + sum(part * values[other] for other, part in row.items())


@attrs.frozen(eq=False, repr=False)
class _Block:
    """The system of one component: its rows, who needs each node, and where each row starts."""

    rows: dict[int, Row]
    needed: dict[int, set[int]]
    base: dict[int, float]

    @classmethod
    def of(
        cls,
        members: Sequence[int],
        rows: Sequence[Mapping[int, float]],
        base: Sequence[float],
        values: Sequence[float],
    ) -> _Block:
        """What the members need of each other, and what comes from outside."""
        block = cls({}, {node: set() for node in members}, {})
        for node in members:
            start = base[node]
            row: Row = {}
            for other, part in rows[node].items():
                if other in block.needed:
                    row[other] = part
                    block.needed[other].add(node)
                else:
                    start += part * values[other]
            block.rows[node], block.base[node] = row, start
        return block

    def eliminate(self) -> list[tuple[int, Row, float]]:
        """Take out the nodes with few neighbours: each with the row from which its value follows."""
        waiting = deque(self.rows)
        gone: list[tuple[int, Row, float]] = []
        while waiting:
            node = waiting.popleft()
            row = self.rows.get(node)
            if row is not None and len(row) * len(self.needed[node]) <= _FEW:
                near = self._take_out(node, row)
                gone.append((node, row, self.base.pop(node)))
                waiting.extend(near)
        return gone

    def _take_out(self, node: int, row: Row) -> list[int]:
        """Replace a node by its row wherever it is needed; its neighbours."""
        own = row.pop(node, 0.0)
        times = 1 / max(1 - own, _LEAST)
        for other in row:
            row[other] *= times
            self.needed[other].discard(node)
        self.base[node] *= times
        del self.rows[node]
        users = sorted(self.needed.pop(node) - {node})
        for user in users:
            target = self.rows[user]
            part = target.pop(node)
            self.base[user] += part * self.base[node]
            for other, weight in row.items():
                target[other] = target.get(other, 0.0) + part * weight
                self.needed[other].add(user)
        return [*row, *users]

    def sweep(self, values: list[float]) -> None:
        """Approach the values of the nodes that are left."""
        terms = sum(len(row) for row in self.rows.values())
        for _ in range(min(_SWEEPS, _TERMS // terms if terms else 1)):
            if not self._better(values):
                return

    def _better(self, values: list[float]) -> bool:
        """One sweep over all nodes; whether it changed anything that counts."""
        changed = False
        for node, row in self.rows.items():
            total = self.base[node] + sum(part * values[other] for other, part in row.items() if other != node)
            value = total / max(1 - row.get(node, 0.0), _LEAST)
            changed = changed or not math.isclose(value, values[node], rel_tol=_PRECISION)
            values[node] = value
        return changed
