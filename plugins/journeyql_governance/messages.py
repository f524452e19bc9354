"""The messages of a journey on one line of time, as one persona gets them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import Channel, Clock, Contact, Date, Duration, Journey, Moment, Remedy, Stage, View

_DAY = 86400.0
#: The line of messages with a date; all others count from the beginning of their journey.
CALENDAR = "calendar"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Message:
    """A message, and when it is sent.

    `time` is in seconds on its `line`: messages of one line are known to be so far apart. `early` is the least time
    since the journey began, as far as the map tells. `step` is where it is sent, None if it belongs to no step.
    """

    contact: Contact
    view: View
    step: Moment | None
    line: str
    time: float
    early: float

    @property
    def kind(self) -> str | None:
        """What it is for."""
        return self.view[self.contact.kind]

    @property
    def channel(self) -> Channel | None:
        """How it is sent."""
        ref = self.view[self.contact.channel]
        return None if ref is None else self.view.follow(ref)

    @property
    def channel_path(self) -> str:
        """The path of the channel, nothing without one."""
        return "" if self.channel is None else self.channel.path

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
        journey = self.view.around(self.contact, Journey)
        when = f" ({since or '0d'})" if journey is not None and self.line == journey.path else ""
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
    """The messages of a journey that are not dropped, in the order written."""
    begin = _Point(journey.path, 0.0, 0.0)
    found = [_sent(view, one, None, begin) for one in _in(view, journey, Stage)]
    early = 0.0
    for stage in view.stages(journey):
        steps = view.steps(stage)
        if steps != (stage,):
            found.extend(_sent(view, one, None, _Point(stage.path, 0.0, early)) for one in _in(view, stage, Moment))
        for step in steps:
            at = view[step.at]
            early = at.seconds if isinstance(at, Duration) else early
            when = _Point(journey.path, early, early) if isinstance(at, Duration) else _Point(step.path, 0.0, early)
            found.extend(_sent(view, one, step, when) for one in _in(view, step, Moment))
            early += sum(span.seconds for span in (view[step.wait], view[step.duration]) if span is not None)
    return found


def _in(view: View, element: Journey | Moment, border: type) -> Iterator[Contact]:
    """The messages of an element and its measures, but not of the steps in it."""
    for child in view.children(element):
        if isinstance(child, Contact):
            yield child
        elif not isinstance(child, border):
            yield from (one for one in view.within(child, Contact) if not _dropped(view, one))


def _dropped(view: View, contact: Contact) -> bool:
    remedy = view.around(contact, Remedy)
    return remedy is not None and view[remedy.status] == "dropped"


def _sent(view: View, contact: Contact, step: Moment | None, near: _Point) -> Message:
    when = _when(view, contact, near)
    return Message(contact=contact, view=view, step=step, line=when.line, time=when.time, early=when.early)


def _when(view: View, contact: Contact, near: _Point) -> _Point:
    at = view[contact.at]
    journey = view.around(contact, Journey)
    if isinstance(at, Date):
        return _Point(CALENDAR, at.first.toordinal() * _DAY, 0.0)
    if isinstance(at, Duration) and journey is not None:
        return _Point(journey.path, at.seconds, at.seconds)
    return near.later(view[contact.delay])
