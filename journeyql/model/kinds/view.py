"""Selections of a map that are worth a name."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.kinds.market import Market
from journeyql.model.kinds.people import Persona
from journeyql.model.kinds.words import STATE
from journeyql.model.listed import KIND, LANE, LANGUAGE
from journeyql.model.types import ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import kind, many, one


@kind("view", inside=("journey",), zh="视图")
class SavedView(Element):
    """A selection of what is shown, under a name.

    Example:
        persona mei "Mei Chen, first-time tenant"
        journey repair "Getting a tap repaired"
          view desk "For the service desk" lanes=doing, emotion, wait persona=mei kinds=pain, action
          "Reports the fault" emotion=2
    """

    lanes: Many[str] = many(LANE, "The lanes that are shown, in this order; all, if none is named.", zh="泳道")
    persona: Many[Ref[Persona]] = many(ref("persona"), "For whom the values hold.", zh="画像")
    market: Varying[Ref[Market]] = one(ref("market"), "Where the values hold.", zh="市场")
    locale: Varying[str] = one(LANGUAGE, "The language of the texts, as a language tag.", zh="语言")
    state: Varying[str] = one(STATE, "Which state is shown.", zh="时态")
    kinds: Many[str] = many(KIND, "The kinds of elements that are shown; all, if none is named.", zh="种类")
