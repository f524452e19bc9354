"""Several orders of the same things as one."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeVar

from journeyql.model import Element

E = TypeVar("E", bound=Element)


def merged(orders: Iterable[Sequence[E]], written: Mapping[str, int]) -> tuple[E, ...]:
    """The elements of all sequences, each once, none before what it follows in one of them.

    Where that leaves a choice, the order in which they are written (`written`, by path) decides, and it wins where
    the sequences contradict each other. So the steps of several personas, of which each skips some, come in the
    order of the journey.
    """
    sequences = list(orders)
    elements = {element.path: element for sequence in sequences for element in sequence}
    behind: dict[str, set[str]] = {path: set() for path in elements}
    for sequence in sequences:
        for first, second in pairwise(sequence):
            behind[first.path].add(second.path)
    return tuple(elements[path] for path in _ordered(behind, written))


def _ordered(behind: Mapping[str, set[str]], written: Mapping[str, int]) -> list[str]:
    """The paths, none before what it stands behind, else as written; where that leads in a circle, as written."""
    waits = Counter(path for others in behind.values() for path in others)
    rest = deque(sorted(behind, key=lambda path: written.get(path, 0)))
    place = {path: number for number, path in enumerate(rest)}
    ready = [(place[path], path) for path in rest if not waits[path]]
    found: dict[str, None] = {}
    while len(found) < len(behind):
        while not ready and rest[0] in found:
            rest.popleft()
        path = heappop(ready)[1] if ready else rest[0]
        if path not in found:
            found[path] = None
            waits.subtract(behind[path])
            for other in behind[path]:
                if not waits[other]:
                    heappush(ready, (place[other], other))
    return list(found)
