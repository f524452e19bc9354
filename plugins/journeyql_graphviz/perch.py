"""Finds for words between two rows the end of their arrow that no other line shares."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import attrs

from journeyql_graphviz.plan import Cell, Plan, Side, Way

#: How far beside the middle of a card an arrow ends that needs a place of its own, and how wide its words may be.
SHIFT: Final = 58.0
ROOM: Final = 98.0
_SIDES: Final = 2

#: A side of a card.
_Place = tuple[str, Side]


@attrs.frozen
class Perch:
    """The end of an arrow that its words stand at, and how far this end is moved along the side of the card."""

    is_target: bool
    shift: float = 0.0


def perches(ways: Sequence[Plan], worded: Collection[int], where: Mapping[str, Cell]) -> Mapping[int, Perch]:
    """The perch of each arrow that has words between two rows.

    Words stand where their arrow arrives alone, else where it leaves alone. An arrow that shares both ends gets one
    for itself, left or right of the others, where fewer of its kind compete for it.
    """
    ends = [end for plan in ways for end in _ends(plan)]
    used = {end: ends.count(end) for end in set(ends)}
    said = [plan for plan in ways if plan.arrow in worded and {channel.way for channel in plan.through} == {Way.GAP}]
    found = {plan.arrow: Perch(is_target=True) for plan in said}
    crowded = [plan for plan in said if used[_ends(plan)[1]] > 1]
    rivals = [end for plan in crowded if used[_ends(plan)[0]] > 1 for end in _ends(plan)]
    own: dict[_Place, list[tuple[float, int]]] = {}
    for plan in crowded:
        source, target = _ends(plan)
        if used[source] == 1 and source not in own:
            found[plan.arrow] = Perch(is_target=False)
            continue
        free = [end for end in (source, target) if len(own.get(end, ())) < _SIDES]
        if free:
            chosen = min(free, key=rivals.count)
            used[chosen] -= 1
            own.setdefault(chosen, []).append((_leads(plan, where, is_target=chosen == target), plan.arrow))
    for place, arrows in own.items():
        for shift, arrow in _beside(sorted(arrows)):
            found[arrow] = Perch(is_target=_is_target(place, arrow, crowded), shift=shift)
    return found


def _ends(plan: Plan) -> tuple[_Place, _Place]:
    return (plan.source, plan.exit), (plan.target, plan.entry)


def _is_target(place: _Place, arrow: int, ways: Sequence[Plan]) -> bool:
    return any(plan.arrow == arrow and (plan.target, plan.entry) == place for plan in ways)


def _beside(arrows: Sequence[tuple[float, int]]) -> Sequence[tuple[float, int]]:
    """One arrow goes to the side it leads to, two to both sides."""
    if len(arrows) == 1:
        leads, arrow = arrows[0]
        return ((-SHIFT if leads < 0 else SHIFT, arrow),)
    return tuple((shift, arrow) for shift, (_, arrow) in zip((-SHIFT, SHIFT), arrows, strict=True))


def _leads(plan: Plan, where: Mapping[str, Cell], *, is_target: bool) -> float:
    """How far to the right of a card the other end of its arrow is, in cards."""
    one, other = (plan.target, plan.source) if is_target else (plan.source, plan.target)
    return _across(where[other]) - _across(where[one])


def _across(cell: Cell) -> float:
    return cell.index - (cell.of - 1) / 2
