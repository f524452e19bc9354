"""The analysis of one view: how customers go through each journey, and the findings that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.facts import COURSES
from journeyql.plugin import PassContext
from journeyql_flow.branches import run_together
from journeyql_flow.courses import courses
from journeyql_flow.found import Found
from journeyql_flow.handoffs import empty_handoffs, lost_on_the_way, told_again
from journeyql_flow.losses import losses
from journeyql_flow.options import Options
from journeyql_flow.reach import barred, endless_loops, unreachable
from journeyql_flow.returns import setbacks, uncounted
from journeyql_flow.seen import Seen, looks
from journeyql_flow.shares import uneven_shares
from journeyql_flow.tasks import nothing_hidden, unlike
from journeyql_flow.waiting import machine_work, narrowest, overloads


def analyse(context: PassContext[Options]) -> Iterable[Diagnostic]:
    """Provide the courses of all journeys, and report what the rules find."""
    view = context.view
    seen = [looks(view, journey) for journey in view.journeys]
    context.provide(COURSES, courses(view, seen))
    for one in seen:
        different = tuple(dict.fromkeys(one.values()))
        first = {look.flow: look for look in reversed(different)}
        yield from _once(found for look in different for found in _of_flow(look, new=first[look.flow] is look))
        if view.model.complete:  # while a line cannot be read, nobody knows what is missing
            yield from _once(
                found for look in different for found in _missing(look, context.options, new=first[look.flow] is look)
            )
            yield from _together(different, context.options)
            yield from narrowest(one, context.options)


def _of_flow(seen: Seen, *, new: bool) -> Iterator[Found]:
    """What is wrong with the arrows as they stand; those of personas before are `new` only where they differ."""
    if new:
        yield from uneven_shares(seen)
    yield from endless_loops(seen)
    yield from barred(seen)
    yield from overloads(seen)
    yield from empty_handoffs(seen)


def _missing(seen: Seen, options: Options, *, new: bool) -> Iterator[Found]:
    """What the map does not say or plan."""
    if new:
        yield from run_together(seen)
    yield from setbacks(seen)
    yield from losses(seen, options)
    yield from unlike(seen, options)


def _once(found: Iterable[Found]) -> Iterator[Diagnostic]:
    """The first finding of a rule about each place, whoever comes there."""
    told: set[tuple[str, str]] = set()
    for place, finding in found:
        key = (finding.rule.name, place)
        if key not in told:
            told.add(key)
            yield finding


def _together(looks: Sequence[Seen], options: Options) -> Iterator[Diagnostic]:
    """What is told once for a whole journey, with all places of which it is true for somebody."""
    yield from unreachable(looks)
    yield from lost_on_the_way(looks)
    yield from told_again(looks)
    yield from uncounted(looks)
    yield from machine_work(looks)
    yield from nothing_hidden(looks, options)
