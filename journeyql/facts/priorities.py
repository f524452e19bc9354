"""What is worth doing first, by the usual formulas."""

from __future__ import annotations

import attrs

from journeyql.facts.phrase import Input, Phrase
from journeyql.model import Element


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OpportunityScore:
    """How much there is to win by serving a need, after Ulwick: importance + max(importance - satisfaction, 0), 0 to 20.

    `kano` is Kano's class as written, or empty; `answers` is what is planned for it.
    """

    rank: int
    element: Element
    importance: float
    satisfaction: float
    score: float
    kano: str = ""
    answers: tuple[Element, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Score:
    """One formula and what it comes to for one measure: None while an input is `missing`, or for the reason `why`.

    `chosen` is the one that decides the order within a quadrant.
    """

    name: str
    formula: str
    value: float | None
    inputs: tuple[Input, ...] = ()
    missing: tuple[str, ...] = ()
    why: Phrase | None = None
    chosen: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Priority:
    """An action or recovery that is still open, with all that speaks for and against doing it first; equal ones share a rank.

    `quadrant` is `quick-win`, `big-bet`, `fill-in`, `drop`, or empty while impact or effort is not stated.
    `depends` is what has to be done before; `notes` say what a reader should know about its place.
    """

    rank: int
    measure: Element
    quadrant: str
    impact: float | None
    effort: float | None
    scores: tuple[Score, ...] = ()
    depends: tuple[Element, ...] = ()
    notes: tuple[Phrase, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phase:
    """A part of the plan: `number` as written in the map, or the depth of what it depends on, from 1; its measures in order."""

    number: float
    measures: tuple[Element, ...]
