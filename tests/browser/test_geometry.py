"""In a real browser no two texts overlap and none leaves its place, with its fonts and with wider ones."""

from __future__ import annotations

import re

import pytest
from drawings import EXAMPLES, LAYOUTS, LOCALES, THEMES, drawn, sources
from drawn_map import context
from resolving import resolved

from journeyql.render import svg, width
from journeyql_map.catalogue import DE, EN, ZH
from journeyql_map.options import Options
from journeyql_map.render import render

SOURCES = sources()
ALL = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
#: How a map looks besides its layouts: in strips below each other.
LOOKS = [*({"layout": layout} for layout in LAYOUTS), {"columns": 6}]
WHOLE = {locale: texts["map.whole"] for locale, texts in (("en", EN), ("de", DE), ("zh", ZH))}
_PLACED = re.compile(r"<(text|tspan|rect)\b([^>]*)>([^<]*)")
_COLOUR = re.compile(r' (?:fill|stroke|stroke-width|fill-opacity)="[^"]*"')


@pytest.mark.parametrize("locale", LOCALES)
@ALL
def test_every_text_has_a_place_of_its_own(path, locale, usual, wider):
    for look in LOOKS:
        for picture in drawn(path, "map", locale, **look):
            for fonts, sheet in (("usual", usual), ("wider", wider)):
                measured = sheet.measure(picture)
                assert len(measured.lines) > 5
                problems = measured.problems(WHOLE.get(locale, WHOLE["en"]))
                assert not problems, "\n".join((str(look), fonts, *problems[:9]))


@ALL
def test_themes_differ_in_colours_alone(path):
    """So that what is proved for one of them holds for all: texts and boxes are at the same places."""
    for layout in LAYOUTS:
        usual, *others = ([_places(one) for one in drawn(path, "map", "en", theme, layout=layout)] for theme in THEMES)
        assert [one == usual for one in others] == [True] * (len(THEMES) - 1), layout


def _places(picture: str) -> list[tuple[str, ...]]:
    return [(name, _COLOUR.sub("", given), words) for name, given, words in _PLACED.findall(picture)]


def test_the_wider_fonts_are_wider(usual, wider):
    picture = next(drawn(EXAMPLES / "rail-europe.journey", "map", "en"))
    pairs = zip(usual.measure(picture).lines, wider.measure(picture).lines, strict=True)
    ratios = [more.width / less.width for less, more in pairs if less.width > 40]
    assert len(ratios) > 50
    assert all(1.04 < ratio < 1.06 for ratio in ratios)


def test_ink_is_as_tall_as_the_font_says(usual):
    """`yMax` and `yMin` in the table `glyf` of Liberation Sans 1.07.4, as fontTools reads it, with 2,048 units to an em."""
    (line,) = usual.measure(PAIR.format('<text x="50" y="90" font-size="12">\u00dd|</text>')).lines
    assert (line.y - line.top, line.bottom - line.y) == pytest.approx((1776 * 12 / 2048, 434 * 12 / 2048), abs=0.1)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize("letters", ["jqx", "ill", "fort", "Kabel: ", "“bald!” ", "живы ", "αγορά ", "// {url} "])
def test_no_line_is_wider_than_it_was_measured(letters, weight, lang, wider):
    """Letters that grow more than others from regular to bold, or in fonts for Chinese, and are all there is of a line."""
    words = (letters * 9).strip()
    text = svg.render(svg.element("text", words, x=20, y=50, font_size=20, font_weight=weight))
    (line,) = wider.measure(PAIR.format(text).replace("<svg", f'<svg lang="{lang}"')).lines
    assert line.width <= width(words, 20, bold=weight > 400, lang=lang)


#: Lines -> their letters from left to right, with letters that do not join; the order is that of UAX #9, by
#: hand. A bracket is named by its character, which is drawn mirrored (rule L4).
ORDERS = {
    ("קפה Starbucks?",): "?Starbucks הפק",
    ("(קפה) 1, Berlin", "Starbucks (קפה)."): "Berlin ,1 )הפק(" + ".)הפק( Starbucks",
    ("Starbucks קפה!",): "Starbucks הפק!",
}


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
@pytest.mark.parametrize(("lines", "shown"), ORDERS.items(), ids=lambda one: one[0] if isinstance(one, tuple) else "")
def test_words_stand_in_the_order_of_the_language_of_the_first(lines, shown, anchor, usual):
    text = svg.render(svg.text_lines(lines, x=200, y=50, line_height=30, font_size=20, text_anchor=anchor))
    assert usual.run("order.js", PAIR.format(text)) == [shown]


def test_figures_behind_arabic_words_stay_whole(usual):
    """In words that run from left to right; the order is what a reader of them expects, with letters that do not join."""
    way = 'journey j "J"\nstage s "S"\n  touchpoint a "A"\n    -> end "\u062f\u0627\u0631" share=30%\n  touchpoint b "B"\n'
    picture = str(render(context(resolved(way).model.view(), Options())).files[0].content)
    assert "leaves: \u0631\u0627\u062f · 30%" in usual.run("order.js", picture)


PAIR = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" font-family="Arial">{}</svg>'
TITLES = '<path d="M40 20H380V60H40Z" fill="#000"/><text x="50" y="90" font-size="14" font-weight="700">One</text><text x="150" y="90" font-size="14" font-weight="700">Two</text>'


@pytest.mark.parametrize(
    ("shapes", "problem"),
    [
        ('<text x="50" y="90">above the other</text><text x="60" y="98">below it</text>', "overlap"),
        ('<text x="350" y="90">beyond the right edge</text>', "leaves the page"),
        ('<rect x="40" y="70" width="60" height="30" rx="7" fill="#eee"/><text x="50" y="90">beyond a card</text>', "leaves its rect"),
        (f'{TITLES}<text x="50" y="130">beyond its column, far beyond</text>', "leaves its column"),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_found(shapes, problem, usual):
    assert [problem in found for found in usual.measure(PAIR.format(shapes)).problems()] == [True]
    assert usual.measure(PAIR.format('<text x="50" y="90">fine</text>')).problems() == []
