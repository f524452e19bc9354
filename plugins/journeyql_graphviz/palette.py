"""The colours of personas: those of the theme, and what stands in for those beyond them."""

from __future__ import annotations

from journeyql.render import Theme
from journeyql_graphviz.picture import EVERYBODY


def colour(persona: int, theme: Theme) -> str:
    """The colour of a persona; slate when it is for everybody, ink for those beyond the palette."""
    if persona == EVERYBODY:
        return theme.secondary
    known = theme.personas
    return known[persona].colour if persona < len(known) else theme.ink


def tint(persona: int, theme: Theme) -> str:
    """The ground of a persona's card in the header."""
    known = theme.personas
    return known[persona].tint if persona < len(known) else theme.moment
