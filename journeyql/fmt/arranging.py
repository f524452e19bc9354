"""What of a part stands on its line, and what below it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

import attrs

from journeyql.columns import width
from journeyql.fmt.order import Rank
from journeyql.fmt.parts import Part, Room

#: The columns that a line may take; what does not fit stands below it, if it can.
WIDEST = 120
STEP = "  "


@attrs.frozen(eq=False, repr=False)
class Arranged:
    """A line and what stands below it.

    `first` are the properties that come to stand directly below the line, wherever they were written; `rest` is the
    block as it was written, each part with whether it still stands there.
    """

    line: str
    first: list[Part]
    rest: list[tuple[Part, bool]]

    @property
    def tall(self) -> bool:
        """Whether anything stands below the line."""
        return bool(self.first) or any(stays for _, stays in self.rest)


def arranged(part: Part, depth: int) -> Arranged:
    """Put the properties of a part on its line as far as they belong there and fit."""
    room = WIDEST - width(STEP * depth + part.head)
    if part.room is Room.WRITTEN:
        chosen = [child for child in part.parts if child.on_line and child.item]
        fitting = len(chosen)
    else:
        chosen = _sorted(_chosen(part, room))
        fitting = _fitting(chosen, room)
    moved = {id(child) for child in chosen}
    return Arranged(
        line=" ".join([part.head, *(child.item for child in chosen[:fitting])]),
        first=[*chosen[fitting:], *(child for child in part.parts if child.on_line and id(child) not in moved)],
        rest=[(child, id(child) not in moved) for child in part.parts if not child.on_line],
    )


def _chosen(part: Part, room: int) -> list[Part]:
    """The properties that belong on the line, if there is room for them."""
    if part.room is Room.NONE:
        return []
    items = _leading(part, short=False)
    whole = len(items) == len(part.parts) and not any(part.tail) and _needed(items) <= room
    if part.room is Room.OPTIONS or (part.room is Room.WHOLE and whole):
        return items
    return _leading(part, short=True)


def _leading(part: Part, *, short: bool) -> list[Part]:
    """The properties that can stand on the line; once one of a key stays below, so do those of it that follow."""
    found: list[Part] = []
    stay: set[str] = set()
    for child in part.parts:
        if child.item and (child.short or not short) and child.key not in stay:
            found.append(child)
        else:
            stay.add(child.key)
    return found


def _sorted(chosen: Iterable[Part]) -> list[Part]:
    """In the order of their ranks; those of one key stay together, in the order in which they are written."""
    kept = list(chosen)
    ranks: dict[str, Rank] = {}
    for child in kept:
        ranks.setdefault(child.key, child.rank)
    return sorted(kept, key=lambda child: ranks[child.key])


def _needed(items: Iterable[Part]) -> int:
    """The columns that properties take on a line."""
    return sum(1 + width(child.item) for child in items)


def _fitting(chosen: list[Part], room: int) -> int:
    """How many of the properties fit on the line."""
    ends = accumulate(1 + width(child.item) for child in chosen)
    return sum(end <= room for end in ends)
