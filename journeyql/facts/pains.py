"""Where it hurts, in the order in which it deserves attention."""

from __future__ import annotations

from typing import Any

import attrs

from journeyql.facts.phrase import Input, Phrase
from journeyql.model import Cell, Edge, Element
from journeyql.source import Span


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Signal:
    """One reason to believe that a place hurts: `kind` names the sort (`emotion`, `wait`, `csat` …), `words` say it.

    `strength` runs from 0 (barely) to 1 (as bad as can be); `where` is the value, element or written arrow that it rests on.
    """

    kind: str
    words: Phrase
    strength: float
    _where: Cell[Any] | Element | Edge

    @property
    def span(self) -> Span:
        """The words of the file that it rests on. Raises ValueError for an arrow that follows from the order alone."""
        found = self._where.span
        if found is None:
            message = "a signal rests on words of the file, and this arrow has none"
            raise ValueError(message)
        return found


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RankedPain:
    """A pain point in the order in which it deserves attention.

    `score` is comparable within one journey only; `inputs` are the figures it is the product of, and `reasons` say
    them in words; `place` is the stage or touchpoint that hurts. `pain` is None where nobody has written it down and
    it follows from `signals` alone. `roots` are the causes at the end of its chains. `owner` answers for it, and
    `answers` is what is planned against it.
    """

    rank: int
    score: float
    pain: Element | None
    place: Element
    title: str
    reasons: tuple[Phrase, ...]
    inputs: tuple[Input, ...] = ()
    signals: tuple[Signal, ...] = ()
    roots: tuple[Element, ...] = ()
    owner: Element | None = None
    answers: tuple[Element, ...] = ()
