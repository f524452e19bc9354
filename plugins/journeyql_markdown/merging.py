"""Several orders of the same things as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    before: dict[str, set[str]] = {path: set() for path in elements}
    for sequence in sequences:
        for first, second in pairwise(sequence):
            before[second.path].add(first.path)
    # A dictionary is a set that keeps the order written.
    waiting = dict.fromkeys(sorted(elements, key=lambda path: written.get(path, 0)))
    placed: list[E] = []
    while waiting:
        path = next((path for path in waiting if before[path].isdisjoint(waiting)), next(iter(waiting)))
        del waiting[path]
        placed.append(elements[path])
    return tuple(placed)
