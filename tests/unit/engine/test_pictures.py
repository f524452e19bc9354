"""Pictures that maps name: found beside them or below, looked at in every check, and never fetched."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

import attrs
import kit_logos
import pytest
from dots import JPEG, png

from journeyql.engine import pictures
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.model import Persona
from journeyql.testing import check
from journeyql.testing.checking import Setup

MAP = 'journey j "J" persona=mei\n  stage s "S" emotion=2\n\npersona mei "Mei" image=`{}`\n'


@pytest.fixture
def session() -> Session:
    return Setup.of().session


@pytest.fixture
def look(session, tmp_path):
    """What is found in a map that stands in a folder of its own, inside of a larger project."""
    (tmp_path / "journeyql.toml").touch()
    folder = tmp_path / "maps"
    folder.mkdir()

    def looked(text):
        path = folder / "map.journey"
        path.write_text(text, encoding="utf-8")
        return session.check(Input("map.journey", path, PurePosixPath("map.journey")))

    return looked


def _said(checked):
    return [(one.rule.name, one.span.text.strip("`"), one.message, one.help) for one in checked.diagnostics]


def test_a_picture_below_the_folder_is_read(look, tmp_path):
    (tmp_path / "maps/people").mkdir()
    (tmp_path / "maps/people/mei.jpg").write_bytes(JPEG)
    checked = look(MAP.format("people/mei.jpg"))
    assert checked.diagnostics == ()
    view = checked.model.view()
    assert checked.pictures.of(view.cell(view.of(Persona)[0].image)).content == JPEG
    assert checked.pictures.of(None) is None


@pytest.mark.parametrize(
    ("path", "reason", "help_"),
    [
        ("nix.png", "no such file or directory", "the path begins at the folder of map.journey"),
        ("people", "it is a folder", "the path begins at"),
        ("text.png", "it is an SVG picture", "save it as PNG or JPEG"),
        ("cut.png", "it is cut off or damaged", "save it again"),
        ("huge.png", "it is larger than 1 MiB", "make it smaller"),
        ("wide.png", "it has 5,000 × 1 dots", "make it smaller"),
        ("pipe.png", "it is a pipe, not a file", "the path begins at"),
        ("../mei.png", "it lies outside of the folder of the map", "put it beside the map"),
        ("people/../../mei.png", "it lies outside of the folder of the map", "put it beside the map"),
        ("out.png", "a link leads out of the folder of the map", "put a copy of the file there"),
        ("up/mei.png", "a link leads out of the folder of the map", "put a copy of the file there"),
        ("/etc/mei.png", "the path holds on one machine only", "from the folder of the map on"),
        ("~/mei.png", "the path holds on one machine only", "from the folder of the map on"),
        ("C:/mei.png", "the path holds on one machine only", "from the folder of the map on"),
        ("people\\mei.png", "a path is written with forward slashes", "write `people/mei.png`"),
        ("https://example.com/mei.png", "it lies elsewhere, and nothing is ever fetched", "save it beside the map"),
        ("//example.com/mei.png", "it lies elsewhere, and nothing is ever fetched", "save it beside the map"),
        ("file:///etc/mei.png", "it lies elsewhere, and nothing is ever fetched", "save it beside the map"),
        ("data:image/png;base64,AAAA", "it lies elsewhere, and nothing is ever fetched", "save it beside the map"),
        ("", "no path is given", "write one like"),
        ("m" * 300 + ".png", "file name too long", "the path begins at"),
    ],
)
def test_what_cannot_be_shown_is_said_under_its_path(look, tmp_path, path, reason, help_):
    folder = tmp_path / "maps"
    (folder / "people").mkdir()
    (tmp_path / "mei.png").write_bytes(png())
    (folder / "text.png").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='f()'/>")
    (folder / "cut.png").write_bytes(png()[:-20])
    (folder / "huge.png").write_bytes(png() + bytes(1024 * 1024))
    (folder / "wide.png").write_bytes(png(5000, 1))
    (folder / "out.png").symlink_to("../mei.png")
    (folder / "up").symlink_to("..")
    os.mkfifo(folder / "pipe.png")
    ((rule, under, message, help_said),) = _said(look(MAP.format(path)))
    assert (rule, under) == ("unusable-picture", path)
    assert message.startswith("the picture `")
    assert message.endswith(f"cannot be shown: {reason}")
    assert help_said.startswith(help_) or help_ in help_said


def test_every_context_has_its_own_and_all_are_looked_at(look, tmp_path):
    (tmp_path / "maps/a.png").write_bytes(png(1, 1))
    (tmp_path / "maps/b.png").write_bytes(png(2, 2))
    others = '  image[CN]: `b.png`\n  image[JP]: `c.png`\n\nmarket CN "China"\nmarket JP "Japan"\n'
    checked = look(MAP.format("a.png") + others)
    assert [under for _, under, *_ in _said(checked)] == ["c.png"]
    view = checked.model.view()
    (mei,) = view.of(Persona)
    sizes = {one: checked.pictures.of(view.narrowed(market=one).cell(mei.image)) for one in ("CN", "JP")}
    assert sizes["CN"].width == 2
    assert sizes["JP"] is None
    assert checked.pictures.of(view.cell(mei.image)).width == 1


def test_a_used_file_has_its_pictures_beside_itself(look, tmp_path):
    (tmp_path / "people").mkdir()
    (tmp_path / "people/people.journey").write_text('persona mei "Mei" image=`mei.png`\n', encoding="utf-8")
    (tmp_path / "people/mei.png").write_bytes(png())
    text = 'use people `../people/people.journey`\n\njourney j "J" persona=mei\n  stage s "S" emotion=2\n'
    assert _said(look(text)) == []
    (tmp_path / "people/mei.png").rename(tmp_path / "maps/mei.png")
    assert [under for _, under, *_ in _said(look(text))] == ["mei.png"]


def test_standard_input_stands_in_no_folder(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mei.png").write_bytes(png())
    piped = attrs.evolve(session, stdin=MAP.format("mei.png").encode)
    ((_, _, message, help_),) = _said(piped.check(Input("-", None, PurePosixPath("journey"))))
    assert message.endswith("a map from standard input stands in no folder")
    assert help_ == "save the map as a file, beside its pictures"


def test_in_memory_pictures_are_given_with_the_text():
    assert check(MAP.format("people/mei.png"), files={"people/mei.png": png()}).names == ()
    (finding,) = check(MAP.format("mei.png")).diagnostics
    assert "not among the files that are given" in finding.message


@pytest.mark.parametrize(("names", "refused"), [("abc", ()), ("abbbc", ("`b.png`",) * 3), ("bbba", ("`a.png`",))])
def test_all_together_have_a_limit_and_each_counts_as_often_as_it_is_named(monkeypatch, names, refused):
    monkeypatch.setattr(pictures, "MOST_TOGETHER", 3 * len(png()))
    steps = "".join(f'  touchpoint t{n} "T" emotion=3 image=`{name}.png`\n' for n, name in enumerate(names))
    result = check(f'journey j "J"\nstage s "S"\n{steps}', files={f"{name}.png": png() for name in names})
    found = result.of("unusable-picture")
    assert tuple(item.span.text for item in found) == refused
    assert all("all together have more than" in item.message for item in found)


def test_so_are_pictures_that_properties_of_plugins_name():
    text = 'journey j "J"\n  stage s "S" emotion=2\nchannel app "App"\n  logos: `a.png`, `b.png`\n'
    result = check(text, files={"a.png": png()}, plugins=[kit_logos])
    assert [item.span.text for item in result.of("unusable-picture")] == ["`b.png`"]


def test_a_finding_can_be_silenced_where_the_picture_is_named():
    text = MAP.format("mei.png") + '  allow unusable-picture "The photograph comes in May"\n'
    assert check(text).names == ()
    assert check(text, files={"mei.png": png()}).names == ("unused-allow",)
