"""Knows how to read a line of each shape: shipped plans for the usual ones, Lark once for any other."""

from __future__ import annotations

import re
from functools import cache

from journeyql.syntax import tables
from journeyql.syntax.shapes import Plan, Unexpected

# One byte for each token: the group of its kind in the token expression.
Shape = bytes

# Beyond these, a line is given to Lark each time: the memo must not grow with hostile or generated text.
_MOST_PLANS = 1_000
_MOST_TOKENS = 50

KIND = {group: kind for kind, group in tables.KINDS.items()}


@cache
def expression(*, ascii: bool = False) -> re.Pattern[str]:  # noqa: A002 - what `str.isascii` says
    """The expression whose every match is one token of a line; its group tells the kind.

    For ASCII text there is a short one, which is soon compiled.
    """
    return re.compile(tables.ASCII_EXPRESSION if ascii else tables.EXPRESSION)


def is_name(text: str) -> bool:
    """Whether a text is one name.

    >>> is_name("retype-address"), is_name("2nd-try"), is_name("a b")
    (True, False, False)
    """
    found = expression().fullmatch(text)
    return found is not None and found.lastgroup == "NAME"


@cache
def usual() -> dict[Shape, Plan]:
    """The plans by shape: the shipped ones, and those learnt since."""
    letters = bytes.maketrans(
        "".join(tables.LETTERS.values()).encode(), bytes(tables.KINDS[kind] for kind in tables.LETTERS)
    )
    return {shape.translate(letters): plan for plan, shapes in tables.PLANS for shape in shapes.encode("ascii").split()}


_shipped = sum(len(shapes.split()) for _, shapes in tables.PLANS)


# Shapes that no form of line has, for the same broken line is read again at every keystroke.
_refused: dict[Shape, Unexpected] = {}


def learn(shape: Shape) -> Plan | Unexpected:
    """Let Lark parse a shape met for the first time, and keep what it says."""
    if shape in _refused:
        return _refused[shape]
    from journeyql.syntax.grammar import parse_shape

    plan = parse_shape(tuple(KIND[group] for group in shape))
    if len(shape) > _MOST_TOKENS:
        return plan
    if isinstance(plan, Unexpected):
        if len(_refused) < _MOST_PLANS:
            _refused[shape] = plan
    elif len(usual()) < _shipped + _MOST_PLANS:
        usual()[shape] = plan
    return plan


def plan_of(shape: Shape) -> Plan | None:
    """The plan of a shape, None when no form of line has it."""
    plan = usual().get(shape) or learn(shape)
    return None if isinstance(plan, Unexpected) else plan
