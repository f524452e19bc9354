"""The kinds of the plugin."""

from __future__ import annotations

from journeyql.model import SCORE, TEXT, Element, Many, Varying, kind, many, one


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
