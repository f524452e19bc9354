"""The rules of consent once more, in the plainest way: walk every path one step at a time, with one customer each.

Nothing here is shared with the plugin but the words for where a consent stands.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import attrs

NEVER, GRANTED, REFUSED, WITHDRAWN = "never", "granted", "refused", "withdrawn"
EVERY = (NEVER, GRANTED, REFUSED, WITHDRAWN)

#: Where each name stands, in the order of `Puzzle.names`.
Mind = tuple[str, ...]


@attrs.frozen
class Arrow:
    """From a node (-1: the start) to another (None: the end), for those whose names stand as the guard says."""

    source: int
    target: int | None
    guard: dict[str, tuple[str, ...]]


@attrs.frozen
class Puzzle:
    """A small random flow: what each node does, as pairs of a word and a name."""

    names: tuple[str, ...]
    deeds: tuple[tuple[tuple[str, str], ...], ...]
    arrows: tuple[Arrow, ...]

    def shown(self) -> str:
        """The flow in words, for a test that fails."""
        nodes = (
            f"{index}: {' '.join(f'{word} {name}' for word, name in done)}" for index, done in enumerate(self.deeds)
        )
        arrows = (f"{arrow.source} -> {arrow.target} {arrow.guard or ''}" for arrow in self.arrows)
        return "\n".join((*nodes, *arrows))


def answers(deeds: tuple[tuple[str, str], ...], name: str, stands: str) -> set[str]:
    """Where a name may stand when a node with these deeds uses data."""
    said = {word for word, about in deeds if about == name and word != "withdraws"}
    if not said:
        return {stands}
    yes = said & {"asks", "grants", "notice"}
    no = {"refuses"} & said or ("asks" in said and "grants" not in said)
    return ({GRANTED} if yes else set()) | ({REFUSED} if no else set())


def using(puzzle: Puzzle, node: int, mind: Mind) -> Iterator[Mind]:
    """Every mind that one who arrives with this one may have when the node uses data."""
    choices: list[list[str]] = [[]]
    for name, stands in zip(puzzle.names, mind, strict=True):
        choices = [[*before, one] for before in choices for one in sorted(answers(puzzle.deeds[node], name, stands))]
    yield from map(tuple, choices)


def leaving(puzzle: Puzzle, node: int, mind: Mind) -> Mind:
    """The mind with which a customer goes on: withdrawing comes last, and only what was given can be withdrawn."""
    gone = {name for word, name in puzzle.deeds[node] if word == "withdraws"}
    return tuple(
        WITHDRAWN if name in gone and stands == GRANTED else stands
        for name, stands in zip(puzzle.names, mind, strict=True)
    )


def passes(puzzle: Puzzle, arrow: Arrow, mind: Mind) -> bool:
    stands = dict(zip(puzzle.names, mind, strict=True))
    return all(stands[name] in allowed for name, allowed in arrow.guard.items())


def beginnings(puzzle: Puzzle) -> Iterator[tuple[int, Mind]]:
    """Where customers come in and with what: one who is let in by a guard brings what it asks for."""
    for arrow in puzzle.arrows:
        if arrow.source == -1 and arrow.target is not None:
            minds: list[list[str]] = [[]]
            for name in puzzle.names:
                allowed = arrow.guard.get(name, (NEVER,))
                brought = (NEVER,) if NEVER in allowed else allowed
                minds = [[*before, one] for before in minds for one in brought]
            yield from ((arrow.target, tuple(mind)) for mind in minds)


Walk = tuple[tuple[int, Mind], ...]


def walks(puzzle: Puzzle) -> Iterator[Walk]:
    """Every walk, as the nodes and the minds with which they use data, that comes to no node twice in one mind."""
    open_walks = [((node, mind),) for node, begun in beginnings(puzzle) for mind in using(puzzle, node, begun)]
    while open_walks:
        walk = open_walks.pop()
        yield walk
        node, mind = walk[-1]
        left = leaving(puzzle, node, mind)
        for arrow in puzzle.arrows:
            if arrow.source == node and arrow.target is not None and passes(puzzle, arrow, left):
                steps = ((arrow.target, after) for after in using(puzzle, arrow.target, left))
                open_walks.extend((*walk, step) for step in steps if step not in walk)


def alone(puzzle: Puzzle, name: str) -> Puzzle:
    """The same flow with this name alone: guards on others are gone."""
    return Puzzle(
        (name,),
        tuple(tuple(deed for deed in done if deed[1] == name) for done in puzzle.deeds),
        tuple(
            Arrow(arrow.source, arrow.target, {key: value for key, value in arrow.guard.items() if key == name})
            for arrow in puzzle.arrows
        ),
    )


def can_withdraw(puzzle: Puzzle, node: int, name: str) -> bool:
    """Whether one who holds a consent when a node uses data comes, holding it all the way, to where it is withdrawn."""
    only = alone(puzzle, name)
    open_nodes, seen = [node], {node}
    while open_nodes:
        here = open_nodes.pop()
        if ("withdraws", name) in only.deeds[here]:
            return True
        for arrow in only.arrows:
            if arrow.source != here or arrow.target is None or not passes(only, arrow, (GRANTED,)):
                continue
            holding = (GRANTED,) in set(using(only, arrow.target, (GRANTED,)))
            if holding and arrow.target not in seen:
                seen.add(arrow.target)
                open_nodes.append(arrow.target)
    return False


def guard(rng: random.Random, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What a few arrows ask for, as `if=` and `unless=` say it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        if rng.random() < 0.3:
            about = rng.choice((GRANTED, REFUSED, WITHDRAWN))
            found[name] = (about,) if rng.random() < 0.6 else tuple(word for word in EVERY if word != about)
    return found


def puzzle(seed: int) -> Puzzle:
    """A flow of two to six nodes with loops, guards, questions and withdrawals."""
    rng = random.Random(seed)  # noqa: S311 - it must be the same every time
    size = rng.randint(2, 6)
    names = ("a", "b", "n")[: rng.randint(1, 3)]
    words = ("asks", "asks", "grants", "refuses", "withdraws", "withdraws")
    deeds = tuple(
        tuple(
            (word, name)
            for name in names
            for word in (("notice",) if name == "n" else (rng.choice(words),))
            if rng.random() < 0.45
        )
        for _ in range(size)
    )
    arrows = [Arrow(-1, 0, {})]
    if rng.random() < 0.2:
        arrows.append(Arrow(-1, rng.randrange(size), guard(rng, names)))
    for node in range(size):
        for _ in range(rng.randint(1, 2)):
            onward = min(node + 1, size - 1)
            target = onward if rng.random() < 0.4 else rng.choice((*range(size), None))
            arrows.append(Arrow(node, target, guard(rng, names) if rng.random() < 0.6 else {}))
    return Puzzle(names, deeds, tuple(arrows))
