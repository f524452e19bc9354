"""Touchpoints to which nobody comes, and those from which nobody gets on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.model import Edge, Moment, Touchpoint
from journeyql_flow.found import Found
from journeyql_flow.marks import arrow
from journeyql_flow.rules import ENDLESS_LOOP, NO_WAY_ON, UNREACHABLE
from journeyql_flow.seen import Seen
from journeyql_flow.telling import listed

#: Touchpoints by path, each with the look that has it.
_Steps = Mapping[str, tuple[Seen, Moment]]


def unreachable(looks: Iterable[Seen]) -> Iterator[Diagnostic]:
    """`unreachable-touchpoint`: once for a journey, with all touchpoints that nobody reaches, whoever goes there."""
    everybody = tuple(looks)
    reached = {path for seen in everybody for path in _reached(seen)}
    missed = {step.path: (seen, step) for seen in everybody for step in seen.steps if step.path not in reached}
    if not missed:
        return
    first = next(step for _, step in missed.values())
    never = {path: one for path, one in missed.items() if any(edge.share == 0 for edge in one[0].flow.into(one[1]))}
    way = f"lead a way there (-> {first.id}), let customers begin there (start -> {first.id})"
    yield UNREACHABLE.at(
        first.span,
        f"Nobody comes to {_names(missed.values())}: {_why(missed, never)}.",
        help=f"{'raise the share' if first.path in never else way}, or leave it out",
    )


def _names(steps: Iterable[tuple[Seen, Moment]]) -> str:
    return listed([*steps], lambda one: one[0].named(one[1]))


def _why(missed: _Steps, never: _Steps) -> str:
    """Why nobody comes to some touchpoints, to those of them `never` to which an arrow leads that nobody takes."""
    if not never:
        return f"no arrow leads to {'them' if len(missed) > 1 else 'it'}, and what stands before leads elsewhere"
    shares = (
        "the share of the arrow that leads {} is 0%"
        if len(never) == 1
        else "the shares of the arrows that lead {} are 0%"
    )
    if len(never) == len(missed):
        return shares.format("there")
    return f"{shares.format(f'to {_names(never.values())}')}, and nothing else leads there"


def _reached(seen: Seen) -> set[str]:
    """The touchpoints to which some customer comes; of a stage without an order all, if one of them is reached.

    What lies behind barred ways only counts as well: `no-way-on` tells of it.
    """
    chain, anyhow, stuck = seen.chain, _together(seen), frozenset(seen.chain.stuck)
    waiting = _behind(seen, None) if chain.shut else [way.target for way in chain.entry.ways if way.odds > 0]
    found: set[int] = set()
    while waiting:
        node = waiting.pop()
        if node in found or node == chain.end:
            continue
        found.add(node)
        waiting.extend(way.target for way in chain.forks[node].ways if way.odds > 0)
        waiting.extend(_behind(seen, seen.steps[node]) if node in stuck else ())
        waiting.extend(anyhow.pop(seen.steps[node].path.rpartition(".")[0], ()))
    return {seen.steps[node].path for node in found}


def _behind(seen: Seen, step: Moment | None) -> list[int]:
    """Where the arrows of a touchpoint, or of the start, lead as they are written."""
    return [seen.flow.position[edge.target.path] for edge in seen.flow.out(step) if edge.target is not None]


def _together(seen: Seen) -> dict[str, list[int]]:
    """The touchpoints of stages whose order does not count, by the path of the stage."""
    view, places = seen.view, seen.flow.position
    return {
        stage.path: [places[step.path] for step in view.children(stage, Touchpoint) if step.path in places]
        for stage in view.stages(seen.journey)
        if stage.sequence.cells and view[stage.sequence] == "any"
    }


def endless_loops(seen: Seen) -> Iterator[Found]:
    """`endless-loop`: once for each group of touchpoints that lead only to each other."""
    for ring in seen.visits.endless:
        if seen.visits.counts[ring[0]] == 0:
            continue  # nobody comes there, which is told already
        steps = [seen.steps[index] for index in ring]
        edge = _closing(seen, steps)
        yield (
            steps[0].path,
            ENDLESS_LOOP.at(
                arrow(edge, steps[-1]),
                f"Whoever comes to {seen.named(steps[0])} never gets to the end: {_only(seen, steps)}.",
                help="lead a way out: another arrow, or a share below 100% for the way back",
            ),
        )


def _only(seen: Seen, steps: Sequence[Moment]) -> str:
    if len(steps) == 1:
        return f"{seen.named(steps[0])} leads only to itself"
    return f"{listed(steps, seen.named)} lead only to each other"


def _closing(seen: Seen, steps: Sequence[Moment]) -> Edge:
    """The arrow that leads back."""
    edges = [edge for step in steps for edge in seen.flow.out(step)]
    return next((edge for edge in edges if edge.span is not None and seen.flow.back(edge)), edges[0])


def barred(seen: Seen) -> Iterator[Found]:
    """`no-way-on`: for the start, and once for each touchpoint, if every way from there is barred to a persona."""
    if seen.chain.shut:
        message = f'For "{_persona(seen)}" no way leads into the journey: {_others(seen, None)}.'
        span = arrow(seen.flow.out(None)[0], seen.journey)
        help_ = "add a way in for everybody else, without a guard: start -> NAME"
        yield seen.journey.path, NO_WAY_ON.at(span, message, help=help_)
    for index in seen.chain.stuck:
        step = seen.steps[index]
        if seen.visits.counts[index] == 0:
            continue
        yield (
            step.path,
            NO_WAY_ON.at(
                arrow(seen.flow.out(step)[0], step),
                f'For "{_persona(seen)}" nothing leads on from {seen.named(step)}: {_others(seen, step)}.',
                help="add an arrow for everybody else, without a guard: -> NAME",
            ),
        )


def _others(seen: Seen, step: Moment | None) -> str:
    """For whom the ways on from a touchpoint, or from the start, are."""
    guards = (
        f"if={', '.join(edge.needs)}" if edge.needs else f"unless={', '.join(edge.bars)}"
        for edge in seen.flow.out(step)
    )
    return f"every way is for others ({listed(list(dict.fromkeys(guards)))})"


def _persona(seen: Seen) -> str:
    persona = seen.view.model.elements.get(seen.guards.persona)
    return seen.guards.persona if persona is None else seen.view.title(persona)
