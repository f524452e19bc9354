"""How a journey feels: curves, and the figures of each."""

from __future__ import annotations

import attrs

from journeyql.model import Element, Range


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CurvePoint:
    """The emotion at one touchpoint: None where it is not known."""

    place: Element
    score: float | None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Curve:
    """The emotion along a journey for one persona (empty: for everyone)."""

    journey: str
    persona: str
    points: tuple[CurvePoint, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Turn:
    """A valley or a peak: the places at its level, in order, and how far it stands out.

    `prominence` is a share of the scale (0 to 1). `pains` say why a valley is one, `roots` are the causes behind them
    that have no further cause; `answers` are what rescues a valley, or what copies a peak elsewhere.
    """

    places: tuple[Element, ...]
    score: float
    prominence: float
    pains: tuple[Element, ...] = ()
    roots: tuple[Element, ...] = ()
    answers: tuple[Element, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Fall:
    """The change from one touchpoint to the next, in points of the scale; negative where it gets worse."""

    start: Element
    end: Element
    change: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Emotion:
    """The figures of one curve; each is None (or empty) where too few scores are known.

    `known` of `steps` points have a score. `volatility` is the mean absolute change between neighbours, in points of
    the scale; `below` the area under the neutral score, in points times steps, and never bridges a missing score.
    `peak_end` is the mean of the score furthest from neutral and the last one (Kahneman's rule), to be read beside `mean`.
    """

    journey: str
    persona: str
    scale: Range[float]
    steps: int
    known: int
    mean: float | None = None
    peak_end: float | None = None
    lowest: CurvePoint | None = None
    highest: CurvePoint | None = None
    last: CurvePoint | None = None
    volatility: float | None = None
    below: float = 0.0
    steepest: Fall | None = None
    valleys: tuple[Turn, ...] = ()
    peaks: tuple[Turn, ...] = ()
