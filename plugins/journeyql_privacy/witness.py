"""A single way on which something goes wrong: the counter-example that a finding shows.

A search walks the ways one by one, with everything that guards ask about, so that every way it keeps can be walked by
a customer. Along one way the standings of different consents do not depend on each other; a guard lets customers
pass when it leaves each name that it speaks of some standing.

The first searches keep a way to a node only if it brings some name a standing that is new there; they nearly always
find what there is, and are enough for all questions: one for customers who say no wherever they are asked, which has
few ways to walk and finds most, and one for all. What it does not find is searched for once more, telling ways
apart by the names in question, then also by those whose guards have closed a way; when no others have, and nothing is
found, there is no such way.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from journeyql_privacy.course import Course
from journeyql_privacy.standing import WIDTH

#: How often all searches but the first may compare two ways; beyond that nothing is claimed.
MOST_COMPARED = 500_000


@attrs.define(eq=False, repr=False)
class Search(ABC):
    """Ways through a course, short ones first, walked as they are needed.

    Each visit to a node is a number: `_nodes` has the node, `_before` the visit before it (-1: none), `_using` the bits
    with which the node uses data, `_visits` the visits to each node. `closed` has the fields of which a guard left
    nothing on some way.
    """

    course: Course
    closed: int = attrs.field(default=0, init=False)
    _nodes: list[int] = attrs.field(factory=list, init=False)
    _before: list[int] = attrs.field(factory=list, init=False)
    _using: list[int] = attrs.field(factory=list, init=False)
    _visits: dict[int, list[int]] = attrs.field(factory=dict, init=False)
    _next: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        """Enter the journey."""
        for node, bits in self.course.entries:
            keep, put = self.course.before[node]
            if self._matters(node, bits & keep | put):
                self._keep(node, -1, bits & keep | put)

    def find(self, node: int, fields: Sequence[int], wanted: int) -> tuple[int, ...] | None:
        """The first way to a node on which each field has a wanted bit when the node uses data."""
        visits, looked = self._visits.setdefault(node, []), 0
        while True:
            for visit in visits[looked:]:
                if all(self._using[visit] & field & wanted for field in fields):
                    return tuple(self._back(visit))[::-1]
            looked = len(visits)
            while len(visits) == looked:
                if self._next == len(self._nodes):
                    return None
                self._go_on()

    def _back(self, visit: int) -> Iterator[int]:
        while visit >= 0:
            yield self._nodes[visit]
            visit = self._before[visit]

    def _go_on(self) -> None:
        """Take the next visit along all ways from its node."""
        visit, before = self._next, self.course.before
        self._next += 1
        node = self._nodes[visit]
        leaving = self.course.left(node, self._using[visit])
        for target, allow, fields in self.course.ways[node]:
            passed = leaving & allow
            if fields and not all(passed & field for field in fields):
                self.closed |= sum(field for field in fields if not passed & field)
                continue
            keep, put = before[target]
            using = passed & keep | put
            if self._matters(target, using):
                self._keep(target, visit, using)

    def _keep(self, node: int, before: int, using: int) -> None:
        self._visits.setdefault(node, []).append(len(self._nodes))
        self._nodes.append(node)
        self._before.append(before)
        self._using.append(using)

    @abstractmethod
    def _matters(self, node: int, using: int) -> bool:
        """Whether a way to a node is kept."""


@attrs.define(eq=False, repr=False)
class Fresh(Search):
    """A search that keeps what brings some name a standing that is new at a node."""

    _known: dict[int, int] = attrs.field(factory=dict, init=False)

    def _matters(self, node: int, using: int) -> bool:
        known = self._known.get(node, 0)
        if using & ~known:
            self._known[node] = known | using
            return True
        return False


@attrs.define(eq=False, repr=False)
class Exact(Search):
    """A search that keeps what is not part of another as far as the bits of `mask` tell, and looks at `most` ways."""

    mask: int
    most: int
    compared: int = attrs.field(default=0, init=False)

    @property
    def exhaustive(self) -> bool:
        """Whether no way was left out."""
        return self.compared <= self.most

    def _matters(self, node: int, using: int) -> bool:
        told, visits = using & self.mask, self._visits.get(node, ())
        self.compared += len(visits)
        # Whoever came with at least as much can go wherever this one can.
        return self.exhaustive and all(told & ~self._using[visit] for visit in visits)


@attrs.define(eq=False, repr=False, slots=False)
class Witnesses:
    """Finds ways through a course; searches that tell the same names apart are made once."""

    course: Course
    most: int = MOST_COMPARED
    _exact: dict[int, Exact] = attrs.field(factory=dict)

    def find(self, node: int, fields: Sequence[int], wanted: int) -> tuple[int, ...] | None:
        """The nodes of a way that a customer can take to a node with a wanted bit in each field, or None."""
        mask = sum(fields)
        found = self._refusing.find(node, fields, wanted) or self._fresh.find(node, fields, wanted)
        while found is None:
            search = self._search(mask)
            found = search.find(node, fields, wanted)
            if found is None and not (search.exhaustive and search.closed & ~mask):
                return None
            mask |= search.closed
        return found

    @cached_property
    def _refusing(self) -> Fresh:
        return Fresh(self.course.refusing())

    @cached_property
    def _fresh(self) -> Fresh:
        return Fresh(self.course)

    def _search(self, mask: int) -> Exact:
        known = self._exact.get(mask)
        if known is None:
            spent = sum(search.compared for search in self._exact.values())
            known = self._exact[mask] = Exact(self.course, mask, max(self.most - spent, self._least(mask)))
        return known

    def _least(self, mask: int) -> int:
        """What telling one name apart can take: of the sets of its four standings, six are no part of another."""
        alone = mask.bit_count() <= WIDTH
        return 6 * 6 * (len(self.course.entries) + sum(map(len, self.course.ways))) if alone else 0
