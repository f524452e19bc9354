"""Where a customer is passed on from one channel or team to the next."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.words import THING
from journeyql.model.types import ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import kind, many, one


@kind("handoff", inside=("touchpoint", "stage"), zh="交接")
class Handoff(Element):
    """The customer, or the case, goes from the surrounding touchpoint's channel and team to another.

    Example:
        channel web "Web shop" kind=online
        channel store "Shop" kind=offline
        journey fitting "Books online, tries on in the shop"
          stage decide "Decides"
            touchpoint book "Books a fitting" @web emotion=4
              handoff "Web to shop" to=store carries=booking, browsing_history
            touchpoint try "Tries on" @store emotion=4
    """

    to: Varying[Ref[Any]] = one(
        ref("channel", "team", "partner", "system", "touchpoint", "stage"), "Who or what takes over.", zh="去向"
    )
    carries: Many[str] = many(THING, "What goes along, so that the customer need not begin again.", zh="携带")
