"""Portraits and pictures on the map: where they stand, how they are cut, and what stands there without them."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

import pytest
from dots import JPEG, png
from drawn_map import Drawn

import journeyql_map
from journeyql.testing import render

SVG = "{http://www.w3.org/2000/svg}"
MAP = """
    journey repair "A tap is repaired"
      persona: mei, tom
    persona mei "Mei Chen, tenant" image=`mei.png`
    persona tom "Tom Berg, landlord"
    stage fix "Fix it"
      touchpoint visit "The technician comes" emotion=4 image=`visit.jpg`
      touchpoint rate "Rates the repair" emotion=3
"""
FILES = {"mei.png": png(40, 60), "visit.jpg": JPEG}


@pytest.fixture
def draw():
    def drawn(text=MAP, files=FILES, **settings):
        return render("map", text, files=files, plugins=[journeyql_map], **settings)

    return drawn


def _images(svg):
    return list(ET.fromstring(svg).iter(f"{SVG}image"))  # noqa: S314 - our own picture


def test_a_portrait_is_cut_to_the_shape_of_its_persona_and_others_have_initials(draw):
    result = draw()
    assert result.diagnostics == ()
    svg = str(result.files[0].content)
    portrait, _ = _images(svg)
    assert portrait.get("href") == f"data:image/png;base64,{base64.b64encode(FILES['mei.png']).decode()}"
    assert portrait.get("clip-path") == "url(#jq-repair-p0)"
    assert portrait.get("preserveAspectRatio") == "xMidYMid slice"
    assert '<clipPath id="jq-repair-p0">\n<circle ' in svg
    texts = Drawn(svg).texts
    assert "TB" in texts
    assert "MC" not in texts


def test_a_picture_that_cannot_be_shown_leaves_the_initials(draw):
    result = draw(files={"visit.jpg": JPEG})
    svg = str(result.files[0].content)
    assert len(_images(svg)) == 1
    assert "MC" in Drawn(svg).texts


def test_pictures_of_touchpoints_have_a_lane(draw):
    drawn = Drawn(str(draw().files[0].content))
    picture = _images(drawn.svg)[1]
    assert picture.get("href").startswith("data:image/jpeg;base64,")
    assert (picture.get("width"), picture.get("height")) == ("12", "8")  # never larger than it is
    title = next(line for line in drawn.lines if line.text.startswith("The technician"))
    assert float(picture.get("x")) == pytest.approx(title.left)
    assert float(picture.get("y")) > title.bottom
    assert "Picture" in drawn.texts


@pytest.mark.parametrize(
    ("dots", "size"), [((960, 960), (96, 96)), ((48, 960), (4.8, 96)), ((4000, 10), (200, 0.5))], ids=str
)
def test_large_pictures_are_as_tall_as_each_other_or_as_wide_as_their_column(draw, dots, size):
    svg = str(draw(files={**FILES, "visit.jpg": png(*dots)}).files[0].content)
    picture = _images(svg)[1]
    width, height = float(picture.get("width")), float(picture.get("height"))
    assert height == pytest.approx(size[1], abs=0.5)
    assert width / height == pytest.approx(dots[0] / dots[1], rel=0.1)


def test_in_a_chip_the_portrait_takes_the_place_of_the_face(draw):
    people = "".join(f'persona p{n} "Person {n}" image=`mei.png`\n' for n in range(5))
    scores = "".join(f" emotion[p{n}]={n % 5 + 1}" for n in range(5))
    text = f'journey j "J" persona=p0, p1, p2, p3, p4\n{people}stage s "S"\n  touchpoint a "A"{scores}\n'
    svg = str(draw(text).files[0].content)
    assert [one.get("clip-path") for one in _images(svg)] == [f"url(#jq-j-p{n})" for n in range(5)]
    assert len(set(re.findall(r' id="([^"]*)"', svg))) == len(re.findall(r' id="([^"]*)"', svg))


def test_each_market_has_its_own_portrait(draw):
    text = MAP.replace("image=`mei.png`", "image=`mei.png` image[CN]=`other.png`") + '    market CN "China"\n'
    files = {**FILES, "other.png": png(7, 7)}
    usual, other = (_images(str(draw(text, files, market=one).files[0].content))[0] for one in ("", "CN"))
    assert usual.get("href") != other.get("href")


def test_from_right_to_left_a_picture_changes_its_place_and_is_not_turned_round(draw):
    svg = str(draw(locale="ar").files[0].content)
    portrait, picture = _images(svg)
    wide = float(ET.fromstring(svg).get("width"))  # noqa: S314 - our own picture
    for one in (portrait, picture):
        left, across = float(one.get("x")), float(one.get("width"))
        # Turned round with the page and once more in itself: moved, and not turned.
        assert f"matrix(-1 0 0 1 {wide:g} 0)" in svg
        assert one.get("transform") == f"matrix(-1 0 0 1 {2 * left + across:g} 0)"


def test_the_same_pictures_give_the_same_bytes(draw):
    assert draw().files[0].content == draw().files[0].content
