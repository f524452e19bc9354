"""One place as a view shows it, with what all who look at it need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from journeyql.facts import Phrase, PhraseValue, Signal
from journeyql.model import Cell, Channel, Edge, Element, Graph, Journey, Moment, Stage, View
from journeyql_experience.valleys import ends, of_scale

#: How strong a signal is that says little alone; two of them are as good as one that is enough.
WEAK = 0.3
#: A signal that says more, and still needs another beside it.
FAIR = 0.4
#: A signal that is enough: the map itself says that something is not as it should be.
STRONG = 0.5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Surroundings:
    """What all places of a journey in a view share: the flow, the ends of the scale, the kinds of channels by path."""

    view: View
    graph: Graph
    low: float
    high: float
    channels: Mapping[str, str]

    @classmethod
    def of(cls, view: View, journey: Journey) -> Surroundings:
        """Those of one journey."""
        low, high = ends(view.scale(journey))
        channels = {channel.path: view[channel.kind] or "" for channel in view.of(Channel)}
        return cls(view=view, graph=view.flow(journey), low=low, high=high, channels=channels)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Look:
    """A stage or touchpoint in a view: its journey's flow, what stands directly in it, and how it feels.

    `low` and `high` are the ends of the scale and `length` how long it is, never 0; `cell` has the emotion. `depth` is how
    far below the middle that is: 0 at or above it, 1 at the worst score, and 0 at a stage whose touchpoints have scores:
    its own sums these up. `good` is whether the emotion is known and above the middle.
    `turns`: the curve has a low point here; `channels` has the kinds of channels by path.
    """

    view: View
    place: Moment
    graph: Graph
    parts: tuple[Element, ...]
    low: float
    high: float
    length: float
    cell: Cell[float] | None
    depth: float
    good: bool
    turns: bool
    channels: Mapping[str, str]

    @classmethod
    def at(cls, around: Surroundings, place: Moment, *, turns: bool) -> Look:
        """A place of a journey."""
        view, low, high = around.view, around.low, around.high
        length, cell = (high - low if high > low else 1.0), view.cell(place.emotion)
        deep = 0.0 if cell is None else of_scale(low + high - 2 * cell.value, length)
        summary = deep > 0 and any(step is not place and view.cell(step.emotion) for step in _steps(view, place))
        return cls(
            view=view,
            place=place,
            graph=around.graph,
            parts=view.children(place),
            low=low,
            high=high,
            length=length,
            cell=cell,
            depth=0.0 if summary else min(1.0, max(0.0, deep)),
            good=deep < 0,
            turns=turns,
            channels=around.channels,
        )

    @property
    def score(self) -> float | None:
        """The emotion here."""
        return None if self.cell is None else self.cell.value


def _steps(view: View, place: Moment) -> Iterable[Moment]:
    return view.steps(place) if isinstance(place, Stage) else ()


def said(kind: str, words: str, strength: float, where: Cell[Any] | Element | Edge, **values: PhraseValue) -> Signal:
    """A signal in the words of this plugin."""
    return Signal(kind=kind, words=Phrase(f"experience.{words}", values), strength=strength, where=where)
