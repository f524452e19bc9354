"""PDF: pages as large as the pictures, letters that stay letters, the same bytes, and words that stay words."""

from __future__ import annotations

import io
import sys

import attrs
import pytest
from dots import png
from drawn_map import context
from pypdf import PdfReader
from resolving import resolved

import journeyql_map
from journeyql.plugin import RenderResult
from journeyql.render.escape import plain
from journeyql.testing import render as render_text
from journeyql.testing.hostile import WORDS
from journeyql_map import pdf as module
from journeyql_map.options import Options
from journeyql_map.pdf import render
from journeyql_map.raster import size
from journeyql_map.render import render as render_svg

SMALL = 'journey j "J"\nstage s "S"\n  touchpoint a "Waits" emotion=2\n  touchpoint b "B" emotion=4\n'


@pytest.fixture
def given():
    return lambda source, locale="en": context(resolved(source).model.view(), Options(), locale)


def _read(result):
    (file,) = result.files
    assert file.path == "map.pdf"
    assert file.content.startswith(b"%PDF-")
    return PdfReader(io.BytesIO(file.content))


def test_a_page_is_as_large_as_the_picture(given):
    """A pixel is 1/96 inch, a point 1/72 (CSS Values and Units 4, 6.2)."""
    (page,) = _read(render(given(SMALL))).pages
    width, height = size(render_svg(given(SMALL)).files[0].content)
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (width * 0.75, height * 0.75), abs=0.01
    )


def test_letters_stay_letters_and_nothing_becomes_dots(given):
    (page,) = _read(render(given(SMALL))).pages
    assert "Waits" in page.extract_text()
    assert list(page.images) == []


def test_title_and_language_are_said_and_no_date(given):
    reader = _read(render(given('journey j "Ein Hahn"\nstage s "S" emotion=2\n', "de-AT")))
    assert reader.metadata.title == "Ein Hahn"
    assert reader.trailer["/Root"]["/Lang"] == "de"
    assert {"/CreationDate", "/ModDate"}.isdisjoint(reader.metadata)


def test_those_who_do_not_see_it_are_told_what_it_shows(given):
    """As the alternative description of a figure (ISO 32000-1, 14.9.3)."""
    (document,) = _read(render(given(SMALL))).trailer["/Root"]["/StructTreeRoot"]["/K"]
    (figure,) = (item.get_object() for item in document.get_object()["/K"])
    assert figure["/S"] == "/Figure"
    assert figure["/Alt"].startswith("Customer journey map. 1 stage, 2 touchpoints")


def test_each_journey_has_a_page(given):
    source = 'journey a "First"\n  stage s "S" emotion=2\njourney b "Second"\n  stage t "T" emotion=2\n'
    first, second = _read(render(given(source))).pages
    assert "First" in first.extract_text()
    assert "Second" in second.extract_text()


def test_so_has_each_picture_of_a_journey(given, monkeypatch):
    drawn = render_svg(given(SMALL)).files[0]
    several = tuple(attrs.evolve(drawn, path=f"map.{number}.svg") for number in range(3))
    monkeypatch.setattr(module, "render_svg", lambda _: RenderResult(files=several))
    assert len(_read(render(given(SMALL))).pages) == 3


def test_a_page_is_never_longer_than_programs_show(given):
    steps = "".join(f'  touchpoint t{n} "T" emotion=3\n' for n in range(300))
    (page,) = _read(render(given(f'journey j "J"\nstage s "S"\n{steps}'))).pages
    assert float(page.mediabox.width) == pytest.approx(14_400, abs=0.01)


def test_the_same_map_gives_the_same_bytes(given):
    assert render(given(SMALL)).files[0].content == render(given(SMALL)).files[0].content


@pytest.mark.parametrize(
    "words", [*(word.replace("\0", "") for word in WORDS), '#read("/etc/passwd")', "#panic()", "$x$ *b* _i_ `c` <l> @r"]
)
def test_words_are_words_and_no_markup(given, words):
    source = f'journey j {_quoted(words)}\n  stage s "S" emotion=2\n    doing: {_quoted(words)}\n'
    reader = _read(render(given(source)))
    assert reader.metadata.title == plain(words)
    assert len(reader.pages) == 1


def _quoted(words):
    """Words as a text of the language; what cannot be seen by its code."""
    spelled = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\u{{{ord(one):x}}}" for one in spelled) + '"'


def test_portraits_are_in_it():
    source = 'journey j "J" persona=mei\n  stage s "S" emotion=2\npersona mei "Mei" image=`mei.png`\n'
    drawn = render_text("pdf", source, files={"mei.png": png(30, 30)}, plugins=[journeyql_map])
    (page,) = _read(drawn).pages
    assert [(one.image.size) for one in page.images] == [(30, 30)]


def test_without_typst_it_says_what_to_install(given, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    result = render(given(SMALL))
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics] == ["pdf-without-typst"]
    assert "journeyql[pdf]" in result.diagnostics[0].help


def test_without_a_stage_there_is_no_page(given):
    result = render(given('journey j "J"\n'))
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics] == ["map-empty"]


def test_where_links_cannot_be_made_fonts_are_copied(given, monkeypatch):
    usual = render(given(SMALL)).files[0].content

    def refused(*_):
        raise OSError

    monkeypatch.setattr(module.Path, "symlink_to", refused)
    assert render(given(SMALL)).files[0].content == usual
