"""Shares of the ways on from a touchpoint that do not add up: customers whom the map loses, or counts twice."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Edge
from journeyql_flow.chain import stated_shares
from journeyql_flow.found import Found
from journeyql_flow.marks import arrow
from journeyql_flow.rules import SHARES_DO_NOT_ADD_UP
from journeyql_flow.seen import Seen

_ALL = 100.0
_ROUNDING = 0.05


def uneven_shares(seen: Seen) -> Iterator[Found]:
    """`shares-do-not-add-up`: once for each touchpoint, and for the start."""
    stating = {edge.source for edge in seen.flow.edges if edge.share is not None}
    for step in (step for step in (None, *seen.steps) if step in stating):
        edges = tuple(edge for edge in seen.flow.out(step) if not edge.parallel)
        total = _total(edges)
        if total is not None and abs(total - _ALL) > _ROUNDING:
            place = step or seen.journey
            span = next((arrow(edge, place) for edge in edges if edge.share is not None), place.span)
            message, hint = _words("the start" if step is None else seen.named(step), total)
            yield place.path, SHARES_DO_NOT_ADD_UP.at(span, message, help=hint)


def _total(edges: tuple[Edge, ...]) -> float | None:
    """The sum of the shares when it says something: all ways state theirs, or they exceed the whole."""
    total = stated_shares(edges)
    complete = len(edges) > 0 and all(edge.share is not None for edge in edges)
    return total if complete or total > _ALL else None


def _words(place: str, total: float) -> tuple[str, str]:
    if total > _ALL:
        return (
            f"The shares of the ways on from {place} add up to {total:g}%.",
            "lower them to 100% in all; an arrow without a share takes what is left",
        )
    return (
        f"The ways on from {place} are taken in {total:g}% of cases; nothing says where the other {_ALL - total:g}% go.",
        "give them a way of their own: an arrow without a share, -> NAME",
    )
