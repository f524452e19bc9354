"""Looks at the formulas of a configuration, and says what is wrong with one so that it can be mended."""

from __future__ import annotations

from collections.abc import Mapping

from journeyql.plugin import nearest
from journeyql_priorities.formulas import Slip, parsed
from journeyql_priorities.options import BUILT_IN, INPUTS

#: So much of a formula is shown on each side of what is wrong.
_AROUND = 30


def problem(formulas: Mapping[str, str]) -> str:
    """What is wrong with the first formula that cannot be used; empty when all can.

    >>> print(problem({"value": "0.5 * imapct + 2"}))
    `value`, column 7: there is no input `imapct`; did you mean `impact`? 0.5 * >>>imapct + 2
    """
    return next(filter(None, (_problem(name, text) for name, text in formulas.items())), "")


def _problem(name: str, text: str) -> str:
    if not name.strip():
        return f"the formula `{text}` has no name; write one in front of it"
    if name in BUILT_IN:
        return f"`{name}` is built in; call your formula something else"
    found = parsed(text, INPUTS)
    return _told(name, text, found) if isinstance(found, Slip) else ""


def _told(name: str, text: str, slip: Slip) -> str:
    near = nearest(slip.word, INPUTS) if slip.word else None
    known = f"known: {', '.join(INPUTS)}" if slip.word else ""
    hint = f"; did you mean `{near}`?" if near else f"; {known}." if known else "."
    return f"`{name}`, column {slip.column}: {slip.words}{hint} {_pointed(text, slip.column - 1)}"


def _pointed(text: str, place: int) -> str:
    """The words around a place, with a sign in front of it; what cannot stand in one line is left out."""
    before, after = text[max(place - _AROUND, 0) : place], text[place : place + _AROUND]
    return f"{'…' if place > _AROUND else ''}{before}>>>{after}{'…' if place + _AROUND < len(text) else ''}"
