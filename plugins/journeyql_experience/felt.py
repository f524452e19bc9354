"""What a place feels like: low scores, feelings, and scores that are meant or expected to be better."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import Signal
from journeyql.model import UNPLEASANT_FEELINGS, Cell, Measure
from journeyql_experience.looks import FAIR, STRONG, WEAK, Look, said
from journeyql_experience.valleys import of_scale

#: States that say what the score ought to be.
_WISHED = ("expected", "future")


def feelings(look: Look) -> Iterator[Signal]:
    """A low score is as strong as it is deep (1 is the worst score); a dip to the middle and a feeling say less."""
    yield from _score(look)
    feeling = look.view.cell(look.place.feeling)
    if feeling is not None and feeling.value in UNPLEASANT_FEELINGS:
        yield said("feeling", "feeling", FAIR, feeling)


def _score(look: Look) -> Iterator[Signal]:
    cell = look.cell
    if cell is None:
        return
    if look.depth > 0:
        yield said("emotion", "low", look.depth, cell, score=cell.value, low=look.low, high=look.high)
    elif look.turns and not look.good:
        yield said("emotion", "dip", WEAK, cell, score=cell.value, low=look.low, high=look.high)
    measure = cell.option(Measure)
    target = look.view[measure.target] if measure is not None else None
    if isinstance(target, float) and target > cell.value:
        strength = min(1.0, STRONG + of_scale(target - cell.value, look.length) / 2)
        yield said("target", "below-target", strength, cell, score=cell.value, target=target)
    if len(look.place.emotion.cells) > 1:
        yield from _wished(look, cell)


def _wished(look: Look, cell: Cell[float]) -> Iterator[Signal]:
    """Scores of other states that are higher: what customers expect, what the company wants to reach."""
    for state in _WISHED:
        wished = _in_state(look, state)
        if wished is not None and wished > cell.value:
            gap = min(1.0, of_scale(wished - cell.value, look.length))
            yield said(state, state, WEAK + gap * STRONG, cell, score=cell.value, wished=wished)


def _in_state(look: Look, state: str) -> float | None:
    """The score here in another state, where the map says one of its own."""
    cells = look.place.emotion.cells
    if state == look.view.context.state or not any(
        name == "state" and state in values for cell in cells for name, values in cell.qualifiers
    ):
        return None
    return look.view.narrowed(state=state)[look.place.emotion]
