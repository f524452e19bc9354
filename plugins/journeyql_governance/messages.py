"""The messages of a journey on one line of time, as one persona gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.model import Clock, Contact, Date, Duration, Journey, Moment, Remedy, View

_DAY = 86400.0
#: The line of messages with a date; all others count from the beginning of their journey.
CALENDAR = "calendar"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Message:
    """A message, and when it is sent.

    `time` is in seconds on its `line`: messages of one line are known to be so far apart. `early` is the least time
    since the journey began, as far as the map tells. `step` is where it is sent, None if it belongs to no step. `kind` is
    what it is for, `channel` the path of how it is sent, nothing if that is not said.
    """

    contact: Contact
    journey: Journey
    view: View
    step: Moment | None
    line: str
    time: float
    early: float
    kind: str | None
    channel: str

    @property
    def minute(self) -> int | None:
        """The minute of the day at which it is sent, as far as the map says."""
        own = self.view[self.contact.at]
        if own is not None:
            return own.minutes if isinstance(own, Clock) else None
        around = None if self.step is None else self.view[self.step.at]
        if not isinstance(around, Clock):
            return None
        delay = self.view[self.contact.delay]
        return (around.minutes + int((delay.seconds if delay else 0) // 60)) % 1440

    def told(self) -> str:
        """Its title, and when it is sent, if that is known."""
        day, rest = divmod(self.time, _DAY)
        hours, minutes = divmod(int(rest) // 60, 60)
        since = "".join(f"{number:g}{unit}" for number, unit in ((day, "d"), (hours, "h"), (minutes, "min")) if number)
        when = f" ({since or '0d'})" if self.line == self.journey.path else ""
        return f'"{self.view.title(self.contact)}"{when}'


@attrs.frozen(eq=False, repr=False)
class _Point:
    """A point in time: on a line, and at the earliest since the journey began."""

    line: str
    time: float
    early: float

    def later(self, delay: Duration | None) -> _Point:
        """The point so much later."""
        seconds = 0.0 if delay is None else delay.seconds
        return _Point(self.line, self.time + seconds, self.early + seconds)


def messages(view: View, journey: Journey) -> list[Message]:
    """The messages of a journey that are not dropped: those of the journey, then those of its stages in order."""
    waiting: dict[str, list[Contact]] = {}
    for contact in view.within(journey, Contact):
        if not _dropped(view, contact):
            place = view.around(contact, Moment) or journey
            waiting.setdefault(place.path, []).append(contact)
    if not waiting:
        return []
    first = _sent(view, journey, None, waiting.get(journey.path, ()), _Point(journey.path, 0.0, 0.0))
    return [*first, *_on_the_way(view, journey, waiting)]


def _on_the_way(view: View, journey: Journey, waiting: Mapping[str, Iterable[Contact]]) -> Iterator[Message]:
    """The messages of stages and steps, each step beginning when its time says or those before it have taken theirs."""
    early = 0.0
    for stage in view.stages(journey):
        steps = view.steps(stage)
        if steps != (stage,):
            yield from _sent(view, journey, None, waiting.get(stage.path, ()), _Point(stage.path, 0.0, early))
        for step in steps:
            at = view[step.at]
            early = at.seconds if isinstance(at, Duration) else early
            when = _Point(journey.path, early, early) if isinstance(at, Duration) else _Point(step.path, 0.0, early)
            yield from _sent(view, journey, step, waiting.get(step.path, ()), when)
            early += sum(span.seconds for span in (view[step.wait], view[step.duration]) if span is not None)


def _dropped(view: View, contact: Contact) -> bool:
    remedy = view.around(contact, Remedy)
    return remedy is not None and view[remedy.status] == "dropped"


def _sent(
    view: View, journey: Journey, step: Moment | None, contacts: Iterable[Contact], near: _Point
) -> Iterator[Message]:
    for contact in contacts:
        when = _when(view, contact, journey, near)
        ref = view[contact.channel]
        channel = None if ref is None else view.follow(ref)
        yield Message(
            contact=contact,
            journey=journey,
            view=view,
            step=step,
            line=when.line,
            time=when.time,
            early=when.early,
            kind=view[contact.kind],
            channel="" if channel is None else channel.path,
        )


def _when(view: View, contact: Contact, journey: Journey, near: _Point) -> _Point:
    at = view[contact.at]
    if isinstance(at, Date):
        return _Point(CALENDAR, at.first.toordinal() * _DAY, 0.0)
    if isinstance(at, Duration):
        return _Point(journey.path, at.seconds, at.seconds)
    return near.later(view[contact.delay])
