"""Reads from the engine's answer which touchpoints of a stage stand below and which beside each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

import attrs

from journeyql_graphviz.picture import Phase, Picture

#: A column is folded into several when a stage has many more rows than the picture is wide.
_FEWEST_ROWS, _STEEPNESS = 6, 1.5
_SAME_RANK = 0.01

#: The keys of touchpoints, row by row.
Rows = tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Column:
    """Part of a stage that is one stack of rows; a row holds the keys of touchpoints that are alternatives."""

    phase: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def across(self) -> int:
        """The number of cards in its widest row."""
        return max(len(row) for row in self.rows)


def positions(plain: str) -> Mapping[str, tuple[float, float]]:
    """The centre of each node by name, from Graphviz's `plain` format; ValueError if it is none."""
    found: dict[str, tuple[float, float]] = {}
    lines = plain.splitlines()
    if not lines or lines[-1].strip() != "stop":
        msg = "the output is incomplete"
        raise ValueError(msg)
    for line in lines:
        words = line.split()
        if words[:1] == ["node"]:
            x, y = float(words[2]), float(words[3])
            if not (math.isfinite(x) and math.isfinite(y)):
                msg = "a position is not a number"
                raise ValueError(msg)
            found[words[1]] = (x, y)
    return found


def columns(picture: Picture, where: Mapping[str, tuple[float, float]]) -> tuple[Column, ...]:
    """The columns of all stages; many stages that act as touchpoints share theirs. `where` are the positions by the touchpoints' keys, upwards as Graphviz counts."""
    stacks = [(index, _calm(_rows(phase, where), phase, picture)) for index, phase in enumerate(picture.phases)]
    if len(stacks) > _FEWEST_ROWS and all(phase.alone for phase in picture.phases):
        stacks = [(0, tuple(row for _, rows in stacks for row in rows))]
    total = sum(len(rows) for _, rows in stacks)
    most = max(_FEWEST_ROWS, math.ceil(math.sqrt(total) * _STEEPNESS))
    return tuple(Column(phase=index, rows=part) for index, rows in stacks for part in _folded(rows, most))


def _rows(phase: Phase, where: Mapping[str, tuple[float, float]]) -> tuple[tuple[str, ...], ...]:
    mirror = -1 if _mirrored(phase, where) else 1
    ordered = sorted(phase.cards, key=lambda card: (-where[card.key][1], mirror * where[card.key][0], card.number))
    rows: list[list[str]] = []
    height = math.inf
    for card in ordered:
        y = where[card.key][1]
        if height - y > _SAME_RANK:
            rows.append([])
            height = y
        rows[-1].append(card.key)
    return tuple(part for row in rows for part in _narrow(row))


def _calm(rows: Rows, phase: Phase, picture: Picture) -> Rows:
    """Rows with their cards in the order of the file, unless that makes more arrows cross."""
    number = {card.key: card.number for card in phase.cards}
    ordered = tuple(tuple(sorted(row, key=lambda key: number[key])) for row in rows)
    return ordered if _crossings(ordered, picture) <= _crossings(rows, picture) else rows


def _crossings(rows: Rows, picture: Picture) -> int:
    """How many arrows from one row to the next cross."""
    place = {key: (level, index) for level, row in enumerate(rows) for index, key in enumerate(row)}
    steps = [
        (place[arrow.source], place[arrow.target])
        for arrow in picture.arrows
        if arrow.source in place and arrow.target in place and place[arrow.target][0] - place[arrow.source][0] == 1
    ]
    return sum(
        1
        for (one, below), (other, under) in combinations(steps, 2)
        if one[0] == other[0] and (one[1] - other[1]) * (below[1] - under[1]) < 0
    )


def _mirrored(phase: Phase, where: Mapping[str, tuple[float, float]]) -> bool:
    """Whether alternatives stand in the reverse order of the file: an engine may take either, readers expect one."""
    turned = 0
    for one, other in pairwise(sorted(phase.cards, key=lambda card: (-where[card.key][1], where[card.key][0]))):
        if abs(where[one.key][1] - where[other.key][1]) <= _SAME_RANK:
            turned += 1 if one.number > other.number else -1
    return turned > 0


def _narrow(row: list[str], most: int = 3) -> Iterable[tuple[str, ...]]:
    """A row in parts of at most three cards: more would not fit a page."""
    for start in range(0, len(row), most):
        yield tuple(row[start : start + most])


def _folded(rows: tuple[tuple[str, ...], ...], most: int) -> Iterable[tuple[tuple[str, ...], ...]]:
    parts = math.ceil(len(rows) / most)
    size = math.ceil(len(rows) / parts) if parts else 0
    for start in range(0, len(rows), size or 1):
        yield rows[start : start + size]
