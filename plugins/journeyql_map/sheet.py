"""What a map shows, as plain data: already in the reader's words, not yet measured or placed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from journeyql.plugin import Picture

#: How a paragraph is set.
BODY, THOUGHT, TITLE, ASIDE = "body", "thought", "title", "aside"
#: What a card is about.
PAIN, CHANCE, ACTION, RECOVERY, NONE = "pain", "chance", "action", "recovery", "none"
#: Words that are put together while the map is laid out, with a sign for each part: key -> the parts.
PATTERNS: Final = {
    "map.score": {"score": "\0", "words": "\1"},
    "map.page": {"number": "\0", "count": "\1"},
    "colon": {"name": "\0", "text": "\1"},
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Person:
    """A persona: the title before its first comma, the rest, its goal, what is quoted, and how it looks.

    `mask` is the id of the edge of its portrait in the picture.
    """

    name: str
    role: str = ""
    goal: str = ""
    quote: str = ""
    initials: str = ""
    portrait: Picture | None = None
    mask: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Paragraph:
    """A text in a cell, and how it is set (`BODY` and the others)."""

    text: str
    style: str = BODY


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Chip:
    """A channel: its name, kind, and the drawing of its icon."""

    words: str
    kind: str = ""
    icon: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gauge:
    """A figure: `share` and `mark` (the target) are places on its bar from 0 to 1; `met` is None without a verdict."""

    label: str
    value: str
    share: float | None = None
    mark: float | None = None
    target: str = ""
    met: bool | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Card:
    """A finding or what is done about it; `severity` from 0 (not said) to 4; `foot` are lines below its text."""

    kind: str
    text: str
    over: str = ""
    severity: int = 0
    share: str = ""
    owner: str = ""
    foot: str = ""
    assumed: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Shot:
    """A picture of what happens."""

    picture: Picture


@attrs.frozen(kw_only=True)
class Mark:
    """A sign at a touchpoint: its drawing, and what it means."""

    drawing: str
    words: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Marks:
    """Signs side by side."""

    marks: tuple[Mark, ...]


Item: TypeAlias = Paragraph | Chip | Gauge | Card | Shot | Marks


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lane:
    """A row: what stands in each column. A `joined` one goes on without a line and a name."""

    key: str
    name: str
    cells: tuple[tuple[Item, ...], ...]
    joined: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Column:
    """A touchpoint, or a stage that acts as one: its place in the order from 1, and how its node looks.

    At an `entry` the journey may begin, besides the first column; at an `exit` customers may leave it.
    """

    number: int
    title: str
    hidden: bool = False
    badge: str = ""
    entry: bool = False
    exit: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phase:
    """A stage: its name, a note at its right end, and the columns from `first` up to `end`."""

    number: int
    name: str
    note: str
    first: int
    end: int


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Point:
    """A score: `height` from 0 (worst) to 1 (best), the face (1 to 5), the score and the feeling in words."""

    height: float
    face: int
    score: str
    feeling: str = ""
    extreme: str = ""
    lowest: bool = False
    assumed: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Line:
    """A curve: a point for each column, None where the score is not known; `persona` chooses colour and face.

    `own` is not 0 for that of another score than emotion, and chooses the sign of its points. `highest` is the best score.
    `plain` is that of another state than the map's. `present` are the columns that exist for whom the line is about; elsewhere it neither breaks nor has a point.
    """

    name: str
    points: tuple[Point | None, ...]
    present: tuple[bool, ...]
    persona: int = 0
    own: int = 0
    highest: float = 5.0
    plain: bool = False
    unknown: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Route:
    """A way between two columns, given by their places from 0; `share` is the percentage of cases that take it."""

    source: int
    target: int
    words: str = ""
    share: float = 0.0
    conditional: bool = False
    parallel: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Sheet:
    """All that one map shows.

    `times`, in seconds since the journey began, are those of columns that stand by time; where not `exact`, at least.
    Columns are `astray` whose time does not fit their order.
    """

    key: str
    lang: str
    title: str
    goal: str
    state: str
    about: str
    description: str
    people: tuple[Person, ...]
    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...]
    levels: tuple[str, ...]
    routes: tuple[Route, ...]
    whole: tuple[Item, ...]
    evidence: tuple[tuple[str, str], ...]
    counts: str
    origin: str
    words: Mapping[str, str]
    order: tuple[str, ...]
    times: tuple[float | None, ...] = ()
    exact: tuple[bool, ...] = ()
    astray: tuple[int, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Lane, ...]]:
        """The lanes that belong together, by key: the first has the name, others go on below it."""
        found: dict[str, tuple[Lane, ...]] = {}
        for lane in self.lanes:
            found[lane.key] = (*found.get(lane.key, ()), lane)
        return found

    def worded(self, key: str, first: str, second: str) -> str:
        """A pattern filled in."""
        return self.words[key].replace("\0", first).replace("\1", second)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything that stands in a cell."""
        return (*self.whole, *(item for lane in self.lanes for cell in lane.cells for item in cell))
