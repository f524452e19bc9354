"""What the guards of arrows say, in the words that people read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyql.model import Edge, View


def guard_label(word: str, edge: Edge, view: View, label: Callable[..., str]) -> str:
    """A word of a guard (`if=c_news`, `unless=c_news.refused`): the title of what it names; any other as it is written.

    `label` gives the words in the reader's language, under `guard.` those for the part behind the last dot.
    """
    near = edge.source or edge.target
    found = None if near is None else view.guarding(word, near)
    if found is None:
        return word
    element, standing = found
    title = label("quoted", text=view.title(element))
    return _standing(standing, title, label) if standing else title


def _standing(word: str, title: str, label: Callable[..., str]) -> str:
    """A title with how it must stand, `refused` for example; a word that no catalogue has stays as it is."""
    try:
        return label(f"guard.{word}", name=title)
    except KeyError:
        return label("colon", name=title, text=word)
