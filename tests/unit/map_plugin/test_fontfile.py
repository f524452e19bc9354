"""What font files say of themselves, held against fontTools, and files that are no fonts."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from journeyql_map.fontfile import faces

PACKAGES = ("manimgx_fonts", "noto_cjk_sans_otc")
FILES = sorted(
    path
    for name in PACKAGES
    for path in Path(find_spec(name).origin).parent.iterdir()
    if path.suffix in {".ttf", ".ttc"}
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_families_weights_and_characters_are_those_that_fonttools_reads(path):
    everything = [
        chr(code) for code in (*range(0x20, 0xD800, 7), *range(0x1F300, 0x1F700), *range(0x20000, 0x20400, 5))
    ]
    found = faces(path)
    with TTCollection(path) if path.suffix == ".ttc" else TTFont(path) as file:
        expected = file.fonts if path.suffix == ".ttc" else [file]
        assert len(found) == len(expected)
        for face, font in zip(found, expected, strict=True):
            _same(face, font, everything)


def _same(face, font, everything):
    assert face.family == font["name"].getBestFamilyName()
    assert face.weight == font["OS/2"].usWeightClass
    assert face.italic == bool(font["OS/2"].fsSelection & 1)
    assert face.variable == ("fvar" in font)
    had = font.getBestCmap()
    assert face.lacks(everything) == {one for one in everything if ord(one) not in had}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"OTTO",
        b"ttcf" + b"\xff" * 64,
        b"\0\x01\0\0" + b"\xff" * 400,
        b"<html>",
        b"\0\x01\0\0\0\x02" + b"cmapname" * 9,
    ],
    ids=repr,
)
def test_what_is_no_font_has_no_faces(tmp_path, data):
    path = tmp_path / "a.ttf"
    path.write_bytes(data)
    assert faces(path) == ()
    assert faces(tmp_path / "nothing.ttf") == ()


def test_a_font_that_is_cut_off_anywhere_breaks_nothing(tmp_path):
    whole = next(path for path in FILES if "Hebrew" in path.name).read_bytes()
    path = tmp_path / "a.ttf"
    for end in range(0, len(whole), 997):
        path.write_bytes(whole[:end])
        for face in faces(path):
            assert face.lacks("א") <= {"א"}
