"""Themes of the map besides the built-in ones, each checked for contrast by formula in the tests."""

from __future__ import annotations

from typing import Final

import attrs

from journeyql.render import LIGHT, Accent, PersonaColours, StageColours, Theme

_WHITE: Final = "#FFFFFF"

#: The light colours without tints; borders stay, so that cards can still be told from the page.
PRINT: Final[Theme] = attrs.evolve(
    LIGHT,
    name="print",
    personas=tuple(attrs.evolve(one, tint=_WHITE) for one in LIGHT.personas),
    pain=attrs.evolve(LIGHT.pain, tint=_WHITE, border=LIGHT.pain.colour),
    remedy=attrs.evolve(LIGHT.remedy, tint=_WHITE, border=LIGHT.remedy.colour),
    above_neutral=_WHITE,
    below_neutral=_WHITE,
    moment=_WHITE,
    chip=_WHITE,
)

#: At least 7 : 1 for every text (WCAG 2.2, 1.4.6).
HIGH_CONTRAST: Final[Theme] = Theme(
    name="high-contrast",
    page=_WHITE,
    ink="#000000",
    secondary="#1F1F1F",
    hairline="#767676",
    stage_rule="#000000",
    neutral_line="#000000",
    chip_border="#000000",
    stage=StageColours(block="#000000", text=_WHITE, second_text=_WHITE),
    personas=(
        PersonaColours(colour="#00308F", tint=_WHITE),
        PersonaColours(colour="#6B0060", tint=_WHITE),
        PersonaColours(colour="#4A4F00", tint=_WHITE),
        PersonaColours(colour="#1E0A4F", tint=_WHITE),
        PersonaColours(colour="#003D1A", tint=_WHITE),
    ),
    pain=Accent(colour="#7A2E00", tint=_WHITE, border="#7A2E00"),
    remedy=Accent(colour="#004B4E", tint=_WHITE, border="#004B4E"),
    above_neutral=_WHITE,
    below_neutral="#F2F2F2",
    moment="#EDEDED",
    chip=_WHITE,
    track="#C8C8C8",
)

#: Navy, grey and one warm sign: quiet enough for a slide of any house.
CORPORATE: Final[Theme] = Theme(
    name="corporate",
    page=_WHITE,
    ink="#1C2430",
    secondary="#4A5361",
    hairline="#E1E4E8",
    stage_rule="#B5BCC6",
    neutral_line="#76808D",
    chip_border="#87909C",
    stage=StageColours(block="#12284B", text=_WHITE, second_text="#CBD5E4"),
    personas=(
        PersonaColours(colour="#12284B", tint="#EEF1F6"),
        PersonaColours(colour="#5A6472", tint="#F2F3F5"),
        PersonaColours(colour="#0F6A8B", tint="#E8F2F6"),
        PersonaColours(colour="#5B3A8C", tint="#F0ECF6"),
        PersonaColours(colour="#2F5D3A", tint="#EAF2EC"),
    ),
    pain=Accent(colour="#9A3B12", tint="#FBF1EC", border="#E3C2B2"),
    remedy=Accent(colour="#12607A", tint="#EBF3F6", border="#B6D2DC"),
    above_neutral="#F3F6FA",
    below_neutral="#F7F5F2",
    moment="#F0F2F5",
    chip="#F7F8FA",
    track="#DADFE6",
)
