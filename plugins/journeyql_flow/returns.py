"""Ways back: how often they are taken, and what is done for those who have to go through something again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.model import Edge, Moment
from journeyql_flow.found import Found
from journeyql_flow.marks import arrow
from journeyql_flow.rules import LOOP_WITHOUT_SHARE, SETBACK_WITHOUT_RESCUE
from journeyql_flow.scores import score
from journeyql_flow.seen import Seen
from journeyql_flow.telling import listed

_MOST = 50.0


def setbacks(seen: Seen) -> Iterator[Found]:
    """`setback-without-rescue`: a way back for some, to a step that feels bad, about which the map says nothing."""
    some = [way for way in _back(seen) if way[0].share is not None and 0 < way[0].share < _MOST]
    known = _first_ways(seen) if some else {}
    for edge, source, target in some:
        felt = score(seen.view, target)
        if felt is None or not felt.bad:
            continue
        if seen.answers.any(source) or source is target or known[target.path] >= seen.flow.position[target.path]:
            continue
        yield (
            source.path,
            SETBACK_WITHOUT_RESCUE.at(
                arrow(edge, source),
                f"{edge.share:g}% fall back from {seen.named(source)} to {seen.named(target)} ({felt}) and go through "
                f"it all again; no pain, action or recovery at {seen.named(source)} is about that.",
                help=f'write below "{seen.view.title(source)}" pain "what went wrong", or recovery "what is done '
                f'for them", or lead them to a shorter way',
            ),
        )


def _first_ways(seen: Seen) -> dict[str, int]:
    """The place of the first touchpoint from which each one is reached, -1 for the start."""
    places, found = seen.flow.position, dict[str, int]()
    for edge in seen.flow.edges:
        if edge.target is not None:
            place = -1 if edge.source is None else places[edge.source.path]
            found[edge.target.path] = min(place, found.get(edge.target.path, place))
    return found


def uncounted(looks: Sequence[Seen]) -> Iterator[Diagnostic]:
    """`loop-without-share`: once for a journey, with all ways back of which nobody says how often they are taken."""
    found: dict[tuple[str, str], tuple[Edge, Moment, str]] = {}
    for seen in looks:
        for edge, source, target in _back(seen):
            if edge.share is None and edge.conditional and not (edge.needs or edge.bars):
                words = f"from {seen.named(source)} to {seen.named(target)}"
                found.setdefault((source.path, target.path), (edge, source, words))
    if found:
        edge, source, _ = next(iter(found.values()))
        yield LOOP_WITHOUT_SHARE.at(
            arrow(edge, source),
            f"Nothing says how many customers go back {listed([words for _, _, words in found.values()])}; half of them "
            "are assumed to.",
            help="add the share, a guess if need be: share=10%",
        )


def _back(seen: Seen) -> Iterator[tuple[Edge, Moment, Moment]]:
    """The written ways back, with where they begin and end."""
    flow = seen.flow
    for edge in flow.edges:
        if edge.source is not None and edge.target is not None and edge.span is not None and flow.back(edge):
            yield edge, edge.source, edge.target
