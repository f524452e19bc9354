"""The order of siblings in a view, with `after=` obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyql.model.element import Element

if TYPE_CHECKING:
    from journeyql.model.view import View


def arranged(view: View, siblings: tuple[Element, ...]) -> tuple[Element, ...]:
    """The siblings in order: each that says `after=` follows the sibling it names, the rest as written.

    Several after the same one keep the order in which they are written. A reference to something that is not
    a sibling leaves the element where it stands.
    """
    anchors = {item.path: ref.path for item in siblings if item.after.cells and (ref := view[item.after])}
    if not anchors:
        return siblings
    here = {item.path for item in siblings}
    followers: dict[str, list[Element]] = {}
    for item in siblings:
        if (anchor := anchors.get(item.path)) in here:
            followers.setdefault(anchor, []).append(item)
    fixed = [item for item in siblings if anchors.get(item.path) not in here]
    placed = _placed(fixed, followers)
    return tuple(placed) if len(placed) == len(siblings) else _without_circles(siblings, placed, fixed, followers)


def _without_circles(
    siblings: tuple[Element, ...], placed: list[Element], fixed: list[Element], followers: dict[str, list[Element]]
) -> tuple[Element, ...]:
    """The order when some siblings follow each other in a circle: these stay where they are written."""
    found = {item.path for item in placed}
    moved = found - {item.path for item in fixed}
    standing = [item for item in siblings if item.path not in moved]
    return tuple(_placed(standing, {path: items for path, items in followers.items() if path in found}))


def _placed(fixed: list[Element], followers: dict[str, list[Element]]) -> list[Element]:
    placed: list[Element] = []
    waiting = list(reversed(fixed))
    while waiting:
        item = waiting.pop()
        placed.append(item)
        waiting.extend(reversed(followers.get(item.path, [])))
    return placed
