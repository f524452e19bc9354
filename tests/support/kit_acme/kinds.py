"""The kind, the facet and the dimension of the plugin."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.model import (
    SCORE,
    TEXT,
    Element,
    Many,
    Touchpoint,
    Varying,
    facet,
    kind,
    many,
    one,
    options,
)
from journeyql.plugin import Contributions


@options
class Weather:
    """What may follow a smell: `smells: "Coffee" rain="Wet dogs"`."""

    rain: Varying[str] = one(TEXT, "What it smells of when it rains.")


@kind("ritual", inside=("touchpoint", "stage"))
class Ritual(Element):
    """Something customers do the same way each time.

    Example:
        journey "Coffee"
          stage "Queues" emotion=2
            ritual "Looks at the cakes" comfort=4
    """

    comfort: Varying[float] = one(SCORE, "How much it comforts, on the scale of the journey.")
    words: Many[str] = many(TEXT, "What is said with it.")


@facet(on=(Touchpoint,))
class Senses:
    """What a touchpoint is to the senses."""

    smells: Varying[str] = one(TEXT, "What it smells of.", options=Weather)
    sounds: Many[str] = many(TEXT, "What is heard.")


def seasons(_: Contributions) -> Iterable[str]:
    """The words of the dimension `season`."""
    return ("summer", "winter")
