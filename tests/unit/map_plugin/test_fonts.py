"""Which fonts a map gets: those of packages, none of which is imported, and of the machine; and letters that none has."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
import resvg_py
from drawn_map import context
from PIL import Image, ImageChops
from resolving import resolved

import journeyql_map
from journeyql.render.svg import render as render_svg
from journeyql.render.svg import text_lines
from journeyql.testing import render as draw
from journeyql_map import fonts
from journeyql_map.fonts import chosen
from journeyql_map.lettering import lettered
from journeyql_map.options import PngOptions
from journeyql_map.raster import render

STACK = "'Helvetica Neue', Arial, sans-serif"
NOTO = "'Noto Sans', sans-serif"
CHINESE = "物业报修流程"
ARABIC = "إصلاح الصنبور"


@pytest.fixture
def packages_alone(monkeypatch):
    """A machine without fonts of its own."""
    monkeypatch.setattr(fonts, "_of_machine", lambda: iter(()))


@pytest.fixture
def nothing(monkeypatch, packages_alone):
    """A machine with Noto Sans alone."""
    folder = next(path for path in fonts._packaged() if path.name == "manimgx_fonts")
    latin = {path for path in folder.iterdir() if path.name.startswith("NotoSans[")}
    monkeypatch.setattr(fonts, "_packaged", lambda: iter((folder,)))
    monkeypatch.setattr(fonts, "_files", lambda _: iter(sorted(latin)))
    fonts._families.cache_clear()
    yield
    fonts._families.cache_clear()


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="{}">'


def _svg(text, stack=NOTO, more=""):
    return f'{HEAD.format(stack)}<text x="5" y="26" font-size="20" fill="#000000"{more}>{text}</text></svg>'


def _dots(svg, files):
    """The picture that resvg makes with some fonts, as amounts of ink."""
    data = resvg_py.svg_to_bytes(
        svg_string=svg, background="#ffffff", skip_system_fonts=True, font_files=[str(path) for path in files]
    )
    return ImageChops.invert(Image.open(io.BytesIO(bytes(data))).convert("L"))


def test_the_first_family_of_the_stack_that_is_there_is_the_main_one(packages_alone):
    choice = chosen("'Nobody Has It', 'Noto Sans', 'Noto Sans CJK SC'", "abc", variable=True)
    assert (choice.main, choice.others, choice.missing) == ("Noto Sans", {}, frozenset())
    assert {path.name for path in choice.files} == {"NotoSans[wght].ttf", "NotoSans-Italic[wght].ttf"}


@pytest.mark.parametrize(
    ("letter", "family"),
    [("报", "Noto Sans CJK"), ("ع", "Noto Sans Arabic"), ("ก", "Noto Sans Thai"), ("ह", "Noto Sans Devanagari")],
)
def test_a_letter_that_it_lacks_has_another_family(packages_alone, letter, family):
    choice = chosen(NOTO, f"a{letter}", variable=True)
    assert choice.others[letter].startswith(family)
    assert choice.missing == frozenset()


def test_no_package_of_fonts_is_imported(packages_alone):
    chosen(NOTO, CHINESE + ARABIC, variable=True)
    assert not {"manimgx_fonts", "noto_cjk_sans_otc"} & sys.modules.keys()


def test_without_variable_fonts_those_are_bold_that_have_such_a_face(packages_alone):
    assert "Noto Sans" in chosen(NOTO, "a", variable=True).bold
    assert chosen(NOTO, "a", variable=False).bold == frozenset()


@pytest.mark.parametrize("text", [CHINESE, ARABIC, f"Mei {CHINESE}", f"Mei {CHINESE} {ARABIC} 1"])
def test_letters_look_as_the_font_that_has_them_draws_them(packages_alone, text):
    """The ink is as much as with every font that there is, and none of it is that of a box."""
    found = lettered(_svg(text), variable=True)
    assert found.choice.missing == frozenset()
    drawn = _dots(found.svg, found.choice.files)
    boxes = _dots(_svg(text), [path for path in found.choice.files if path.name.startswith("NotoSans[")])
    assert drawn.getbbox() is not None
    assert drawn.tobytes() != boxes.tobytes()


def test_arabic_is_joined(packages_alone):
    """Lam and alef make one sign: joined they are narrower than the two apart."""
    joined, apart = (lettered(_svg(text), variable=True) for text in ("لا", "ل ا"))
    widths = [box[2] - box[0] for one in (joined, apart) if (box := _dots(one.svg, one.choice.files).getbbox())]
    assert widths[0] < widths[1] * 0.8


def test_bold_letters_of_a_family_without_bold_ones_have_an_edge(packages_alone):
    found = lettered(_svg(CHINESE, more=' font-weight="700"'), variable=False)
    assert re.search(r"font-family=\"'Noto Sans CJK [A-Z]+'\" stroke=\"#000000\" stroke-width=\"0.70\"", found.svg)
    plain = lettered(_svg(CHINESE), variable=False)
    assert "stroke" not in plain.svg
    ink = [sum(_dots(one.svg, one.choice.files).histogram()[128:]) for one in (found, plain)]
    assert ink[0] > ink[1] * 1.15


def test_nothing_changes_where_the_main_family_has_all_letters(packages_alone):
    svg = _svg("Fi &amp; Söhne – “ready”")
    assert lettered(svg, variable=True).svg == svg


def test_a_line_of_several_writings_keeps_its_words(packages_alone):
    found = lettered(_svg(f"a &lt;b&gt; {CHINESE} {ARABIC} c", more=' font-weight="700"'), variable=True)
    words = re.sub("<[^>]*>", "", found.svg).replace("\u200b", "")
    assert words == f"a &lt;b&gt; {CHINESE} {ARABIC} c"


def test_a_line_from_right_to_left_begins_with_the_font_whose_letters_join(packages_alone):
    """So that resvg joins them, and takes the signs around them from the other font."""
    found = lettered(_svg("\u2067“أريد WhatsApp”\u2069"), variable=True)
    spans = re.findall(r"<tspan([^>]*)>([^<]*)</tspan>", found.svg)
    arabic = " font-family=\"'Noto Sans Arabic'\""
    assert spans == [(arabic, "\u200b"), ("", "\u2067“"), (arabic, "أريد "), ("", "WhatsApp”\u2069")]


@pytest.mark.parametrize(
    ("lines", "leftmost"),
    [(("ماء Starbucks",), ("Starbucks",)), (("ماء", "Starbucks ماء"), ("ماء", "ماء"))],
    ids=["one line", "a line that begins with a Latin word"],
)
def test_the_last_word_of_a_line_from_right_to_left_stands_at_its_left(packages_alone, lines, leftmost):
    """There resvg draws it as if it stood alone."""
    drawn, alone = (_left(written, leftmost) for written in (lines, leftmost))
    assert drawn.tobytes() == alone.tobytes()


def _left(lines, leftmost):
    """What stands in some lines where others have ink."""
    pictures = [_lined(written) for written in (lines, leftmost)]
    return pictures[0].crop(pictures[1].getbbox())


def _lined(lines):
    text = text_lines(lines, x=5, y=26, line_height=30, font_size=20, fill="#000000")
    found = lettered(HEAD.format(NOTO).replace("40", "80") + render_svg(text) + "</svg>", variable=True)
    return _dots(found.svg, found.choice.files)


def test_letters_of_two_fonts_that_join_are_not_mixed(packages_alone):
    found = lettered(_svg(f"{ARABIC} हिन्दी"), variable=True)
    assert "<tspan" not in found.svg
    assert found.svg.count("font-family") == 2


#: Letters that join, stand on each other, or change places; resvg and typst stop where such runs are mixed carelessly.
HARD = (
    "fi ffl",
    CHINESE,
    "لا إصلاح",
    "ไทย",
    "हिन्दी क्ष",
    "👩‍👩‍👧‍👦",
    "👍🏽",
    "🇩🇪🇨🇳",
    "e\u0301\u0301",
    "한국어",
    "עברית",
    "ﷺ",
    "\ue000",
)


@pytest.mark.parametrize("renderer", ["png", "pdf"])
@pytest.mark.parametrize("between", ["", " ", " — "])
def test_writings_can_be_mixed_in_any_way(packages_alone, renderer, between):
    steps = "".join(f'  touchpoint "{one}{between}{other}"\n' for one in HARD for other in HARD)
    result = draw(renderer, f'journey "J"\nstage "S"\n{steps}', plugins=[journeyql_map], renderer_options=FEW[renderer])
    assert len(result.files) == 1
    assert [item.message for item in result.diagnostics] == []


#: Pictures of so many touchpoints are small enough.
FEW = {"png": {"zoom": 0.25, "columns": 20}, "pdf": {"columns": 20}}
MAP = 'journey j "{}"\nstage s "S"\n  touchpoint a "A" emotion=2\n  touchpoint b "B 😀" emotion=4\n'


def _found(title):
    drawn = render(context(resolved(MAP.format(title)).model.view(), PngOptions()))
    assert len(drawn.files) == 1
    return [(item.rule.name, item.message, item.help) for item in drawn.diagnostics]


def test_with_the_packages_every_letter_can_be_drawn(packages_alone):
    assert _found(f"{CHINESE} {ARABIC} 한국어 ไทย हिन्दी") == []


def test_without_a_font_it_says_which_letters_become_boxes_and_what_to_install(nothing):
    ((rule, message, help_),) = _found(f"Repair {CHINESE} {ARABIC} ᠮᠣᠩ")
    assert rule == "letters-without-font"
    assert "Chinese (业 修 报 流 物 程)" in message
    assert "Arabic (" in message
    assert "signs (😀)" in message
    assert "Latin" not in message
    assert help_ == 'pip install "journeyql[cjk,fonts]", and install a font like Noto Sans Mongolian'


def test_on_a_machine_without_any_font_it_says_so_too(monkeypatch):
    monkeypatch.setattr(fonts, "_folders", tuple)
    ((_, message, help_),) = _found("Repair")
    assert "Latin (A B C D E F …)" in message
    assert help_ == 'pip install "journeyql[fonts]"'


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_its_folders(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    found = list(fonts._of_machine())
    assert len(found) >= 2
    assert all(isinstance(path, Path) for path in found)
