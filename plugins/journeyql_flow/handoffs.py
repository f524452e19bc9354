"""Where customers pass from one channel or team to another: what goes along, and where nothing does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.model import Backstage, Channel, Edge, Handoff, Moment, Stage
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
    for handoff in seen.view.within(seen.journey, Handoff):
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
    found = _each_once((seen, way) for seen in looks for way in seen.flow.edges if _lost(seen, way))
    if found:
        yield CHANGE_CARRIES_NOTHING.at(
            _end(found[0][1]),
            f"Customers turn from a machine to people, feel bad there, and nothing is said to go along: "
            f"{_ways(found)}.",
            help='say what goes along: carries=... at the step before, or below it handoff "..." to=NAME carries=...',
        )


def told_again(looks: Sequence[Seen]) -> Iterator[Diagnostic]:
    """`team-change-carries-nothing`: once for a journey, all other changes of team or channel with nothing carried."""
    found = _each_once((seen, way) for seen in looks for way in _other_changes(seen))
    if found:
        yield TEAM_CHANGE_CARRIES_NOTHING.at(
            _end(found[0][1]),
            f"Customers pass to another team or kind of channel, and nothing is said to go along: {_ways(found)}.",
            help="say what goes along, so that nobody has to tell it again: carries=...",
        )


_Way = tuple[Seen, Edge]


def _each_once(ways: Iterable[_Way]) -> list[_Way]:
    """Ways between the same touchpoints once, whoever takes them."""
    found: dict[tuple[str, str], _Way] = {}
    for seen, edge in ways:
        if edge.source and edge.target:
            found.setdefault((edge.source.path, edge.target.path), (seen, edge))
    return list(found.values())


def _lost(seen: Seen, edge: Edge) -> bool:
    return _goes_wrong(seen, edge) and _bare(seen, edge)


def _other_changes(seen: Seen) -> Iterator[Edge]:
    """The ways to another team, or between people and machines, on which nothing goes along."""
    people = {step.path: _people(seen, step) for step in seen.steps}
    teams = {step.path: _teams(seen, step) for step in seen.steps}
    for edge in seen.flow.edges:
        changes = edge.source and edge.target and _other(edge.source.path, edge.target.path, people, teams)
        if changes and _bare(seen, edge) and not _goes_wrong(seen, edge):
            yield edge


def _other(source: str, target: str, people: Mapping[str, bool | None], teams: Mapping[str, frozenset[str]]) -> bool:
    """Whether a way leads to another team, or between people and machines."""
    before, after = people[source], people[target]
    if before is not None and after is not None and before is not after:
        return True
    return bool(teams[source] and teams[target]) and teams[source].isdisjoint(teams[target])


def _ways(found: Sequence[_Way]) -> str:
    ends = ((seen, edge.source, edge.target) for seen, edge in found)
    return listed([f"from {seen.named(one)} to {seen.named(other)}" for seen, one, other in ends if one and other])


def _end(edge: Edge) -> Span | None:
    return None if edge.target is None else edge.target.span


def _bare(seen: Seen, edge: Edge) -> bool:
    """Whether nothing goes along on a way between two touchpoints."""
    source, target = edge.source, edge.target
    if source is None or target is None or source is target:
        return False
    passing = seen.view.children(source, Handoff) or seen.view.children(target, Handoff)
    return not passing and not _carries(seen, source)


def _people(seen: Seen, step: Moment) -> bool | None:
    """Whether people meet customers at a touchpoint, or a machine does; None where nobody can tell."""
    channel = seen.view[step.channel]
    found = None if channel is None else seen.view.follow(channel)
    kind = seen.view[found.kind] if isinstance(found, Channel) else None
    return None if kind is None else _PEOPLE.get(kind)


def _carries(seen: Seen, step: Moment) -> bool:
    stage = seen.view.around(step, Stage)
    return bool(seen.view[step.carries]) or (stage is not None and bool(seen.view[stage.carries]))


def _goes_wrong(seen: Seen, edge: Edge) -> bool:
    """Whether only some take a way, from a machine to people, and feel bad there."""
    if edge.source is None or edge.target is None or not edge.conditional:
        return False
    if edge.share is not None and edge.share >= _MOST:
        return False
    felt = score(seen.view, edge.target)
    bad = felt is not None and felt.bad
    return bad and _people(seen, edge.source) is False and _people(seen, edge.target) is True


def _teams(seen: Seen, step: Moment) -> frozenset[str]:
    """Who works at a touchpoint behind the scenes, by path."""
    return frozenset(ref.path for work in seen.view.children(step, Backstage) for ref in seen.view[work.by])
