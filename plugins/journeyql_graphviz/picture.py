"""What a flow picture shows, as plain data: already in the reader's words, not yet measured or placed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

#: The ends of arrows that are not touchpoints.
START, END = "<start>", "<end>"
#: The persona of a face that stands for everybody.
EVERYBODY = -1


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Person:
    """A persona of the journey: the part of the title before the first comma, the rest, and what is quoted."""

    name: str
    role: str = ""
    quote: str = ""
    initials: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Face:
    """An emotion score: whose, how it looks (1 to 5), the words beside it, and whether it is only assumed."""

    persona: int
    level: int
    score: float = 0.0
    highest: float = 5.0
    words: str = ""
    spoken: str = ""
    assumed: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Hurt:
    """A pain point: its text, how severe (0: not said, to 4), in how many cases, whether it is only assumed."""

    text: str
    severity: int = 0
    share: str = ""
    assumed: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Wait:
    """How long a customer waits, whether that misses a target, and what stands between both."""

    words: str
    missed: bool = False
    target: str = ""
    joiner: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Card:
    """A touchpoint."""

    key: str
    number: int
    title: str
    spoken: str = ""
    channel: str = ""
    channel_kind: str = ""
    icon: str = ""
    channel_words: tuple[str, ...] = ()
    faces: tuple[Face, ...] = ()
    wait: Wait | None = None
    hurts: tuple[Hurt, ...] = ()
    moment: str = ""
    moment_words: str = ""
    aside: str = ""
    only: tuple[int, ...] = ()
    only_words: str = ""
    hidden: bool = False
    link: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Arrow:
    """A way from one touchpoint to another; `words` are its condition and share, `handover` what is passed on."""

    source: str
    target: str
    words: str = ""
    share: str = ""
    joiner: str = " · "
    back: bool = False
    conditional: bool = False
    handover: str = ""
    switches: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phase:
    """A stage with its touchpoints in the order written, and its own pains; `alone` when it acts as a touchpoint."""

    key: str
    number: int
    name: str
    note: str = ""
    cards: tuple[Card, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    alone: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Picture:
    """All that one flow picture shows."""

    key: str
    title: str
    goals: tuple[str, ...] = ()
    line: str = ""
    description: str = ""
    lang: str = "en"
    people: tuple[Person, ...] = ()
    phases: tuple[Phase, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    counts: str = ""
    origin: str = ""
    legend: tuple[tuple[str, str], ...] = ()

    @cached_property
    def phase_of(self) -> Mapping[str, int]:
        """The number of the stage that each touchpoint is in."""
        return {card.key: phase.number for phase in self.phases for card in phase.cards}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All touchpoints in order."""
        return tuple(card for phase in self.phases for card in phase.cards)
