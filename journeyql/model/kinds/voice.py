"""The customer's own words: quotes and stories."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.types import TEXT, ref
from journeyql.model.varying import Ref, Varying
from journeyql.model.vocabulary import FILE, kind, one

_PLACES = ("touchpoint", "stage", "journey")


@kind(
    "quote",
    inside=(*_PLACES, "persona", "segment", "pain", "need", "opportunity", "evidence", FILE),
    zh="原话",
    brief=True,
)
class Quote(Element):
    """What a customer said, word for word.

    Example:
        persona mei "Mei Chen, first-time tenant"
          quote: "I just want to know when somebody comes."
        journey repair "Getting a tap repaired"
          stage report "Report the fault" emotion=2
            quote "I told them three times." by=mei
    """

    by: Varying[Ref[Any]] = one(ref("persona", "segment"), "Who said it.", zh="由")


@kind("story", inside=(*_PLACES, "persona", "segment", "pain", FILE), zh="故事")
class Story(Element):
    """What happened to a real customer; it makes a figure easier to grasp.

    Example:
        journey repair "Getting a tap repaired"
          stage report "Report the fault" emotion=2
            story night "A night with a bucket"
              text: |
                The leak began at eleven. She called three times.
                At nine the next morning somebody asked for her address.
    """

    text: Varying[str] = one(TEXT, "The story itself.", zh="内容")
    by: Varying[Ref[Any]] = one(ref("persona", "segment"), "Whose story it is.", zh="由")
