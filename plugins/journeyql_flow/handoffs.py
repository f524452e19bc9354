"""Where customers pass from one channel or team to another: what goes along, and where nothing does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from journeyql.diagnostics import Diagnostic
from journeyql.model import Backstage, Edge, Handoff, Journey, Moment, Stage
from journeyql.source import Span
from journeyql_flow.found import Found
from journeyql_flow.scores import score
from journeyql_flow.seen import Seen
from journeyql_flow.service_rules import (
    CHANGE_CARRIES_NOTHING,
    HANDOFF_CARRIES_NOTHING,
    TEAM_CHANGE_CARRIES_NOTHING,
)
from journeyql_flow.telling import listed

#: Whether people meet customers in a channel of a kind, or a machine does; a hidden one is neither.
_PEOPLE = {"offline": True, "voice": True, "online": False, "iot": False, "virtual": False}
_MOST = 50.0


def empty_handoffs(seen: Seen) -> Iterator[Found]:
    """`handoff-carries-nothing`: once for each hand-off of which nothing is said to go along."""
    for handoff in seen.view.of(Handoff):
        if seen.view.around(handoff, Journey) is not seen.journey:
            continue
        place = seen.view.around(handoff, Moment)
        if seen.view[handoff.carries] or place is None or _carries(seen, place):
            continue
        yield (
            handoff.path,
            HANDOFF_CARRIES_NOTHING.at(
                handoff.span,
                f"{seen.named(handoff)} passes the customer on, and nothing is said to go along.",
                help="name what goes along, so that nobody has to tell it again: carries=order_number, photo",
            ),
        )


def lost_on_the_way(looks: Sequence[Seen]) -> Iterator[Diagnostic]:
    """`channel-change-carries-nothing`: once for a journey, the ways from a machine to people that end badly."""
    found = _each_once(looks, lambda seen: partial(_lost, seen))
    if found:
        yield CHANGE_CARRIES_NOTHING.at(
            _end(found[0][1]),
            f"Customers turn from a machine to people, feel bad there, and nothing is said to go along: "
            f"{_ways(found)}.",
            help='say what goes along: carries=... at the step before, or below it handoff "..." to=NAME carries=...',
        )


def told_again(looks: Sequence[Seen]) -> Iterator[Diagnostic]:
    """`team-change-carries-nothing`: once for a journey, all other changes of team or channel with nothing carried."""
    found = _each_once(looks, _other_change)
    if found:
        yield TEAM_CHANGE_CARRIES_NOTHING.at(
            _end(found[0][1]),
            f"Customers pass to another team or kind of channel, and nothing is said to go along: {_ways(found)}.",
            help="say what goes along, so that nobody has to tell it again: carries=...",
        )


_Way = tuple[Seen, Edge]


def _each_once(looks: Iterable[Seen], which: Callable[[Seen], Callable[[Edge], bool]]) -> list[_Way]:
    """Certain ways between the same touchpoints once, whoever takes them; `which` tells them in each look."""
    found: dict[tuple[str, str], _Way] = {}
    for seen in looks:
        asked = which(seen)
        for edge in seen.flow.edges:
            if edge.source is not None and edge.target is not None:
                ends = edge.source.path, edge.target.path
                if ends not in found and asked(edge):
                    found[ends] = seen, edge
    return list(found.values())


def _lost(seen: Seen, edge: Edge) -> bool:
    return _goes_wrong(seen, edge) and _bare(seen, edge)


def _other_change(seen: Seen) -> Callable[[Edge], bool]:
    """Whether a way leads to another team, or between people and machines, and nothing goes along."""
    people = {step.path: _people(seen, step) for step in seen.steps}
    teams = _teams(seen)

    def holds(edge: Edge) -> bool:
        changes = edge.source and edge.target and _other(edge.source.path, edge.target.path, people, teams)
        return bool(changes) and _bare(seen, edge) and not _goes_wrong(seen, edge)

    return holds


def _other(source: str, target: str, people: Mapping[str, bool | None], teams: Mapping[str, set[str]]) -> bool:
    """Whether a way leads to another team, or between people and machines."""
    before, after = people[source], people[target]
    if before is not None and after is not None and before is not after:
        return True
    here, there = teams.get(source, set()), teams.get(target, set())
    return bool(here) and bool(there) and here.isdisjoint(there)


def _ways(found: Sequence[_Way]) -> str:
    ends = [(seen, edge.source, edge.target) for seen, edge in found if edge.source and edge.target]
    return listed(ends, lambda way: f"from {way[0].named(way[1])} to {way[0].named(way[2])}")


def _end(edge: Edge) -> Span | None:
    return None if edge.target is None else edge.target.span


def _bare(seen: Seen, edge: Edge) -> bool:
    """Whether nothing goes along on a way between two touchpoints."""
    source, target = edge.source, edge.target
    if source is None or target is None or source is target:
        return False
    if _carries(seen, source):
        return False
    return not seen.view.of(Handoff) or not any(seen.view.children(end, Handoff) for end in (source, target))


def _people(seen: Seen, step: Moment) -> bool | None:
    """Whether people meet customers at a touchpoint, or a machine does; None where nobody can tell."""
    return _PEOPLE.get(seen.meetings.get(step.path, ""))


def _carries(seen: Seen, step: Moment) -> bool:
    stage = seen.view.around(step, Stage)
    return bool(seen.view[step.carries]) or (stage is not None and bool(seen.view[stage.carries]))


def _goes_wrong(seen: Seen, edge: Edge) -> bool:
    """Whether only some take a way, from a machine to people, and feel bad there."""
    if edge.source is None or edge.target is None or not edge.conditional:
        return False
    if edge.share is not None and edge.share >= _MOST:
        return False
    if _people(seen, edge.source) is not False or _people(seen, edge.target) is not True:
        return False
    felt = score(seen.view, edge.target)
    return felt is not None and felt.bad


def _teams(seen: Seen) -> Mapping[str, set[str]]:
    """Who works behind the scenes, by path, of each place where anybody does."""
    found: dict[str, set[str]] = {}
    for work in seen.view.of(Backstage):
        place = seen.view.parent(work)
        if place is not None:
            found.setdefault(place.path, set()).update([ref.path for ref in seen.view[work.by]])
    return found
