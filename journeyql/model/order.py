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
    movable = {path for path, anchor in anchors.items() if anchor in here and not _circular(path, anchors)}
    followers: dict[str, list[Element]] = {}
    for item in siblings:
        if item.path in movable:
            followers.setdefault(anchors[item.path], []).append(item)
    return tuple(_placed([item for item in siblings if item.path not in movable], followers))


def _placed(fixed: list[Element], followers: dict[str, list[Element]]) -> list[Element]:
    placed: list[Element] = []
    waiting = list(reversed(fixed))
    while waiting:
        item = waiting.pop()
        placed.append(item)
        waiting.extend(reversed(followers.get(item.path, [])))
    return placed


def _circular(path: str, anchors: dict[str, str]) -> bool:
    seen = {path}
    while (path := anchors.get(path, "")) and path not in seen:
        seen.add(path)
    return path in seen
