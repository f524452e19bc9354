"""Branches that run into each other because nothing says where they end."""

from __future__ import annotations

from collections.abc import Container, Iterator

from journeyql.model import Edge, Moment
from journeyql_flow.found import Found
from journeyql_flow.rules import BRANCH_INTO_BRANCH
from journeyql_flow.seen import Seen

_MOST = 50.0


def run_together(seen: Seen) -> Iterator[Found]:
    """`branch-into-branch`: of two alternatives of one touchpoint the first goes on to the second, by order alone."""
    usual = {edge.source.path for edge in seen.flow.edges if edge.source and not _side(edge)}
    for step in seen.steps:
        following = _by_order(seen, step)
        if following is None or len(seen.flow.into(following)) == 1:
            continue
        fork = next(_shared(seen, step, following, usual), None)
        if fork is not None:
            where, edge = fork
            yield (
                step.path,
                BRANCH_INTO_BRANCH.at(
                    step.span,
                    f"Nothing is written after {seen.named(step)}, so everybody goes on to {seen.named(following)}, "
                    f"which is another way on from {seen.named(where)}{_part(edge)}.",
                    help="write below it where it leads: -> NAME",
                ),
            )


def _shared(seen: Seen, step: Moment, following: Moment, usual: Container[str]) -> Iterator[tuple[Moment, Edge]]:
    """Where both begin as side ways beside a usual one, with the way to the second."""
    begins = {edge.source.path for edge in _side_ways(seen, step) if edge.source}
    if not begins:
        return
    for edge in _side_ways(seen, following, step):
        if edge.source and edge.source.path in begins and edge.source.path in usual:
            yield edge.source, edge


def _by_order(seen: Seen, step: Moment) -> Moment | None:
    """Where a touchpoint leads when it leads to one place only, by the order alone."""
    ways = seen.flow.out(step)
    return ways[0].target if len(ways) == 1 and ways[0].implied else None


def _side_ways(seen: Seen, step: Moment, besides: Moment | None = None) -> list[Edge]:
    """The ways to a touchpoint that only some take; none if any way there is the usual one."""
    ways = [edge for edge in seen.flow.into(step) if besides is None or edge.source is not besides]
    return ways if all(map(_side, ways)) else []


def _side(edge: Edge) -> bool:
    few = edge.share is None or edge.share < _MOST
    return edge.source is not None and edge.conditional and few and not (edge.needs or edge.bars or edge.parallel)


def _part(edge: Edge) -> str:
    return "" if edge.share is None else f" ({edge.share:g}% take it)"
