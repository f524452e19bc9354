"""The words that the plugin adds to the language."""

from __future__ import annotations

from journeyql.model import Element, Many, Touchpoint, facet, kind, many, word


@kind("barrier", inside=("touchpoint",), holds=("action",), zh="障碍")
class Barrier(Element):
    """What keeps somebody from taking part.

    Example:
        journey repair "Getting a tap repaired"
          stage report "Report the fault"
            touchpoint call "Calls the hotline"
              barrier deaf "Nobody answers who signs" for=hearing
                action "A chat beside the hotline"
    """

    for_: Many[str] = many(
        word(vision="视觉", hearing="听觉", motor="行动", cognition="认知"), "Whom it keeps out.", zh="针对"
    )


@facet(on=(Touchpoint,))
class Access:
    """What helps people to take part at a touchpoint."""

    aids: Many[str] = many(
        word(captions="字幕", relay="转接", reader="读屏", plain_words="易读"), "What helps there.", zh="辅助"
    )
