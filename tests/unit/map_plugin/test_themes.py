"""Themes: contrast by the formula of WCAG 2.2 (1.4.3, 1.4.6, 1.4.11), and colours that colour-blind readers tell apart.

How colours look without one of the three cones: Viénot, Brettel and Mollon, "Digital video colourmaps for checking the
legibility of displays by dichromats", Color Research and Application 24, 1999.
"""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from journeyql.render import DARK, LIGHT, contrast
from journeyql_map.themes import CORPORATE, HIGH_CONTRAST, PRINT

THEMES = (LIGHT, DARK, PRINT, HIGH_CONTRAST, CORPORATE)
ALL = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
#: RGB to the responses of the cones and back, after Viénot et al. (1999).
LMS = ((17.8824, 43.5161, 4.11935), (3.45565, 27.1554, 3.86714), (0.0299566, 0.184309, 1.46709))
RGB = (
    (0.0809444479, -0.130504409, 0.116721066),
    (-0.0102485335, 0.0540193266, -0.113614708),
    (-0.000365296938, -0.00412161469, 0.693511405),
)
#: Linear sRGB to CIE XYZ (IEC 61966-2-1), and its white.
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
WITHOUT = {
    "protan": ((0, 2.02344, -2.52581), (0, 1, 0), (0, 0, 1)),
    "deutan": ((1, 0, 0), (0.494207, 0, 1.24827), (0, 0, 1)),
}


def _grounds(theme):
    tints = (theme.pain.tint, theme.remedy.tint, *(one.tint for one in theme.personas))
    return (theme.page, theme.above_neutral, theme.below_neutral, theme.moment, theme.chip, *tints)


@ALL
def test_every_text_can_be_read_where_it_stands(theme):
    least = 7.0 if theme is HIGH_CONTRAST else 4.5
    band = (theme.page, theme.above_neutral, theme.below_neutral, theme.moment)
    pairs = [(colour, ground) for colour in (theme.ink, theme.secondary) for ground in _grounds(theme)]
    pairs += [(one.colour, ground) for one in theme.personas for ground in (*band, one.tint)]
    pairs += [(one.colour, ground) for one in (theme.pain, theme.remedy) for ground in (*band, one.tint)]
    pairs += [
        (theme.stage.text, theme.stage.block),
        (theme.stage.second_text, theme.stage.block),
        (theme.page, theme.ink),
    ]
    assert [pair for pair in pairs if contrast(*pair) < least] == []


@ALL
def test_lines_that_mean_something_can_be_seen(theme):
    band = (theme.above_neutral, theme.below_neutral)
    pairs = [(theme.neutral_line, ground) for ground in band] + [(theme.chip_border, theme.page)]
    assert [pair for pair in pairs if contrast(*pair) < 3.0] == []


def _linear(colour):
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def _times(matrix, vector):
    return [sum(weight * part for weight, part in zip(row, vector, strict=True)) for row in matrix]


def _lab(linear):
    """CIE 1976 L*a*b* of a linear colour."""
    shares = [max(0.0, part) / white for part, white in zip(_times(XYZ, linear), WHITE, strict=True)]
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@ALL
@pytest.mark.parametrize("kind", WITHOUT)
def test_the_two_personas_and_pain_differ_for_colour_blind_readers(theme, kind):
    """By at least 10 in CIE76, where 2.3 is just noticeable; shapes tell personas apart as well."""
    colours = (theme.personas[0].colour, theme.personas[1].colour, theme.pain.colour)
    seen = [_lab(_times(RGB, _times(WITHOUT[kind], _times(LMS, _linear(colour))))) for colour in colours]
    assert min(math.dist(one, other) for one, other in combinations(seen, 2)) >= 10
