"""From which touchpoints a consent that is held can still be withdrawn: one analysis backward, of all at once.

Only what happens to a consent itself closes a way to its withdrawal, and guards that speak of it; guards on other
names are taken to be passable, so that "there is no way" is never said too early.
"""

from __future__ import annotations

from journeyql_privacy.course import Course
from journeyql_privacy.standing import Layout, Standing


def withdrawable(course: Course) -> tuple[int, ...]:
    """For each node the `GRANTED` bits of the consents of which a withdrawal can be reached.

    They are those of a customer who holds them when the node uses data, and goes on from there.
    """
    granted, withdrawn = _every(course.layout, Standing.GRANTED), _every(course.layout, Standing.WITHDRAWN)
    shift = (Standing.WITHDRAWN // Standing.GRANTED).bit_length() - 1
    found = [(change.put & withdrawn) >> shift for change in course.after]
    arriving = [change.surviving for change in course.before]
    leaving = [change.surviving & granted for change in course.after]
    grown = bytearray(map(bool, found))
    index = grown.rfind(True)
    while index >= 0:
        grown[index] = False
        held = found[index] & arriving[index]
        for source, allow in course.into[index]:
            known = found[source]
            found[source] |= held & allow & leaving[source]
            if found[source] != known:
                grown[source] = True
        before = grown.rfind(True, 0, index)
        index = before if before >= 0 else grown.rfind(True)
    return tuple(found)


def _every(layout: Layout, standing: Standing) -> int:
    return layout.bits(dict.fromkeys(layout.shifts, standing))
