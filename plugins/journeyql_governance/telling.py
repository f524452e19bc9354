"""How findings name places and people: a few by name, the rest by number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from journeyql.model import Element, Many, Persona, Varying, View
from journeyql.source import Span

_MOST = 5


def words(view: View, element: Element, field: Varying[Any] | Many[Any]) -> Span:
    """The words to point at: the (first) value of a property, or else the element."""
    cells = view.cells(field) if isinstance(field, Many) else (view.cell(field),)
    return next((cell.span for cell in cells if cell is not None), element.span)


def several(texts: Iterable[str], most: int = _MOST) -> str:
    """Texts in a row, at most so many of them.

    >>> several(["a"]), several(["a", "b", "c"]), several("abcdefg")
    ('a', 'a, b and c', 'a, b, c, d, e and 2 more')
    """
    found = list(texts)
    if len(found) > most:
        return f"{', '.join(found[:most])} and {len(found) - most} more"
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1]))) if found else ""


def quoted(texts: Iterable[str], most: int = _MOST) -> str:
    """Texts in a row, each between quotation marks."""
    return several((f'"{text}"' for text in texts), most)


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "stage"), counted(2, "stage")
    ('1 stage', '2 stages')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def short(view: View, persona: Persona) -> str:
    """The name in a persona's title: what stands before the first comma."""
    return re.split("[,，、]", view.title(persona), maxsplit=1)[0].strip()
