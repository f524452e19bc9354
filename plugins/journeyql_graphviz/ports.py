"""Spreads the arrows that use one side of a card along it, in the order of where they lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyql_graphviz.picture import END, START
from journeyql_graphviz.plan import Plan, Side, Way
from journeyql_graphviz.shape import Box, Point

_APART, _LEAST, _LOOP, _CORNER, _FAR = 18.0, 13.0, 56.0, 15.0, 1e6

#: An arrow's end: its number, and whether it is the target's end.
Tip = tuple[int, bool]
_Sides = dict[tuple[str, Side], list[tuple[str, Tip, Plan]]]


def ports(ways: Sequence[Plan], boxes: Mapping[str, Box]) -> dict[Tip, Point]:
    """Where each arrow leaves and reaches the sides of its cards (columns as if they stood at their own places)."""
    found: dict[Tip, Point] = {}
    for (key, side), tips in _sides(ways).items():
        if key in (START, END) or side in (Side.TOP, Side.BOTTOM):
            found.update((tip, centre(boxes[key], side)) for _, tip, _ in tips)
        else:
            ordered = sorted((_leads(plan, boxes[other]), tip) for other, tip, plan in tips)
            found.update(_along(boxes[key], side, [tip for _, tip in ordered]))
    return found


def needed(ways: Sequence[Plan]) -> dict[str, float]:
    """The height that each card needs for the arrows at its sides."""
    found: dict[str, float] = {}
    for (key, side), tips in _sides(ways).items():
        if side in (Side.LEFT, Side.RIGHT):
            steps = _LOOP if _loops([tip for _, tip, _ in tips]) else _LEAST
            found[key] = max(found.get(key, 0.0), 2 * _CORNER + steps * (len(tips) - 1))
    return found


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


def _along(box: Box, side: Side, tips: Sequence[Tip]) -> dict[Tip, Point]:
    x = box.x if side is Side.LEFT else box.right
    most = _LOOP if _loops(tips) else _APART
    step = min(most, (box.height - 2 * _CORNER) / max(1, len(tips) - 1))
    first = box.middle[1] - step * (len(tips) - 1) / 2
    return {tip: (x, first + step * index) for index, tip in enumerate(tips)}
