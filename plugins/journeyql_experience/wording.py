"""How findings put things: in English, with figures, a few places by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from journeyql.facts import Phrase
from journeyql.model import Persona, View
from journeyql.wording import several
from journeyql_experience.catalogue import EN

T = TypeVar("T")

#: How many places a finding names, and points at.
NAMED = 5


def english(phrase: Phrase) -> str:
    """What a phrase says.

    >>> english(Phrase("experience.wait-over-target", {"value": "4min", "target": "1min"}))
    'waits 4min instead of 1min'
    """
    values = {name: f"{value:g}" if isinstance(value, float) else value for name, value in phrase.values.items()}
    return EN[phrase.key].format_map(values)


def listed(items: Sequence[T], say: Callable[[T], str]) -> str:
    """Things in a row, the first few of them, each as it is said.

    >>> listed(["a", "b"], str.upper), listed("abcdefg", str)
    ('A and B', 'a, b, c, d, e and 2 more')
    """
    return several(items, NAMED, say)


def people(view: View, personas: Iterable[str]) -> str:
    """For whom something holds: the short names of personas in the order of the file, with `for` before them."""
    asked = {*personas}
    names = [view.name_and_role(persona)[0] for persona in view.of(Persona) if persona.id in asked]
    return f" for {listed(names, str)}" if names else ""
