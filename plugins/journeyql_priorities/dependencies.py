"""What waits for what: the measures in the order in which they can be done.

Circles are the model's to report (`circle`); here what is in one, or waits for one, comes after everything else.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.model import Action, Element, Experiment, Recovery
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measure, Measures

#: At this effort, the fourth of five steps, a measure without a horizon is long-term.
_LONG = 4.0


@attrs.frozen(eq=False, repr=False)
class Dependencies:
    """The dependencies among open measures and experiments.

    `before` has for each measure, by path, what it waits for that is neither done nor dropped; `after` how many wait for
    each directly, itself not counted. `order` has the open measures so that each comes after what it waits for; `stuck`
    the paths of those that are in a circle or wait for one, `circle` those of them that are in one, or between two.
    `delays` has for each that waits for something long-term, directly or not, what that is.
    """

    before: Mapping[str, tuple[Element, ...]]
    after: Mapping[str, int]
    order: tuple[Measure, ...]
    stuck: frozenset[str]
    circle: frozenset[str]
    delays: Mapping[str, Measure]

    @classmethod
    def of(cls, measures: Measures) -> Dependencies:
        """The dependencies of a view."""
        before = {measure.path: _before(measures, measure) for measure in measures.open}
        after: dict[str, int] = {}
        for path, found in before.items():
            for other in found:
                if other.path != path:
                    after[other.path] = after.get(other.path, 0) + 1
        alike = dict.fromkeys(before, ())
        order = [measure for batch in batches(measures.open, before, alike) for measure in batch]
        placed = {measure.path for measure in order}
        left = tuple(measure for measure in measures.open if measure.path not in placed)
        stuck = frozenset(measure.path for measure in left)
        delays = _delays(measures.eyes, order, before)
        return cls(before, after, (*order, *left), stuck, _circle(stuck, before), delays)


def _before(measures: Measures, measure: Measure) -> tuple[Element, ...]:
    eyes = measures.eyes
    return tuple(item for item in _named(eyes, measure) if eyes.word(item.status) not in {"done", "dropped"})


def without(eyes: Eyes, measure: Measure) -> tuple[Measure, ...]:
    """What a measure depends on and nobody will do: it was dropped."""
    kept = (item for item in _named(eyes, measure) if isinstance(item, Action | Recovery))
    return tuple(item for item in kept if eyes.word(item.status) == "dropped")


def _named(eyes: Eyes, measure: Measure) -> Iterator[Measure | Experiment]:
    """What a measure says that it depends on."""
    named = (eyes.view.follow(ref) for ref in eyes.many(measure.depends))
    return (item for item in named if isinstance(item, Action | Recovery | Experiment))


def batches(
    measures: Iterable[Measure], before: Mapping[str, tuple[Element, ...]], worth: Mapping[str, tuple[float, ...]]
) -> Iterator[list[Measure]]:
    """Measures in the order of their worth, smallest first, each after all that it waits for; equal ones together.

    It is Kahn's algorithm with a heap: of what waits for nothing (any more) the best comes next. What is in a circle
    never does.
    """
    known = {measure.path: (place, measure) for place, measure in enumerate(measures)}
    open_ = {path: sum(other.path in known for other in before[path]) for path in known}
    waiting: dict[str, list[str]] = {}
    for path in known:
        for other in before[path]:
            waiting.setdefault(other.path, []).append(path)
    heap = [(worth[path], place, path) for path, (place, _) in known.items() if not open_[path]]
    heapq.heapify(heap)
    while heap:
        best, batch = heap[0][0], []
        while heap and heap[0][0] == best:
            batch.append(known[heapq.heappop(heap)[-1]][1])
        yield batch
        for later in (later for measure in batch for later in waiting.get(measure.path, ())):
            open_[later] -= 1
            if not open_[later]:
                heapq.heappush(heap, (worth[later], known[later][0], later))


def _circle(stuck: frozenset[str], before: Mapping[str, tuple[Element, ...]]) -> frozenset[str]:
    """What is left of those that wait in vain when those are taken away for which none of them waits."""
    wanted = Counter(other.path for path in stuck for other in before[path])
    free = [path for path in stuck if not wanted[path]]
    left = set(stuck)
    while free:
        path = free.pop()
        left.remove(path)
        for other in before[path]:
            wanted[other.path] -= 1
            if other.path in left and not wanted[other.path]:
                free.append(other.path)
    return frozenset(left)


def _delays(eyes: Eyes, order: Iterable[Measure], before: Mapping[str, tuple[Element, ...]]) -> dict[str, Measure]:
    """For each measure the first long-term one that it waits for, itself or by what it waits for."""
    found: dict[str, Measure] = {}
    for measure in order:
        for other in before[measure.path]:
            if isinstance(other, Action | Recovery):
                cause = other if long_term(eyes, other) else found.get(other.path)
                if cause is not None:
                    found.setdefault(measure.path, cause)
    return found


def long_term(eyes: Eyes, measure: Measure) -> bool:
    """Whether a measure is far off: by its horizon, and where it has none by an effort of at least the fourth step."""
    horizon = eyes.word(measure.horizon)
    return horizon == "long" if horizon else (eyes.most(measure.effort) or 0.0) >= _LONG
