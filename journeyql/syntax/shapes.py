"""What a plan is: which tokens of a line, by index, become which part of a node."""

from __future__ import annotations

import attrs

ELEMENT, PROPERTY, FLOW, BROKEN = range(4)
NONE = -1
CHANNEL = -1
LITERAL = -2

# The key of an item is the index of its token, CHANNEL or LITERAL; then qualifiers, values, first token.
Item = tuple[int, tuple[int, ...], tuple[int, ...], int]

# Form, then token indices (NONE where absent): kind, key or source; qualifiers; id; text, condition or
# block; values or targets; items; first token after a bullet.
Plan = tuple[int, int, tuple[int, ...], int, int, tuple[int, ...], tuple[Item, ...], int]


@attrs.frozen(eq=False, repr=False)
class Unexpected:
    """The token of a line that no form of line has there, and the token kinds that could stand there."""

    index: int
    accepts: frozenset[str]
