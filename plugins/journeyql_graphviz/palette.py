"""The colours of personas: those of the theme, and three more that pass on the same grounds and differ in lightness."""

from __future__ import annotations

from typing import Final

from journeyql.render import PersonaColours, Theme
from journeyql_graphviz.picture import EVERYBODY

#: The third, fourth and fifth persona by the name of the theme: olive, violet, green.
_MORE: Final = {
    "light": (
        PersonaColours(colour="#627000", tint="#F3F5E1"),
        PersonaColours(colour="#33196B", tint="#EDEAF7"),
        PersonaColours(colour="#184628", tint="#E7F2EA"),
    ),
    "dark": (
        PersonaColours(colour="#E6EA92", tint="#2C2F18"),
        PersonaColours(colour="#9A78EE", tint="#241D3E"),
        PersonaColours(colour="#58B271", tint="#152A1C"),
    ),
}


def colours(theme: Theme) -> tuple[PersonaColours, ...]:
    """The colours of the first five personas."""
    return (*theme.personas, *_MORE.get(theme.name, ())[max(0, len(theme.personas) - 2) :])


def colour(persona: int, theme: Theme) -> str:
    """The colour of a persona; slate when it is for everybody, ink for those beyond the palette."""
    if persona == EVERYBODY:
        return theme.secondary
    known = colours(theme)
    return known[persona].colour if persona < len(known) else theme.ink


def tint(persona: int, theme: Theme) -> str:
    """The ground of a persona's card in the header."""
    known = colours(theme)
    return known[persona].tint if persona < len(known) else theme.moment
