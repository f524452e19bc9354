"""Where customers pass from one channel or team to another: what goes along, and where nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.model import Backstage, Channel, Edge, Handoff, Moment, Stage
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


def lost_on_the_way(seen: Seen) -> Iterator[Diagnostic]:
    """`channel-change-carries-nothing`: once for a journey, the ways from a machine to people that end badly."""
    found = [change for change in _changes(seen) if _goes_wrong(seen, *change)]
    if found:
        yield CHANGE_CARRIES_NOTHING.at(
            found[0][2].span,
            f"Customers turn from a machine to people, feel bad there, and nothing is said to go along: "
            f"{_ways(seen, found)}.",
            help='say what goes along: carries=... at the step before, or below it handoff "..." to=NAME carries=...',
        )


def told_again(seen: Seen) -> Iterator[Diagnostic]:
    """`team-change-carries-nothing`: once for a journey, all other changes of team or channel with nothing carried."""
    found = [change for change in _bare(seen) if _other_team(seen, *change[1:])]
    found += [change for change in _changes(seen) if not _goes_wrong(seen, *change)]
    if found:
        yield TEAM_CHANGE_CARRIES_NOTHING.at(
            found[0][2].span,
            f"Customers pass to another team or kind of channel, and nothing is said to go along: {_ways(seen, found)}.",
            help="say what goes along, so that nobody has to tell it again: carries=...",
        )


_Change = tuple[Edge, Moment, Moment]


def _ways(seen: Seen, found: list[_Change]) -> str:
    return listed([f"from {seen.named(source)} to {seen.named(target)}" for _, source, target in found])


def _bare(seen: Seen) -> Iterator[_Change]:
    """The ways between touchpoints on which nothing goes along."""
    for edge in seen.flow.edges:
        source, target = edge.source, edge.target
        if source is not None and target is not None and source is not target:
            passing = seen.view.children(source, Handoff) or seen.view.children(target, Handoff)
            if not passing and not _carries(seen, source):
                yield edge, source, target


def _changes(seen: Seen) -> Iterator[_Change]:
    """Those that lead from a machine to people or back."""
    for edge, source, target in _bare(seen):
        before, after = _people(seen, source), _people(seen, target)
        if before is not None and after is not None and before is not after:
            yield edge, source, target


def _people(seen: Seen, step: Moment) -> bool | None:
    channel = seen.view[step.channel]
    found = None if channel is None else seen.view.follow(channel)
    kind = seen.view[found.kind] if isinstance(found, Channel) else None
    return None if kind is None else _PEOPLE.get(kind)


def _carries(seen: Seen, step: Moment) -> bool:
    stage = seen.view.around(step, Stage)
    return bool(seen.view[step.carries]) or (stage is not None and bool(seen.view[stage.carries]))


def _goes_wrong(seen: Seen, edge: Edge, source: Moment, target: Moment) -> bool:
    """Whether only some take a way, from a machine to people, and feel bad there."""
    felt = score(seen.view, target)
    some = edge.conditional and (edge.share is None or edge.share < _MOST)
    return some and _people(seen, source) is False and felt is not None and felt.bad


def _other_team(seen: Seen, source: Moment, target: Moment) -> bool:
    before, after = _teams(seen, source), _teams(seen, target)
    return bool(before and after) and before.isdisjoint(after)


def _teams(seen: Seen, step: Moment) -> frozenset[str]:
    """Who works at a touchpoint behind the scenes, by path."""
    return frozenset(ref.path for work in seen.view.children(step, Backstage) for ref in seen.view[work.by])
