"""Chooses which rows a layout shows, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journeyql_map.sheet import Lane

#: Rows that are no lanes of texts.
PATH, BAND, INTERACTION, VISIBILITY, INTERNAL = "path", "emotion", "interaction", "visibility", "internal"
TIME: Final = "time"
#: Stands for the lanes that the file declares itself.
_OWN: Final = "own"
_LAYOUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "map": (
        *(
            PATH,
            TIME,
            "touchpoint",
            "picture",
            "doing",
            "expectation",
            "thinking",
            BAND,
            _OWN,
            "waits",
            "measures",
            "pains",
            "chances",
        ),
        *("actions", "handoffs", "proof", "front", VISIBILITY, "backstage", INTERNAL, "support"),
    ),
    "blueprint": (
        *(
            PATH,
            TIME,
            "proof",
            "touchpoint",
            "picture",
            "doing",
            "waits",
            INTERACTION,
            "front",
            VISIBILITY,
            "backstage",
            INTERNAL,
        ),
        *("support", _OWN, "pains"),
    ),
    "curve": (TIME, "touchpoint", BAND),
    "executive": (TIME, "touchpoint", BAND, "measures", "pains", "actions"),
}
#: The names of properties and kinds for which a row stands.
_NAMES: Final[Mapping[str, str]] = {
    "wait": "waits", "duration": "waits", "nps": "measures", "csat": "measures", "ces": "measures",
    "metric": "measures", "pain": "pains", "need": "chances", "opportunity": "chances", "action": "actions",
    "recovery": "actions", "handoff": "handoffs", "quote": "thinking", "feeling": BAND, "channel": "touchpoint",
    "image": "picture",
}  # fmt: skip
_DIVIDERS: Final = frozenset({INTERACTION, VISIBILITY, INTERNAL})


def chosen(layout: str, lanes: tuple[Lane, ...], asked: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Lane, ...]]:
    """The keys of all rows in order, and the lanes among them; `asked` are the lanes of a saved view, if any.

    The channel goes with the touchpoint. A dividing line stays only where something stands on both of its sides.
    """
    keyed = [row_of(lane) for lane in lanes]
    own = [key for key in keyed if key.startswith("own.")]
    order = [key for name in _LAYOUTS[layout] for key in (own if name == _OWN else [name])]
    if asked:
        wanted = [_wanted(name, own) for name in asked]
        order = list(dict.fromkeys((TIME, "touchpoint", *wanted)))
    known = {*keyed, PATH, TIME, BAND, *_DIVIDERS}
    kept = _divided([key for key in order if key in known])
    return tuple(kept), tuple(lane for lane in lanes if row_of(lane) in kept)


def row_of(lane: Lane) -> str:
    """The row that a lane belongs to: feelings without a score stand below the band."""
    return "touchpoint" if lane.joined else BAND if lane.key == "feeling" else lane.key


def _wanted(name: str, own: list[str]) -> str:
    return f"own.{name}" if f"own.{name}" in own else _NAMES.get(name, name)


def _divided(order: list[str]) -> list[str]:
    """The order without dividing lines that divide nothing: those at the end, and those next to another."""
    kept: list[str] = []
    for place, key in enumerate(order):
        following = order[place + 1] if place + 1 < len(order) else ""
        if key not in _DIVIDERS or (kept and following and following not in _DIVIDERS and following != "pains"):
            kept.append(key)
    return kept
