"""Keeps of the lanes what an executive needs: the worst pains, what is done about them, and targets that are missed."""

from __future__ import annotations

from typing import Final

import attrs

from journeyql_map.sheet import PAIN, Card, Gauge, Item, Lane

#: High and critical pains are shown; where there is none, all.
_SEVERE: Final = 3
#: Rows that an executive does not need.
_SMALL: Final = frozenset({"channel", "signs"})


def summary(lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """The lanes without channels and signs, mild pains, actions against these, and targets that are met."""
    pains = next((lane for lane in lanes if lane.key == "pains"), None)
    worst = _worst(pains) if pains is not None else ()
    kept = (attrs.evolve(lane, cells=_cells(lane, worst)) for lane in lanes if lane.key not in _SMALL)
    return tuple(lane for lane in kept if any(lane.cells))


def _worst(pains: Lane) -> tuple[tuple[Item, ...], ...]:
    """The severe pains of each column."""
    severe = tuple(tuple(item for item in cell if _severity(item) >= _SEVERE) for cell in pains.cells)
    return severe if any(severe) else pains.cells


def _severity(item: Item) -> int:
    return item.severity if isinstance(item, Card) and item.kind == PAIN else 0


def _cells(lane: Lane, worst: tuple[tuple[Item, ...], ...]) -> tuple[tuple[Item, ...], ...]:
    if lane.key == "pains":
        return worst
    if lane.key == "actions" and worst:
        return tuple(cell if pains else () for cell, pains in zip(lane.cells, worst, strict=True))
    if lane.key == "measures":
        return tuple(
            tuple(item for item in cell if isinstance(item, Gauge) and item.met is False) for cell in lane.cells
        )
    return lane.cells
