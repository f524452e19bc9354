"""Where every consent may stand at every touchpoint: one analysis forward, of all of them at once.

It joins what arrives on different ways, and so may hold a standing possible that no single way gives; what it rules
out is ruled out. `witness` looks for the single way.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeyql_privacy.course import Course, Way


def standings(course: Course) -> tuple[int, ...]:
    """The bits that may hold when each node uses data; 0 for a node that no way reaches.

    Nodes whose bits have grown are looked at in the order of the journey, over and over until none is left: most
    ways lead onward, so that a few rounds do.
    """
    arrived = [0] * len(course.nodes)
    grown = bytearray(len(course.nodes))
    for target, bits in course.entries:
        arrived[target] |= bits
        grown[target] = True
    index = grown.find(True)
    while index >= 0:
        grown[index] = False
        keep, put = course.before[index]
        _spread(course.left(index, arrived[index] & keep | put), course.ways[index], arrived, grown)
        onward = grown.find(True, index + 1)
        index = onward if onward >= 0 else grown.find(True)
    return tuple(bits & keep | put if bits else 0 for bits, (keep, put) in zip(arrived, course.before, strict=True))


def _spread(leaving: int, ways: Sequence[Way], arrived: list[int], grown: bytearray) -> None:
    """Take the bits of a node along its ways; a guard that leaves a field empty lets nobody pass."""
    for target, allow, fields in ways:
        passed = leaving & allow
        known = arrived[target]
        if known | passed != known and not (fields and not all(passed & field for field in fields)):
            arrived[target] = known | passed
            grown[target] = True
