"""How many customers come to a place: the shares of the arrows, multiplied along the flow.

What is worked out is how often a customer comes there on average, and that is taken for the share of customers who
come, all at most: for a place that hardly anybody comes to twice the two are the same. Steps are taken in the order
written; who goes back is sent through once more, until that changes next to nothing. A way from a step to itself brings
nobody new: it is left out, and the other ways share those who take them in the end.

What the stated shares leave over is split evenly among the ways that state none; that is an assumption as soon as there
are several. Shares that do not add up are brought to the whole. Parallel ways are taken by all, or by the share they
state; where ways of one fork meet again, no more come than entered the fork.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from journeyql.model import Edge, Graph, Moment

_ALL = 100.0
#: Rounds for those who go back; after these, or when no share changes by more, nobody would see a difference.
_ROUNDS, _LITTLE = 60, 0.0005
#: So many forks within each other are followed, and less than this goes on where nobody does.
_DEEPEST, _NOBODY = 8, 1e-9


@attrs.frozen(eq=False, repr=False)
class Reach:
    """The share of all customers who come to a place (0 to 1), and whether the map says so or it is assumed."""

    share: float = 1.0
    assumed: bool = False


#: What is taken where nobody can tell.
EVERYBODY = Reach(1.0, assumed=True)


@attrs.frozen(eq=False, repr=False)
class _Way:
    """A way to a step (by its number, 0 is the start): the part of customers who take it, and whether the map says so.

    `branch` tells the ways of a fork apart that customers take at once; None where each customer takes one of them.
    """

    there: int
    part: float
    stated: bool
    branch: int | None


#: The branches one is on, as the number of the fork and of its way, outermost first.
_Trail: TypeAlias = tuple[tuple[int, int], ...]
#: The ways on from each step.
_Ways: TypeAlias = Sequence[Sequence[_Way]]


def reach(graph: Graph) -> Mapping[str, Reach]:
    """How many come to each step, by its path; everybody where the map does not say how one gets there.

    >>> reach(Graph((), ()))
    {}
    """
    ways = [[*_ways(graph, node)] for node in (None, *graph.nodes)]
    visits, guessed, untold = _visits(ways), _guessed(ways), _untold(ways)
    return {
        node.path: EVERYBODY if here in untold and not visits[here] else Reach(min(1.0, visits[here]), here in guessed)
        for here, node in enumerate(graph.nodes, start=1)
    }


def _visits(ways: _Ways) -> list[float]:
    """How often a customer comes to each step."""
    ahead = [[way for way in following if way.there > here and way.part] for here, following in enumerate(ways)]
    forked = any(way.branch is not None for following in ahead for way in following)
    single = [(here, way.there, way.part) for here, following in enumerate(ahead) for way in following]
    again = [(here, way) for here, following in enumerate(ways) for way in following if way.there <= here]
    back, known = [0.0] * len(ways), [0.0] * len(ways)
    for _ in range(_ROUNDS):
        visits = _onward(ahead, back) if forked else _along(single, back)
        back = [0.0] * len(ways)
        for here, way in again:
            back[way.there] += way.part * visits[here]
        if not any(back) or _settled(known, visits):
            return visits
        known = visits
    return known


def _along(ahead: Iterable[tuple[int, int, float]], back: Sequence[float]) -> list[float]:
    """As `_onward`, where each customer takes one way at a time: these by where they begin, where they lead, and the part."""
    visits = [1.0 + back[0], *back[1:]]
    for here, there, part in ahead:
        visits[there] += part * visits[here]
    return visits


def _onward(ahead: _Ways, back: Sequence[float]) -> list[float]:
    """How often a customer comes to each step, on the way ahead, with those who have come `back` to it."""
    visits, branches = [1.0, *[0.0] * (len(ahead) - 1)], dict[int, dict[_Trail, float]]()
    for here, following in enumerate(ahead):
        trail: _Trail = ()
        if here in branches:
            trail, visits[here] = _met(branches.pop(here), visits[here], visits)
        visits[here] += back[here]
        for way in following:
            own = trail if way.branch is None else (*trail, (here, way.branch))[:_DEEPEST]
            if own:
                arriving = branches.setdefault(way.there, {})
                arriving[own] = arriving.get(own, 0.0) + way.part * visits[here]
            else:
                visits[way.there] += way.part * visits[here]
    return visits


def _met(arriving: dict[_Trail, float], others: float, visits: Sequence[float]) -> tuple[_Trail, float]:
    """The branches that are left, and how many come, where some come by the branches of forks and others by none."""
    found = {**arriving, (): others} if others else arriving
    while len(found) > 1:
        *outer, (fork, _) = max(found, key=len)
        trail = tuple(outer)
        together = [one for one in found if one[:-1] == trail and one and one[-1][0] == fork]
        come = sum([found.pop(one) for one in together])
        found[trail] = found.get(trail, 0.0) + min(come, visits[fork])
    return found.popitem()


def _settled(known: list[float], visits: list[float]) -> bool:
    """Whether no share changes by more than anybody would see; with each round there are more who come, never fewer."""
    both = zip(known, visits, strict=True)
    return not any(before < 1 and min(1.0, now) - before > _LITTLE for before, now in both)


def _guessed(ways: _Ways) -> set[int]:
    """The steps that customers come to by ways whose shares have to be assumed."""
    found: set[int] = set()
    for here, following in enumerate(ways):
        found.update(way.there for way in following if way.there > here and (not way.stated or here in found))
    return found


def _untold(ways: _Ways) -> set[int]:
    """The steps that no way from the start leads to, and those that customers come to from these."""
    told = _led((0,), [[way.there for way in following] for following in ways])
    lost = [step for step in range(len(ways)) if step not in told]
    return _led(lost, [[way.there for way in following if way.part] for following in ways]) if lost else set()


def _led(begin: Iterable[int], onward: Sequence[Sequence[int]]) -> set[int]:
    """The steps from which one begins, and all that follow."""
    found, waiting = {*begin}, [*begin]
    while waiting:
        more = [there for there in onward[waiting.pop()] if there not in found]
        found.update(more)
        waiting += more
    return found


def _ways(graph: Graph, step: Moment | None) -> Iterator[_Way]:
    """The ways on from a step that lead to others."""
    written, place = graph.out(step), graph.position
    choices = [edge for edge in written if not edge.parallel]
    together = len(choices) < len(written)
    for edge, part, stated in _chosen(choices, step):
        if edge.target is not None:
            yield _Way(place[edge.target.path] + 1, part, stated, -1 if together else None)
    for branch, edge in enumerate(written):
        if edge.parallel and edge.target is not None and edge.target is not step:
            part = 1.0 if edge.share is None else edge.share / _ALL
            yield _Way(place[edge.target.path] + 1, part, True, branch)


def _chosen(choices: Sequence[Edge], step: Moment | None) -> Iterator[tuple[Edge, float, bool]]:
    """The ways of which each customer takes one, in the end: the part who take it, and whether the map says so."""
    others = [edge for edge in choices if edge.target is None or edge.target is not step]
    silent = sum(edge.share is None for edge in choices)
    stated = sum([edge.share for edge in choices if edge.share is not None])
    rest = max(0.0, _ALL - stated) / max(1, silent)
    whole = sum([rest if edge.share is None else edge.share for edge in others])
    known = len(others) == 1 or silent <= 1
    for edge in others:
        part = (rest if edge.share is None else edge.share) / whole if whole > _NOBODY else 1 / len(others)
        sure = known or (edge.share is not None and len(others) == len(choices))
        yield edge, part, sure and whole > _NOBODY
