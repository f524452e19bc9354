"""Colours against the table of the design page, contrast by the formula of WCAG 2.2 written down once more."""

from __future__ import annotations

import attrs
import pytest

from journeyql.render.theme import DARK, LIGHT, Theme, contrast

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def _ratio(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), L = 0.2126 R + 0.7152 G + 0.0722 B of linearized sRGB."""

    def luminance(colour: str) -> float:
        total = 0.0
        for weight, digits in zip((0.2126, 0.7152, 0.0722), (colour[1:3], colour[3:5], colour[5:7]), strict=True):
            share = int(digits, 16) / 255
            total += weight * (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
        return total

    high, low = max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
    return (high + 0.05) / (low + 0.05)


#: Published ratios: black on white, and the well-known greys at the two limits.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#949494", "#FFFFFF", 3.03),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#ABCDEF", "#ABCDEF", 1),
    ],
)
def test_published_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == pytest.approx(_ratio(one, other))


def _tints(theme: Theme) -> list[str]:
    cards = [theme.pain.tint, theme.remedy.tint, *(persona.tint for persona in theme.personas[:2])]
    return [theme.page, theme.above_neutral, theme.below_neutral, theme.moment, theme.chip, *cards]


def _band(theme: Theme) -> list[str]:
    return [theme.above_neutral, theme.below_neutral]


def _worst(colour: str, grounds: list[str]) -> float:
    return min(_ratio(colour, ground) for ground in grounds)


#: The column "contrast light / dark" of the table in the design page "The journey map as a picture".
TABLE = {
    "ink on page": (16.4, 15.9, lambda theme: _ratio(theme.ink, theme.page)),
    "secondary on page": (7.4, 9.2, lambda theme: _ratio(theme.secondary, theme.page)),
    "secondary on the worst tint": (6.4, 7.3, lambda theme: _worst(theme.secondary, _tints(theme))),
    "neutral line on the band": (3.7, 3.8, lambda theme: _worst(theme.neutral_line, _band(theme))),
    "chip border on page": (3.1, 4.0, lambda theme: _ratio(theme.chip_border, theme.page)),
    "stage text": (11.9, 9.7, lambda theme: _ratio(theme.stage.text, theme.stage.block)),
    "stage second text": (8.6, 7.0, lambda theme: _ratio(theme.stage.second_text, theme.stage.block)),
    "persona 1 on the band": (5.9, 7.8, lambda theme: _worst(theme.personas[0].colour, _band(theme))),
    "persona 2 on the band": (6.9, 7.8, lambda theme: _worst(theme.personas[1].colour, _band(theme))),
    "pain on its tint": (5.6, 8.8, lambda theme: _ratio(theme.pain.colour, theme.pain.tint)),
    "remedy on its tint": (6.1, 8.7, lambda theme: _ratio(theme.remedy.colour, theme.remedy.tint)),
}


@pytest.mark.parametrize(("light", "dark", "measure"), TABLE.values(), ids=TABLE)
def test_contrasts_of_the_design_page(light: float, dark: float, measure) -> None:
    assert round(measure(LIGHT), 1) == light
    assert round(measure(DARK), 1) == dark


@BOTH
def test_every_text_reaches_its_contrast_on_every_ground(theme: Theme) -> None:
    assert _worst(theme.ink, _tints(theme)) >= 12.5
    assert _worst(theme.secondary, _tints(theme)) >= 4.5
    for persona in theme.personas:
        assert _ratio(theme.ink, persona.tint) >= 12
        assert _ratio(theme.secondary, persona.tint) >= 4.5
        assert _worst(persona.colour, [theme.page, persona.tint, theme.moment, *_band(theme)]) >= 4.5
    for accent in (theme.pain, theme.remedy):
        assert _worst(accent.colour, [theme.page, accent.tint, theme.moment, *_band(theme)]) >= 4.5


@BOTH
def test_colours_are_spelled_one_way_and_themes_are_frozen(theme: Theme) -> None:
    colours = [value for value in attrs.astuple(theme) if isinstance(value, str) and value != theme.name]
    nested = [value for group in attrs.astuple(theme) if isinstance(group, tuple) for value in _flat(group)]
    assert len(colours + nested) == 31
    assert all(len(value) == 7 and value[0] == "#" and value[1:].upper() == value[1:] for value in colours + nested)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        theme.page = "#000000"


def _flat(group: tuple) -> list[str]:
    return [one for value in group for one in (_flat(value) if isinstance(value, tuple) else [value])]
