"""Spreads the arrows that use one side of a card along it, in the order of where they lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyql_graphviz.perch import Perch
from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Plan, Side, Way
from journeyql_graphviz.shape import Box, Point
from journeyql_graphviz.trunks import Tip, Trunk

_APART, _LEAST, _LOOP, _CORNER, _FAR = 18.0, 13.0, 56.0, 15.0, 1e6

_Sides = dict[tuple[str, Side], list[tuple[str, Tip, Plan]]]


def ports(
    ways: Sequence[Plan], boxes: Mapping[str, Box], beside: Mapping[int, Perch], shared: Mapping[Tip, Trunk]
) -> dict[Tip, Point]:
    """Where each arrow leaves and reaches the sides of its cards (columns as if they stood at their own places).

    Arrows share the middle of an upper or lower edge, but those that stand `beside` it; at the left and right each
    has a place of its own, but those with a `shared` trunk.
    """
    found: dict[Tip, Point] = {}
    for (key, side), tips in _sides(ways).items():
        if key in (START, END) or side in (Side.TOP, Side.BOTTOM):
            x, y = centre(boxes[key], side)
            found.update((tip, (x + shifted(beside, *tip), y)) for _, tip, _ in tips)
        else:
            leads = {tip: _leads(plan, boxes[other]) for other, tip, plan in tips}
            groups = sorted(_groups(list(leads), shared), key=lambda group: _place(group, leads))
            places = _along(boxes[key], side, [group[0] for group in groups], spread=_step(tips))
            found.update((tip, places[group[0]]) for group in groups for tip in group)
    return found


def shifted(beside: Mapping[int, Perch], arrow: int, is_target: bool) -> float:
    """How far beside the middle of an edge an arrow's end stands."""
    perch = beside.get(arrow)
    return perch.shift if perch is not None and perch.is_target == is_target else 0.0


def needed(ways: Sequence[Plan], shared: Mapping[Tip, Trunk]) -> dict[str, float]:
    """The height that each card needs for the arrows at its sides."""
    found: dict[str, float] = {}
    for (key, side), tips in _sides(ways).items():
        if side in (Side.LEFT, Side.RIGHT):
            steps = _LOOP if _loops([tip for _, tip, _ in tips]) else _LEAST
            count = len(_groups([tip for _, tip, _ in tips], shared))
            found[key] = max(found.get(key, 0.0), 2 * _CORNER + steps * (count - 1))
    return found


def _groups(tips: Sequence[Tip], shared: Mapping[Tip, Trunk]) -> list[list[Tip]]:
    """The ends that have one place: those of one trunk, and each other end alone."""
    found: dict[Trunk | Tip, list[Tip]] = {}
    for tip in tips:
        found.setdefault(shared.get(tip, tip), []).append(tip)
    return list(found.values())


def _place(group: Sequence[Tip], leads: Mapping[Tip, float]) -> tuple[float, Tip]:
    return sum(leads[tip] for tip in group) / len(group), min(group)


def _step(tips: Sequence[tuple[str, Tip, Plan]]) -> float:
    return _LOOP if _loops([tip for _, tip, _ in tips]) else _APART


def centre(box: Box, side: Side) -> Point:
    """The middle of a side."""
    x, y = box.middle
    return {Side.LEFT: (box.x, y), Side.RIGHT: (box.right, y), Side.TOP: (x, box.y), Side.BOTTOM: (x, box.bottom)}[side]


def _sides(ways: Sequence[Plan]) -> _Sides:
    """The ends of arrows at each side of each card, with the card at the other end."""
    sides: _Sides = {}
    for plan in ways:
        sides.setdefault((plan.source, plan.exit), []).append((plan.target, (plan.arrow, False), plan))
        sides.setdefault((plan.target, plan.entry), []).append((plan.source, (plan.arrow, True), plan))
    return sides


def _loops(tips: Sequence[Tip]) -> bool:
    """Whether an arrow begins and ends here."""
    return len({arrow for arrow, _ in tips}) < len(tips)


def _leads(plan: Plan, other: Box) -> float:
    """How far down an arrow leads: arrows above all columns first, those below them last."""
    ways = {channel.way for channel in plan.through}
    return -_FAR if Way.SKY in ways else _FAR if Way.GROUND in ways else other.middle[1]


def _along(box: Box, side: Side, tips: Sequence[Tip], spread: float) -> dict[Tip, Point]:
    x = box.x if side is Side.LEFT else box.right
    step = min(spread, (box.height - 2 * _CORNER) / max(1, len(tips) - 1))
    first = box.middle[1] - step * (len(tips) - 1) / 2
    return {tip: (x, first + step * index) for index, tip in enumerate(tips)}
