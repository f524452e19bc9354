"""How many messages each persona can get in all journeys together, held against what caps allow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cap, Journey, Persona, View
from journeyql_governance.contact_rules import CONTACTS_MAY_ADD_UP, TOO_MANY_CONTACTS
from journeyql_governance.messages import CALENDAR, Message, messages
from journeyql_governance.routes import Routes
from journeyql_governance.telling import several, short, words

_MOST = 5
#: How many windows of a line are walked, the fullest first: exclusive ways seldom empty more.
_WINDOWS = 16

#: The messages of each journey, as one persona gets them.
Post = dict[str, list[Message]]


@attrs.frozen(eq=False, repr=False)
class _Count:
    """The most messages that can come within the time of a cap, and whether the map says when they come."""

    found: tuple[Message, ...] = ()
    sure: bool = True


@attrs.define(eq=False, repr=False)
class Lines:
    """The messages of all personas; the routes of a journey are made once."""

    view: View
    people: dict[str, Post]
    _routes: dict[tuple[View, str], Routes] = attrs.field(factory=dict)
    _counted: dict[tuple[object, ...], _Count] = attrs.field(factory=dict)

    @classmethod
    def of(cls, view: View) -> Lines:
        """The messages of a view, by persona and journey."""
        made: dict[tuple[View, str], list[Message]] = {}
        people: dict[str, Post] = {}
        for journey in view.journeys:
            for name, seen in view.perspectives(journey).items():
                key = (seen, journey.path)
                if key not in made:
                    made[key] = messages(seen, journey)
                people.setdefault(name, {})[journey.path] = made[key]
        return cls(view, people)

    def most(self, cap: Cap, post: Post, *, sure: bool) -> _Count:
        """The most that one persona can get within the time of a cap: what each journey sends at most, added up."""
        found: list[Message] = []
        dated: list[Message] = []
        for journey in post:
            counts = [message for message in post[journey] if counts_for(cap, message)]
            dated.extend(message for message in counts if message.line == CALENDAR)
            found.extend(self._of_journey(cap, journey, [one for one in counts if one.line != CALENDAR], sure=sure))
        return _Count((*found, *self._fullest(cap, "", dated, sure=True)), sure)

    def _of_journey(self, cap: Cap, journey: str, counts: list[Message], *, sure: bool) -> tuple[Message, ...]:
        lines: dict[str, list[Message]] = {}
        for message in counts:
            lines.setdefault(message.line if sure else journey, []).append(message)
        fullest = (self._fullest(cap, journey, line, sure=sure) for line in lines.values())
        return max(fullest, key=len, default=())

    def _fullest(self, cap: Cap, journey: str, line: list[Message], *, sure: bool) -> tuple[Message, ...]:
        """The fullest window of a line that a customer can meet on one way."""
        per = self.view[cap.per]
        if per is None or not line:
            return ()
        windows = sorted(_windows(line, per.seconds, sure=sure), key=len, reverse=True)[:_WINDOWS]
        best: tuple[Message, ...] = ()
        for window in windows:
            if len(window) > len(best):
                best = max(best, self._met(journey, window), key=len)
        return best

    def _met(self, journey: str, window: tuple[Message, ...]) -> tuple[Message, ...]:
        steps: dict[str, int] = {}
        for message in window:
            if message.step is not None:
                steps[message.step.path] = steps.get(message.step.path, 0) + 1
        if len(steps) <= 1 or not journey:
            return window
        met = self._way(window[0].view, journey).most(steps)
        return tuple(message for message in window if message.step is None or message.step.path in met)

    def _way(self, view: View, path: str) -> Routes:
        key = (view, path)
        if key not in self._routes:
            journey = view.model.elements[path]
            flow = view.flow(journey) if isinstance(journey, Journey) else view.graph
            self._routes[key] = Routes.of(flow)
        return self._routes[key]


def _windows(line: list[Message], per: float, *, sure: bool) -> Iterator[tuple[Message, ...]]:
    """The messages that come within a time, from each of them on; what comes exactly that much later is outside."""
    ordered = sorted(((one.time if sure else one.early, index) for index, one in enumerate(line)))
    times = [time for time, _ in ordered]
    end = 0
    for begin, time in enumerate(times):
        earlier, end = end, bisect_left(times, time + per, lo=begin)
        if end > earlier:
            yield tuple(line[index] for _, index in ordered[begin:end])


def counts_for(cap: Cap, message: Message) -> bool:
    """Whether a cap is about a message: its journey, its kind, its channel."""
    view = message.view
    kinds, channels = view[cap.kind], {ref.path for ref in view[cap.channel]}
    within = view.around(cap, Journey)
    journey = view.around(message.contact, Journey)
    if within is not None and within is not journey:
        return False
    channel = message.channel
    return (not kinds or message.kind in kinds) and (
        not channels or (channel is not None and channel.path in {*channels, *_followed(view, cap)})
    )


def _followed(view: View, cap: Cap) -> Iterator[str]:
    """The channels of a cap as they exist here."""
    return (channel.path for ref in view[cap.channel] if (channel := view.follow(ref)) is not None)


def findings(view: View) -> Iterator[Diagnostic]:
    """`too-many-contacts`, and where there are none for a cap, `contacts-may-add-up`."""
    caps = [cap for cap in view.of(Cap) if _usable(view, cap)]
    if not caps:
        return
    lines = Lines.of(view)
    for cap in caps:
        yield from _exceeded(view, cap, lines)


def _usable(view: View, cap: Cap) -> bool:
    limit, per = view[cap.limit], view[cap.per]
    return limit is not None and limit >= 0 and per is not None and per.seconds > 0


def _exceeded(view: View, cap: Cap, lines: Lines) -> Iterator[Diagnostic]:
    limit = view[cap.limit] or 0.0
    for sure in (True, False):
        counts = {name: lines.most(cap, post, sure=sure) for name, post in lines.people.items()}
        over = {name: count for name, count in counts.items() if len(count.found) > limit}
        if over:
            yield _finding(view, cap, over)
            return


def _finding(view: View, cap: Cap, over: dict[str, _Count]) -> Diagnostic:
    most = max(len(count.found) for count in over.values())
    worst = {name: count for name, count in over.items() if len(count.found) == most}
    count = next(iter(worst.values()))
    names = [short(view, one) for one in view.of(Persona) if one.id in worst]
    who = several(names) or "A customer"
    journeys = list(dict.fromkeys(_journey(one) for one in count.found))
    where = f" in {several(journeys)}" if len(journeys) > 1 else ""
    limit, per = f"{view[cap.limit] or 0:g}", view[cap.per]
    rule, can, unknown = (
        (TOO_MANY_CONTACTS, "can", "")
        if count.sure
        else (CONTACTS_MAY_ADD_UP, "may", " The map does not say how far apart they are.")
    )
    return rule.at(
        words(view, cap, cap.limit),
        f"{called(view, cap)} allows {limit} in {per}. {who} {can} get {most}{where}: "
        f"{several(message.told() for message in count.found)}.{unknown}",
        help=f"leave one out, or put more than {per} between them (at= or delay=)"
        if count.sure
        else "give their touchpoints a time, at=3d, or leave one out",
        related=[Related(one.contact.span, "counted") for one in count.found[:_MOST]],
    )


def _journey(message: Message) -> str:
    journey = message.view.around(message.contact, Journey)
    return "" if journey is None else f'"{message.view.title(journey)}"'


def called(view: View, cap: Cap) -> str:
    """A cap at the beginning of a sentence."""
    title = view[cap.title]
    return f'The cap "{title}"' if title else "The cap"
