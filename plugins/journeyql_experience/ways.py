"""How customers come to a place and leave it: falls, detours, returns, exits, hand-offs with nothing carried.

They say nothing where customers feel well: going back to look for more, or leaving for good when all is done, is no
failure, and what was lost on the way was not missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql.facts import Signal
from journeyql.model import Edge, Handoff, Moment
from journeyql_experience.looks import FAIR, WEAK, Look, said
from journeyql_experience.valleys import of_scale

_ALL = 100.0
#: A fall that counts, as a share of the scale.
_SHARP = 0.5
#: A stated share below this, in per cent, is next to nobody, and no sign of anything.
_FEW = 0.5
#: Whom one meets in a channel; of the others nobody knows.
_MEETS = {"offline": "people", "online": "machine", "iot": "machine", "virtual": "machine"}


def ways(look: Look) -> Iterator[Signal]:
    """What the arrows into a place and out of it say, and the steps before it."""
    if look.good:
        return
    graph = look.graph
    arriving = [edge for edge in graph.into(look.place) if _taken(edge)]
    leaving = [edge for edge in graph.out(look.place) if edge.span is not None and _taken(edge)]
    ahead = [edge for edge in arriving if edge.span is None or not graph.back(edge)]
    if leaving:
        yield from _leaving(look, leaving)
    if len(ahead) < len(arriving):
        yield from _again(look, arriving)
    if ahead:
        yield from _worse(look, ahead)
        yield from _handed(look, ahead)


def _taken(edge: Edge) -> bool:
    """Whether customers go that way at all, as far as anybody knows."""
    return edge.share is None or edge.share >= _FEW


def _leaving(look: Look, written: Iterable[Edge]) -> Iterator[Signal]:
    for edge in written:
        share = edge.share or 0.0
        if edge.target is None and edge.conditional:
            words = "exit" if share else "exit-unknown"
            yield said("exit", words, min(1.0, WEAK + (1 - WEAK) * share / _ALL), edge, share=share)
        elif edge.target is not None and look.graph.back(edge):
            yield from _back(edge, share)


def _back(edge: Edge, share: float) -> Iterator[Signal]:
    if not edge.conditional:
        yield said("stuck", "stuck", FAIR, edge)
    else:
        yield said("return", "return" if share else "return-unknown", WEAK, edge, share=share)


def _again(look: Look, edges: Iterable[Edge]) -> Iterator[Signal]:
    for edge in edges:
        source = edge.source
        if source is not None and edge.span is not None and source is not look.place and look.graph.back(edge):
            yield said("again", "again", WEAK, edge, place=look.view.title(source))
            return


def _worse(look: Look, edges: list[Edge]) -> Iterator[Signal]:
    """A sharp fall from a step before, and a way that only some have to take and that feels worse."""
    score = look.score
    if score is None:
        return
    falls = [(before - score, edge) for edge in edges if (before := _before(look, edge)) is not None]
    if not falls:
        return
    fall, edge = max(falls, key=lambda one: one[0])
    if fall <= 0:
        return
    if of_scale(fall, look.length) >= _SHARP:
        source = "" if edge.source is None else look.view.title(edge.source)
        yield said("emotion", "fall", WEAK, look.place, change=fall, place=source)  # the same drop as a low score
    if len(falls) == len(edges) and all(one.span is not None and one.conditional for one in edges):
        share = max(one.share or 0.0 for one in edges)
        yield said("detour", "detour" if share else "detour-unknown", WEAK, edge, share=share)


def _before(look: Look, edge: Edge) -> float | None:
    return None if edge.source is None else look.view[edge.source.emotion]


def _handed(look: Look, edges: list[Edge]) -> Iterator[Signal]:
    """The same task a second time, and a change between machine and people with nothing carried along."""
    task, after = look.view[look.place.task], _met(look, look.place)
    for edge in edges:
        source = edge.source
        if source is None:
            continue
        if task is not None and look.view[source.task] == task:
            yield said("repeat", "repeat", FAIR, look.place, place=look.view.title(source))
        if after and _breaks(look, source, after):
            yield said("handoff", "handoff-broken", WEAK / 2, look.place, place=look.view.title(source))
            return


def _breaks(look: Look, source: Moment, after: str) -> bool:
    """Whether the customer has done something before, meets the other sort of channel now, and nothing goes along."""
    before = _met(look, source)
    if not before or before == after:
        return False
    view = look.view
    asked = bool(view[source.doing]) or view[source.duration] is not None
    return (
        asked
        and not view[source.carries]
        and not any(isinstance(part, Handoff) for part in (*view.children(source), *look.parts))
    )


def _met(look: Look, place: Moment) -> str:
    ref = look.view[place.channel]
    if ref is None:
        return ""
    kind = look.channels.get(ref.path)
    if kind is None:
        channel = look.view.follow(ref)
        kind = "" if channel is None else look.channels.get(channel.path, "")
    return _MEETS.get(kind, "")
