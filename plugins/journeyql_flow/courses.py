"""The fact: how customers go through each journey of a view."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeyql.facts import Course, Exit
from journeyql.model import View
from journeyql_flow.costs import delay
from journeyql_flow.seen import Seen
from journeyql_flow.times import Times


def courses(view: View, seen: Iterable[Mapping[str, Seen]]) -> tuple[Course, ...]:
    """One course for each journey with steps; one for each persona where they differ, and can begin."""
    return tuple(course for looks in seen for course in _of(view, looks))


def _of(view: View, looks: Mapping[str, Seen]) -> Iterator[Course]:
    different = tuple(dict.fromkeys(looks.values()))
    first, *others = different
    if all(_figures(one) == _figures(first) for one in others):
        looks = {view.context.persona: first}
    going = {persona: one for persona, one in looks.items() if one.steps and not one.chain.shut}
    times = {one: one.times(len(different)) for one in going.values()}
    yield from (_course(one, persona, times[one]) for persona, one in going.items())


def _figures(seen: Seen) -> object:
    """All that a course depends on."""
    forks = (seen.chain.entry, *seen.chain.forks)
    ways = [(way.target, way.odds, way.together, delay(way)) for fork in forks for way in fork.ways]
    return [node.path for node in seen.steps], ways, seen.costs.waits, seen.costs.times


def _course(seen: Seen, persona: str, times: Times) -> Course:
    nodes, found, path = seen.steps, seen.visits, seen.likeliest
    return Course(
        journey=seen.journey.path,
        persona=persona,
        path=tuple(nodes[index] for index in path.steps),
        probability=path.probability,
        visits=_by_path(seen, found.counts),
        steps=None if found.trapped else found.steps,
        trapped=found.trapped,
        exits=_exits(seen),
        assumed=seen.chain.assumed,
        uneven=seen.chain.uneven,
        time=times.time,
        wait=times.wait,
        bottlenecks=seen.bottlenecks,
    )


def _by_path(seen: Seen, values: Sequence[float]) -> Mapping[str, float]:
    return {node.path: value for node, value in zip(seen.steps, values, strict=True) if math.isfinite(value)}


def _exits(seen: Seen) -> tuple[Exit, ...]:
    """Where customers leave, most first."""
    leaving = sorted(((-part, index) for index, part in enumerate(seen.visits.ends) if part > 0))
    return tuple(Exit(place=seen.steps[index], share=-part) for part, index in leaving)
