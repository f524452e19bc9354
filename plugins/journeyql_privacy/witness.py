"""A single way on which something goes wrong: the counter-example that a finding shows.

A search walks the ways one by one, with everything that guards ask about, so that every way it keeps can be walked by
a customer. Along one way the standings of different consents do not depend on each other; a guard lets customers
pass when it leaves each name that it speaks of some standing. Ways that differ only in what does not matter are not
told apart. What matters are first the names in question, then also those whose guards have closed a way; when no
others have, and nothing is found, there is no such way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import attrs

from journeyql_privacy.course import Course

#: How often all searches about more than one name may compare two ways; beyond that nothing is claimed.
MOST_COMPARED = 500_000


@attrs.frozen(eq=False, repr=False)
class Visit:
    """A node on a way, the visit before it, and the bits with which the node uses data."""

    node: int
    before: Visit | None
    using: int

    def nodes(self) -> tuple[int, ...]:
        """The way from the start to here."""
        found: list[int] = []
        visit: Visit | None = self
        while visit is not None:
            found.append(visit.node)
            visit = visit.before
        return tuple(reversed(found))


@attrs.define(eq=False, repr=False)
class Search:
    """All ways through a course as far as the bits of `mask` tell them apart, short ones first, walked as they are needed.

    `closed` has the fields of which a guard left nothing on some way; `most` is how often two are compared at most.
    """

    course: Course
    mask: int
    most: int
    compared: int = attrs.field(default=0, init=False)
    closed: int = attrs.field(default=0, init=False)
    _visits: list[list[Visit]] = attrs.field(init=False)
    _open: deque[Visit] = attrs.field(factory=deque, init=False)

    def __attrs_post_init__(self) -> None:
        """Enter the journey."""
        self._visits = [[] for _ in self.course.nodes]
        for target, bits in self.course.entries:
            self._arrive(target, None, bits)

    @staticmethod
    def bound(course: Course) -> int:
        """How much it takes at most to tell one name apart: of the sets of four standings, six are no part of another."""
        return 6 * 6 * (len(course.entries) + sum(map(len, course.ways)))

    @property
    def exhaustive(self) -> bool:
        """Whether no way was left out."""
        return self.compared <= self.most

    def find(self, node: int, fields: Sequence[int], wanted: int) -> tuple[int, ...] | None:
        """The first way to a node on which each field has a wanted bit when the node uses data."""
        visits, looked = self._visits[node], 0
        while True:
            for visit in visits[looked:]:
                if all(visit.using & field & wanted for field in fields):
                    return visit.nodes()
            looked = len(visits)
            if not self._open or not self.exhaustive:
                return None
            self._go_on(self._open.popleft())

    def _go_on(self, visit: Visit) -> None:
        leaving = self.course.left(visit.node, visit.using)
        for target, allow, fields in self.course.ways[visit.node]:
            closed = sum(field for field in fields if not leaving & allow & field) if fields else 0
            if closed:
                self.closed |= closed
            else:
                self._arrive(target, visit, leaving & allow)

    def _arrive(self, node: int, before: Visit | None, bits: int) -> None:
        keep, put = self.course.before[node]
        using = bits & keep | put
        told, visits = using & self.mask, self._visits[node]
        self.compared += len(visits)
        if any(not told & ~visit.using for visit in visits):
            return  # whoever came with at least as much can go wherever this one can
        visit = Visit(node, before, using)
        visits.append(visit)
        self._open.append(visit)


@attrs.define(eq=False, repr=False)
class Witnesses:
    """Finds ways through a course; searches that tell the same names apart are made once."""

    course: Course
    most: int = MOST_COMPARED
    _searches: dict[int, Search] = attrs.field(factory=dict)
    _free: set[int] = attrs.field(factory=set)

    def find(self, node: int, fields: Sequence[int], wanted: int) -> tuple[int, ...] | None:
        """The nodes of a way that a customer can take to a node with a wanted bit in each field, or None."""
        mask = sum(fields)
        search = self._search(mask, Search.bound(self.course) if len(fields) <= 1 else 0)
        found = search.find(node, fields, wanted)
        while found is None and search.exhaustive and search.closed & ~mask:
            mask |= search.closed
            search = self._search(mask)
            found = search.find(node, fields, wanted)
        return found

    def _search(self, mask: int, free: int = 0) -> Search:
        known = self._searches.get(mask)
        if known is None:
            spent = sum(search.compared for told, search in self._searches.items() if told not in self._free)
            known = self._searches[mask] = Search(self.course, mask, max(free, self.most - spent))
            if free:
                self._free.add(mask)
        return known
