"""From which touchpoints a consent that is held can still be withdrawn: one analysis backward, of all at once.

Only what happens to a consent itself closes a way to its withdrawal, and guards that speak of it; guards on other
names are taken to be passable, so that "there is no way" is never said too early.
"""

from __future__ import annotations

from journeyql_privacy.course import Course
from journeyql_privacy.standing import Standing


def withdrawable(course: Course) -> tuple[int, ...]:
    """For each node the `GRANTED` bits of the consents of which a withdrawal can be reached.

    They are those of a customer who holds them when the node uses data, and goes on from there.
    """
    granted = course.layout.bits(dict.fromkeys(course.layout.shifts, Standing.GRANTED))
    arriving = [(change.keep | change.put) & granted for change in course.before]
    found = list(course.withdrawn)
    grown = bytearray(map(bool, found))
    index = grown.rfind(True)
    while index >= 0:
        grown[index] = False
        held = found[index] & arriving[index]
        for source, allow in course.into[index]:
            known = found[source]
            found[source] |= held & allow
            if found[source] != known:
                grown[source] = True
        before = grown.rfind(True, 0, index)
        index = before if before >= 0 else grown.rfind(True)
    return tuple(found)
