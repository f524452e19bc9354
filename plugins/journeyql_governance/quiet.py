"""Messages at hours at which none may come: those of caps, and those of markets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cap, Clock, Journey, Market, Range, View
from journeyql.source import Span
from journeyql.wording import several
from journeyql_governance.caps import called
from journeyql_governance.contact_rules import QUIET_HOURS
from journeyql_governance.counting import Counted, Post
from journeyql_governance.messages import Message, messages

_DAY = 24 * 60
_MOST = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Rest:
    """Quiet hours: who keeps them, where they stand, and the messages that they are about (all, if none is named)."""

    who: str
    hours: Range[Clock]
    span: Span
    about: Counted | None = None

    def broken_by(self, message: Message) -> bool:
        """Whether a message comes in these hours."""
        minute = message.minute
        return minute is not None and holds(self.hours, minute) and (self.about is None or message in self.about)


def findings(view: View, people: Mapping[str, Post]) -> Iterator[Diagnostic]:
    """`quiet-hours`: one finding for each rest, with all messages that break it."""
    broken: dict[Span, tuple[_Rest, dict[str, Message]]] = {}
    for seen, sent in _everywhere(view, people):
        for rest in _rests(seen):
            for message in filter(rest.broken_by, sent):
                broken.setdefault(rest.span, (rest, {}))[1].setdefault(message.contact.path, message)
    for rest, found in broken.values():
        yield _finding(rest, [*found.values()])


def _everywhere(view: View, people: Mapping[str, Post]) -> Iterator[tuple[View, list[Message]]]:
    """The messages as each persona gets them, and in each market that a journey names, as long as none is asked for."""
    lists = {id(sent): sent for post in people.values() for sent in post.values() if sent}
    for sent in lists.values():
        seen, journey = sent[0].view, sent[0].journey
        yield seen, sent
        for market in () if view.context.market else _resting(seen, journey):
            there = seen.narrowed(market=market.id)
            yield there, messages(there, journey)


def _resting(view: View, journey: Journey) -> Iterator[Market]:
    """The markets of a journey, if any market keeps quiet hours."""
    if any(market.quiet.cells for market in view.of(Market)):
        found = (view.follow(ref) for ref in view[journey.market])
        yield from (market for market in found if isinstance(market, Market))


def _rests(view: View) -> Iterator[_Rest]:
    for cap in view.of(Cap):
        cell = view.cell(cap.quiet)
        if cell is not None:
            yield _Rest(who=called(view, cap), hours=cell.value, span=cell.span, about=Counted(cap))
    here = view.model.market_chain(view.context.market)
    for market in view.of(Market):
        cell = view.cell(market.quiet)
        if cell is not None and market.id in here:
            yield _Rest(who=f'"{view.title(market)}"', hours=cell.value, span=cell.span)


def holds(hours: Range[Clock], minute: int) -> bool:
    """Whether a minute of the day lies in quiet hours, which may cross midnight; their end is outside.

    >>> night = Range(Clock(22 * 60), Clock(8 * 60))
    >>> holds(night, 23 * 60), holds(night, 0), holds(night, 8 * 60), holds(night, 12 * 60)
    (True, True, False, False)
    """
    begin = 0 if hours.low is None else hours.low.minutes % _DAY
    end = _DAY if hours.high is None else hours.high.minutes
    if hours.low == hours.high:
        return False
    return begin <= minute < end if begin < end else minute >= begin or minute < end


def _finding(rest: _Rest, broken: list[Message]) -> Diagnostic:
    first, *others = broken
    sent = several(f'"{one.view.title(one.contact)}" at {Clock(one.minute or 0)}' for one in broken)
    return QUIET_HOURS.at(
        first.view.span(first.contact, first.contact.at),
        f"{rest.who} keeps quiet {rest.hours}. In these hours come: {sent}.",
        help="send them before or after, or say which hours are meant",
        related=[
            Related(rest.span, "the quiet hours"),
            *(Related(one.view.span(one.contact, one.contact.at), "and this") for one in others[:_MOST]),
        ],
    )
