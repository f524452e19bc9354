"""Declares rules in SARIF: what each is about, why it matters, and a wrong and a right example."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from journeyql.diagnostics import Rule, Severity, visible

if TYPE_CHECKING:
    from journeyql.model import Json

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.HINT: "note"}
#: How code scanning sorts what is no question of security.
_PROBLEMS = {**LEVELS, Severity.INFO: "recommendation", Severity.HINT: "recommendation"}
_TICKS = re.compile("`+")
_SHORTEST_FENCE = 3


def descriptor(rule: Rule) -> dict[str, Json]:
    """The declaration of a rule: the code is its id, and people read its name."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": words(rule.summary),
        "fullDescription": words(f"{rule.summary} {rule.reason}"),
        "help": {**words(_help(rule)), "markdown": visible(_markdown(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"problem.severity": _PROBLEMS[rule.severity]},
    }


def words(text: str) -> dict[str, Json]:
    """Plain words for people: nothing that a terminal obeys, and no link, which viewers would follow.

    >>> words("[here](https://example.org)")
    {'text': '[here] (https://example.org)'}
    """
    return {"text": visible(text).replace("](", "] (")}


def _help(rule: Rule) -> str:
    return _told(rule, str.rstrip)


def _markdown(rule: Rule) -> str:
    return _told(rule, partial(_fenced, rule.notation))


def _told(rule: Rule, written: Callable[[str], str]) -> str:
    """Why a rule matters, and its examples as they are written in one of the two forms."""
    unshown = f"No map alone shows it. {rule.unshown}\n" if rule.unshown else ""
    return f"{rule.reason}\n\n{unshown}" + "\n".join(f"{title}:\n\n{written(text)}\n" for title, text in rule.examples)


def _fenced(notation: str, example: str) -> str:
    longest = max(map(len, _TICKS.findall(example)), default=0)
    fence = "`" * max(longest + 1, _SHORTEST_FENCE)
    return f"{fence}{notation}\n{example.rstrip()}\n{fence}"
