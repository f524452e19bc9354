"""What teams and partners do in a journey: the measures they own, the work behind it, the channels they run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from journeyql.model import (
    Backstage,
    Channel,
    Element,
    Journey,
    Organisation,
    Ref,
    Remedy,
    Support,
    Touchpoint,
    View,
)
from journeyql.wording import quoted

_SETTLED = {"done", "dropped"}


@attrs.frozen(eq=False, repr=False)
class Part:
    """What one of them does: its open measures, the places behind which it works, its channels, each once, by its path."""

    who: Organisation
    measures: dict[str, Remedy] = attrs.field(factory=dict)
    behind: dict[str, Element] = attrs.field(factory=dict)
    support: dict[str, Element] = attrs.field(factory=dict)
    channels: dict[str, Channel] = attrs.field(factory=dict)

    @property
    def carries(self) -> bool:
        """Whether the journey cannot change without it; what only supports it, like a payment platform, is left out."""
        return bool(self.measures or self.behind or self.channels)

    def told(self, view: View) -> str:
        """The part in words."""
        owns = f"owns {quoted(map(view.title, self.measures.values()), 2)}" if self.measures else ""
        works = {**self.behind, **self.support}
        behind = f"works behind {quoted(map(view.title, works.values()), 2)}" if works else ""
        runs = f"runs {quoted(map(view.title, self.channels.values()), 2)}" if self.channels else ""
        return ", ".join(filter(None, (owns, behind, runs)))


Parts = dict[str, Part]
#: Each journey with the parts in it.
Done = Iterable[tuple[Journey, Parts]]


def parts(view: View, journey: Journey) -> Parts:
    """The parts of all teams and partners in a journey, by their paths, for any of its personas."""
    found: Parts = {}
    for seen in view.eyes(journey):
        for remedy in seen.within(journey, Remedy):
            _note_measure(seen, remedy, found)
        for backstage in seen.within(journey, Backstage):
            _note_work(seen, backstage, found)
        for support in seen.within(journey, Support):
            _note_work(seen, support, found)
        for touchpoint in seen.within(journey, Touchpoint):
            _note_channel(seen, touchpoint, found)
    return found


def _note_measure(view: View, remedy: Remedy, found: Parts) -> None:
    if view[remedy.status] not in _SETTLED:
        for part in _of(view, (view[remedy.owner],), found):
            part.measures[remedy.path] = remedy


def _note_work(view: View, work: Backstage | Support, found: Parts) -> None:
    for part in _of(view, view[work.by], found):
        places = part.behind if isinstance(work, Backstage) else part.support
        place = view.parent(work) or work
        places[place.path] = place


def _note_channel(view: View, touchpoint: Touchpoint, found: Parts) -> None:
    ref = view[touchpoint.channel]
    channel = None if ref is None else view.follow(ref)
    if channel is not None:
        for part in _of(view, (view[channel.owner],), found):
            part.channels[channel.path] = channel


def _of(view: View, refs: tuple[Ref[Any] | None, ...], found: Parts) -> Iterator[Part]:
    for ref in refs:
        who = view.follow(ref) if ref is not None else None
        if isinstance(who, Organisation):
            yield found.setdefault(who.path, Part(who))
