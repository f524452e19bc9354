"""Which of several cells holds in a context: qualifiers are matched here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from journeyql.model.context import DIMENSIONS, Context
from journeyql.model.element import Presence
from journeyql.model.languages import language_chain
from journeyql.model.varying import Cell, Qualifiers

if TYPE_CHECKING:
    from journeyql.model.model import Model

T = TypeVar("T")

#: The dimensions that tell people apart.
PEOPLE = frozenset({"persona", "segment"})
#: How specific a match is: dimensions matched, which ones (in deciding order), closeness, fewness of the values
#: named, file layer.
Rank = tuple[int, tuple[int, ...], int, int, int]


@attrs.frozen(eq=False, repr=False)
class Chooser:
    """The values that each dimension accepts in a context, with their distance (0: the very value).

    `everyone` holds the dimensions of people while none of them is asked for.
    """

    accepted: Mapping[str, Mapping[str, int]]
    order: tuple[str, ...]
    everyone: frozenset[str]
    _unmatched: tuple[int, ...] = attrs.field(init=False)
    _ranks: dict[Qualifiers, Rank | None] = attrs.field(init=False, factory=dict)

    @_unmatched.default
    def _none(self) -> tuple[int, ...]:
        return (0,) * len(self.order)

    @classmethod
    def of(cls, model: Model, context: Context) -> Chooser:
        """The chooser for a context: markets accept what they lie in, languages their prefixes, personas their segments."""
        order = (*DIMENSIONS, *(name for name, _ in context.more))
        accepted = {
            "state": {context.state: 0},
            "persona": _itself(context.persona),
            "segment": {**_itself(context.segment), **dict.fromkeys(model.segments_of(context.persona), 0)},
            "market": _distances(model.market_chain(context.market)),
            "language": _distances(language_chain(context.language)),
            **{name: _itself(value) for name, value in context.more},
        }
        people_open = not (context.persona or context.segment)
        return cls(accepted, order, PEOPLE if people_open else frozenset())

    def best(self, cells: tuple[Cell[T], ...]) -> tuple[Cell[T], ...]:
        """The cells with the most specific matching qualifier; several when a list was written in parts."""
        best: list[Cell[T]] = []
        top: Rank | None = None
        for cell in cells:
            rank = self.rank(cell.qualifiers, cell.layer)
            if rank is None or (top is not None and rank < top):
                continue
            if rank != top:
                best, top = [], rank
            best.append(cell)
        return tuple(best)

    def rank(self, qualifiers: Qualifiers, layer: int = 0) -> Rank | None:
        """How specific a qualifier is here, or None when it does not match."""
        if not qualifiers:
            return (0, self._unmatched, 0, 0, layer)
        if qualifiers not in self._ranks:  # a file has few different ones
            self._ranks[qualifiers] = self._rank(qualifiers)
        rank = self._ranks[qualifiers]
        return rank if rank is None or not layer else (*rank[:-1], layer)

    def _rank(self, qualifiers: Qualifiers) -> Rank | None:
        distances: dict[str, int] = {}
        named = 0
        for dimension, values in qualifiers:
            accepted = self.accepted.get(dimension)
            near = [accepted[value] for value in values if value in accepted] if accepted else None
            if not near:
                return None
            distances[dimension] = min(near)
            named += len(values)
        matched = tuple([int(dimension in distances) for dimension in self.order])
        return (len(distances), matched, -sum(distances.values()), -named, 0)

    def present(self, presence: Presence) -> bool:
        """Whether an element with this presence exists in the context.

        As long as no persona or segment is asked for, an element exists when it does for anyone.
        """
        within = tuple(atom for atom in presence.within if atom[0] not in self.everyone)
        if self.rank(within) is None:
            return False
        return all(self._for_some(without) or self.rank(without) is None for without in presence.without)

    def _for_some(self, qualifiers: Qualifiers) -> bool:
        """Whether a qualifier leaves somebody out whom this context includes."""
        return any(dimension in self.everyone for dimension, _ in qualifiers)


def _itself(value: str) -> Mapping[str, int]:
    return {value: 0} if value else {}


def _distances(chain: tuple[str, ...]) -> Mapping[str, int]:
    return {value: distance for distance, value in enumerate(chain)}
