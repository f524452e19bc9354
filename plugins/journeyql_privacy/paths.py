"""What holds on every path through a journey: the predicates of which privacy rules are made.

Consents and notices are followed from the start along every edge of the resolved flow, with its guards. After a
touchpoint that *asks*, both answers are possible; only a guard, or a touchpoint that *grants*, settles it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from journeyql.model import Edge, Graph, Moment
from journeyql_privacy.backward import withdrawable
from journeyql_privacy.course import Course, Guard, Step, course
from journeyql_privacy.forward import standings
from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.witness import Witnesses

#: The touchpoints that a customer goes through one after the other.
Path = tuple[Moment, ...]


@attrs.frozen(eq=False, repr=False, slots=False)
class Paths:
    """All paths through the flow of a view.

    A path that is an answer is short, if not always the shortest; one customer can walk it, with all guards on it.
    """

    course: Course
    _questions: dict[tuple[tuple[str, ...], Standing], tuple[int, tuple[int, ...]]] = attrs.field(factory=dict)

    @classmethod
    def of(
        cls, graph: Graph, names: Collection[str], steps: Mapping[str, Step], guard: Callable[[Edge], Guard]
    ) -> Paths:
        """The paths of a graph on which `names` are followed; see `course` for what happens on the way."""
        return cls(course(graph, names, steps, guard))

    def without(self, node: Moment, names: Collection[str], standing: Standing = MISSING) -> Path | None:
        """A path to a touchpoint on which, when it uses data, each of the names stands in one of these ways.

        None when there is no such path. With one name and `MISSING` that is the proof that a consent is not always
        given before; with several that none of them is; with `WITHDRAWN` that a use is reached after a withdrawal;
        with no name that the touchpoint can be reached at all.
        """
        index = self.course.index[node.path]
        wanted, fields = self._question(tuple(names), standing)
        if not self._standings[index] or not all(self._standings[index] & wanted & field for field in fields):
            return None
        found = self._witnesses.find(index, fields, wanted)
        return None if found is None else tuple(self.course.nodes[step] for step in found)

    def _question(self, names: tuple[str, ...], standing: Standing) -> tuple[int, tuple[int, ...]]:
        """The bits that are asked for, and the fields of the names."""
        known = self._questions.get((names, standing))
        if known is None:
            layout = self.course.layout
            known = (layout.bits(dict.fromkeys(names, standing)), layout.fields(names))
            self._questions[names, standing] = known
        return known

    def given(self, name: str) -> Iterator[Moment]:
        """The touchpoints at which a consent may be given, or with which customers who have given it begin."""
        bit = self.course.layout.bits({name: Standing.GRANTED})
        return (self.course.nodes[index] for index in self._given.get(name, ()) if self._standings[index] & bit)

    def withdrawn(self, name: str) -> Iterator[Moment]:
        """The touchpoints that can be reached and at which a consent is withdrawn."""
        return (self.course.nodes[index] for index in self._withdrawn.get(name, ()) if self._standings[index])

    def withdrawable(self, node: Moment, name: str) -> bool:
        """Whether a customer who holds a consent at a touchpoint can, holding it, reach one that withdraws it."""
        bit = self.course.layout.bits({name: Standing.GRANTED})
        return bool(self._withdrawable[self.course.index[node.path]] & bit)

    @cached_property
    def _standings(self) -> tuple[int, ...]:
        return standings(self.course)

    @cached_property
    def _withdrawable(self) -> tuple[int, ...]:
        return withdrawable(self.course)

    @cached_property
    def _witnesses(self) -> Witnesses:
        return Witnesses(self.course)

    @cached_property
    def _given(self) -> Mapping[str, Sequence[int]]:
        begun = ((index, bits) for index, bits in self.course.entries)
        said = ((index, change.put) for index, change in enumerate(self.course.before) if change.put)
        return self._where(sorted({*begun, *said}))

    @cached_property
    def _withdrawn(self) -> Mapping[str, Sequence[int]]:
        said = ((index, bits) for index, bits in enumerate(self.course.withdrawn) if bits)
        return self._where(said)

    def _where(self, found: Iterable[tuple[int, int]]) -> Mapping[str, Sequence[int]]:
        """For each name the nodes, in order, whose bits say that it is granted."""
        nodes: dict[str, dict[int, None]] = {}
        for index, bits in found:
            for name in self.course.layout.standing(Standing.GRANTED, bits):
                nodes.setdefault(name, {})[index] = None
        return {name: tuple(indices) for name, indices in nodes.items()}
