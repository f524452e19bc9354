"""PNG: the size of the picture, what is said without resvg, and pictures that are too large."""

from __future__ import annotations

import struct
import sys

import pytest
from drawn_map import context
from resolving import resolved

from journeyql.plugin import Severity
from journeyql_map.options import PngOptions
from journeyql_map.raster import render

SMALL = 'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n  touchpoint b "B" emotion=4\n'


@pytest.fixture
def png():
    def drawn(source, **options):
        return render(context(resolved(source).model.view(), PngOptions(**options)))

    return drawn


def _size(content):
    """Width and height as the header of a PNG has them (PNG, third edition, 11.2.1)."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", content[16:24])


def test_it_is_as_large_as_it_is_zoomed(png):
    (one,), (two,) = png(SMALL, zoom=1.0).files, png(SMALL).files
    assert one.path == "map.png"
    assert _size(two.content) == tuple(2 * side for side in _size(one.content))


def test_without_resvg_it_says_what_to_install(png, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = png(SMALL)
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics] == ["png-without-resvg"]
    assert "journeyql[png]" in str(result.diagnostics[0].help)


def test_a_picture_that_is_too_large_is_refused(png):
    steps = "".join(f'  touchpoint t{n} "T" emotion=3\n' for n in range(500))
    result = png(f'journey j "J"\nstage s "S"\n{steps}')
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics if item.severity > Severity.HINT] == ["png-too-large"]
