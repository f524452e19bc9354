"""Whether the time of a pass grows with the map, and not with its square."""

from __future__ import annotations

import gc
import math
import random
import time
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import attrs

from journeyql.engine.analysis import Analysis
from journeyql.engine.session import Checked
from journeyql.model import FILE, KindSpec
from journeyql.model.resolve import WordTable
from journeyql.testing.checking import Text
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject
from journeyql.testing.maps.author import Author
from journeyql.testing.maps.outline import Node, Outline

T = TypeVar("T")

#: Touchpoints of the smaller map, and how many times as many the larger one has.
SMALL: Final = 100
TIMES: Final = 4
#: A pass may take this many times as long for each time as many touchpoints; four times a square would be 16.
MOST: Final = 2.4
#: What takes less, in seconds, is quick enough, however it grows.
QUICK: Final = 0.01
#: How often the two are looked at before that is decided. A busy machine only ever adds to a time, so the least of many
#: is that of the pass alone; after `_FEW` it is enough to be far on the good side.
_MANY: Final = 12
_FEW: Final = 3
_FAR: Final = 0.6
_STEPS: Final = 6
_INSIDE: Final = 2


def grows_with_the_map(subject: Subject) -> Iterator[Problem | Note]:
    """Passes whose processor time for a large map is out of proportion to that for a small one."""
    if not subject.passes:
        return
    small, large = (_looked_at(subject, SMALL * times) for times in (1, TIMES))
    growth = _growth(small, large)
    if growth > MOST * TIMES:
        message = f"its passes take {growth:.0f} times as long for {TIMES} times as many touchpoints"
        yield Problem(message, "look things up in mappings that are made once, instead of searching for each element")


def _looked_at(subject: Subject, steps: int) -> Checked:
    return subject.setup.look(Text(_map(subject.setup.table, steps)), analysed=False)


def _growth(small: Checked, large: Checked) -> float:
    """How many times as long the larger map takes; 0 where it takes no time to speak of."""
    base = more = math.inf
    for count in range(1, _MANY + 1):
        base, more = min(base, _once(small)), min(more, _once(large))
        if count >= _FEW and (more <= QUICK or more <= MOST * TIMES * _FAR * base):
            break
    return 0 if more <= QUICK else more / base if base else math.inf


def _once(looked: Checked) -> float:
    analysis: Analysis | None = looked.analysis
    if analysis is None:
        return 0.0
    fresh = attrs.evolve(analysis, done={}, broken={})
    gc.collect()
    gc.disable()  # what is thrown away belongs to the whole process
    try:
        start = time.process_time()
        fresh.findings()
        return time.process_time() - start
    finally:
        gc.enable()


def _map(table: WordTable, steps: int) -> str:
    """A map with so many touchpoints, always the same, with what may stand in them."""
    chance = _Chance(random.Random(steps))  # noqa: S311 - a seed makes it the same each time
    outline = Outline()
    for kind in table.kinds.values():
        if FILE in kind.inside and kind.name != "journey":
            outline.add(outline.node(kind))
    journey = outline.add(outline.node(table.kinds["journey"]))
    for first in range(0, steps, _STEPS):
        stage = journey.add(outline.node(table.kinds["stage"]))
        for _ in range(min(_STEPS, steps - first)):
            _fill(stage.add(outline.node(table.kinds["touchpoint"])), table, outline, chance)
    return Author(outline, chance, table).text()


def _fill(step: Node, table: WordTable, outline: Outline, chance: _Chance) -> None:
    kinds: Sequence[KindSpec] = table.inside(step.kind)
    for _ in range(_INSIDE):
        step.add(outline.node(chance.pick(kinds)))


@attrs.frozen(eq=False, repr=False)
class _Chance:
    """Chooses by chance, always the same."""

    chance: random.Random

    def pick(self, options: Sequence[T]) -> T:
        return self.chance.choice(options)

    def some(self, what: str, names: Sequence[str]) -> Sequence[str]:
        usual = [name for name in ("emotion", "severity") if name in names]
        return tuple(dict.fromkeys((*usual, *self.chance.sample(names, min(len(names), 2))))) if what else ()

    def wants(self, what: str) -> bool:
        return what in ("title", "arrow") or self.chance.random() < 0.1  # noqa: PLR2004 - now and then

    def words(self) -> str:
        return f"Words {self.chance.randrange(1000)}"
