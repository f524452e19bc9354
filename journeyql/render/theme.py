"""The colours of pictures, by role, for light and dark pages."""

from __future__ import annotations

from typing import Final

import attrs

_LINEAR_BELOW: Final = 0.04045


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PersonaColours:
    """The colour of one persona: of its curve and text, and the tint of its card."""

    colour: str
    tint: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Accent:
    """The colour of a meaning: of text and signs, of the card below, and of the card's border."""

    colour: str
    tint: str
    border: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StageColours:
    """The colours of a stage block, of its name, and of its number and duration."""

    block: str
    text: str
    second_text: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Theme:
    """A set of colours for whole pictures, each `#RRGGBB`, named by what it is for.

    `hairline` and `stage_rule` are decoration and carry no meaning alone; `neutral_line` is the middle of the emotion
    band, `above_neutral` and `below_neutral` its two halves. Texts reach a contrast of 4.5 : 1 on every ground they
    stand on, lines and shapes that mean something 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
    """

    name: str
    page: str
    ink: str
    secondary: str
    hairline: str
    stage_rule: str
    neutral_line: str
    chip_border: str
    stage: StageColours
    personas: tuple[PersonaColours, ...]
    pain: Accent
    remedy: Accent
    above_neutral: str
    below_neutral: str
    moment: str
    chip: str
    track: str


LIGHT: Final = Theme(
    name="light",
    page="#FFFFFF",
    ink="#17202B",
    secondary="#4B5766",
    hairline="#DFE4EA",
    stage_rule="#AEB8C4",
    neutral_line="#748090",
    chip_border="#8894A2",
    stage=StageColours(block="#27384D", text="#FFFFFF", second_text="#D3DCE7"),
    personas=(
        PersonaColours(colour="#1B5FAA", tint="#E9F1FA"),
        PersonaColours(colour="#8B2F7B", tint="#F8EBF5"),
        PersonaColours(colour="#627000", tint="#F3F5E1"),
        PersonaColours(colour="#33196B", tint="#EDEAF7"),
        PersonaColours(colour="#184628", tint="#E7F2EA"),
    ),
    pain=Accent(colour="#A34405", tint="#FDF1E7", border="#EBC4A3"),
    remedy=Accent(colour="#0B6468", tint="#E8F4F3", border="#AFD5D2"),
    above_neutral="#EFF5FB",
    below_neutral="#FDF5EE",
    moment="#F2F4F7",
    chip="#F5F7FA",
    track="#DCE2E9",
)

DARK: Final = Theme(
    name="dark",
    page="#12171E",
    ink="#EDF1F6",
    secondary="#B0BBC8",
    hairline="#2A333E",
    stage_rule="#556272",
    neutral_line="#6E7B8B",
    chip_border="#6B7887",
    stage=StageColours(block="#33465D", text="#FFFFFF", second_text="#D3DCE7"),
    personas=(
        PersonaColours(colour="#7CB8F7", tint="#182C42"),
        PersonaColours(colour="#E79BD8", tint="#38213A"),
        PersonaColours(colour="#E6EA92", tint="#2C2F18"),
        PersonaColours(colour="#9A78EE", tint="#241D3E"),
        PersonaColours(colour="#58B271", tint="#152A1C"),
    ),
    pain=Accent(colour="#FFB27D", tint="#2E2118", border="#6B4529"),
    remedy=Accent(colour="#7FD3CB", tint="#142A2B", border="#2B5A59"),
    above_neutral="#16212E",
    below_neutral="#241C17",
    moment="#1C242E",
    chip="#1A212A",
    track="#34404D",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#FFFFFF"), 2)
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of a colour `#RRGGBB`, from 0 to 1."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """A channel of sRGB as an amount of light."""
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
