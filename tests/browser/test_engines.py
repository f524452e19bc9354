"""Chromium and resvg draw the same text at the same places, and have a letter for every character."""

from __future__ import annotations

from functools import cache

import pytest
from drawings import FEW, LOCALES, drawn, sources
from engines import ENGINES, PRIVATE, blackened, characters, inks, missing, words

#: How far the ends of a line may be apart in px, and how much more ink one may have than the other. Letters that the
#: first font of the list lacks come from fonts that each engine chooses, which differ in width and weight, and only
#: Chromium draws full-width signs closer together.
LATIN, OTHERS = (2.0, 1.25), (12.0, 2.6)
LARGE = [pytest.param(path, marks=() if path.stem in FEW else pytest.mark.large) for path in sources()]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.stem)
def test_the_browser_shows_the_texts_of_the_file(path, usual):
    for picture in drawn(path, "map", ""):
        shown = usual.run("texts.js", picture)
        assert shown == words(picture)
        assert len(shown) > 5


@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_both_engines_draw_the_same_lines_at_the_same_places(path, usual):
    for picture in drawn(path, "map", ""):
        black = blackened(picture)
        lines = usual.measure(black).lines
        pairs = list(zip(lines, *(inks(usual, engine, black, lines) for engine in ENGINES), strict=True))
        wrong = [(line.words, one, other) for line, one, other in pairs if not _alike(line.words, one, other)]
        assert not wrong, wrong[:5]
        assert sum(one.much for _, one, _ in pairs) > 100


def _alike(text, one, other):
    far, most = LATIN if text.isascii() else OTHERS
    ends = max(abs(one.left - other.left), abs(one.right - other.right))
    return ends <= far and max(one.much, other.much) <= most * min(one.much, other.much) + 2


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("engine", ENGINES)
def test_no_letter_is_missing(engine, lang, usual):
    """Of all maps in all languages, with the fonts of Latin and of Chinese maps first."""
    shown = _shown()
    assert len(shown) > 800
    assert missing(usual, engine, shown, lang) == []


@cache
def _shown():
    """The characters of all maps in all languages."""
    pictures = (picture for path in sources() for locale in LOCALES for picture in drawn(path, "map", locale))
    return characters(text for picture in pictures for text in words(picture))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_letter_that_no_font_has_is_found(engine, usual):
    assert missing(usual, engine, ["a", PRIVATE[1], "中"], "en") == [PRIVATE[1]]


def test_a_line_that_is_not_there_is_found(usual):
    black = blackened(next(drawn(sources()[0], "map", "")))
    lines = usual.measure(black).lines
    one, other = (
        next(inks(usual, "chromium", picture, lines)) for picture in (black, black.replace(lines[0].words, ""))
    )
    assert not _alike(lines[0].words, one, other)
