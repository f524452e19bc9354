"""A file as it will be written: the words of each line in their canonical spelling, not yet put on lines."""

from __future__ import annotations

import enum

import attrs

from journeyql.fmt.order import Group, Rank


class Shape(enum.Enum):
    """What a line looks like."""

    ELEMENT = enum.auto()
    PROPERTY = enum.auto()
    FLOW = enum.auto()


class Room(enum.Enum):
    """Which properties may stand on a line behind what the line is about."""

    #: All of them, if they fit and nothing has to stand below; else what is short.
    WHOLE = enum.auto()
    #: What is short, as far as it fits.
    SHORT = enum.auto()
    #: Whatever fits: the options of a property, the terms of an arrow.
    OPTIONS = enum.auto()
    #: What is written there: of an unknown kind nobody knows what it should be like.
    WRITTEN = enum.auto()
    NONE = enum.auto()


@attrs.define(eq=False, repr=False, kw_only=True)
class Part:
    """A line with what belongs to it.

    `head` is what has to stand on the line, `item` how it stands on the line of what it belongs to (empty when it has
    to stand below), and `short` whether it is short enough for that: words and numbers. `key` and `rank` are those of
    a property. `text` are the lines of a `|` block. `parts` are its properties and what stands below it, as written;
    `on_line`: it was written on the line of what it belongs to. `apart`: an empty line sets it off at the top level.
    `above`, `beside` and `tail` are comments and blank lines.
    """

    shape: Shape
    head: str
    item: str = ""
    short: bool = False
    key: str = ""
    rank: Rank = (Group.OTHER, 0, "")
    room: Room = Room.NONE
    text: tuple[str, ...] = ()
    parts: list[Part] = attrs.field(factory=list)
    on_line: bool = False
    apart: bool = False
    above: list[str] = attrs.field(factory=list)
    beside: str = ""
    tail: list[str] = attrs.field(factory=list)
