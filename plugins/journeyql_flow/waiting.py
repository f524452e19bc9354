"""Waiting: the place where most of it gathers, seasons beyond the capacity, work that a machine could take over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeyql.diagnostics import Diagnostic
from journeyql.facts import Bottleneck
from journeyql.model import Backstage, Cell, Duration, Measure, Moment, Persona, Rate, Season, System
from journeyql_flow.found import Found
from journeyql_flow.options import Options
from journeyql_flow.seen import Seen
from journeyql_flow.service_rules import AUTOMATION_CANDIDATES, BOTTLENECK_WITHOUT_ACTION, OVERLOAD
from journeyql_flow.telling import lasting, listed, percent

_SEVERAL = 3


def narrowest(looks: Mapping[str, Seen], options: Options) -> Iterator[Diagnostic]:
    """`bottleneck-without-action`: the touchpoint that adds most of all waiting, over its target, with no action.

    Once for each touchpoint, with the figures of the personas to whom it adds most, by name where others have others.
    """
    found = {seen: one for seen in dict.fromkeys(looks.values()) if (one := _narrow(seen, options)) is not None}
    for step in dict.fromkeys(one.place for one in found.values()):
        told = {seen: (one.share, one.seconds) for seen, one in found.items() if one.place is step}
        most = max(told.values())
        held = [name for name, seen in looks.items() if told.get(seen) == most]
        seen = looks[held[0]]
        yield _narrowest(seen, found[seen], "" if len(held) == len(looks) else f" of {_people(seen, held)}")


def _people(seen: Seen, names: Sequence[str]) -> str:
    people = (seen.view.named(name, Persona, seen.journey) for name in names)
    return listed(sorted(seen.named(one) for one in people if one is not None))


def _narrow(seen: Seen, options: Options) -> Bottleneck | None:
    """The place where one of the looks waits most, if it counts and nothing is planned."""
    found = seen.bottlenecks
    if not found or found[0].share < options.bottleneck or sum(map(bool, seen.costs.waits)) < _SEVERAL:
        return None
    step = found[0].place
    told = isinstance(step, Moment) and step.path not in seen.answers.acted and _over(seen, step) is not None
    return found[0] if told else None


def _narrowest(seen: Seen, found: Bottleneck, whose: str) -> Diagnostic:
    step: Any = found.place
    return BOTTLENECK_WITHOUT_ACTION.at(
        seen.view.span(step, step.wait),
        f"{seen.named(step)} adds {percent(found.share)} of all waiting in the journey{whose}: {seen.view[step.wait]} "
        f"where {_over(seen, step)} is the target, {lasting(found.seconds)} {_each(seen, found)}. No action is about it.",
        help='nothing else shortens the journey as much: write below it action "..." owner=NAME',
    )


def _each(seen: Seen, found: Bottleneck) -> str:
    """What the seconds are: all that customers wait there, or so much as it takes longer than what goes on beside it."""
    index = seen.flow.position[found.place.path]
    alone = found.seconds >= seen.walked.counts[index] * seen.costs.waits[index]
    return "for each customer on average" if alone else "more for each customer than what goes on beside it"


def _over(seen: Seen, step: Moment) -> Duration | None:
    """The target of a wait that is longer than it."""
    cell: Cell[Duration] | None = seen.view.cell(step.wait)
    measure = None if cell is None else cell.option(Measure)
    if cell is None or measure is None:
        return None
    target = seen.view[measure.target]
    return target if isinstance(target, Duration) and cell.value.seconds > target.seconds else None


def overloads(seen: Seen) -> Iterator[Found]:
    """`overload`: once for each touchpoint at which more customers come than it can take, with no plan."""
    for step in seen.steps:
        if not (step.season.cells and step.capacity.cells):
            continue
        cell = seen.view.cell(step.capacity)
        if cell is None:
            continue
        crowds = [
            f"{load:g} {name}"
            for season in seen.view.cells(step.season)
            for load, name in _crowd(seen, season)
            if load > cell.value
        ]
        if crowds and not seen.answers.planned(step):
            rate = cell.option(Rate)
            per = None if rate is None else seen.view[rate.per]
            yield (
                step.path,
                OVERLOAD.at(
                    cell.span,
                    f"{seen.named(step)} can take {cell.value:g}{f' per {per}' if per else ''}; {listed(crowds)} are "
                    "expected. No action or recovery is about it.",
                    help='say what is done in time: action "..." due=..., or what the others get: recovery "..."',
                ),
            )


def _crowd(seen: Seen, cell: Cell[object]) -> Iterator[tuple[float, str]]:
    """How many come in a season, and when that is."""
    season = cell.option(Season)
    load = None if season is None else seen.view[season.load]
    if season is not None and load is not None:
        name = seen.view[season.name]
        yield load, f'("{name}")' if name else f"({cell.value})"


def machine_work(looks: Sequence[Seen]) -> Iterator[Diagnostic]:
    """`automation-candidates`: once for a journey, the steps where people's work behind the scenes keeps customers."""
    found: dict[str, tuple[Seen, Moment]] = {}
    for seen in looks:
        for step in seen.steps:
            if step.path not in found and _manual(seen, step):
                found[step.path] = seen, step
    places = [
        found[path] for path in dict.fromkeys(step.path for seen in looks for step in seen.steps) if path in found
    ]
    if places:
        seen, first = places[0]
        waits = listed(places, lambda place: f"{place[0].named(place[1])} ({place[0].view[place[1].wait]})")
        yield AUTOMATION_CANDIDATES.at(
            seen.view.span(first, first.wait),
            f"Customers wait longer than they should while people work behind the scenes: {waits}.",
            help="say whether a machine could do it: automatable=yes, or automatable=no because=...",
        )


def _manual(seen: Seen, step: Moment) -> bool:
    """Whether customers wait over the target for people's work, or for what could be done by a machine and is not."""
    if not step.wait.cells:
        return False
    could, work = seen.view[step.automatable], seen.view.children(step, Backstage)
    if (could is None and not work) or _over(seen, step) is None:
        return False
    if could is not None:
        return could and step.path not in seen.answers.acted
    workers = [seen.view.follow(ref) for one in work for ref in seen.view[one.by]]
    return bool(workers) and not any(isinstance(worker, System) for worker in workers)
