"""Messages at hours at which none may come: those of caps, and those of markets."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cap, Clock, Journey, Market, Range, View
from journeyql.source import Span
from journeyql_governance.caps import called
from journeyql_governance.contact_rules import QUIET_HOURS
from journeyql_governance.counting import counts_for
from journeyql_governance.messages import Message, messages
from journeyql_governance.perspectives import eyes
from journeyql_governance.telling import words

_DAY = 24 * 60
#: The words for who asks for quiet, the hours, and where they stand.
Hours = tuple[str, Range[Clock], Span]


def findings(view: View) -> Iterator[Diagnostic]:
    """`quiet-hours`: once for each message and each rest that it breaks."""
    told: set[tuple[str, str]] = set()
    for journey in view.journeys:
        for seen in _points_of_view(view, journey):
            for message in messages(seen, journey):
                for finding, reason in _broken(message):
                    if (message.contact.path, reason) not in told:
                        told.add((message.contact.path, reason))
                        yield finding


def _points_of_view(view: View, journey: Journey) -> Iterator[View]:
    """The eyes of each persona, in each market that the journey names, as long as none is asked for."""
    for seen in eyes(view, journey):
        yield seen
        if not seen.context.market:
            yield from (seen.narrowed(market=market.id) for market in _named(seen, journey))


def _named(view: View, journey: Journey) -> Iterator[Market]:
    found = (view.follow(ref) for ref in view[journey.market])
    return (market for market in found if isinstance(market, Market))


def _broken(message: Message) -> Iterator[tuple[Diagnostic, str]]:
    minute = message.minute
    if minute is None:
        return
    for reason, hours, span in _hours(message):
        if holds(hours, minute):
            yield _finding(message, minute, f"{reason} {hours}", span), reason


def _hours(message: Message) -> Iterator[Hours]:
    view = message.view
    for cap in view.of(Cap):
        cell = view.cell(cap.quiet)
        if cell is not None and counts_for(cap, message):
            yield f"{called(view, cap).replace('The', 'the', 1)} keeps quiet", cell.value, cell.span
    for market in view.of(Market):
        cell = view.cell(market.quiet)
        if cell is not None and market.id in view.model.market_chain(view.context.market):
            yield f'"{view.title(market)}" keeps quiet', cell.value, cell.span


def holds(hours: Range[Clock], minute: int) -> bool:
    """Whether a minute of the day lies in quiet hours, which may cross midnight; their end is outside.

    >>> night = Range(Clock(22 * 60), Clock(8 * 60))
    >>> holds(night, 23 * 60), holds(night, 0), holds(night, 8 * 60), holds(night, 12 * 60)
    (True, True, False, False)
    """
    begin = 0 if hours.low is None else hours.low.minutes % _DAY
    end = _DAY if hours.high is None else hours.high.minutes
    if begin == end % _DAY:
        return False
    return begin <= minute < end if begin < end else minute >= begin or minute < end


def _finding(message: Message, minute: int, reason: str, span: Span) -> Diagnostic:
    contact = message.contact
    place = words(message.view, contact, contact.at)
    return QUIET_HOURS.at(
        place,
        f'"{message.view.title(contact)}" is sent at {Clock(minute)}; {reason}.',
        help="send it before or after, or say which hours are meant",
        related=[Related(span, "the quiet hours")],
    )
