"""Arithmetic of one's own: read from text by a small grammar, and worked out without ever running it as a program.

    sum     = product { ("+" | "-") product }
    product = sign { ("*" | "/") sign }
    sign    = ["-" | "+"] sign | power
    power   = atom ["^" sign]
    atom    = NUMBER | NAME | ("min" | "max") "(" sum { "," sum } ")" | "(" sum ")"

`^` binds closest and from the right, as in mathematics: `-2 ^ 2` is -4, `2 ^ 3 ^ 2` is 512.
"""

from __future__ import annotations

from journeyql_priorities.formulas.evaluate import Outcome, evaluated
from journeyql_priorities.formulas.parse import Formula, parsed
from journeyql_priorities.formulas.tokens import Slip

__all__ = ["Formula", "Outcome", "Slip", "evaluated", "parsed"]
