"""How many messages a persona can get within the time of a cap, in all journeys together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

import attrs

from journeyql.model import Cap, Journey, View
from journeyql_governance.messages import CALENDAR, Message, messages
from journeyql_governance.routes import fullest

#: How many windows of a line are walked, the fullest first: exclusive ways seldom empty more.
_WINDOWS = 16

#: The messages of each journey, by its path, as one persona gets them.
Post = dict[str, list[Message]]
Window = tuple[Message, ...]


@attrs.frozen(eq=False, repr=False)
class Count:
    """The most messages that can come within the time of a cap; `sure`: the map says how far apart they are."""

    found: Window
    sure: bool


def posts(view: View) -> dict[str, Post]:
    """The messages of each persona by name; of everybody under no name, where the file has no personas."""
    made: dict[tuple[View, str], list[Message]] = {}
    people: dict[str, Post] = {}
    for journey in view.journeys:
        for name, seen in view.perspectives(journey).items():
            key = (seen, journey.path)
            if key not in made:
                made[key] = messages(seen, journey)
            people.setdefault(name, {})[journey.path] = made[key]
    return people


def letters(people: Mapping[str, Post]) -> list[Message]:
    """All messages, as each persona for whom they differ gets them."""
    lists = {id(sent): sent for post in people.values() for sent in post.values()}
    return [message for sent in lists.values() for message in sent]


@attrs.define(eq=False, repr=False)
class Counted:
    """The messages that a cap is about: of its journey, its kinds, its channels."""

    cap: Cap
    _sets: dict[View, tuple[frozenset[str], frozenset[str] | None, str]] = attrs.field(factory=dict)

    def __contains__(self, message: Message) -> bool:
        """Whether a message is one of them."""
        if message.view not in self._sets:
            self._sets[message.view] = self._of(message.view)
        kinds, channels, journey = self._sets[message.view]
        return (
            (not kinds or message.kind in kinds)
            and (channels is None or message.channel in channels)
            and journey in {"", message.journey.path}
        )

    def _of(self, view: View) -> tuple[frozenset[str], frozenset[str] | None, str]:
        refs = view[self.cap.channel]
        here = frozenset(channel.path for channel in map(view.follow, refs) if channel is not None)
        within = view.around(self.cap, Journey)
        return frozenset(view[self.cap.kind]), here if refs else None, "" if within is None else within.path


def most(counted: Counted, per: float, post: Post, *, sure: bool) -> Count:
    """The most that one persona can get in `per` seconds: what each journey sends at most, added up."""
    found: list[Message] = []
    dated: list[Message] = []
    for fitting in ([one for one in sent if one in counted] for sent in post.values()):
        dated.extend(one for one in fitting if one.line == CALENDAR)
        found.extend(_of_journey([one for one in fitting if one.line != CALENDAR], per, sure=sure))
    return Count((*found, *_fullest(dated, per, sure=True)), sure)


def _of_journey(fitting: Iterable[Message], per: float, *, sure: bool) -> Window:
    lines: dict[str, list[Message]] = {}
    for message in fitting:
        lines.setdefault(message.line if sure else "", []).append(message)
    return max((_fullest(line, per, sure=sure) for line in lines.values()), key=len, default=())


def _fullest(line: list[Message], per: float, *, sure: bool) -> Window:
    """The fullest window of a line that a customer can meet on one way."""
    ordered = sorted(line, key=lambda one: one.time if sure else one.early)
    times = [one.time if sure else one.early for one in ordered]
    best: Window = ()
    for begin, end in windows(times, per)[:_WINDOWS]:
        if end - begin > len(best):
            best = max(best, _met(tuple(ordered[begin:end])), key=len)
    return best


def windows(times: list[float], per: float) -> list[tuple[int, int]]:
    """The parts of a row of times that lie within a time, the fullest first; what comes exactly so much later is outside.

    >>> windows([0, 1, 5, 6, 7, 20], 7)
    [(0, 4), (1, 5), (5, 6)]
    """
    found: list[tuple[int, int]] = []
    for begin, time in enumerate(times):
        end = bisect_left(times, time + per, lo=begin)
        if end > (found[-1][1] if found else 0):
            found.append((begin, end))
    return sorted(found, key=lambda part: part[0] - part[1])


def _met(window: Window) -> Window:
    """Those of a window that one customer meets: of exclusive ways only one is gone."""
    steps: dict[str, int] = {}
    for message in window:
        if message.step is not None:
            steps[message.step.path] = steps.get(message.step.path, 0) + 1
    first = window[0]
    if len(steps) <= 1 or first.line == CALENDAR:
        return window
    flow = first.view.flow(first.journey)
    met = fullest(flow, flow.nodes, steps)
    return tuple(one for one in window if one.step is None or one.step.path in met)
