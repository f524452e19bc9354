"""Works out a formula with a stack: no exception leaves it, and what has no value says why."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from journeyql_priorities.formulas.parse import Formula

#: Why there is no value: the last part of the keys of the words.
ZERO, UNDEFINED = "zero", "undefined"


class Outcome(NamedTuple):
    """What a formula comes to; or, without a value, why: inputs that are `missing`, or a `reason`."""

    value: float | None
    missing: tuple[str, ...] = ()
    reason: str = ""


def evaluated(formula: Formula, inputs: Mapping[str, float]) -> Outcome:
    """The value of a formula.

    >>> from journeyql_priorities.formulas import parsed
    >>> evaluated(parsed("impact / effort", {"impact", "effort"}), {"impact": 4.0, "effort": 2.0}).value
    2.0
    """
    missing = tuple(name for name in formula.names if name not in inputs)
    if missing:
        return Outcome(None, missing)
    stack: list[float] = []
    for step in formula.steps:
        if isinstance(step, tuple):
            name, count = step
            operands = stack[-count:]
            del stack[-count:]
            value = _OPERATIONS[name](operands)
        else:
            value = inputs[step] if isinstance(step, str) else step
        if isinstance(value, _Zero):
            return Outcome(None, reason=ZERO)
        if not math.isfinite(value):
            return Outcome(None, reason=UNDEFINED)
        stack.append(value)
    return Outcome(stack[0])


class _Zero:
    """What a division by zero gives."""


def _divided(operands: Sequence[float]) -> float | _Zero:
    return operands[0] / operands[1] if operands[1] else _Zero()


def _raised(operands: Sequence[float]) -> float | _Zero:
    base, exponent = operands
    if base == 0 and exponent < 0:
        return _Zero()
    if base < 0 and not exponent.is_integer():  # a complex number
        return math.nan
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf


_OPERATIONS: Final[Mapping[str, Callable[[Sequence[float]], float | _Zero]]] = {
    "+": sum,
    "-": lambda operands: operands[0] - operands[1],
    "*": math.prod,
    "/": _divided,
    "^": _raised,
    "min": min,
    "max": max,
    "neg": lambda operands: operator.neg(operands[0]),
}
