"""Shares of the ways on from a touchpoint that do not add up: customers whom the map loses, or counts twice."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.model import Edge, Journey, Moment, View
from journeyql_experience.perspectives import eyes
from journeyql_experience.rules import SHARES_DO_NOT_ADD_UP

_ALL = 100.0
_ROUNDING = 0.05


def uneven_shares(view: View) -> Iterator[Diagnostic]:
    """`shares-do-not-add-up`: once for each touchpoint, whoever goes through it."""
    for journey in view.journeys:
        told: set[str] = set()
        for seen in eyes(view, journey):
            yield from _of(seen, journey, told)


def _of(view: View, journey: Journey, told: set[str]) -> Iterator[Diagnostic]:
    flow = view.flow(journey)
    for step in view.steps(journey):
        edges = tuple(edge for edge in flow.out(step) if not edge.parallel)
        total = _total(edges)
        if total is not None and step.path not in told and abs(total - _ALL) > _ROUNDING:
            told.add(step.path)
            yield _finding(view, step, edges, total)


def _total(edges: tuple[Edge, ...]) -> float | None:
    """The sum of the shares when it says something: all ways state theirs, or they exceed the whole."""
    shares = [edge.share for edge in edges if edge.share is not None]
    total = sum(shares)
    complete = len(shares) == len(edges) > 0
    return total if complete or total > _ALL else None


def _finding(view: View, step: Moment, edges: tuple[Edge, ...], total: float) -> Diagnostic:
    span = next((edge.span for edge in edges if edge.share is not None and edge.span is not None), step.span)
    if total > _ALL:
        message = f'The shares of the ways on from "{view.title(step)}" add up to {total:g}%.'
        hint = "lower them to 100% in all; an arrow without a share takes what is left"
    else:
        message = (
            f'The ways on from "{view.title(step)}" are taken in {total:g}% of cases; '
            f"nothing says where the other {_ALL - total:g}% go."
        )
        hint = "give them a way of their own: an arrow without a share, -> NAME"
    return SHARES_DO_NOT_ADD_UP.at(span, message, help=hint)
